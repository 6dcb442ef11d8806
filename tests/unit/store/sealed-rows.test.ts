import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { promise, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

const canary = 'Brzęczyszczykiewicz';
const said = {
  name: canary,
  phone: '+48600987654',
  extension: '4567',
  subject: `meldunek ${canary}`,
  caseSign: 'SO.5343.77.2026',
  note: `zięć ${canary}a`,
  colleague: 'Jan Lis',
  takenFrom: 'Ewa Kot',
};

let store: typeof import('@/lib/store');
beforeEach(async () => {
  store = await emptyStore();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The rows as they stand on the disk. */
async function onDisk(table: string): Promise<Record<string, unknown>[]> {
  const database = await new Dexie('obok').open();
  const rows = await database.table(table).toArray();
  database.close();
  return rows;
}

const keysOnDisk = async () => (await onDisk('keys')).map(({ month }) => month).sort();

/** Puts rows onto the disk past the store's own door, as an earlier version of Obok did. */
async function putOnDisk(table: string, rows: object[]): Promise<void> {
  await store.countStored();
  const database = await new Dexie('obok').open();
  await database.table(table).bulkPut(rows);
  database.close();
}

/** Only the clock: the database goes by real timers. */
const itIs = (day: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T10:00:00Z`) });

describe('On the disk', () => {
  it('nothing that a clerk wrote of a client stands in clear, and all of it comes back', async () => {
    const whole = promise({ ...said, attempts: [{ at: 5, outcome: 'no-answer' }], isLate: true });
    await store.addCallback(whole);
    await store.startEncounter('desk', tuesday);
    await store.stepEncounter({ kind: 'meet-case', caseKey: 'SO.5343.77.2026' }, tuesday);
    const unfinished = { items: ['a/b'], reason: `${canary} się rozłączył` };
    const [ended] = await store.stepEncounter({ kind: 'end', unfinished }, tuesday);

    const rows = [...(await onDisk('callbacks')), ...(await onDisk('encounters'))];
    expect(rows).toHaveLength(2);
    const clear = JSON.stringify(rows.map(({ sealed: _, ...rest }) => rest));
    for (const value of [...Object.values(said), 'rozłączył', 'no-answer'])
      expect(clear).not.toContain(value);
    for (const row of rows) {
      const { box } = row.sealed as { box: Uint8Array };
      expect(new TextDecoder().decode(box)).not.toMatch(/Brz|600987654|5343/);
    }
    expect(await store.readCallbacks()).toEqual([whole]);
    expect(await store.readEncounter(ended?.id ?? '')).toEqual(ended);
  });

  it('the same row is another box each time it is written', async () => {
    await store.addCallback(promise(said));
    const [first] = await onDisk('callbacks');
    await store.changeCallback('kowalska', (row) => ({ ...row }));
    const [second] = await onDisk('callbacks');
    const ivOf = (row: typeof first) =>
      (row?.sealed as { box: Uint8Array } | undefined)?.box.slice(0, 12).join();
    expect(ivOf(first)).not.toBe(ivOf(second));
  });

  it('what is due is told without opening a box', async () => {
    await store.addCallback(promise(said));
    const [row] = await onDisk('callbacks');
    await putOnDisk('callbacks', [{ ...row, sealed: { key: 'gone', box: new Uint8Array(40) } }]);
    const rules = {
      before: 10,
      every: 60,
      substituteAfter: 240,
      hours: (await store.readProfile()).callbacks.hours,
    };
    const found = await store.reviewCallbacks(rules, false, new Date(promise().due), 'n');
    expect(found).toMatchObject({ dueNow: 1, telling: [{ notification: 'n' }] });
    await store.noteTold('n');
    const [told] = await onDisk('callbacks');
    expect(told).toMatchObject({ sealed: { key: 'gone' } });
    expect(told?.announced).toContain(`due@${promise().due}`);
  });
});

describe('Rows from before there were keys', () => {
  const many = Array.from({ length: 450 }, (_, index) =>
    promise({ ...said, id: `p${String(index).padStart(3, '0')}`, due: index }),
  );

  it('are read as they are, changed, and sealed by the change', async () => {
    await putOnDisk('callbacks', [promise(said)]);
    expect(await store.readCallbacks()).toEqual([promise(said)]);
    await store.changeCallback('kowalska', (row) => ({ ...row, note: 'po 14' }));
    expect(JSON.stringify((await onDisk('callbacks')).map(({ sealed: _, ...rest }) => rest))).not.toContain(
      canary,
    );
  });

  it('are sealed in parts, by two workers at once, and none is lost or changed', async () => {
    await putOnDisk('callbacks', many);
    await putOnDisk('encounters', [
      { id: 'e', channel: 'desk', moment: 'greeting', startedAt: 1, endedAt: 2, cases: ['SO.5343.77.2026'] },
    ]);
    vi.resetModules();
    const other = await import('@/lib/store');
    await Promise.all([store.renewSeals(new Date()), other.renewSeals(new Date())]);
    const rows = [...(await onDisk('callbacks')), ...(await onDisk('encounters'))];
    expect(rows).toHaveLength(451);
    expect(rows.filter(({ sealed }) => sealed === undefined)).toEqual([]);
    expect(JSON.stringify(rows.map(({ sealed: _, ...rest }) => rest))).not.toMatch(/Brz|5343/);
    expect(await store.readCallbacks()).toEqual(many);
    expect(await store.readEncounter('e')).toMatchObject({ cases: ['SO.5343.77.2026'], startedAt: 1 });
  });

  it('are sealed from where a worker was stopped', async () => {
    await putOnDisk('callbacks', many);
    const real = crypto.subtle.encrypt.bind(crypto.subtle);
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt');
    let shut = 0;
    encrypt.mockImplementation((...args) => {
      shut += 1;
      return shut > 250 ? Promise.reject(new Error('The worker is gone.')) : real(...args);
    });
    await expect(store.renewSeals(new Date())).rejects.toThrow('The worker is gone.');
    encrypt.mockRestore();
    const open = (await onDisk('callbacks')).filter(({ sealed }) => sealed === undefined);
    expect(open).toHaveLength(250);
    await store.renewSeals(new Date());
    expect((await onDisk('callbacks')).filter(({ sealed }) => sealed === undefined)).toEqual([]);
    expect(await store.readCallbacks()).toEqual(many);
  });
});

describe('The key of a month', () => {
  it('is destroyed once nothing is sealed by it, and not before', async () => {
    itIs('2026-10-05');
    await store.addCallback(promise({ ...said, id: 'october' }));
    itIs('2026-11-05');
    await store.addCallback(promise({ ...said, id: 'november' }));
    await store.renewSeals(new Date());
    expect(await keysOnDisk()).toEqual(['2026-10', '2026-11']);
    await store.removeCallback('october');
    await store.removeCallback('november');
    await store.renewSeals(new Date());
    expect(await keysOnDisk()).toEqual(['2026-11']);
  });

  it('is destroyed after the month that follows: what still stands is sealed anew', async () => {
    itIs('2026-10-31');
    await store.addCallback(promise({ ...said, id: 'october' }));
    await store.startEncounter('desk', new Date());
    await store.stepEncounter({ kind: 'meet-case', caseKey: 'k' }, new Date());
    const [ended] = await store.stepEncounter({ kind: 'end' }, new Date());
    itIs('2026-11-30');
    await store.renewSeals(new Date());
    expect(await keysOnDisk()).toEqual(['2026-10']);
    itIs('2026-12-01');
    await store.renewSeals(new Date());
    expect(await keysOnDisk()).toEqual(['2026-12']);
    expect(await store.readCallbacks()).toEqual([promise({ ...said, id: 'october' })]);
    expect(await store.readEncounter(ended?.id ?? '')).toEqual(ended);
  });

  it('is made anew for whoever sets the clock back after it was destroyed', async () => {
    itIs('2026-11-05');
    await store.addCallback(promise(said));
    await store.removeCallback('kowalska');
    itIs('2027-01-05');
    await store.renewSeals(new Date());
    expect(await keysOnDisk()).toEqual([]);
    itIs('2026-11-06');
    await store.addCallback(promise(said));
    vi.resetModules();
    const later = await import('@/lib/store');
    expect(await later.readCallbacks()).toEqual([promise(said)]);
  });

  it('goes when everything is erased; what is written next has a new one', async () => {
    await store.addCallback(promise(said));
    const [before] = await onDisk('callbacks');
    await store.eraseEverything();
    expect(await keysOnDisk()).toEqual([]);
    await store.addCallback(promise(said));
    const [after] = await onDisk('callbacks');
    const keyOf = (row: typeof before) => (row?.sealed as { key: string } | undefined)?.key;
    expect(keyOf(after)).not.toBe(keyOf(before));
    expect(await store.readCallbacks()).toEqual([promise(said)]);
  });

  it('is one, where two pages write the first row of a month at once', async () => {
    vi.resetModules();
    const other = await import('@/lib/store');
    await Promise.all([store.addCallback(promise({ id: 'a' })), other.addCallback(promise({ id: 'b' }))]);
    expect(await keysOnDisk()).toHaveLength(1);
  });

  it('that was made for a row which was not written after all is not there either', async () => {
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('The worker is gone.'));
    await expect(store.addCallback(promise(said))).rejects.toThrow('The worker is gone.');
    expect(await keysOnDisk()).toEqual([]);
    expect(await onDisk('callbacks')).toEqual([]);
  });
});

describe('A row that does not open', () => {
  const damage: Record<string, (row: Record<string, unknown>) => object> = {
    'its key is gone': (row) => ({ ...row, sealed: { ...(row.sealed as object), key: 'gone' } }),
    'a byte of it is another': (row) => {
      const box = (row.sealed as { box: Uint8Array }).box.slice();
      box.set([(box.at(-1) ?? 0) ^ 1], box.length - 1);
      return { ...row, sealed: { ...(row.sealed as object), box } };
    },
    'it has hardly a byte': (row) => ({
      ...row,
      sealed: { ...(row.sealed as object), box: new Uint8Array(3) },
    }),
    'it is no bytes at all': (row) => ({ ...row, sealed: { ...(row.sealed as object), box: 'abc' } }),
    'it is the box of another row': (row) => ({ ...row, id: 'other' }),
    'it stands open and lacks what makes it one': ({ id, due }) => ({ id, due }),
  };

  it.each(Object.entries(damage))('is set aside, told of, and hides no other: %s', async (_, damaged) => {
    await store.addCallback(promise({ ...said, id: 'good' }));
    await store.addCallback(promise({ ...said, id: 'bad' }));
    const bad = (await onDisk('callbacks')).find(({ id }) => id === 'bad') ?? {};
    await store.removeCallback('bad');
    await putOnDisk('callbacks', [damaged(bad)]);
    vi.resetModules();
    store = await import('@/lib/store');

    expect((await store.readCallbacks()).map(({ id }) => id)).toEqual(['good']);
    expect((await store.readKept()).callbacks.map(({ id }) => id)).toEqual(['good']);
    expect(await store.countSetAside()).toBe(1);
    await store.renewSeals(new Date());
    expect(await onDisk('callbacks')).toHaveLength(2);
    expect(await store.dropSetAside()).toBe(1);
    expect((await onDisk('callbacks')).map(({ id }) => id)).toEqual(['good']);
    expect(await store.countSetAside()).toBe(0);
  });

  it('is a service as well as a promise; restored from a copy, it is one again', async () => {
    await store.addCallback(promise(said));
    await store.startEncounter('desk', tuesday);
    await store.stepEncounter({ kind: 'meet-case', caseKey: 'k' }, tuesday);
    const kept = await store.readKept();
    const keys = await onDisk('keys');
    await (await new Dexie('obok').open()).table('keys').bulkDelete(keys.map(({ id }) => id as string));
    vi.resetModules();
    store = await import('@/lib/store');
    expect(await store.readKept()).toMatchObject({ callbacks: [], encounters: [] });
    expect(await store.currentEncounter()).toBeNull();
    expect(await store.countSetAside()).toBe(2);
    await store.restoreKept(() => kept);
    expect(await store.readKept()).toMatchObject({ callbacks: kept.callbacks, encounters: kept.encounters });
    expect(await store.countSetAside()).toBe(0);
  });
});

it('A screen that watches sealed rows is told of every change, also in the parts it read last', async () => {
  await store.addCallback(promise({ ...said, id: 'a' }));
  const told: string[][] = [];
  const { signal } = new AbortController();
  store.watchStore(
    async () => {
      const first = await store.readCallbacks();
      // Asked after boxes were opened: it must be watched all the same.
      const encounter = await store.currentEncounter();
      return [...first.map(({ id, note = '' }) => id + note), encounter?.channel ?? 'none'];
    },
    (answer) => told.push(answer),
    (error) => {
      throw error;
    },
    signal,
  );
  await vi.waitFor(() => expect(told.at(-1)).toEqual([`azięć ${canary}a`, 'none']));
  await store.addCallback(promise({ id: 'b' }));
  await vi.waitFor(() => expect(told.at(-1)).toEqual([`azięć ${canary}a`, 'b', 'none']));
  await store.changeCallback('a', (row) => ({ ...row, note: '!' }));
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['a!', 'b', 'none']));
  await store.startEncounter('letter', tuesday);
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['a!', 'b', 'letter']));
});
