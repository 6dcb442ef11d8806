import type { Table } from 'dexie';
import { browser } from 'wxt/browser';
import { keyOfEvent, nameIn } from '@/lib/backup';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent } from '@/lib/reminders';
import { database } from './database';
import { marksOf, noteBack, noteGone } from './gone';
import { memoryPlace, singlesWhere, tablePlace } from './places';
import { SealedTable } from './sealed-table';
import { encounterTable, openTable } from './sealed-tables';
import { readSession } from './session-value';

/** A row of whatever table, or a value in memory. */
interface KeptPiece {
  /** Name of the table; `memory` for `storage.session`. */
  place: string;
  key: string | number;
  value: unknown;
  /** What stands there after the erasing, where something does. */
  left?: unknown;
}

/** All that is about a person. */
export interface PersonData {
  callbacks: Callback[];
  /** Services that say something of the person: the reason of an ending, a case sign as written. */
  encounters: Encounter[];
  /** What else there is, whatever table it came to stand in. */
  others: KeptPiece[];
  /** Services in which something was promised to the person. They hold nothing of the person, and stay. */
  served: Encounter[];
  /** What is the clerk's own or the office's and says the same name or number; it stays. */
  ofOffice: (typeof told)[number][];
}

/** What was erased, for as long as it may be put back. Held by the screen, in memory. */
export interface Erased {
  /** Milliseconds since the epoch. */
  at: number;
  gone: KeptPiece[];
}

const told = ['clerk', 'profiles'] as const;
const passedOver: readonly string[] = [...told, ...singlesWhere('person', 'passed-over')];
const partSize = 4_000;

/** Looks through every table and the memory. @param isAbout tells whether a row or a value is about the person */
export async function findPerson(isAbout: (value: unknown) => boolean): Promise<PersonData> {
  const found: PersonData = { callbacks: [], encounters: [], others: [], served: [], ofOffice: [] };
  for (const table of database().tables) {
    if (tablePlace(table.name)?.person === 'passed-over') continue;
    for await (const row of rowsOf(table)) {
      if (isAbout(row)) sort(table.name, keyOf(table, row), row, found);
    }
  }
  for (const [key, value] of Object.entries(await browser.storage.session.get(null))) {
    if (memoryPlace(key)?.person !== 'passed-over' && isAbout(value))
      found.others.push({ place: 'memory', key, value });
  }
  const ids = new Set(found.callbacks.flatMap(({ encounterId }) => encounterId ?? []));
  found.served = (await encounterTable().bulkGet([...ids])).filter((one) => one !== undefined);
  return found;
}

function sort(place: string, key: string | number, row: unknown, found: PersonData): void {
  if (place === 'callbacks') found.callbacks.push(row as Callback);
  else if (place === 'encounters') found.encounters.push(row as Encounter);
  else if (place === 'singles' && passedOver.includes(String(key))) {
    found.ofOffice.push(...told.filter((name) => name === key));
  } else found.others.push({ place, key, value: row });
}

/** Read in parts, so that the screen stays awake over very many. */
async function* rowsOf(table: Table): AsyncGenerator<unknown> {
  for (let last: string | number | undefined; ; ) {
    const rest = last === undefined ? table.orderBy(':id') : table.where(':id').above(last);
    const part: unknown[] = await rest.limit(partSize).toArray();
    yield* await opened(table.name, part);
    if (part.length < partSize) return;
    last = keyOf(table, part.at(-1));
  }
}

/** Sealed rows as they are within. */
async function opened(place: string, rows: unknown[]): Promise<unknown[]> {
  const table = openTable(place);
  return table instanceof SealedTable ? table.openAll(rows as never[]) : rows;
}

function keyOf(table: Table, row: unknown): string | number {
  return (row as Record<string, string | number>)[String(table.schema.primKey.keyPath)] as string | number;
}

/**
 * Erases what was found, in one transaction: promises and other rows whole, of a service only what it says of the person,
 * so that a service that runs goes on. It is remembered what went, by ids and marks, so that no older copy brings it back.
 *
 * @returns what is needed to put it back
 */
export async function erasePerson(
  { callbacks, encounters, others }: Pick<PersonData, 'callbacks' | 'encounters' | 'others'>,
  isAbout: (value: unknown) => boolean,
  now: Date,
): Promise<Erased> {
  const gone: KeptPiece[] = [
    ...callbacks.map((value) => ({ place: 'callbacks', key: value.id, value })),
    ...encounters.map((value) => ({ place: 'encounters', key: value.id, value })),
    ...others,
  ];
  await database().transaction('rw', database().tables, async () => {
    const whole = callbacks.map(({ id }) => id);
    const names: string[] = [];
    for (const piece of gone) {
      const { place, key } = piece;
      if (place === 'encounters') {
        if (await eraseInEncounter(String(key), isAbout)) whole.push(String(key));
        else names.push(nameIn('words', String(key)));
      } else if (place === 'singles') names.push(...(await eraseInSingle(piece, isAbout)));
      else if (place !== 'memory') await database().table(place).delete(key);
      if (place === 'history') names.push(nameIn('history', keyOfEvent(piece.value as ReminderEvent)));
    }
    const marks = await marksOf(names.length > 0 ? ['', ...names] : []);
    const of = names.flatMap((name) => marks.get(name) ?? []);
    await noteGone('erased', whole, now, { key: marks.get('') ?? '', of });
  });
  for (const { place, key } of gone) {
    if (place === 'memory') await inItsTurn(key, () => browser.storage.session.remove(String(key)));
  }
  return { at: now.getTime(), gone };
}

/** @returns whether the whole of it went */
async function eraseInEncounter(id: string, isAbout: (value: unknown) => boolean): Promise<boolean> {
  const standing = await encounterTable().get(id);
  if (!standing) return false;
  const { cases, unfinished, ...rest } = standing;
  const left: Encounter = {
    ...rest,
    ...(cases ? { cases: cases.filter((sign) => !isAbout(sign)) } : {}),
    ...(unfinished ? { unfinished: { items: unfinished.items } } : {}),
  };
  const isWhole = isAbout(left);
  if (isWhole) await database().encounters.delete(id);
  else await encounterTable().put(left);
  return isWhole;
}

/**
 * Of a list, as that of the clerk's own terms, only what is about the person goes. The row is read anew, so that nothing
 * is lost that was written since. @returns the names of what went
 */
async function eraseInSingle(piece: KeptPiece, isAbout: (value: unknown) => boolean): Promise<string[]> {
  const row: { value: object } | undefined = await database().table('singles').get(piece.key);
  if (!row) return [];
  const names: string[] = [];
  const parts = Object.entries(row.value).map(([part, items]) => {
    if (!Array.isArray(items)) return [part, items];
    if (part === 'terms' || part === 'favourites')
      names.push(...items.filter(isAbout).map((item) => nameIn(part, item.id ?? item)));
    return [part, items.filter((item) => !isAbout(item))];
  });
  const left = { ...row, value: Object.fromEntries(parts) };
  piece.value = row;
  if (isAbout(left)) await database().table('singles').delete(piece.key);
  else {
    piece.left = left;
    await database().table('singles').put(left);
  }
  return names;
}

/** Puts back what was erased (undo), and nothing over what has come since. */
export async function putBackPerson({ at, gone }: Erased): Promise<void> {
  await database().transaction('rw', database().tables, async () => {
    for (const { place, key, value, left } of gone) {
      if (place === 'memory') continue;
      const standing = await openTable(place).get(key);
      const isUntouched = left !== undefined && JSON.stringify(standing) === JSON.stringify(left);
      if (standing === undefined || isUntouched) await openTable(place).put(value);
      else if (place === 'encounters') {
        const { cases, unfinished } = value as Encounter;
        const said = { ...(cases ? { cases } : {}), ...(unfinished ? { unfinished } : {}) };
        await encounterTable().put({ ...(standing as Encounter), ...said });
      }
    }
    await noteBack(at);
  });
  for (const { place, key, value } of gone) {
    if (place !== 'memory') continue;
    await inItsTurn(key, async () => {
      if ((await readSession(String(key))) === undefined) {
        await browser.storage.session.set({ [key]: value });
      }
    });
  }
}

/** Between two changes of that value, not within one (`changeSession`). */
const inItsTurn = (key: string | number, work: () => Promise<void>) =>
  navigator.locks.request(String(key), work);
