import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Ageing } from '@/lib/ageing';
import type { BackupTimes, Gone } from '@/lib/backup';
import type { SeenDays } from '@/lib/calendar';
import type { Callback, Figures, ListView, Waiting } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent, Switches } from '@/lib/reminders';
import type { LockedKey } from '@/lib/signing';
import type { UnderliningChoices } from '@/lib/underlining';
import type { Clerk } from './clerk';
import type { ClerkGlossary } from './clerk-glossary';
import { asDeclared, keepOpen } from './keep-open';
import type { KeyRow } from './keys';
import type { PolicyRow } from './policy';
import type { ProfileAddress } from './profile-address';
import type { ProfileDraft } from './profile-draft';
import type { TakenProfile } from './profiles';
import type { SealedRows } from './sealed-table';
import type { EncounterPart } from './sealed-tables';

/** A value that stands once: the version of the schema, the clerk, the switches, the key of case signs, the profiles taken, the clerk’s own terms. */
interface Single<Name extends string, Value> {
  name: Name;
  value: Value;
}
export type SingleRow =
  | Single<'schema', { version: number }>
  | Single<'clerk', Partial<Clerk>>
  | Single<'switches', Switches>
  | Single<'case-key', CryptoKey>
  | Single<'first-run-done', boolean>
  | Single<'underlining', UnderliningChoices>
  | Single<'clerk-glossary', ClerkGlossary>
  | Single<'profiles', TakenProfile[]>
  | Single<'callback-view', ListView>
  | Single<'figures', Figures>
  | Single<'policy', PolicyRow>
  | Single<'profile-address', ProfileAddress>
  | Single<'profile-draft', ProfileDraft>
  | Single<'signing-key', LockedKey>
  | Single<'backup', BackupTimes>
  | Single<'gone', Gone>
  | Single<'ageing', Ageing>
  | Single<'seen-days', SeenDays>;

/** Kept for `historyDays`, wiped by `forgetOldHistory`. */
export type HistoryRow = ReminderEvent & { id: number };

/**
 * The one database, on the extension's own origin. Never import this from code that runs in a page: there IndexedDB
 * belongs to the visited site.
 *
 * | table | what | kept |
 * | --- | --- | --- |
 * | singles | the clerk's own settings | until erased |
 * | encounters | channel, moments, times and checklist of each service; cases and reasons sealed | by profile, 30 days |
 * | history | what became of each reminder, case signs only as keyed hashes | 400 days |
 * | callbacks | when somebody is to be called back; who and where, sealed | settled and 14 days, by profile |
 * | keys | the key of each month, by which rows are sealed; what the clerk's password locks them by | two months at most; until the password is removed |
 */
export class Database extends Dexie {
  declare singles: Table<SingleRow, SingleRow['name']>;
  declare encounters: SealedRows<Encounter, EncounterPart>;
  declare history: EntityTable<HistoryRow, 'id'>;
  declare callbacks: SealedRows<Callback, keyof Waiting>;
  declare keys: Table<KeyRow, string>;

  constructor(name = 'obok') {
    // A write is told to the clerk as done, so it must be on the disk (Chrome 121+ defaults to `relaxed`).
    super(name, { chromeTransactionDurability: 'strict', indexedDB: asDeclared });
    this.version(1).stores({
      singles: 'name',
      encounters: 'id, startedAt',
      history: '++id, at, reminderId',
    });
    this.version(2).stores({ callbacks: 'id, due, state, settledAt' });
    // By its key is found what is still to be sealed, and which keys are in use.
    this.version(3).stores({
      callbacks: 'id, due, state, settledAt, encounterId, sealed.key',
      encounters: 'id, startedAt, sealed.key',
      keys: 'id, month',
    });
    // A password may lock the keys: code that knows no lock is to keep off.
    this.version(4).stores({});
  }
}

let opened: Database | undefined;

/** The database of this extension context, opened on first use. */
export function database(): Database {
  if (!opened) {
    opened = new Database();
    keepOpen(opened);
  }
  return opened;
}
