import { translate as t } from '@/lib/i18n';
import type { Target } from './passing-model';

/** Why this person: what speaks most for them, and the open case; empty for one typed by hand. */
export function whyText(why: Target['why']): string {
  return why
    .filter(({ by }, index) => index === 0 || by === 'jrwa')
    .map(sentenceOf)
    .join(' ');
}

function sentenceOf(why: Target['why'][number]): string {
  switch (why.by) {
    case 'jrwa':
      return t('passing:why.jrwa', { prefix: why.prefix });
    case 'subjects':
      return t('passing:why.subjects', { subjects: why.subjects.slice(0, 2).join(', ') });
    case 'name':
      return t('passing:why.name');
    case 'position':
      return t('passing:why.position');
    case 'referat':
      return t('passing:why.referat');
    case 'secretariat':
      return t('passing:why.secretariat');
    case 'substitute':
      return t('passing:why.substitute', { person: why.person });
  }
}
