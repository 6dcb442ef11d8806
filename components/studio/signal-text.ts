import { signalFormOf } from '@/lib/draft';
import type { Signal } from '@/lib/page';
import { t } from './system-words';

/** „nagłówek zaczyna się od „Umowa””, as part of a sentence. */
export function signalText(signal: Signal): string {
  const { kind, verb, value } = signalFormOf(signal);
  if (kind === 'element') return t('systems:signal.saysElement', { value });
  return t('systems:signal.says', {
    what: t(`systems:signal.kinds.${kind}`),
    verb: t(`systems:signal.verbs.${verb}`),
    value,
  });
}

/** „a lub b” */
export const signalsText = (signals: readonly Signal[], joined: 'and' | 'or') =>
  signals.map(signalText).join(` ${t(joined === 'and' ? 'condition:all' : 'condition:or')} `);
