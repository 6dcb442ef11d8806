import { beforeEach, describe, expect, it } from 'vitest';
import { fullDesk } from '../backup/kept';
import { promise, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

describe('A copy in the store', () => {
  let store: Awaited<ReturnType<typeof emptyStore>>;
  beforeEach(async () => {
    store = await emptyStore();
  });
  const { profiles: _, ...singles } = fullDesk().singles;
  const desk = { ...fullDesk(), singles };

  it('holds what restoring wrote, without the key of case signs and the times of copies', async () => {
    await store.caseKeyOf({ cell: 'FN', jrwa: '3120', number: 7, year: 2026 } as never);
    await store.noteBackupTimes({ madeAt: 1 });
    await store.restoreKept(() => desk);
    expect(await store.readKept()).toEqual(desk);
  });

  it('can be taken back, but for what was changed since', async () => {
    await store.addCallback(promise({ id: 'a', note: 'przedtem' }));
    await store.saveClerk({ name: 'Anna Lis' });
    const before = await store.readKept();
    const restored = await store.restoreKept(() => desk);
    expect(await store.takeRestoredBack(restored)).toBe(0);
    const back = await store.readKept();
    // What was told meanwhile stays told: nobody is reminded twice.
    expect(back.callbacks).toEqual([{ ...before.callbacks[0], announced: ['due@1'] }]);
    expect({ ...back, callbacks: before.callbacks }).toEqual(before);

    const again = await store.restoreKept(() => desk);
    await store.changeCallback('b', (row) => ({ ...row, note: 'potem' }));
    expect(await store.takeRestoredBack(again)).toBe(1);
    expect((await store.readCallbacks()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it('changes nothing where one row cannot be written', async () => {
    const bad = { ...desk, encounters: [{ ...desk.encounters[0], id: undefined } as never] };
    await expect(store.restoreKept(() => bad)).rejects.toThrow();
    expect(await store.readKept()).toEqual({ callbacks: [], encounters: [], history: [], singles: {} });
  });

  it('has its profiles taken as from a file: one that is no profile stays out', async () => {
    const restored = await store.restoreKept(() => desk);
    expect(await store.takeCopiedProfiles(fullDesk().singles.profiles ?? [], restored, tuesday)).toBe(false);
    expect(await store.readTakenProfiles()).toEqual([]);
  });

  it('has its times kept part by part', async () => {
    await store.noteBackupTimes({ madeAt: 1 });
    await store.noteBackupTimes({ putOffAt: 2 });
    expect(await store.readBackupTimes()).toEqual({ madeAt: 1, putOffAt: 2 });
  });
});
