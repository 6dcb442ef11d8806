import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export type Store = typeof import('@/lib/store');
/** All that outlives a process: the rows of each table, what is in memory of the browser and in `storage.local`. */
export interface Left {
  rows: Record<string, unknown[]>;
  session: Record<string, unknown>;
  local: Record<string, unknown>;
}

/**
 * A page or the background of Obok, with modules and a connection of its own, that can be made to die. From that moment it
 * does nothing: what it has committed stays, transactions that are open are rolled back as the browser does it, and
 * nothing it waits for ever answers, so that no `catch` and no `finally` of it runs.
 */
export interface Process {
  store: Store;
  /** How many requests, commits and writes to a storage it has made. */
  effects: number;
  /** How many more it makes before it dies. */
  breath: number;
  isDead: boolean;
  /** Settles when it dies. */
  death: Promise<void>;
}

interface Life extends Process {
  end: () => void;
  transactions: Set<IDBTransaction>;
  requests: Set<IDBRequest>;
}

/** Whose turn it is: one runs at a time. */
let living: Life | null = null;
const lifeOf = new WeakMap<IDBDatabase, Life>();

/** Begins a process: everything of the one before is forgotten. */
export async function begin(): Promise<Process> {
  let end = () => {};
  const death = new Promise<void>((over) => {
    end = over;
  });
  const life: Life = {
    store: {} as Store,
    effects: 0,
    breath: Number.POSITIVE_INFINITY,
    isDead: false,
    death,
    end,
    transactions: new Set(),
    requests: new Set(),
  };
  living = life;
  vi.resetModules();
  life.store = await import('@/lib/store');
  await life.store.readClerk();
  // What it writes at its start is not what is watched.
  while (life.store.storeState().kind !== 'open') await turn();
  life.effects = 0;
  return life;
}

/** @returns whether it got to its end; what failed there is thrown */
export async function lives(process: Process, work: () => Promise<unknown>): Promise<boolean> {
  const done = new Promise<boolean>((over, fail) => {
    // On a turn of its own: Dexie follows a transaction through everything that is awaited after it.
    setTimeout(() =>
      work().then(
        () => setTimeout(over, 0, true),
        (error: unknown) => setTimeout(fail, 0, error),
      ),
    );
  });
  const isDone = await Promise.race([done, process.death.then(() => false)]);
  // What the dead one still waited for has come and gone.
  for (let turns = 0; turns < 3; turns += 1) await turn();
  return isDone;
}

const turn = () => new Promise((over) => setTimeout(over));

/** @returns true where it has died of this */
function isLast(life: Life): boolean {
  if (life.isDead) return true;
  life.effects += 1;
  life.breath -= 1;
  if (life.breath < 0) die(life);
  return life.isDead;
}

function die(life: Life): void {
  life.isDead = true;
  for (const request of life.requests) makeDeaf(request);
  for (const transaction of life.transactions) {
    makeDeaf(transaction);
    // Dexie asks early for the commit of a single write; until it is done it may still come to nothing.
    const standing = transaction as unknown as { _state: string };
    if (standing._state === 'committing') standing._state = 'active';
    try {
      transaction.abort();
    } catch {
      // It is committed, and stays.
    }
  }
  life.end();
}

/** Whoever listens to it hears nothing more. */
function makeDeaf<Target extends object>(target: Target): Target {
  for (const name of ['onsuccess', 'onerror', 'onabort', 'oncomplete']) {
    Object.defineProperty(target, name, { get: () => null, set: () => {} });
  }
  return target;
}
const neverAnswers = () => makeDeaf(new IDBRequest());
const never = () => new Promise<never>(() => {});

/** What is asked of a transaction whose process is dead. */
const ghost = new Proxy({} as IDBObjectStore, {
  get: (_, name) => (name === 'index' ? () => ghost : () => neverAnswers()),
});

type Asked = Record<string, (this: never, ...given: never[]) => unknown>;
/** Has `instead` answer in the place of what stands there. */
function replace(
  owner: object,
  name: string,
  instead: (self: never, given: unknown[], ask: () => unknown) => unknown,
): void {
  const was = (owner as Asked)[name] as (...given: unknown[]) => unknown;
  (owner as Record<string, unknown>)[name] = function (this: never, ...given: unknown[]) {
    return instead(this, given, () => was.apply(this, given));
  };
}

const requests = {
  store: ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'add', 'put', 'delete', 'clear'],
  both: ['openCursor', 'openKeyCursor'],
  cursor: ['update', 'delete', 'continue', 'continuePrimaryKey', 'advance'],
};

/** Between the processes and all that they write to stands this. Called once, before any begins. */
export function makeMortal(): void {
  replace(IDBFactory.prototype, 'open', (_, __, ask) => {
    const request = ask() as IDBOpenDBRequest;
    const life = living;
    const note = () => {
      if (life) lifeOf.set(request.result, life);
    };
    request.addEventListener('upgradeneeded', note);
    request.addEventListener('success', note);
    return request;
  });
  replace(IDBDatabase.prototype, 'transaction', (connection, _, ask) => {
    const life = lifeOf.get(connection);
    const transaction = ask() as IDBTransaction;
    life?.transactions.add(transaction);
    // Of several at once one may be committed, and another not.
    if (life && transaction.mode === 'readwrite')
      transaction.addEventListener('complete', () => isLast(life));
    return life?.isDead ? makeDeaf(transaction) : transaction;
  });
  replace(IDBTransaction.prototype, 'objectStore', ({ db }: IDBTransaction, _, ask) =>
    lifeOf.get(db)?.isDead ? ghost : ask(),
  );
  const watched: [object, string[], (self: never) => IDBTransaction][] = [
    [
      IDBObjectStore.prototype,
      [...requests.store, ...requests.both],
      (self: IDBObjectStore) => self.transaction,
    ],
    [
      IDBIndex.prototype,
      [...requests.store.slice(0, 5), ...requests.both],
      (self: IDBIndex) => self.objectStore.transaction,
    ],
    [
      IDBCursor.prototype,
      requests.cursor,
      ({ source }: IDBCursor) => ('objectStore' in source ? source.objectStore : source).transaction,
    ],
  ];
  for (const [owner, names, transactionOf] of watched) {
    for (const name of names) {
      replace(owner, name, (self, given, ask) => {
        const life = lifeOf.get(transactionOf(self).db);
        if (!life) return ask();
        // By these Dexie keeps a transaction awake while something is sealed.
        const isSpin = given[0] === Number.NEGATIVE_INFINITY;
        if (isSpin ? life.isDead : isLast(life)) return neverAnswers();
        const request = ask() as IDBRequest | undefined;
        if (request) life.requests.add(request);
        return request;
      });
    }
  }
  for (const area of [fakeBrowser.storage.session, fakeBrowser.storage.local]) {
    for (const name of ['set', 'remove', 'clear'])
      replace(area, name, (_, __, ask) => (living && isLast(living) ? never() : ask()));
    replace(area, 'get', (_, __, ask) => (living?.isDead ? never() : ask()));
  }
  // The browser lets go of what a dead process held.
  const locks = new Map<string, Promise<unknown>>();
  const numbers = new Map<Life | null, number>();
  vi.stubGlobal('navigator', {
    locks: {
      request: async (name: string, ...rest: unknown[]) => {
        const life = living;
        if (life?.isDead) return never();
        if (!numbers.has(life)) numbers.set(life, numbers.size);
        const own = `${numbers.get(life)} ${name}`;
        const work = rest.at(-1) as () => Promise<unknown>;
        const before = locks.get(own) ?? Promise.resolve();
        const run = before.then(work, work);
        locks.set(
          own,
          run.catch(() => null),
        );
        return run;
      },
    },
  });
  // There is no other page to be told.
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage = () => {};
    },
  );
}

/** What there is, looked at from outside. */
export class Disk {
  private constructor(private readonly raw: Dexie) {}
  static async open(): Promise<Disk> {
    const before = living;
    living = null;
    const disk = new Disk(await new Dexie('obok').open());
    living = before;
    return disk;
  }
  close = () => this.raw.close();

  async look(): Promise<Left> {
    return outside(async () => ({
      rows: Object.fromEntries(
        await Promise.all(this.raw.tables.map(async (table) => [table.name, await table.toArray()] as const)),
      ),
      session: await fakeBrowser.storage.session.get(null),
      local: await fakeBrowser.storage.local.get(null),
    }));
  }

  async putBack({ rows, session, local }: Left): Promise<void> {
    await outside(async () => {
      await this.raw.transaction('rw', this.raw.tables, async () => {
        for (const table of this.raw.tables) {
          await table.clear();
          await table.bulkAdd(rows[table.name] ?? []);
        }
      });
      await fakeBrowser.storage.session.clear();
      await fakeBrowser.storage.session.set(session);
      await fakeBrowser.storage.local.clear();
      await fakeBrowser.storage.local.set(local);
    });
  }
}

/** Nobody dies of what the test itself does. */
async function outside<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const before = living;
  living = null;
  try {
    return await work();
  } finally {
    living = before;
  }
}

const madeId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** By what they say, as their ids were made by chance. */
function inOrder<Row>(rows: Row[]): Row[] {
  const textOf = (row: Row) => JSON.stringify(row).replace(madeId, '');
  return rows.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

/** What a process finds, opened: the same text for the same, whatever ids and keys were made by chance. */
export async function found({ store }: Process, { rows, session }: Left): Promise<string> {
  const { callbacks, encounters, history } = await store.readKept();
  const singles = rows.singles as { name: string }[];
  const told = JSON.stringify([
    inOrder(callbacks),
    inOrder(encounters),
    history,
    singles.sort((one, other) => (one.name < other.name ? -1 : 1)),
    session,
  ]);
  const names: string[] = [];
  return told.replace(madeId, (id) => {
    if (!names.includes(id)) names.push(id);
    return `id-${names.indexOf(id)}`;
  });
}
