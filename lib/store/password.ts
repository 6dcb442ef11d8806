import { database } from './database';
import { isPassword, keepOnlyMaster, type LockRow, newLock, readLock } from './lock';
import { callbackTable, encounterTable } from './sealed-tables';

/** Sets a password where there is none. All that is sealed is sealed anew: the keys of before lay on the disk in clear. */
export async function setPassword(password: string, minutes: number | null, now: Date): Promise<void> {
  await sealAnew(await newLock(password, minutes, now));
}

/** @returns false where `before` is not the password; nothing is changed then */
export async function changePassword(before: string, password: string, now: Date): Promise<boolean> {
  const lock = await readLock();
  if (lock.kind === 'none' || !(await isPassword(before))) return false;
  await sealAnew(await newLock(password, lock.minutes, now));
  return true;
}

/** @returns false where it is not the password; nothing is changed then */
export async function removePassword(password: string): Promise<boolean> {
  if (!(await isPassword(password))) return false;
  await sealAnew(null);
  return true;
}

/** Whoever has forgotten the password goes on without what is locked by it; settings and profile stay. */
export async function dropLocked(): Promise<void> {
  const { callbacks, encounters, keys } = database();
  await database().transaction('rw', callbacks, encounters, keys, () =>
    Promise.all([callbacks.clear(), encounters.clear(), keys.clear()]),
  );
  await keepOnlyMaster(null);
}

/** In one transaction: all is sealed by new keys under the new lock, or nothing has changed. */
async function sealAnew(lock: LockRow | null): Promise<void> {
  const { callbacks, encounters, keys } = database();
  try {
    await database().transaction('rw', callbacks, encounters, keys, async () => {
      const [promises, services] = [await callbackTable().all(), await encounterTable().all()];
      await keys.clear();
      if (lock) await keys.put(lock);
      await callbackTable().bulkPut(promises);
      await encounterTable().bulkPut(services);
    });
  } finally {
    const standing = (await keys.get('lock')) as LockRow | undefined;
    await keepOnlyMaster(standing?.master ?? null);
  }
}
