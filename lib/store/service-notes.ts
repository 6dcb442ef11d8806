import { browser } from 'wxt/browser';
import { type NoteLook, parseStoredNote, type StoredNote } from '@/lib/client-note';
import { isOpenEncounter } from './encounters';
import { changeSession, readSession, watchSession } from './session-value';

/** A note written while no service runs. */
const none = 'none';
const noteKey = (encounterId: string | null) => `note:${encounterId ?? none}`;
const lookKey = 'look-of-note';
/** All that is kept in memory of one service. */
const ofService = /^(?:note|facts|signs):(.+)$/;

const session = () => browser.storage.session;

/** The client's note, kept in memory by the browser (`storage.session`). @param encounterId null: of no service */
export async function readNote(encounterId: string | null): Promise<StoredNote> {
  return parseStoredNote(await readSession(noteKey(encounterId)));
}

/**
 * Changes the note, one change after another in every window: `storage.session` has no transactions. Once its service
 * has ended nothing is kept.
 */
export async function changeNote(
  encounterId: string | null,
  change: (note: StoredNote) => StoredNote,
): Promise<void> {
  if (encounterId !== null && !(await isOpenEncounter(encounterId))) return;
  await changeSession(noteKey(encounterId), (before) => change(parseStoredNote(before)));
}

/** Calls `listener` whenever the note was changed or removed, until `signal` aborts. */
export function watchNote(encounterId: string | null, listener: () => void, signal: AbortSignal): void {
  watchSession(noteKey(encounterId), listener, signal);
}

/** Removes the notes and facts of services that have ended, or were erased. */
export async function forgetNotesOfEnded(): Promise<void> {
  const keys = Object.keys(await session().get(null));
  await Promise.all(
    keys.map(async (key) => {
      const id = ofService.exec(key)?.[1];
      if (id === undefined || id === none || (await isOpenEncounter(id))) return;
      // In its turn, or a change under way would put the note back.
      await navigator.locks.request(key, () => session().remove(key));
    }),
  );
}

/** Removes the note that was written in this tab while no service ran. */
export async function forgetNotesOfTab(tabId: number): Promise<void> {
  const key = noteKey(null);
  const note = (await session().get(key))[key] as Partial<StoredNote> | undefined;
  if (note?.tabId === tabId) await session().remove(key);
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
