import { browser } from 'wxt/browser';

/** What happened in a service, as the profile's `knownBy` names it. */
export type EncounterFact = 'number-given' | 'callback-promised';

/** A number given to the client, for her note. */
export interface GivenContact {
  person: string;
  position?: string;
  phone: string;
  /** As the clerk typed it; empty for the office's hours. */
  when: string;
}

/** What is kept under `note:<id>`; others may keep more there. */
interface NoteSoFar {
  contacts?: GivenContact[];
}

const factsKey = (encounterId: string) => `facts:${encounterId}`;
const noteKey = (encounterId: string) => `note:${encounterId}`;

/** One change at a time, in every window: `storage.session` has no transactions. */
async function change<Value>(key: string, to: (before: Value | undefined) => Value): Promise<void> {
  await navigator.locks.request(key, async () => {
    const stored = await browser.storage.session.get(key);
    await browser.storage.session.set({ [key]: to(stored[key] as Value | undefined) });
  });
}

/**
 * Adds to the facts of a service, each once. Kept in memory by the browser, and gone with it.
 *
 * @returns whether it is new: only then may an undo take it back
 */
export async function addFact(encounterId: string, fact: EncounterFact): Promise<boolean> {
  let isNew = false;
  await change<EncounterFact[]>(factsKey(encounterId), (facts = []) => {
    isNew = !facts.includes(fact);
    return isNew ? [...facts, fact] : facts;
  });
  return isNew;
}

/** Takes a fact back (undo). */
export async function removeFact(encounterId: string, fact: EncounterFact): Promise<void> {
  await change<EncounterFact[]>(factsKey(encounterId), (facts = []) => facts.filter((one) => one !== fact));
}

/** Keeps a number that was given for the client's note. */
export async function addContact(encounterId: string, contact: GivenContact): Promise<void> {
  await change<NoteSoFar>(noteKey(encounterId), (note = {}) => ({
    ...note,
    contacts: [...(note.contacts ?? []), contact],
  }));
}

/** Takes the last such number back (undo). */
export async function removeContact(encounterId: string, { phone, when }: GivenContact): Promise<void> {
  await change<NoteSoFar>(noteKey(encounterId), (note = {}) => {
    const contacts = note.contacts ?? [];
    const at = contacts.findLastIndex((one) => one.phone === phone && one.when === when);
    return { ...note, contacts: contacts.filter((_, index) => index !== at) };
  });
}
