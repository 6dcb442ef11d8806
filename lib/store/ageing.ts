import { type Ageing, type Counted, countPage, nothingCounted } from '@/lib/ageing';
import { warsawDay } from '@/lib/calendar';
import type { PageContext } from '@/lib/page';
import { database } from './database';

/** When each condition of the office's profile last matched a page, and on which days its system was in use. */
export async function readAgeing(): Promise<Ageing> {
  const row = await database().singles.get('ageing');
  return row?.name === 'ageing' ? row.value : nothingCounted;
}

/**
 * Counts a page that the clerk looks at. Most pages of a day change nothing, and nothing is written then.
 *
 * @param reminders those of the profiles that were taken, with the condition that is in force
 */
export async function countPageIn(
  reminders: readonly Counted[],
  context: PageContext,
  now: Date,
): Promise<void> {
  const today = warsawDay(now);
  if (countPage(await readAgeing(), reminders, context, today) === null) return;
  await database().transaction('rw', database().singles, async () => {
    // Another page may have been counted meanwhile.
    const value = countPage(await readAgeing(), reminders, context, today);
    if (value !== null) await database().singles.put({ name: 'ageing', value });
  });
}
