import { browser } from 'wxt/browser';
import { parseStoredNote } from '@/lib/client-note';
import { currentEncounter } from './encounters';
import { changeSession, readSession } from './session-value';
import { isReadable, storeState } from './store-state';

const key = 'waiting-update';
const page = 'own-page';

/** The version that waits to take this one's place; null where none does. In memory: the next start takes it anyway. */
export async function readWaitingUpdate(): Promise<string | null> {
  return (await readSession<string>(key)) ?? null;
}

export function noteWaitingUpdate(version: string): Promise<void> {
  return changeSession<string>(key, () => version);
}

/** Says for as long as this page of Obok's is open that it is: an update would close it under the clerk's hands. */
export function holdUpdates(): void {
  void navigator.locks.request(page, { mode: 'shared' }, () => new Promise(() => {}));
}

/**
 * Whether an update would take something from the clerk: a page that is open, a service that runs, or what is kept in
 * the memory of the browser, which an update empties.
 */
export async function isUpdateHeld(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === page)) return true;
  if (Object.entries(await browser.storage.session.get(null)).some(isWork)) return true;
  // A store that cannot be read holds nothing back: the update may be what mends it.
  return isReadable(storeState()) && (await currentEncounter()) !== null;
}

/** What the clerk has made and no disk holds. The rest of the memory mirrors pages, which are read anew. */
function isWork([name, value]: [name: string, value: unknown]): boolean {
  if (name.startsWith('note:')) {
    const { contacts, edits } = parseStoredNote(value);
    return contacts.length > 0 || Object.keys(edits).length > 0;
  }
  if (!/^(?:facts|signs):|^callbacks-offered$|^callback-entry$/.test(name)) return false;
  return (Array.isArray(value) || typeof value === 'string') && value.length > 0;
}
