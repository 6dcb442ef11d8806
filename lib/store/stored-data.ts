import { browser } from 'wxt/browser';
import { readAgeing } from './ageing';
import { readClerkGlossary } from './clerk-glossary';
import { database } from './database';
import { readFigures } from './figures';
import { memoryPlace } from './places';

/** How much is kept, for the screen that tells the clerk. */
export interface StoredCounts {
  /** What became of reminders. */
  events: number;
  encounters: number;
  callbacks: number;
  /** Weeks of the clerk's own figures. */
  weeks: number;
  /** The clerk’s own and favourite terms. */
  terms: number;
  /** Conditions of the office's profile of which it is counted when they last matched. */
  conditions: number;
}

export async function countStored(): Promise<StoredCounts> {
  const [events, encounters, callbacks, figures, glossary, ageing] = await Promise.all([
    database().history.count(),
    database().encounters.count(),
    database().callbacks.count(),
    readFigures(),
    readClerkGlossary(),
    readAgeing(),
  ]);
  const terms = new Set([...glossary.favourites, ...glossary.terms.map(({ id }) => id)]).size;
  const conditions = Object.keys(ageing.matched).length;
  return { events, encounters, callbacks, weeks: Object.keys(figures).length, terms, conditions };
}

/**
 * Erases all that is on the disk, the key of case signs and those of the rows included: a case met before is a new one
 * afterwards, and what the browser has not yet cleared from the disk cannot be opened; and what is in memory, but for what
 * the background needs to take its strips out of open pages. The permissions for addresses are the browser's and stay.
 */
export async function eraseEverything(): Promise<void> {
  await database().transaction('rw', database().tables, async () => {
    await Promise.all(database().tables.map((table) => table.clear()));
  });
  const keys = Object.keys(await browser.storage.session.get(null));
  await Promise.all(
    keys
      .filter((key) => memoryPlace(key)?.all !== 'stays')
      // In its turn, or a change under way would put it back.
      .map((key) => navigator.locks.request(key, () => browser.storage.session.remove(key))),
  );
}
