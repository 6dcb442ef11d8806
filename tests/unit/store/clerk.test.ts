import { beforeEach, expect, it } from 'vitest';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});

it('A clerk who has typed nothing yet is blank, speaks Polish and sits at the desk', async () => {
  expect(await store.readClerk()).toEqual(store.unnamedClerk);
  expect(store.unnamedClerk).toMatchObject({ name: '', language: 'pl', channel: 'desk' });
});

it('What the clerk does not give stays as it was', async () => {
  await store.saveClerk({ name: 'Anna Nowak', phone: '24 100 00 00' });
  await store.saveClerk({ position: 'inspektor' });
  expect(await store.readClerk()).toMatchObject({
    name: 'Anna Nowak',
    phone: '24 100 00 00',
    position: 'inspektor',
  });
});

it('Two screens saving at once do not undo one another', async () => {
  await Promise.all([store.saveClerk({ name: 'Anna Nowak' }), store.saveClerk({ position: 'inspektor' })]);
  expect(await store.readClerk()).toMatchObject({ name: 'Anna Nowak', position: 'inspektor' });
});

it('Every switch is on until it is touched, and two touched at once both stand', async () => {
  expect(await store.readSwitches()).toEqual({ reminders: [], systems: [], addresses: [], quiet: false });
  await Promise.all(
    ['a', 'b', 'c'].map((id) =>
      store.changeSwitches((now) => ({ ...now, reminders: [...now.reminders, id] })),
    ),
  );
  await store.changeSwitches((now) => ({ ...now, quiet: true }));
  expect(await store.readSwitches()).toEqual({
    reminders: ['a', 'b', 'c'],
    systems: [],
    addresses: [],
    quiet: true,
  });
});

it('A change that fails leaves the switches as they were', async () => {
  await store.changeSwitches((now) => ({ ...now, systems: ['ezd'] }));
  await expect(
    store.changeSwitches(() => {
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect((await store.readSwitches()).systems).toEqual(['ezd']);
});

it('First run is done once and for all', async () => {
  expect(await store.isFirstRunDone()).toBe(false);
  await store.setFirstRunDone();
  expect(await store.isFirstRunDone()).toBe(true);
});

it('A screen that watches hears of a change', async () => {
  const stop = new AbortController();
  const heard: string[] = [];
  await new Promise<void>((resolve, reject) => {
    store.watchStore(
      store.readClerk,
      ({ name }) => {
        heard.push(name);
        if (heard.length === 1) void store.saveClerk({ name: 'Anna Nowak' });
        if (name === 'Anna Nowak') resolve();
      },
      reject,
      stop.signal,
    );
  });
  stop.abort();
  expect(heard.at(-1)).toBe('Anna Nowak');
});
