import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent, Switches } from '@/lib/reminders';
import type { Clerk } from './clerk';

/** A value that stands once: the clerk, the switches, the key of case signs. */
interface Single<Name extends string, Value> {
  name: Name;
  value: Value;
}
export type SingleRow =
  | Single<'clerk', Clerk>
  | Single<'switches', Switches>
  | Single<'case-key', CryptoKey>
  | Single<'first-run-done', boolean>;

/** Kept for `historyDays`, wiped by `forgetOldHistory`. */
export type HistoryRow = ReminderEvent & { id: number };

/**
 * The one database, on the extension's own origin. Never import this from code that runs in a page: there IndexedDB
 * belongs to the visited site.
 *
 * | table | what | kept |
 * | --- | --- | --- |
 * | singles | the clerk's own settings | until erased |
 * | encounters | channel, moment and times of each service; no client's data | as history |
 * | history | what became of each reminder, case signs only as keyed hashes | 400 days |
 */
export class Database extends Dexie {
  declare singles: Table<SingleRow, SingleRow['name']>;
  declare encounters: EntityTable<Encounter, 'id'>;
  declare history: EntityTable<HistoryRow, 'id'>;

  constructor(name = 'obok') {
    // A write is told to the clerk as done, so it must be on the disk (Chrome 121+ defaults to `relaxed`).
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      singles: 'name',
      encounters: 'id, startedAt',
      history: '++id, at, reminderId',
    });
  }
}

let opened: Database | undefined;

/** The database of this extension context, opened on first use. */
export function database(): Database {
  opened ??= new Database();
  return opened;
}
