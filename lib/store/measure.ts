import type { Table } from 'dexie';
import { database } from './database';
import { historyDays } from './history';

/** What is kept of each kind: roughly how much room it takes, and when the first of it is deleted by itself. */
export type Measured = Record<
  'callbacks' | 'encounters' | 'events' | 'terms' | 'weeks' | 'conditions' | 'profiles' | 'others',
  Measure
>;
interface Measure {
  /** Estimated; without what the database itself adds. */
  bytes: number;
  /** From this moment on the next to go may go, in milliseconds since the epoch; null where none is to. */
  nextAt: number | null;
}

const day = 86_400_000;
/** So many rows tell how long the others are. */
const sampled = 200;
/** A service may be taken up again and end after one that began later. */
const oldest = 100;

/** @param days how long settled promises and ended services are kept */
export async function measureStored(days: { callbacks: number; encounters: number }): Promise<Measured> {
  const { callbacks, encounters, history, singles } = database();
  return database().transaction('r', callbacks, encounters, history, singles, async () => {
    const [settled, ended, first, rows] = await Promise.all([
      callbacks.orderBy('settledAt').first(),
      encounters.orderBy('startedAt').limit(oldest).toArray(),
      history.orderBy('at').first(),
      singles.toArray(),
    ]);
    const of = (name: string): Measure => ({
      bytes: bytesOf(rows.filter((row) => row.name === name)),
      nextAt: null,
    });
    const named = ['clerk-glossary', 'figures', 'ageing', 'profiles'];
    const ends = ended.flatMap(({ endedAt }) => endedAt ?? []);
    return {
      callbacks: {
        bytes: await tableBytes(callbacks),
        nextAt: settled?.settledAt === undefined ? null : settled.settledAt + days.callbacks * day,
      },
      encounters: {
        bytes: await tableBytes(encounters),
        nextAt: ends.length === 0 ? null : Math.min(...ends) + days.encounters * day,
      },
      events: { bytes: await tableBytes(history), nextAt: first ? first.at + historyDays * day : null },
      terms: of('clerk-glossary'),
      weeks: of('figures'),
      conditions: of('ageing'),
      profiles: of('profiles'),
      others: { bytes: bytesOf(rows.filter(({ name }) => !named.includes(name))), nextAt: null },
    };
  });
}

async function tableBytes<Row, Key>(table: Table<Row, Key>): Promise<number> {
  const [count, rows] = await Promise.all([table.count(), table.limit(sampled).toArray()]);
  return rows.length === 0 ? 0 : Math.round((bytesOf(rows) / rows.length) * count);
}

const bytesOf = (rows: unknown[]): number =>
  rows.reduce<number>((sum, row) => sum + new TextEncoder().encode(JSON.stringify(row, plain)).length, 0);

/** What is sealed takes a byte for each of its own. */
const plain = (_: string, value: unknown) => (value instanceof Uint8Array ? ' '.repeat(value.length) : value);
