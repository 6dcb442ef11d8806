import { type Callback, type Waiting, waitingParts } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { database } from './database';
import { type OpenTable, SealedTable } from './sealed-table';

/** What of a service stands in clear: a service goes on while the rest is locked. Nothing of it is a client's. */
const encounterParts = [
  'id',
  'channel',
  'moment',
  'startedAt',
  'setAsideAt',
  'endedAt',
  'course',
  'checklist',
  'waiting',
] as const satisfies (keyof Encounter)[];
export type EncounterPart = (typeof encounterParts)[number];

/** The promises, sealed as they are written and opened as they are read. */
export const callbackTable = () =>
  new SealedTable<Callback, keyof Waiting>(
    database().callbacks,
    waitingParts,
    ({ due, state, attempts }) =>
      typeof due === 'number' && typeof state === 'string' && Array.isArray(attempts),
  );

/** The services, likewise. */
export const encounterTable = () =>
  new SealedTable<Encounter, EncounterPart>(
    database().encounters,
    encounterParts,
    ({ startedAt, channel, moment }) =>
      typeof startedAt === 'number' && typeof channel === 'string' && typeof moment === 'string',
  );

/** A table of whatever name, as though none were sealed. */
export function openTable(name: string): OpenTable {
  if (name === 'callbacks') return callbackTable() as OpenTable;
  if (name === 'encounters') return encounterTable() as OpenTable;
  return database().table(name);
}
