import type { OpeningHours } from '@/lib/calendar';
import { type Callback, type Figures, keptOf, together, withKept, withoutKept } from '@/lib/callbacks';
import { database } from './database';

/** The clerk's own figures by week: sums, in which nothing of a person stands. */
export async function readFigures(): Promise<Figures> {
  const row = await database().singles.get('figures');
  return row?.name === 'figures' ? row.value : {};
}

/**
 * Counts what became of a promise, or takes it back from the sum. Call it within the transaction that changes the promise,
 * so that the sum and the promise cannot part.
 */
export async function countChange(before: Callback, after: Callback, hours: OpeningHours): Promise<void> {
  const [was, is] = [keptOf(before, hours), keptOf(after, hours)];
  if (was === null && is === null) return;
  let value = await readFigures();
  if (was !== null) value = withoutKept(value, was);
  if (is !== null) value = withKept(value, is);
  await database().singles.put({ name: 'figures', value });
}

/** @returns what they were, so that they can be put back */
export async function eraseFigures(): Promise<Figures> {
  return database().transaction('rw', database().singles, async () => {
    const before = await readFigures();
    await database().singles.delete('figures');
    return before;
  });
}

/** Puts erased figures back (undo), with what was counted since. */
export async function putBackFigures(before: Figures): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    await database().singles.put({ name: 'figures', value: together(before, await readFigures()) });
  });
}
