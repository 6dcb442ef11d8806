import { type Encounter, isRunning } from '@/lib/encounter';
import type { Channel, Moment } from '@/lib/standard';
import { database } from './database';

/** More than a day's services: one that runs is among these even where it was taken up again or the clock set back. */
const lately = 200;

/** The encounter that runs, or null. */
export async function currentEncounter(): Promise<Encounter | null> {
  const latest = await database().encounters.orderBy('startedAt').reverse().limit(lately).toArray();
  return latest.find(isRunning) ?? null;
}

/** Starts the service of a client; one that still runs is ended first. */
export async function startEncounter(channel: Channel, now: Date): Promise<Encounter> {
  return database().transaction('rw', database().encounters, async () => {
    await endEncounter(now);
    const encounter: Encounter = {
      id: crypto.randomUUID(),
      channel,
      moment: 'greeting',
      startedAt: now.getTime(),
    };
    await database().encounters.add(encounter);
    return encounter;
  });
}

/** Moves the running encounter to a moment; does nothing where none runs. */
export async function setEncounterMoment(moment: Moment): Promise<void> {
  await database().transaction('rw', database().encounters, async () => {
    const running = await currentEncounter();
    if (running) await database().encounters.update(running.id, { moment });
  });
}

/** Changes the channel of the running encounter: a call that became a visit. */
export async function setEncounterChannel(channel: Channel): Promise<void> {
  await database().transaction('rw', database().encounters, async () => {
    const running = await currentEncounter();
    if (running) await database().encounters.update(running.id, { channel });
  });
}

/** Ends the running encounter. @returns it, so that the screen can offer to take the ending back, or null */
export async function endEncounter(now: Date): Promise<Encounter | null> {
  return database().transaction('rw', database().encounters, async () => {
    const running = await currentEncounter();
    if (running) await database().encounters.update(running.id, { endedAt: now.getTime() });
    return running;
  });
}

/**
 * Takes an ending back, unless the service of the next client has begun: only one runs at a time.
 *
 * @returns whether this encounter runs now
 */
export async function resumeEncounter(id: string): Promise<boolean> {
  return database().transaction('rw', database().encounters, async () => {
    const encounter = await database().encounters.get(id);
    const current = await currentEncounter();
    if (!encounter || current) return current?.id === id;
    const { endedAt: _, ...running } = encounter;
    await database().encounters.put(running);
    return true;
  });
}
