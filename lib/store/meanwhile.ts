import { Dexie } from 'dexie';

/** Runs work that is none of the database's: a transaction lives on meanwhile, which would end by itself otherwise. */
export function meanwhile<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  return Promise.resolve(Dexie.waitFor(Dexie.ignoreTransaction(work)));
}
