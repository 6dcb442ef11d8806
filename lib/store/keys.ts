import { keyOf, newKey, open, shut } from '@/lib/sealing';
import { database } from './database';
import { type LockRow, masterKey, readLockRow, watchLock } from './lock';
import { meanwhile } from './meanwhile';

/** The key by which rows of one month are sealed. */
type MonthKey = {
  id: string;
  /** `2026-11`, by the computer's clock in UTC. */
  month: string;
} & (
  | { key: CryptoKey }
  /** Locked by the master key of that name, which only the clerk's password opens. */
  | { box: Uint8Array<ArrayBuffer>; master: string }
);

export type KeyRow = MonthKey | LockRow;

/** @param later months after that of `now`; negative ones before it */
function monthOf(now: Date, later = 0): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1)).toISOString().slice(0, 7);
}

/** Those that opened a row before, by id. No id ever stands for another key. Empty from when it is locked. */
const known = new Map<string, CryptoKey>();
let isWatching = false;

/** The key for rows that are written now, made where there is none: within the transaction that writes them. */
export async function keyForSealing(now: Date): Promise<{ id: string; key: CryptoKey }> {
  const { keys } = database();
  const month = monthOf(now);
  const standing = (await keys.where('month').equals(month).first()) as MonthKey | undefined;
  if (standing) {
    const key = await meanwhile(() => opened(standing));
    if (key) return { id: standing.id, key };
  }
  const lock = await readLockRow();
  const id = crypto.randomUUID();
  const [made, row] = await meanwhile(() => newMonthKey(id, month, lock));
  await keys.add(row);
  return { id, key: made };
}

async function newMonthKey(id: string, month: string, lock: LockRow | null): Promise<[CryptoKey, MonthKey]> {
  if (lock === null) {
    const key = await newKey();
    return [key, { id, month, key }];
  }
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const master = await masterKey(lock.master);
  const box = await shut(master, placeOf(id), bytes, crypto.getRandomValues(new Uint8Array(12)));
  return [await keyOf(bytes), { id, month, box, master: lock.master }];
}

/**
 * Those of these keys that there are. No row opens whose key is gone.
 *
 * @throws StoreLockedError where one is locked
 */
export async function keysForOpening(ids: readonly string[]): Promise<ReadonlyMap<string, CryptoKey>> {
  forgetWhenLocked();
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const found = await database().keys.bulkGet(missing);
  return meanwhile(async () => {
    for (const row of found) {
      const key = row && 'month' in row ? await opened(row) : null;
      if (row && key) known.set(row.id, key);
    }
    // What was learnt while it was being locked is not to stay.
    return new Map(known);
  });
}

/** @returns null where it is damaged */
async function opened(row: MonthKey): Promise<CryptoKey | null> {
  if ('key' in row) return row.key;
  const bytes = await open(await masterKey(row.master), placeOf(row.id), row.box);
  return bytes && keyOf(bytes);
}

const placeOf = (id: string) => `keys/${id}`;

function forgetWhenLocked(): void {
  if (isWatching) return;
  isWatching = true;
  watchLock(() => known.clear(), new AbortController().signal);
}

/** The ids of the keys by which rows may stay sealed: those of the present month and of the one before. */
export async function freshKeys(now: Date): Promise<string[]> {
  return database().keys.where('month').aboveOrEqual(monthOf(now, -1)).primaryKeys();
}

/** The ids of the keys of past months. */
export async function pastKeys(now: Date): Promise<string[]> {
  return database().keys.where('month').below(monthOf(now)).primaryKeys();
}
