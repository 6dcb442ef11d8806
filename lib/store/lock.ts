import { lockFile, unlockFile } from '@/lib/locked-file';
import { keyOf } from '@/lib/sealing';
import { database } from './database';
import { meanwhile } from './meanwhile';
import { changeSession, readSession, watchSession } from './session-value';

/** What the clerk wrote is locked by a password that has not been typed since the browser was started, or since a lock. */
export class StoreLockedError extends Error {
  override name = 'StoreLockedError';
}

/** Stands among the keys: by it the keys of the months are locked. */
export interface LockRow {
  id: 'lock';
  /** Names the master key; another password has another. */
  master: string;
  /** The master key, locked by the password (`lib/locked-file`). */
  file: Uint8Array<ArrayBuffer>;
  /** Minutes without a touch after which it locks by itself; null for never before the browser is closed. */
  minutes: number | null;
}

/** How it stands with the lock. */
export type Lock =
  /** No password is set: the keys lie beside the rows. */
  { kind: 'none' } | { kind: 'open' | 'locked'; minutes: number | null };

/** After so many minutes, where nobody chose. */
export const usualMinutes = 30;
/** What the clerk may choose. */
export const lockMinutes: readonly (number | null)[] = [5, 15, 30, 60, null];

/** In `storage.session`, which is memory of the browser and open to the extension's own pages alone. */
const sessionKey = 'lock';
/** The master key by its name, in base64; two while a password is being changed. And when a page was last touched. */
interface OpenLock {
  masters: Record<string, string>;
  touchedAt: number;
}

const masterLength = 32;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

/** The clerk's master key of that name. @throws StoreLockedError where the password was not typed */
export async function masterKey(name: string): Promise<CryptoKey> {
  const text = (await readSession<OpenLock>(sessionKey))?.masters[name];
  if (text === undefined) throw new StoreLockedError();
  return keyOf(bytesOf(text));
}

export async function readLockRow(): Promise<LockRow | null> {
  return ((await database().keys.get('lock')) as LockRow | undefined) ?? null;
}

/** How it stands with the lock now. */
export async function readLock(): Promise<Lock> {
  const row = await readLockRow();
  if (!row) return { kind: 'none' };
  const open = await meanwhile(() => readSession<OpenLock>(sessionKey));
  return { kind: open?.masters[row.master] === undefined ? 'locked' : 'open', minutes: row.minutes };
}

/** Calls `listener` when it was locked or unlocked in whatever page, until `signal` aborts. */
export function watchLock(listener: () => void, signal: AbortSignal): void {
  watchSession(sessionKey, listener, signal);
}

/** @returns whether it is the password */
export async function unlock(password: string, now: Date): Promise<boolean> {
  const row = await readLockRow();
  if (!row) return true;
  const master = await unlockFile(row.file, password, masterLength);
  if (!(master instanceof Uint8Array)) return false;
  await changeOpen(() => ({ masters: { [row.master]: textOf(master) }, touchedAt: now.getTime() }));
  return true;
}

/** Locks now: the key leaves the memory, and every page of Obok asks for the password. */
export async function lockNow(): Promise<void> {
  await changeOpen(() => undefined);
}

/** Somebody works: it is not locked for want of it. The press that locks is a touch, too, and opens nothing. */
export async function noteTouch(now: Date): Promise<void> {
  await changeOpen((open) => open && { ...open, touchedAt: now.getTime() });
}

/** Locks where nobody has touched Obok for as long as the clerk chose. @returns whether it is still to be asked */
export async function lockWhereIdle(now: Date): Promise<boolean> {
  const open = await readSession<OpenLock>(sessionKey);
  const row = await readLockRow();
  if (!open || !row || row.minutes === null) return false;
  // A clock that was set back is no reason to stay open for hours.
  if (Math.abs(now.getTime() - open.touchedAt) < row.minutes * 60_000) return true;
  await lockNow();
  return false;
}

/** A new master key and its row, open in this browser from now on; what is sealed by it is another's part. */
export async function newLock(password: string, minutes: number | null, now: Date): Promise<LockRow> {
  const [master, name] = [random(masterLength), crypto.randomUUID()];
  const file = await lockFile(master, password, random);
  await changeOpen((open) => ({
    masters: { ...open?.masters, [name]: textOf(master) },
    touchedAt: now.getTime(),
  }));
  return { id: 'lock', master: name, file, minutes };
}

/** Forgets every master key but that one. */
export async function keepOnlyMaster(name: string | null): Promise<void> {
  await changeOpen((open) => {
    const text = name === null ? undefined : open?.masters[name];
    return open && name !== null && text !== undefined ? { ...open, masters: { [name]: text } } : undefined;
  });
}

/** Whether this is the password that is set. */
export async function isPassword(password: string): Promise<boolean> {
  const row = await readLockRow();
  return row !== null && (await unlockFile(row.file, password, masterLength)) instanceof Uint8Array;
}

export async function chooseLockMinutes(minutes: number | null): Promise<void> {
  await database().transaction('rw', database().keys, async () => {
    const row = await readLockRow();
    if (row) await database().keys.put({ ...row, minutes });
  });
}

const changeOpen = (change: (open: OpenLock | undefined) => OpenLock | undefined): Promise<void> =>
  changeSession<OpenLock>(sessionKey, change);

const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
