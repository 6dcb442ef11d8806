import { database } from './database';
import { freshKeys, pastKeys } from './keys';
import { readLock } from './lock';
import { nothing, type SealedTable } from './sealed-table';
import { callbackTable, encounterTable } from './sealed-tables';

/** In rows: one transaction each, so that a worker that is stopped on its way has done what it did. */
const partSize = 200;

/**
 * Seals what stands open, from the time before there were keys, and anew what is sealed by a key from before last month;
 * then destroys the keys of past months by which nothing is sealed any more. So what was erased goes with its month's
 * key within two months. Called again, it goes on where it was stopped.
 */
export async function renewSeals(now: Date): Promise<void> {
  // Locked, nothing can be sealed anew; it is done when the clerk has typed the password.
  if ((await readLock()).kind !== 'locked') {
    await sealTable(callbackTable(), now);
    await sealTable(encounterTable(), now);
  }
  await destroyUnusedKeys(now);
}

async function sealTable<Row extends { id: string }, Clear extends keyof Row & string>(
  table: SealedTable<Row, Clear>,
  now: Date,
): Promise<void> {
  const { rows } = table;
  const fresh = [...(await freshKeys(now)), nothing];
  // Mostly there is nothing to do, and this is asked at each start of the background.
  if ((await rows.where('sealed.key').anyOf(fresh).count()) === (await rows.count())) return;
  for (let last = ''; ; ) {
    const ids = await rows.where('id').above(last).limit(partSize).primaryKeys();
    if (ids.length === 0) return;
    await database().transaction('rw', rows, database().keys, async () => {
      const found = (await rows.bulkGet(ids)).filter((row) => row !== undefined);
      // Rows that were never sealed have no key at all.
      const stale = found.filter((row) => !fresh.includes((row as Partial<typeof row>).sealed?.key ?? ''));
      await table.bulkPut(await table.openAll(stale));
    });
    last = ids.at(-1) ?? '';
  }
}

/** In one transaction, so that no row is sealed meanwhile by a key that goes. */
async function destroyUnusedKeys(now: Date): Promise<void> {
  const { callbacks, encounters, keys } = database();
  await database().transaction('rw', callbacks, encounters, keys, async () => {
    const unused: string[] = [];
    for (const id of await pastKeys(now)) {
      const users = await Promise.all(
        [callbacks, encounters].map((rows) => rows.where('sealed.key').equals(id).count()),
      );
      if (users.every((count) => count === 0)) unused.push(id);
    }
    await keys.bulkDelete(unused);
  });
}
