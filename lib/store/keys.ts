import { newKey } from '@/lib/sealing';
import { database } from './database';
import { meanwhile } from './meanwhile';

/** The key by which rows of one month are sealed. */
export interface MonthKey {
  id: string;
  /** `2026-11`, by the computer's clock in UTC. */
  month: string;
  key: CryptoKey;
}

/** @param later months after that of `now`; negative ones before it */
function monthOf(now: Date, later = 0): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1)).toISOString().slice(0, 7);
}

/** Those that opened a row before, by id. No id ever stands for another key. */
const known = new Map<string, CryptoKey>();

/** The key for rows that are written now, made where there is none: within the transaction that writes them. */
export async function keyForSealing(now: Date): Promise<MonthKey> {
  const { keys } = database();
  const month = monthOf(now);
  const standing = await keys.where('month').equals(month).first();
  if (standing) return standing;
  const made: MonthKey = { id: crypto.randomUUID(), month, key: await meanwhile(newKey) };
  await keys.add(made);
  return made;
}

/** Those of these keys that there are. No row opens whose key is gone. */
export async function keysForOpening(ids: readonly string[]): Promise<ReadonlyMap<string, CryptoKey>> {
  const missing = ids.filter((id) => !known.has(id));
  const found = missing.length === 0 ? [] : await database().keys.bulkGet(missing);
  for (const one of found) if (one) known.set(one.id, one.key);
  return known;
}

/** The ids of the keys by which rows may stay sealed: those of the present month and of the one before. */
export async function freshKeys(now: Date): Promise<string[]> {
  return database().keys.where('month').aboveOrEqual(monthOf(now, -1)).primaryKeys();
}

/** The ids of the keys of past months. */
export async function pastKeys(now: Date): Promise<string[]> {
  return database().keys.where('month').below(monthOf(now)).primaryKeys();
}
