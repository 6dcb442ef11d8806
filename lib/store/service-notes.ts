import { browser } from 'wxt/browser';
import type { Callback } from '@/lib/callbacks';
import { type NoteLook, parseStoredNote, type StoredNote } from '@/lib/client-note';
import type { Encounter } from '@/lib/encounter';
import type { Profile } from '@/lib/profile';
import { database } from './database';

/** What Obok knows was done in a service; checklists tick themselves off by it. */
export type ServiceFact = NonNullable<Profile['checklists'][number]['items'][number]['knownBy']>;

/** A note written while no service runs. */
const none = 'none';
const noteKey = (encounterId: string | null) => `note:${encounterId ?? none}`;
const factsKey = (encounterId: string) => `facts:${encounterId}`;
const lookKey = 'look-of-note';
const ofService = /^(?:note|facts):(.+)$/;

const session = () => browser.storage.session;

export async function readEncounter(id: string): Promise<Encounter | null> {
  return (await database().encounters.get(id)) ?? null;
}

/** What was promised in a service, the next due first. */
export async function promisesOf({ id, startedAt }: Encounter): Promise<Callback[]> {
  return database()
    .callbacks.where('due')
    .aboveOrEqual(startedAt)
    .filter(({ encounterId }) => encounterId === id)
    .toArray();
}

/** The client's note, kept in memory by the browser (`storage.session`). @param encounterId null: of no service */
export async function readNote(encounterId: string | null): Promise<StoredNote> {
  const key = noteKey(encounterId);
  return parseStoredNote((await session().get(key))[key]);
}

/**
 * Changes the note, one change after another in every window: `storage.session` has no transactions. Once its service
 * has ended nothing is kept.
 */
export async function changeNote(
  encounterId: string | null,
  change: (note: StoredNote) => StoredNote,
): Promise<void> {
  const key = noteKey(encounterId);
  await navigator.locks.request(key, async () => {
    if (encounterId !== null && !(await isOpen(encounterId))) return;
    await session().set({ [key]: change(await readNote(encounterId)) });
  });
}

/** Calls `listener` whenever the note was changed or removed, until `signal` aborts. */
export function watchNote(encounterId: string | null, listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && noteKey(encounterId) in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}

/** Keeps in memory, while the service lasts, that this was done in it. */
export async function addServiceFact(encounterId: string, fact: ServiceFact): Promise<void> {
  const key = factsKey(encounterId);
  await navigator.locks.request(key, async () => {
    if (!(await isOpen(encounterId))) return;
    const known = ((await session().get(key))[key] as string[] | undefined) ?? [];
    if (!known.includes(fact)) await session().set({ [key]: [...known, fact] });
  });
}

/** Removes the notes and facts of services that have ended, or were erased. */
export async function forgetNotesOfEnded(): Promise<void> {
  const keys = Object.keys(await session().get(null));
  await Promise.all(
    keys.map(async (key) => {
      const id = ofService.exec(key)?.[1];
      if (id === undefined || id === none || (await isOpen(id))) return;
      // In its turn, or a change under way would put the note back.
      await navigator.locks.request(key, () => session().remove(key));
    }),
  );
}

/** Removes the note that was written in this tab while no service ran. */
export async function forgetNotesOfTab(tabId: number): Promise<void> {
  if ((await readNote(null)).tabId === tabId) await session().remove(noteKey(null));
}

/** How the note is printed; kept until the browser closes. */
export async function readNoteLook(): Promise<NoteLook> {
  // Most office printers hold A4 and nothing else.
  return {
    paper: 'a4',
    print: 'normal',
    ...((await session().get(lookKey))[lookKey] as NoteLook | undefined),
  };
}

export async function saveNoteLook(look: NoteLook): Promise<void> {
  await session().set({ [lookKey]: look });
}

async function isOpen(encounterId: string): Promise<boolean> {
  const encounter = await readEncounter(encounterId);
  return encounter !== null && encounter.endedAt === undefined;
}
