import { readCallbacks } from './callbacks';
import { database } from './database';
import type { SealedTable } from './sealed-table';
import { callbackTable, encounterTable } from './sealed-tables';
import { idsSetAside } from './set-aside';

/** How many rows this context has found that do not open and still stand. Nothing else is read for it. */
export async function countSetAside(): Promise<number> {
  const found = await Promise.all([stillSetAside(callbackTable()), stillSetAside(encounterTable())]);
  return found.flat().length;
}

/** Opens all there is, so that whatever does not open is known and counted. */
export async function lookForSetAside(): Promise<void> {
  await readCallbacks();
  await encounterTable().all();
}

/** Takes out for good what was set aside and still does not open. @returns how many rows went */
export async function dropSetAside(): Promise<number> {
  const { callbacks, encounters, keys } = database();
  return database().transaction('rw', callbacks, encounters, keys, async () => {
    const [promises, services] = [
      await stillSetAside(callbackTable()),
      await stillSetAside(encounterTable()),
    ];
    await callbacks.bulkDelete(promises);
    await encounters.bulkDelete(services);
    return promises.length + services.length;
  });
}

async function stillSetAside<Row extends { id: string }, Clear extends keyof Row & string>(
  table: SealedTable<Row, Clear>,
): Promise<string[]> {
  const ids = idsSetAside(table.rows.name);
  if (ids.length === 0) return [];
  const rows = (await table.rows.bulkGet(ids)).filter((row) => row !== undefined);
  const opened = await table.openEach(rows);
  return rows.filter((_, index) => opened[index] === null).map(({ id }) => id);
}
