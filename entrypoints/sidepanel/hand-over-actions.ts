import type { Offered } from '@/components/hand-over';
import type { Notice } from '@/components/notice';
import type { OpeningHours } from '@/lib/calendar';
import { type Callback, settle } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { takeBackCallbacks, type WrittenCallback, writeCallbacks } from '@/lib/store';
import { tell, undone } from './callback-actions';

/** Notes that a colleague has taken promises over; those that were settled meanwhile stay as they are. */
export async function handOverPromises({ ids, to }: Offered, hours: OpeningHours): Promise<Notice> {
  const now = new Date();
  const written = await writeCallbacks(ids, (standing) =>
    standing.flatMap((callback) => {
      const after = settle(callback, { kind: 'handed-over', colleague: to }, now, hours);
      return after === callback ? [] : [after];
    }),
  );
  if (written.length === 0) return { text: t('hand-over:offered.late') };
  tell();
  return {
    text: t('hand-over:offered.done', { count: written.length, to }),
    undo: () => takeBack(written),
  };
}

/** Writes what is taken of a colleague's file. @param change see `writeCallbacks` */
export async function takePromises(
  ids: string[],
  change: (standing: Callback[]) => Callback[],
): Promise<Notice> {
  const written = await writeCallbacks(ids, change);
  if (written.length === 0) return { text: t('hand-over:take.nothing') };
  tell();
  return {
    text: t('hand-over:take.taken', { count: written.length }),
    undo: () => takeBack(written),
  };
}

async function takeBack(written: readonly WrittenCallback[]): Promise<Notice> {
  const kept = await takeBackCallbacks(written);
  tell();
  return kept === 0 ? undone() : { text: t('hand-over:take.undoneButSome', { number: kept }) };
}

/** Prints the message that stands ready, and nothing else of the panel. */
export function printCallbacks(): void {
  const { classList } = document.documentElement;
  window.addEventListener('afterprint', () => classList.remove('prints-callbacks'), { once: true });
  classList.add('prints-callbacks');
  window.print();
}
