import type { Encounter } from '@/lib/encounter';
import type { Channel, Moment } from '@/lib/standard';
import { database } from './database';

/** The encounter that runs, or null. */
export async function currentEncounter(): Promise<Encounter | null> {
  const last = await database().encounters.orderBy('startedAt').last();
  return last && last.endedAt === undefined ? last : null;
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

/** Takes an ending back. */
export async function resumeEncounter(id: string): Promise<void> {
  await database().transaction('rw', database().encounters, async () => {
    const encounter = await database().encounters.get(id);
    if (!encounter) return;
    const { endedAt: _, ...running } = encounter;
    await database().encounters.put(running);
  });
}
