import { type Going, type Gone, type Marks, withGoing, withoutGoing } from '@/lib/backup';
import { keyedHashes } from './case-key';
import { database } from './database';

async function readGone(): Promise<Gone | undefined> {
  const row = await database().singles.get('gone');
  return row?.name === 'gone' ? row.value : undefined;
}

/** Remembers what goes. Call it within the transaction that lets it go. @param ids none: from now on it is remembered */
export async function noteGone(
  why: Going['why'],
  ids: readonly string[],
  now: Date,
  marks?: Marks,
): Promise<void> {
  const before = await readGone();
  const value = withGoing(before, why, ids, now, marks);
  if (before?.goings !== value.goings) await database().singles.put({ name: 'gone', value });
}

/** What this computer's key makes of each name (`namesIn`). */
export async function marksOf(names: readonly string[]): Promise<Map<string, string>> {
  // Nobody's case sign begins so.
  const hashes = await keyedHashes(names.map((name) => `gone/${name}`));
  return new Map(names.map((name, index) => [name, hashes[index] ?? '']));
}

/** Forgets what went at that moment. Call it within the transaction that puts it back. */
export async function noteBack(at: number): Promise<void> {
  const before = await readGone();
  if (before) await database().singles.put({ name: 'gone', value: withoutGoing(before, at) });
}
