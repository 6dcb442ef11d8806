import type { BackupTimes } from '@/lib/backup';
import { type Callback, withWhatWasTold } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent } from '@/lib/reminders';
import { sealSigned } from '@/lib/signing';
import { isSameBesidesTold } from './callbacks';
import { database, type HistoryRow, type SingleRow } from './database';
import { type singlePlaces, singlesWhere } from './places';
import { putBackProfile, type TakenProfile, takeProfile } from './profiles';
import { callbackTable, encounterTable, openTable } from './sealed-tables';

/** What of the singles goes into a copy: `singlePlaces` says why the others do not. */
export type KeptSingles = {
  [Name in SingleRow['name'] as (typeof singlePlaces)[Name]['copy'] extends 'goes' ? Name : never]?: Extract<
    SingleRow,
    { name: Name }
  >['value'];
};
const copied = singlesWhere('copy', 'goes');

/** All that is the clerk's on this computer. */
export interface KeptData {
  callbacks: Callback[];
  encounters: Encounter[];
  history: ReminderEvent[];
  singles: KeptSingles;
}

/** Reads all of it as it stands at one moment. */
export async function readKept(): Promise<KeptData> {
  const { callbacks, encounters, history, singles, keys } = database();
  return database().transaction('r', callbacks, encounters, history, singles, keys, async () => ({
    callbacks: await callbackTable().all(),
    encounters: await encounterTable().all(),
    history: (await history.toArray()).map(({ id: _, ...event }) => event),
    singles: singlesOf(await singles.toArray()),
  }));
}

function singlesOf(rows: SingleRow[]): KeptSingles {
  const kept: KeptSingles = Object.fromEntries(
    rows.filter(({ name }) => copied.includes(name)).map(({ name, value }) => [name, value]),
  );
  if (!kept.profiles) return kept;
  // What the administrator gives comes from the administrator again.
  return { ...kept, profiles: kept.profiles.filter(({ from }) => from.kind !== 'policy') };
}

/** A row that restoring wrote, and what stood there before; null where nothing did. */
interface Piece {
  table: 'callbacks' | 'encounters' | 'history' | 'singles';
  key: string | number;
  before: unknown;
  after: unknown;
}

/** What restoring wrote, for as long as it may be taken back. Held by the screen, in memory. */
export interface Restored {
  pieces: Piece[];
  profiles: TakenProfile[];
}

/**
 * Writes what a copy brings, in one transaction: all, or nothing.
 *
 * @param decide gets what stands at that moment, and returns the rows to be written
 */
export async function restoreKept(decide: (standing: KeptData) => KeptData): Promise<Restored> {
  return database().transaction('rw', database().tables, async () => {
    const { callbacks, encounters, history, singles } = decide(await readKept());
    const rows = Object.entries(singles).map(([name, value]) => ({ name, value }) as SingleRow);
    const pieces = [
      ...(await written('callbacks', callbacks, ({ id }) => id)),
      ...(await written('encounters', encounters, ({ id }) => id)),
      // What has gone is remembered all the same once restoring was taken back.
      ...(await written('singles', rows, ({ name }) => name)).filter(({ key }) => key !== 'gone'),
    ];
    const keys = await database().history.bulkAdd(history as HistoryRow[], { allKeys: true });
    for (const [index, event] of history.entries()) {
      const id = Number(keys[index]);
      pieces.push({ table: 'history', key: id, before: null, after: { ...event, id } });
    }
    return { pieces, profiles: [] };
  });
}

async function written<Row>(
  table: Piece['table'],
  rows: Row[],
  keyOf: (row: Row) => string,
): Promise<Piece[]> {
  const before = await openTable(table).bulkGet(rows.map(keyOf));
  await openTable(table).bulkPut(rows);
  return rows.map((after, index) => ({ table, key: keyOf(after), before: before[index] ?? null, after }));
}

/**
 * Takes the profiles of a copy as from files, so that the administrator's rules hold for them, and adds them to what may
 * be taken back. @returns whether all were taken
 */
export async function takeCopiedProfiles(
  profiles: readonly TakenProfile[],
  restored: Restored,
  now: Date,
): Promise<boolean> {
  let areTaken = true;
  for (const { layer, source, signature, from } of profiles) {
    const file = signature ? sealSigned(source, signature) : source;
    const taking = await takeProfile(layer, file, from, now);
    if (taking.ok) restored.profiles.push(taking.taken);
    else areTaken = false;
  }
  return areTaken;
}

/** Takes restoring back (undo), profiles and rows in one transaction. @returns how many rows were changed again meanwhile, and stay */
export async function takeRestoredBack({ pieces, profiles }: Restored): Promise<number> {
  return database().transaction('rw', database().tables, async () => {
    const left = await Promise.all(profiles.map((taken) => putBackProfile(taken.layer, null, taken)));
    const ofRows = await takeRowsBack(pieces);
    return ofRows + left.filter((isBack) => !isBack).length;
  });
}

function takeRowsBack(pieces: readonly Piece[]): Promise<number> {
  return database().transaction('rw', database().tables, async () => {
    let stay = 0;
    for (const name of ['callbacks', 'encounters', 'history', 'singles'] as const) {
      const own = pieces.filter(({ table }) => table === name);
      const table = openTable(name);
      const standing = await table.bulkGet(own.map(({ key }) => key));
      const back: unknown[] = [];
      const gone: (string | number)[] = [];
      for (const [index, { key, before, after }] of own.entries()) {
        const now = standing[index];
        if (now === undefined || !isAsWritten(name, now, after)) stay += 1;
        else if (before === null) gone.push(key);
        else back.push(name === 'callbacks' ? withWhatWasTold(before as Callback, now as Callback) : before);
      }
      await database().table(name).bulkDelete(gone);
      await table.bulkPut(back);
    }
    return stay;
  });
}

function isAsWritten(table: Piece['table'], now: unknown, after: unknown): boolean {
  if (table === 'callbacks') return isSameBesidesTold(now as Callback, after as Callback);
  return JSON.stringify(now) === JSON.stringify(after);
}

/** When a copy was last made, and its offer put off. */
export async function readBackupTimes(): Promise<BackupTimes> {
  const row = await database().singles.get('backup');
  return row?.name === 'backup' ? row.value : {};
}

/** Writes the given parts; what is not given stays. */
export async function noteBackupTimes(parts: BackupTimes): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    await database().singles.put({ name: 'backup', value: { ...(await readBackupTimes()), ...parts } });
  });
}
