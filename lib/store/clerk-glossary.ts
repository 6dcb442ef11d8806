import type { OwnTerm } from '@/lib/glossary';
import { database } from './database';

/** What the clerk made of the glossary. */
export interface ClerkGlossary {
  /** Ids of terms; one that has gone from the glossary stays here and comes back with it. */
  favourites: string[];
  /** The clerk’s own, the last added at the end. */
  terms: OwnTerm[];
}

const untouched: ClerkGlossary = { favourites: [], terms: [] };

export async function readClerkGlossary(): Promise<ClerkGlossary> {
  const row = await database().singles.get('clerk-glossary');
  return row?.name === 'clerk-glossary' ? row.value : untouched;
}

/** Marks a term as a favourite, or no longer. */
export async function setFavourite(id: string, isFavourite: boolean): Promise<void> {
  await change(({ favourites, terms }) => {
    const others = favourites.filter((one) => one !== id);
    return { favourites: isFavourite ? [...others, id] : others, terms };
  });
}

/**
 * Adds a term of the clerk’s, or puts it in the place of the one of its id.
 *
 * @returns what stood there, for undo; null where the term is new
 */
export async function keepClerkTerm(term: OwnTerm): Promise<OwnTerm | null> {
  let before: OwnTerm | null = null;
  await change(({ favourites, terms }) => {
    before = terms.find(({ id }) => id === term.id) ?? null;
    const kept = before ? terms.map((one) => (one.id === term.id ? term : one)) : [...terms, term];
    return { favourites, terms: kept };
  });
  return before;
}

/** Takes a term of the clerk’s out. It stays a favourite, should it come back by undo. */
export async function dropClerkTerm(id: string): Promise<void> {
  await change(({ favourites, terms }) => ({ favourites, terms: terms.filter((one) => one.id !== id) }));
}

/** In one transaction, so that two panels cannot undo one another. */
async function change(changed: (kept: ClerkGlossary) => ClerkGlossary): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    await database().singles.put({ name: 'clerk-glossary', value: changed(await readClerkGlossary()) });
  });
}
