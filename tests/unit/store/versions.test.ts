import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newCallback } from '@/lib/callbacks';
import {
  clerksRows,
  type Example,
  examples,
  newest,
  readRaw,
  sortedTexts,
  writeExample,
} from '../../fixtures/store/example.ts';
import { emptyStore } from './empty-store';

/** What `emptyStore` gives over a database that was written before Obok first opened it. */
let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

const settled = () => vi.waitFor(() => expect(store.storeState().kind).not.toBe('opening'));

describe.each(examples.map((example) => [example.version, example] as const))(
  'A database of version %i',
  (version, example) => {
    it('is opened with every row as it was, once and once more', async () => {
      await writeExample(example, version * 10);
      for (const _ of ['first', 'again']) {
        const kept = await store.readKept();
        expect(store.storeState()).toEqual({ kind: 'open' });
        const { callbacks, encounters } = example.opened ?? example.rows;
        expect(sortedTexts(kept.callbacks)).toEqual(sortedTexts(callbacks));
        expect(sortedTexts(kept.encounters)).toEqual(sortedTexts(encounters));
        expect(kept.history).toHaveLength(example.rows.history?.length ?? 0);
        expect((await store.readClerk()).name).toBe('Anna Nowak');
        expect(await store.isFirstRunDone()).toBe(true);
        const raw = await readRaw();
        expect(clerksRows(raw)).toEqual(clerksRows(example));
        expect(raw.stores).toEqual(newest().stores);
        expect(raw.native).toBe(newest().version * 10);
        expect(raw.rows.singles).toContainEqual({ name: 'schema', value: { version: newest().version } });
        vi.resetModules();
        store = await import('@/lib/store');
      }
    });

    it('goes on to be written', async () => {
      await writeExample(example, version * 10);
      await store.addCallback(newCallback('new', { due: 1, name: 'Ewa' }, new Date(0)));
      expect((await store.readCallbacks()).map(({ id }) => id)).toContain('new');
    });

    it('stays as it was where bringing it up to date was broken off, and is brought up to date the next time', async () => {
      // One that differs by its number alone has nothing to be broken off.
      if (JSON.stringify(example.stores) === JSON.stringify(newest().stores)) return;
      await writeExample(example, version * 10);
      const before = await readRaw();
      const create = vi.spyOn(IDBObjectStore.prototype, 'createIndex').mockImplementation(() => {
        throw new DOMException('', 'AbortError');
      });
      await expect(store.readClerk()).rejects.toThrow();
      expect(create).toHaveBeenCalled();
      // `readRaw` opens what is there: nothing has changed, the number included.
      expect(await readRaw()).toEqual(before);
      create.mockRestore();
      await store.reopenStore();
      expect((await store.readClerk()).name).toBe('Anna Nowak');
      expect(clerksRows(await readRaw())).toEqual(clerksRows(example));
    });
  },
);

it('Every version has its example: who changes the schema adds a version and a file to tests/fixtures/store', async () => {
  await store.readClerk();
  const { stores, version, native } = await readRaw();
  expect({ stores, version, native }).toEqual({
    stores: newest().stores,
    version: newest().version,
    native: newest().version * 10,
  });
  expect(examples.map((example) => example.version)).toEqual(examples.map((_, index) => index + 1));
});

describe('Data of a later Obok', () => {
  const { version } = newest();
  const next = version + 1;
  const later: Example = {
    ...newest(),
    version: next,
    rows: {
      ...newest().rows,
      singles: [
        ...(newest().rows.singles ?? []).filter(({ name }) => name !== 'schema'),
        { name: 'schema', value: { version: next } },
        { name: 'of-later', value: 1 },
      ],
      callbacks: (newest().rows.callbacks ?? []).map((row) => ({ ...row, ofLater: true })),
    },
  };
  const withTable: Example = {
    ...later,
    stores: { ...later.stores, later: { keyPath: 'id', autoIncrement: false, indexes: {} } },
    rows: { ...later.rows, later: [{ id: 1 }] },
  };

  it.each([
    ['by its row alone', later, version * 10],
    ['by the browser’s number, too', withTable, next * 10],
  ])('are read and never written: told %s', async (_, example, native) => {
    await writeExample(example, native);
    const before = await readRaw();
    expect((await store.readClerk()).name).toBe('Anna Nowak');
    expect(store.storeState()).toEqual({ kind: 'read-only', written: next, known: version });
    expect(await store.readCallbacks()).toHaveLength(example.rows.callbacks?.length ?? 0);

    const now = new Date(1_900_000_000_000);
    const writes: Record<string, () => Promise<unknown>> = {
      clerk: () => store.saveClerk({ name: 'Ktoś inny' }),
      switches: () => store.changeSwitches((all) => ({ ...all, quiet: false })),
      'first run': () => store.setFirstRunDone(),
      service: () => store.startEncounter('desk', now),
      promise: () => store.addCallback(newCallback('new', { due: 1 }, now)),
      'change of a promise': () => store.changeCallback('c1', (one) => ({ ...one, note: 'x' })),
      event: () => store.addReminderEvent({ reminderId: 'r', at: 1, kind: 'done' }),
      'forgetting history': () => store.forgetOldHistory(now, 1),
      'forgetting promises': () => store.forgetSettledCallbacks(1, now),
      'mark of being told': () => store.noteTold('n'),
      policy: () => store.keepPolicy({}, now),
      'taking a term out': () => store.dropClerkTerm('moje-1'),
      'removing a promise': () => store.removeCallback('c1'),
      restoring: () => store.restoreKept((standing) => standing),
      erasing: () => store.eraseEverything(),
    };
    for (const [name, write] of Object.entries(writes)) {
      const error = await write().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect([name, error]).toEqual([name, expect.objectContaining({ name: 'StoreReadOnlyError' })]);
      expect(store.isStoreFailure(error)).toBe(true);
    }
    expect(await readRaw()).toEqual(before);
  });

  it('still say how many promises are due: nobody is told of them, as that could not be noted', async () => {
    await writeExample(later, version * 10);
    const { hours, escalation } = (await store.readProfile()).callbacks;
    const found = await store.reviewCallbacks(
      { ...escalation, hours },
      false,
      new Date(1_900_000_000_000),
      'n',
    );
    expect(found).toMatchObject({ changed: [], telling: [], dueNow: 2 });
  });

  it('that lack what this Obok needs are not touched, and cannot be opened', async () => {
    const { encounters: _, ...stores } = withTable.stores;
    await writeExample({ ...withTable, stores }, next * 10);
    const before = await readRaw();
    await expect(store.readClerk()).rejects.toThrow();
    await settled();
    expect(store.storeState()).toEqual({ kind: 'failed', reason: 'newer' });
    expect(await readRaw()).toEqual(before);
  });
});
