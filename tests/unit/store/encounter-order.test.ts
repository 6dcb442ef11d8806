import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterAll, expect, it, vi } from 'vitest';
import { isRunning, isSetAside } from '@/lib/encounter';

type Store = typeof import('@/lib/store');

/** What the clerk knows: whom she serves, who waits, whose service is over. */
interface Memory {
  running: string | null;
  setAside: string[];
  ended: string[];
}

interface Real {
  store: Store;
  now: number;
}

const open = async (): Promise<Store> => {
  vi.resetModules();
  return import('@/lib/store');
};

async function expectAsRemembered({ store }: Real, { running, setAside, ended }: Memory): Promise<void> {
  expect((await store.currentEncounter())?.id ?? null).toBe(running);
  expect((await store.encountersSetAside()).map(({ id }) => id).sort()).toEqual([...setAside].sort());
  const raw = new Dexie('obok');
  await raw.open();
  const rows = await raw.table('encounters').toArray();
  raw.close();
  // None lost, none doubled: every one that was begun stands once, in one state.
  expect(rows.map(({ id }) => id).sort()).toEqual(
    [...ended, ...setAside, ...(running ? [running] : [])].sort(),
  );
  expect(rows.filter((row) => !isRunning(row) && !isSetAside(row)).length).toBe(ended.length);
  expect(rows.filter(isRunning).length).toBeLessThanOrEqual(1);
}

class Command implements fc.AsyncCommand<Memory, Real> {
  constructor(
    readonly name: string,
    readonly take: (memory: Memory, real: Real) => Promise<void>,
  ) {}
  check = () => true;
  async run(memory: Memory, real: Real) {
    await this.take(memory, real);
    await expectAsRemembered(real, memory);
  }
  toString = () => this.name;
}

const at = ({ now }: Real) => new Date(now);
const pick = (from: string[], index: number) =>
  from.length === 0 ? null : (from[index % from.length] ?? null);

const commands = [
  fc.constant(
    new Command('start', async (memory, real) => {
      const { id } = await real.store.startEncounter('phone-in', at(real));
      if (memory.running) memory.ended.push(memory.running);
      memory.running = id;
    }),
  ),
  fc.constant(
    new Command('client at the desk', async (memory, real) => {
      const { atDesk } = await real.store.turnToDesk(at(real), () => null);
      if (memory.running) memory.setAside.push(memory.running);
      memory.running = atDesk.id;
    }),
  ),
  fc.constant(
    new Command('client at the desk, taken back', async (memory, real) => {
      const turned = await real.store.turnToDesk(at(real), () => null);
      expect(await real.store.turnBack(turned, at(real))).toBe(true);
      expect((await real.store.currentEncounter())?.id ?? null).toBe(memory.running);
    }),
  ),
  fc.nat(9).map(
    (index) =>
      new Command(`take up ${index}`, async (memory, real) => {
        const id = pick(memory.setAside, index);
        if (id === null) return;
        await real.store.stepEncounter({ kind: 'take-up', id }, at(real));
        memory.setAside = memory.setAside.filter((one) => one !== id);
        if (memory.running) memory.setAside.push(memory.running);
        memory.running = id;
      }),
  ),
  fc.constant(
    new Command('end', async (memory, real) => {
      await real.store.endEncounter(at(real));
      if (memory.running) memory.ended.push(memory.running);
      memory.running = null;
    }),
  ),
  fc.nat(9).map(
    (index) =>
      new Command(`end ${index} that waits`, async (memory, real) => {
        const id = pick(memory.setAside, index);
        if (id === null) return;
        await real.store.stepEncounter({ kind: 'end', id }, at(real));
        memory.setAside = memory.setAside.filter((one) => one !== id);
        memory.ended.push(id);
      }),
  ),
  fc.constantFrom('noticing' as const, 'listening' as const, 'ending' as const).map(
    (moment) =>
      new Command(`skip to ${moment}`, async (_, real) => {
        await real.store.stepEncounter({ kind: 'move', moment }, at(real));
      }),
  ),
  fc.constant(
    new Command('the panel is closed and opened', async (_, real) => {
      real.store = await open();
    }),
  ),
  fc.constant(
    new Command('killed in the middle of a step', async (memory, real) => {
      // The transaction is not waited for: it is there as a whole, or not at all.
      const started = real.store.startEncounter('desk', at(real)).then(
        ({ id }) => id,
        () => null,
      );
      const raw = new Dexie('obok');
      await raw.open();
      raw.close();
      const id = await started;
      real.store = await open();
      if (id === null) return;
      if (memory.running) memory.ended.push(memory.running);
      memory.running = id;
    }),
  ),
  fc.constantFrom(-8_760, -24, -3, 3, 24, 8_760).map(
    (hours) =>
      new Command(`the clock jumps by ${hours} h`, async (_, real) => {
        real.now += hours * 3_600_000;
      }),
  ),
];

const seed = 20_261_125;
afterAll(() => Dexie.delete('obok'));

it(`any order of start, interrupt, take up, skip, end, kill and restart leaves no service lost or doubled (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (steps) => {
      await Dexie.delete('obok');
      const real: Real = { store: await open(), now: Date.UTC(2026, 10, 25, 9) };
      await fc.asyncModelRun(() => ({ model: { running: null, setAside: [], ended: [] }, real }), steps);
    }),
    { seed, numRuns: 300 },
  );
}, 120_000);
