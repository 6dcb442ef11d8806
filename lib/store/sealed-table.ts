import { Dexie, type Table } from 'dexie';
import { type Box, open, shut } from '@/lib/sealing';
import { keyForSealing, keysForOpening } from './keys';
import { StoreLockedError } from './lock';
import { meanwhile } from './meanwhile';
import { noteSetAside } from './set-aside';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

declare const sealedHere: unique symbol;

/**
 * A row as it stands on the disk: what is sought and sorted by in clear, all else in a box. Only `SealedTable` makes one,
 * so that a row in clear cannot be written: it does not compile.
 */
export type SealedRow<Row, Clear extends keyof Row> = Pick<Row, Clear> & {
  id: string;
  sealed: Sealed;
  [sealedHere]: true;
};

interface Sealed {
  /** Id of its key; `nothing` where there is nothing to hide. */
  key: string;
  box?: Box;
}

/** Stands for the key where a row holds nothing but what is clear. */
export const nothing = 'nothing';

/** A table as Dexie has it; none of its rows can be read as though it were open. */
export type SealedRows<Row, Clear extends keyof Row> = Table<SealedRow<Row, Clear>, string>;

/** What whoever knows nothing of sealing asks of a table, sealed or not. Rows as they are handed in and out are open. */
export interface OpenTable {
  get(key: string | number): PromiseLike<unknown>;
  bulkGet(keys: (string | number)[]): PromiseLike<unknown[]>;
  put(row: unknown): PromiseLike<unknown>;
  bulkPut(rows: unknown[]): PromiseLike<unknown>;
}

/**
 * Seals what is written into a table, and opens what is read from it. Queries by what is clear go to `rows`; what they
 * give is opened with `openAll`. A transaction that writes has the table of the keys in it, too.
 */
export class SealedTable<Row extends { id: string }, Clear extends keyof Row & string> {
  /**
   * @param clear what stands in clear
   * @param isWhole whether an opened row is one: what is damaged is set aside
   */
  constructor(
    readonly rows: SealedRows<Row, Clear>,
    private readonly clear: readonly Clear[],
    private readonly isWhole: (row: Partial<Row>) => boolean,
  ) {}

  async get(id: string): Promise<Row | undefined> {
    return (await this.bulkGet([id]))[0];
  }

  /** Those that stand and open, each in the place of its id. */
  async bulkGet(ids: readonly string[]): Promise<(Row | undefined)[]> {
    const found = await this.rows.bulkGet([...ids]);
    const opened = await this.openAll(found.filter((row) => row !== undefined));
    const byId = new Map(opened.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }

  async all(): Promise<Row[]> {
    return this.openAll(await this.rows.toArray());
  }

  async add(row: Row): Promise<void> {
    for (const sealed of await this.sealAll([row])) await this.rows.add(sealed);
  }

  async put(row: Row): Promise<void> {
    await this.bulkPut([row]);
  }

  async bulkPut(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.rows.bulkPut(await this.sealAll(rows));
  }

  /**
   * Opens what a query of `rows` gave. One that does not open is set aside: it stays where it is and the others are
   * read. Rows of the time before there were keys stand open, and are read as they are.
   */
  async openAll(rows: readonly SealedRow<Row, Clear>[]): Promise<Row[]> {
    const opened = await this.openEach(rows);
    noteSetAside(
      this.rows.name,
      rows.map((row, index) => [row.id, opened[index] !== null]),
    );
    return opened.filter((row) => row !== null);
  }

  /** Opens what a query gave; where it is locked, what of it stands in clear. Never write that back. */
  async openOrBare(rows: readonly SealedRow<Row, Clear>[]): Promise<Row[]> {
    return this.openAll(rows).catch((error: unknown) => {
      if (error instanceof StoreLockedError) return rows.map((row) => bare<Row>(row));
      throw error;
    });
  }

  /** As `openAll`, each in its place; null for one that does not open. */
  async openEach(rows: readonly SealedRow<Row, Clear>[]): Promise<(Row | null)[]> {
    const whole = (row: Row | null) => (row !== null && this.isWhole(row) ? row : null);
    if (!rows.some(isSealed)) return rows.map((row) => whole(bare<Row>(row)));
    const ids = new Set(rows.flatMap((row) => (isSealed(row) ? [row.sealed.key] : [])));
    const keys = await keysForOpening([...ids]);
    return meanwhile(async () => {
      const opened = await Promise.all(rows.map((row) => this.opened(row, keys.get(row.sealed?.key))));
      return opened.map(whole);
    });
  }

  private async sealAll(rows: readonly Row[]): Promise<SealedRow<Row, Clear>[]> {
    // Otherwise the key could be destroyed before the row is on the disk.
    if (!Dexie.currentTransaction)
      throw new Error('Rows are sealed within the transaction that writes them.');
    const hidden = rows.map((row) => this.hiddenOf(row));
    const key = hidden.some((parts) => parts.length > 0) ? await keyForSealing(new Date()) : null;
    return meanwhile(() =>
      Promise.all(
        rows.map(async (row, index) => {
          const parts = hidden[index] ?? [];
          const sealed: Sealed =
            parts.length === 0 || key === null
              ? { key: nothing }
              : { key: key.id, box: await this.shut(key.key, row.id, parts) };
          return { ...this.pick(row), sealed } as SealedRow<Row, Clear>;
        }),
      ),
    );
  }

  private hiddenOf(row: Row): [string, unknown][] {
    return Object.entries(row).filter(
      ([name, value]) => value !== undefined && !this.clear.some((one) => one === name),
    );
  }

  private async shut(key: CryptoKey, id: string, hidden: [string, unknown][]): Promise<Box> {
    const text = encoder.encode(JSON.stringify(Object.fromEntries(hidden)));
    return shut(key, this.placeOf(id), text, crypto.getRandomValues(new Uint8Array(12)));
  }

  private async opened(row: SealedRow<Row, Clear>, key: CryptoKey | undefined): Promise<Row | null> {
    const box = row.sealed?.box;
    if (box === undefined) return bare(row);
    const text = key && (await open(key, this.placeOf(row.id), box));
    return text ? { ...bare<Row>(row), ...JSON.parse(decoder.decode(text)) } : null;
  }

  private placeOf(id: string): string {
    return `${this.rows.name}/${id}`;
  }

  private pick(row: Pick<Row, Clear>): Pick<Row, Clear> {
    const names = this.clear.filter((name) => row[name] !== undefined);
    return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<Row, Clear>;
  }
}

/** True where a box is to be opened. Rows of the time before there were keys have none. */
const isSealed = (row: { sealed?: Sealed }) => row.sealed?.box !== undefined;

/** A row that has nothing sealed, or without it. */
function bare<Row>(row: object): Row {
  const { sealed: _, ...rest } = row as { sealed?: Sealed };
  return rest as Row;
}
