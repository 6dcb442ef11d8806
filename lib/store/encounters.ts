import type { Callback } from '@/lib/callbacks';
import { type Encounter, type EncounterStep, isRunning, isSetAside, takeStep } from '@/lib/encounter';
import type { Channel } from '@/lib/standard';
import { database } from './database';
import { callbackTable, encounterTable } from './sealed-tables';

/** More than a day's services: one that runs is among these even where it was taken up again or the clock set back. */
const lately = 200;

const latestRows = () => database().encounters.orderBy('startedAt').reverse().limit(lately).toArray();

/** The encounter that runs, or null. While it is locked, what of it stands in clear. */
export async function currentEncounter(): Promise<Encounter | null> {
  const running = (await latestRows()).filter(isRunning);
  return (await encounterTable().openOrBare(running))[0] ?? null;
}

/** The services that were interrupted and wait to be taken up again, the longest waiting first; locked, likewise. */
export async function encountersSetAside(): Promise<Encounter[]> {
  const waiting = (await latestRows()).filter(isSetAside);
  return (await encounterTable().openOrBare(waiting)).sort(
    (a, b) => (a.setAsideAt ?? 0) - (b.setAsideAt ?? 0),
  );
}

export async function readEncounter(id: string): Promise<Encounter | null> {
  return (await encounterTable().get(id)) ?? null;
}

/** True while a service runs or waits. */
export async function isOpenEncounter(id: string): Promise<boolean> {
  const row = await database().encounters.get(id);
  return row !== undefined && row.endedAt === undefined;
}

/**
 * Takes a step in one transaction, so that two screens at once leave one encounter running.
 *
 * @returns what it changed; nothing where the step no longer fits
 */
export async function stepEncounter(step: EncounterStep, now: Date): Promise<Encounter[]> {
  return database().transaction('rw', database().encounters, database().keys, async () => {
    const encounters = await encounterTable().openAll(await latestRows());
    // An ending may be taken back, and an interrupted call taken up, from further back than the latest.
    const named = 'id' in step && step.id !== undefined ? await encounterTable().get(step.id) : undefined;
    const known =
      named && !encounters.some(({ id }) => id === named.id) ? [...encounters, named] : encounters;
    const changed = takeStep(step, known, now.getTime());
    await encounterTable().bulkPut(changed);
    return changed;
  });
}

/** Starts the service of a client; one that still runs is ended first. */
export async function startEncounter(channel: Channel, now: Date): Promise<Encounter> {
  const id = crypto.randomUUID();
  const changed = await stepEncounter({ kind: 'start', id, channel }, now);
  return begunIn(changed, id);
}

/**
 * Turns to a client who came in person: the running service waits, and what was promised to its client is kept with it.
 *
 * @returns the service at the desk, and the one set aside; null where none ran
 */
export async function turnToDesk(
  now: Date,
  promiseFor: (setAside: Encounter) => Callback | null,
): Promise<{ atDesk: Encounter; setAside: Encounter | null; callback: Callback | null }> {
  const { encounters, callbacks, keys } = database();
  return database().transaction('rw', encounters, callbacks, keys, async () => {
    const id = crypto.randomUUID();
    const changed = await stepEncounter({ kind: 'set-aside', id, channel: 'desk' }, now);
    const setAside = changed.find(isSetAside) ?? null;
    const callback = setAside && promiseFor(setAside);
    if (callback) await callbackTable().add(callback);
    return { atDesk: begunIn(changed, id), setAside, callback };
  });
}

/**
 * Takes `turnToDesk` back: the call goes on, the promise and the service at the desk never were.
 *
 * @returns false where the clerk has turned to somebody else meanwhile; nothing is changed then
 */
export async function turnBack(turned: Awaited<ReturnType<typeof turnToDesk>>, now: Date): Promise<boolean> {
  const { encounters, callbacks, keys } = database();
  return database().transaction('rw', encounters, callbacks, keys, async () => {
    const { atDesk, setAside, callback } = turned;
    if ((await currentEncounter())?.id !== atDesk.id) return false;
    await database().encounters.delete(atDesk.id);
    if (setAside) await stepEncounter({ kind: 'take-up', id: setAside.id }, now);
    if (callback) await database().callbacks.delete(callback.id);
    return true;
  });
}

/** Ends the running encounter. @returns it, so that the screen can offer to take the ending back, or null */
export async function endEncounter(now: Date): Promise<Encounter | null> {
  const [ended] = await stepEncounter({ kind: 'end' }, now);
  return ended ?? null;
}

/**
 * Takes an ending back, unless the service of the next client has begun: only one runs at a time.
 *
 * @returns whether this encounter runs now
 */
export async function resumeEncounter(id: string): Promise<boolean> {
  await stepEncounter({ kind: 'reopen', id }, new Date(0));
  return (await currentEncounter())?.id === id;
}

function begunIn(changed: Encounter[], id: string): Encounter {
  const begun = changed.find((encounter) => encounter.id === id);
  if (!begun) throw new Error('An encounter with a new id was not begun.');
  return begun;
}
