import {
  type Callback,
  type EscalationRules,
  type Review,
  review,
  told,
  type Waiting,
  withWhatWasTold,
} from '@/lib/callbacks';
import { database } from './database';
import { countChange } from './figures';
import { noteGone } from './gone';
import { StoreReadOnlyError } from './keep-open';
import { readProfile } from './profiles';
import { callbackTable } from './sealed-tables';

/** Adds a promise. Resolves when it is on the disk. */
export async function addCallback(callback: Callback): Promise<void> {
  const { callbacks, keys } = database();
  await database().transaction('rw', callbacks, keys, () => callbackTable().add(callback));
}

/** All promises, the next due first. Read in parts, so that a screen with very many stays awake meanwhile. */
export async function readCallbacks(): Promise<Callback[]> {
  const read: Callback[] = [];
  for (let last = ''; ; ) {
    const part = await database().callbacks.where('id').above(last).limit(partSize).toArray();
    for (const callback of await callbackTable().openAll(part)) read.push(callback);
    if (part.length < partSize) return read.sort((a, b) => a.due - b.due);
    last = part.at(-1)?.id ?? '';
  }
}

/** In rows: read and opened in some ten milliseconds. */
const partSize = 1_000;

/** The promises that are due first, settled ones among them: enough for a screen, while the rest is read. */
export async function readFirstCallbacks(count: number): Promise<Callback[]> {
  return callbackTable().openAll(await database().callbacks.orderBy('due').limit(count).toArray());
}

/** How many promises there are, settled or not. */
export const countCallbacks = async (): Promise<number> => database().callbacks.count();

/** What was promised in any of these services, the next due first. */
export async function callbacksOfEncounters(ids: readonly string[]): Promise<Callback[]> {
  const rows = await database()
    .callbacks.where('encounterId')
    .anyOf([...ids])
    .toArray();
  return callbackTable().openAll(rows.sort((a, b) => a.due - b.due));
}

/** What is told of those that are not settled, in no order. Nothing of a client is opened for it. */
export async function readUnsettledCallbacks(): Promise<Waiting[]> {
  return unsettled();
}

const unsettled = () => database().callbacks.where('state').anyOf('open', 'attempted', 'broken').toArray();

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
  return database().transaction('rw', database().callbacks, database().keys, database().singles, async () => {
    const before = await callbackTable().get(id);
    const after = before && change(before);
    if (!after || after === before) return null;
    await callbackTable().put(after);
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
  return database().transaction('rw', database().callbacks, database().keys, database().singles, async () => {
    const now = await callbackTable().get(asItWas.id);
    // What was erased meanwhile, with all that is known of a person, does not come back by an older undo.
    if (!now || (changed && !isSameBesidesTold(now, changed))) return false;
    const back = withWhatWasTold(asItWas, now);
    await callbackTable().put(back);
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
  return database().transaction('rw', database().callbacks, database().keys, async () => {
    const standing = (await callbackTable().bulkGet(ids)).filter((row) => row !== undefined);
    const rows = change(standing);
    await callbackTable().bulkPut(rows);
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
  return database().transaction('rw', database().callbacks, database().keys, async () => {
    let kept = 0;
    for (const { before, after } of written) {
      const now = await callbackTable().get(after.id);
      if (!now || !isSameBesidesTold(now, after)) kept += 1;
      else if (before === null) await database().callbacks.delete(after.id);
      else await callbackTable().put(withWhatWasTold(before, now));
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
      const found = review(await unsettled(), rules, isServing, now, notification);
      if (found.changed.length > 0) await database().callbacks.bulkPut(found.changed);
      return found;
    });
  } catch (error) {
    if (!(error instanceof StoreReadOnlyError)) throw error;
    // What cannot be marked would be told again and again. The number on the toolbar stays true.
    const found = review(await unsettled(), rules, isServing, now, notification);
    return { ...found, changed: [], telling: [] };
  }
}

/** Notes that a notification was shown. */
export async function noteTold(notification: string): Promise<void> {
  await database().transaction('rw', database().callbacks, async () => {
    const telling = (await unsettled()).filter((callback) => callback.telling === notification);
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
