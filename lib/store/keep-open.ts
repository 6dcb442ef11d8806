import type { DBCoreTransaction, Dexie } from 'dexie';
import { heedLoss, noteStanding } from './store-loss';
import { isReadable, isSame, noteStoreState, type StoreState, storeState, troubleOf } from './store-state';

/** A later Obok wrote the data: this one, put back in its place, writes nothing into them. */
export class StoreReadOnlyError extends Error {
  override name = 'StoreReadOnlyError';
}

/** The data are of a shape that this Obok cannot read without changing it. */
class StoreNewerError extends Error {
  override name = 'StoreNewerError';
}

/** The row that says which version of the schema wrote last. */
const schemaRow = 'schema';

/** Waits before it is tried anew, in milliseconds. Within the first three nobody is told: most trouble is over by then. */
const quick = [200, 400, 900];
const slow = [10_000, 30_000, 60_000];

/**
 * IndexedDB that never makes a version of its own. Where a table or an index is missing Dexie 4 adds it to whatever it
 * finds, under a version one higher (dexie/Dexie.js#2099): data of a later Obok would be changed by the way.
 */
export const asDeclared: Pick<IDBFactory, 'open' | 'deleteDatabase' | 'cmp' | 'databases'> = {
  open: (name, version) => {
    if (version !== undefined && version % 10 !== 0) throw new StoreNewerError();
    return globalThis.indexedDB.open(name, version);
  },
  deleteDatabase: (name) => globalThis.indexedDB.deleteDatabase(name),
  cmp: (first, second) => globalThis.indexedDB.cmp(first, second),
  databases: () => globalThis.indexedDB.databases(),
};

let tryAgain: () => Promise<void> = async () => {};
let heed: () => Promise<void> = async () => {};

/** Tries at once to open the store, or to write into one that was full. Settles when it is known whether it went well. */
export const reopenStore = (): Promise<void> => tryAgain();

/** The clerk has read that the data were lost: it is said no more, on any screen. */
export const heedStoreLoss = (): Promise<void> => heed();

/**
 * Opens the database and keeps it open: tries anew where it fails, and where the browser closed it. What stands in the
 * way is told by `storeState`; nothing is ever deleted.
 */
export function keepOpen(db: Dexie): void {
  // Read before it is opened: then Dexie takes over the version that it finds.
  const known = db.verno;
  let written = known;
  let tries = 0;
  let isOpening = false;
  let isNew = false;
  let isBeingDeleted = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const others = hearOthers((word) => {
    if (word === 'reopened' && !isReadable(storeState())) void open();
    if (word === 'full' && storeState().kind === 'open') noteStoreState({ kind: 'full' });
    if (word === 'written' && storeState().kind === 'full') noteStoreState({ kind: 'open' });
    if (word === 'emptied' && storeState().kind === 'open') noteStoreState({ kind: 'emptied' });
    if (word === 'heeded' && storeState().kind === 'emptied') noteStoreState({ kind: 'open' });
    // Of several that wait for the same page only the first is told by the browser.
    if (word === 'blocked' && storeState().kind === 'opening') noteStoreState(blocked);
    if (word === 'who is blocked' && isSame(storeState(), blocked)) others('blocked');
  });

  const noteVersion = () => db.table('singles').put({ name: schemaRow, value: { version: known } });
  const open = async (): Promise<void> => {
    if (isOpening) return;
    isOpening = true;
    clearTimeout(waiting);
    const before = storeState().kind;
    try {
      await db.open();
      tries = 0;
      const isEmptied = await noteStanding(isNew).catch(() => false);
      isNew = false;
      if (written > known) noteStoreState({ kind: 'read-only', written, known });
      else noteStoreState({ kind: isEmptied ? 'emptied' : 'open' });
      if (isEmptied) others('emptied');
      if (before === 'failed') others('reopened');
    } catch (error) {
      const reason = troubleOf(error);
      const waits = reason === 'unreadable' ? [...quick, ...slow] : slow;
      const isOver = reason !== 'unreadable' || tries >= quick.length || before === 'failed';
      noteStoreState(isOver ? { kind: 'failed', reason } : { kind: 'opening', isAgain: true });
      waiting = setTimeout(() => void open(), waits[Math.min(tries, waits.length - 1)]);
      tries += 1;
    } finally {
      isOpening = false;
    }
  };
  tryAgain = async () => {
    if (storeState().kind === 'full') await noteVersion().catch(() => null);
    else if (!isReadable(storeState())) await open();
  };

  heed = async () => {
    await heedLoss();
    if (storeState().kind === 'emptied') noteStoreState({ kind: 'open' });
    others('heeded');
  };

  db.use({
    stack: 'dbcore',
    name: 'keep-open',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === 'readwrite' && written > known) throw new StoreReadOnlyError();
        const transaction = core.transaction(stores, mode, options);
        if (mode === 'readwrite') noteOutcome(transaction, others);
        return transaction;
      },
    }),
  });
  db.on(
    'ready',
    async (ready) => {
      const singles = (ready as Dexie).table<{ value: { version: number } }>('singles');
      // Of a database without a single table Dexie does not look at the shape.
      if (!db.backendDB().objectStoreNames.contains('singles')) throw new StoreNewerError();
      const row = await singles.get(schemaRow);
      written = Math.max(row?.value.version ?? 0, Math.floor(db.backendDB().version / 10));
      if (written > known || row?.value.version === known) return;
      // A disk without room can still be read from; the next start writes it.
      await singles.put({ name: schemaRow, value: { version: known } } as never).catch(() => null);
    },
    true,
  );
  db.on('populate', () => {
    isNew = true;
  });
  db.on('blocked', () => {
    noteStoreState(blocked);
    others('blocked');
  });
  db.on('versionchange', ({ newVersion }) => {
    isBeingDeleted = newVersion === null || newVersion === 0;
  });
  db.on('close', () => {
    if (isOpening || isBeingDeleted) return;
    noteStoreState({ kind: 'opening', isAgain: true });
    // Not within Dexie's own closing.
    setTimeout(() => void open());
  });
  others('who is blocked');
  void open();
}

const blocked: StoreState = { kind: 'failed', reason: 'blocked' };

/** Room on the disk is only known to be missing when a transaction has failed for it, often not before its end. */
function noteOutcome(transaction: DBCoreTransaction, others: (word: Word) => void): void {
  const { addEventListener } = transaction as unknown as IDBTransaction;
  const listen = addEventListener.bind(transaction);
  listen('abort', () => {
    if ((transaction as unknown as IDBTransaction).error?.name !== 'QuotaExceededError') return;
    noteStoreState({ kind: 'full' });
    others('full');
  });
  listen('complete', () => {
    if (storeState().kind !== 'full') return;
    noteStoreState({ kind: 'open' });
    others('written');
  });
}

type Word = 'reopened' | 'full' | 'written' | 'blocked' | 'who is blocked' | 'emptied' | 'heeded';

/** Says a word to the extension's other pages and its background, and hears theirs. No page of a web system is among them. */
function hearOthers(onWord: (word: Word) => void): (word: Word) => void {
  const channel = new BroadcastChannel('obok-store');
  channel.onmessage = ({ data }: MessageEvent<Word>) => onWord(data);
  // Node, in tests, would not end for it.
  (channel as { unref?(): void }).unref?.();
  return (word) => channel.postMessage(word);
}
