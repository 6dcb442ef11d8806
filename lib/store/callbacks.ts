import {
  type Callback,
  type EscalationRules,
  type Review,
  review,
  told,
  withWhatWasTold,
} from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { database } from './database';
import { countChange } from './figures';
import { noteGone } from './gone';
import { StoreReadOnlyError } from './keep-open';
import { readProfile } from './profiles';

/** Adds a promise. Resolves when it is on the disk. */
export async function addCallback(callback: Callback): Promise<void> {
  await database().callbacks.add(callback);
}

/** All promises, the next due first. Read in parts, so that a screen with very many stays awake meanwhile. */
export async function readCallbacks(): Promise<Callback[]> {
  const read: Callback[] = [];
  for (let last = ''; ; last = read.at(-1)?.id ?? '') {
    const part = await database().callbacks.where('id').above(last).limit(partSize).toArray();
    for (const callback of part) read.push(callback);
    if (part.length < partSize) return read.sort((a, b) => a.due - b.due);
  }
}

/** In rows: read in some ten milliseconds. */
const partSize = 4_000;

/** The promises that are due first, settled ones among them: enough for a screen, while the rest is read. */
export async function readFirstCallbacks(count: number): Promise<Callback[]> {
  return database().callbacks.orderBy('due').limit(count).toArray();
}

/** What was promised in a service. Nothing is due before it was promised, so that not all promises need be looked at. */
export async function callbacksOfEncounter({
  id,
  startedAt,
}: Pick<Encounter, 'id' | 'startedAt'>): Promise<Callback[]> {
  return database()
    .callbacks.where('due')
    .aboveOrEqual(startedAt)
    .filter(({ encounterId }) => encounterId === id)
    .toArray();
}

/** Those that are not settled, in no order. */
export async function readUnsettledCallbacks(): Promise<Callback[]> {
  return database().callbacks.where('state').anyOf('open', 'attempted', 'broken').toArray();
}

/**
 * Changes a promise in one transaction, so that two screens cannot undo one another.
 *
 * @param change returns the very same object where there is nothing to change
 * @returns what it was before, for undo; null where it has gone meanwhile or nothing was changed
 */
export async function changeCallback(
  id: string,
  change: (callback: Callback) => Callback,
): Promise<Callback | null> {
  const { hours } = (await readProfile()).callbacks;
  return database().transaction('rw', database().callbacks, database().singles, async () => {
    const before = await database().callbacks.get(id);
    const after = before && change(before);
    if (!after || after === before) return null;
    await database().callbacks.put(after);
    await countChange(before, after, hours);
    return before;
  });
}

/**
 * Puts a promise back as it was (undo). What the clerk was told of meanwhile stays told.
 *
 * @param changed what the change that is taken back had made of it
 * @returns false where it has been changed again or has gone since; nothing is put back then
 */
export async function putBackCallback(asItWas: Callback, changed?: Callback): Promise<boolean> {
  const { hours } = (await readProfile()).callbacks;
  return database().transaction('rw', database().callbacks, database().singles, async () => {
    const now = await database().callbacks.get(asItWas.id);
    // What was erased meanwhile, with all that is known of a person, does not come back by an older undo.
    if (!now || (changed && !isSameBesidesTold(now, changed))) return false;
    const back = withWhatWasTold(asItWas, now);
    await database().callbacks.put(back);
    await countChange(now, back, hours);
    return true;
  });
}

/** A promise as it was written, and as it was before; null where it is new. */
export interface WrittenCallback {
  before: Callback | null;
  after: Callback;
}

/**
 * Changes or adds several promises in one transaction: all, or none.
 *
 * @param ids of those that `change` is to look at
 * @param change gets those of them that stand, and returns the rows to be written
 */
export async function writeCallbacks(
  ids: readonly string[],
  change: (standing: Callback[]) => Callback[],
): Promise<WrittenCallback[]> {
  return database().transaction('rw', database().callbacks, async () => {
    const standing = (await database().callbacks.bulkGet([...ids])).filter((row) => row !== undefined);
    const rows = change(standing);
    await database().callbacks.bulkPut(rows);
    const before = new Map(standing.map((row) => [row.id, row]));
    return rows.map((after) => ({ before: before.get(after.id) ?? null, after }));
  });
}

/**
 * Takes several changes back (undo), each as `putBackCallback` does; new ones go.
 *
 * @returns how many were changed again meanwhile, and stay
 */
export async function takeBackCallbacks(written: readonly WrittenCallback[]): Promise<number> {
  return database().transaction('rw', database().callbacks, async () => {
    let kept = 0;
    for (const { before, after } of written) {
      const now = await database().callbacks.get(after.id);
      if (!now || !isSameBesidesTold(now, after)) kept += 1;
      else if (before === null) await database().callbacks.delete(after.id);
      else await database().callbacks.put(withWhatWasTold(before, now));
    }
    return kept;
  });
}

/** Takes a promise out as though it had never been (undo of adding). */
export async function removeCallback(id: string): Promise<void> {
  await database().callbacks.delete(id);
}

/**
 * Looks at all that is not settled, and marks in the same transaction what the clerk is told of now: a worker that dies
 * after it neither loses a word nor says it again.
 */
export async function reviewCallbacks(
  rules: EscalationRules,
  isServing: boolean,
  now: Date,
  notification: string,
): Promise<Review> {
  try {
    return await database().transaction('rw', database().callbacks, async () => {
      const found = review(await readUnsettledCallbacks(), rules, isServing, now, notification);
      if (found.changed.length > 0) await database().callbacks.bulkPut(found.changed);
      return found;
    });
  } catch (error) {
    if (!(error instanceof StoreReadOnlyError)) throw error;
    // What cannot be marked would be told again and again. The number on the toolbar stays true.
    const found = review(await readUnsettledCallbacks(), rules, isServing, now, notification);
    return { ...found, changed: [], telling: [] };
  }
}

/** Notes that a notification was shown. */
export async function noteTold(notification: string): Promise<void> {
  await database().transaction('rw', database().callbacks, async () => {
    const telling = (await readUnsettledCallbacks()).filter((callback) => callback.telling === notification);
    await database().callbacks.bulkPut(telling.map(told));
  });
}

/**
 * Deletes promises that were settled so many days ago, and remembers that they have gone: in an older copy they may be
 * open still.
 *
 * @returns how many went
 */
export async function forgetSettledCallbacks(days: number, now: Date): Promise<number> {
  const edge = now.getTime() - days * 24 * 60 * 60_000;
  const { callbacks, singles } = database();
  return database().transaction('rw', callbacks, singles, async () => {
    const ids = await callbacks.where('settledAt').below(edge).primaryKeys();
    await callbacks.bulkDelete(ids);
    await noteGone('over', ids, now);
    return ids.length;
  });
}

/** True where both say the same, whatever the clerk was told of them. */
export function isSameBesidesTold(one: Callback, other: Callback): boolean {
  const bare = ({ announced: _, telling: __, ...rest }: Callback) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b)));
  return bare(one) === bare(other);
}
