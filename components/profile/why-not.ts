import { translate as t } from '@/lib/i18n';

/** Why a profile was not taken, as the store tells it. */
export type WhyNot =
  | { reason: 'lower-seq'; standing: number }
  | { reason: 'expired'; day: string }
  | { reason: 'bad'; errors: readonly { path: string; message: string }[] }
  | { reason: 'forged' | 'damaged' | 'untrusted' | 'policy' };

/** What happened and whom to turn to, in sentences. */
export function whyNotText(why: WhyNot): string {
  switch (why.reason) {
    case 'lower-seq':
      return t('profile:whyNot.lower-seq', { standing: why.standing });
    case 'expired':
      return t('profile:whyNot.expired', { day: why.day });
    case 'bad': {
      const [first] = why.errors;
      return t('profile:whyNot.bad', {
        count: why.errors.length,
        first: first ? [first.path, first.message].filter((part) => part !== '').join(': ') : '',
      });
    }
    default:
      return t(`profile:whyNot.${why.reason}`);
  }
}
