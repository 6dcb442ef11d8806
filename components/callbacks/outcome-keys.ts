import type { Callback, Outcome } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';

/** What a key does on the row in which the focus is. `hand-over` and `edit` ask for more before anything is written. */
export type RowDeed =
  | Exclude<Outcome['kind'], 'handed-over'>
  | 'hand-over'
  | 'call'
  | 'copy'
  | 'edit'
  | 'uncover';

/** One letter each, shown beside the words; a field that is typed in keeps its letters. */
export const rowKeys: Record<RowDeed, string> = {
  reached: 'T',
  'no-answer': 'B',
  'wrong-number': 'Z',
  'client-called': 'K',
  'as-agreed': 'U',
  'hand-over': 'P',
  withdrawn: 'W',
  call: 'D',
  copy: 'N',
  edit: 'E',
  uncover: 'O',
};

/** The deed of a key press, or null: none while a modifier is held, which belongs to browser and screen reader. */
export function deedOfKey(event: {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): RowDeed | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.key.length !== 1) return null;
  const letter = event.key.toUpperCase();
  const found = (Object.entries(rowKeys) as [RowDeed, string][]).find(([, key]) => key === letter);
  return found ? found[0] : null;
}

/** The outcomes that a menu offers, in the order of how often they come. */
export const menuDeeds = [
  'reached',
  'no-answer',
  'wrong-number',
  'client-called',
  'hand-over',
  'withdrawn',
] as const satisfies readonly RowDeed[];

/** What a deed is called. */
export function deedName(deed: (typeof menuDeeds)[number]): string {
  switch (deed) {
    case 'reached':
      return t('callbacks:outcome.reached');
    case 'no-answer':
      return t('callbacks:outcome.noAnswer');
    case 'wrong-number':
      return t('callbacks:outcome.wrongNumber');
    case 'client-called':
      return t('callbacks:outcome.clientCalled');
    case 'hand-over':
      return t('callbacks:outcome.handOver');
    case 'withdrawn':
      return t('callbacks:outcome.withdrawn');
  }
}

/** What is said of a try in the list of tries. */
export function attemptName(outcome: Callback['attempts'][number]['outcome']): string {
  switch (outcome) {
    case 'reached':
      return t('callbacks:attempt.reached');
    case 'no-answer':
      return t('callbacks:attempt.noAnswer');
    case 'wrong-number':
      return t('callbacks:attempt.wrongNumber');
    case 'client-called':
      return t('callbacks:attempt.clientCalled');
    case 'as-agreed':
      return t('callbacks:attempt.asAgreed');
  }
}
