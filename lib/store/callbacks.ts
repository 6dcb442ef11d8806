import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { database } from './database';

/** Adds a promise. Resolves when it is on the disk. */
export async function addCallback(callback: Callback): Promise<void> {
  await database().callbacks.add(callback);
}

/** All promises, the next due first. */
export async function readCallbacks(): Promise<Callback[]> {
  return database().callbacks.orderBy('due').toArray();
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

/**
 * Changes a promise in one transaction, so that two screens cannot undo one another.
 *
 * @returns what it was before, for undo; null where it has gone meanwhile
 */
export async function changeCallback(
  id: string,
  change: (callback: Callback) => Callback,
): Promise<Callback | null> {
  return database().transaction('rw', database().callbacks, async () => {
    const before = await database().callbacks.get(id);
    if (!before) return null;
    await database().callbacks.put(change(before));
    return before;
  });
}

/** Puts a promise back as it was (undo). */
export async function putBackCallback(callback: Callback): Promise<void> {
  await database().callbacks.put(callback);
}

/** Takes a promise out as though it had never been (undo of adding). */
export async function removeCallback(id: string): Promise<void> {
  await database().callbacks.delete(id);
}
