import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { type TellingDesk, tellOfDue } from '@/entrypoints/background/tell-of-due';
import { isOpen } from '@/lib/calendar';
import {
  type Callback,
  type EscalationRules,
  editCallback,
  escalation,
  isSettled,
  newCallback,
  type Outcome,
  review,
  settle,
  snooze,
  told,
  withWhatWasTold,
} from '@/lib/callbacks';
import { hours, minute, tuesday, rules as usual } from './promises';

const seed = 20261125;

/** What a profile may say of telling. */
const escalations: fc.Arbitrary<EscalationRules> = fc.oneof(
  fc.constant(usual),
  fc.record({
    before: fc.integer({ min: 0, max: 45 }),
    every: fc.integer({ min: 15, max: 240 }),
    substituteAfter: fc.integer({ min: 15, max: 960 }),
    hours: fc.constant(hours),
  }),
);

class WorkerDied extends Error {}

/** An office in memory: a durable store, a browser with a tray of notifications and one alarm, and a clock. */
class Office {
  constructor(private rules: EscalationRules) {}
  rows = new Map<string, Callback>();
  now = tuesday.getTime();
  alarm: number | null = null;
  tray = new Set<string>();
  /** How often the clerk was shown each step: `promise/step`. */
  shown = new Map<string, number>();
  isServing = false;
  undo: { before: Callback | null; after: Callback } | null = null;
  made = 0;
  /** How many more things the worker does before it dies. */
  breath = Number.POSITIVE_INFINITY;

  private breathe(): void {
    this.breath -= 1;
    if (this.breath < 0) throw new WorkerDied();
  }
  private keysOf(notification: string): string[] {
    return (
      [...this.rows.values()]
        .filter(({ telling }) => telling === notification)
        .flatMap(({ id, announced = [] }) => announced.map((key) => `${id}/${key}`))
        // A later notification tells with its own step of those before it that were never shown.
        .filter((key) => this.batches.get(key) === notification || !this.shown.get(key))
    );
  }
  /** The notification in which each step was first marked. */
  private batches = new Map<string, string>();

  /** What a clock far ahead told of is told again when its time comes; nothing else may ever be. */
  private forgetToldTooSoon(before: Callback, { id, due, announced = [] }: Callback): void {
    for (const key of before.announced ?? []) {
      if (announced.includes(key)) continue;
      expect(due).toBeGreaterThan(this.now + 12 * 60 * minute);
      expect(key).toMatch(`@${due}`);
      this.shown.delete(`${id}/${key}`);
    }
  }

  private desk: TellingDesk = {
    wakeAt: async (at) => {
      this.breathe();
      this.alarm = at;
    },
    review: async (now, notification) => {
      this.breathe();
      const unsettled = [...this.rows.values()].filter((row) => !isSettled(row));
      const found = review(unsettled, this.rules, this.isServing, now, notification);
      for (const row of found.changed) {
        for (const { key } of escalation(this.rows.get(row.id) as Callback, this.rules, now))
          this.batches.set(`${row.id}/${key}`, notification);
        this.forgetToldTooSoon(this.rows.get(row.id) as Callback, row);
        this.rows.set(row.id, row);
      }
      return found;
    },
    standing: async () => {
      this.breathe();
      return [...this.tray];
    },
    show: async ({ notification }) => {
      this.breathe();
      this.tray.add(notification);
      for (const key of this.keysOf(notification)) this.shown.set(key, (this.shown.get(key) ?? 0) + 1);
    },
    clear: async (notification) => {
      this.breathe();
      this.tray.delete(notification);
    },
    noteTold: async (notification) => {
      this.breathe();
      for (const row of this.rows.values())
        if (row.telling === notification && !isSettled(row)) this.rows.set(row.id, told(row));
    },
    showCount: async () => this.breathe(),
  };

  private makeId(): string {
    this.made += 1;
    return String(this.made);
  }

  async look(breath = Number.POSITIVE_INFINITY): Promise<void> {
    this.breath = breath;
    await tellOfDue(this.desk, new Date(this.now), () => this.makeId()).then(
      // A look that comes to its end leaves one notification, whatever died before it.
      () => expect(this.tray.size).toBeLessThanOrEqual(1),
      (error: unknown) => {
        if (!(error instanceof WorkerDied)) throw error;
      },
    );
    this.breath = Number.POSITIVE_INFINITY;
  }

  /** The panel tells the background, again where no worker lived to begin. */
  async tell(breath: number): Promise<void> {
    await this.look(breath);
    if (breath === 0) await this.look();
  }

  async change(id: string, change: (callback: Callback) => Callback, breath: number): Promise<void> {
    const before = this.rows.get(id);
    if (!before) return;
    const after = change(before);
    if (after === before) return;
    this.rows.set(id, after);
    this.undo = { before, after };
    await this.tell(breath);
  }

  /** Time passes; nobody but the alarm wakes the worker. */
  async pass(minutes: number): Promise<void> {
    const end = this.now + minutes * minute;
    while (this.alarm !== null && this.alarm <= end) {
      this.now = Math.max(this.now, this.alarm);
      this.alarm = null;
      await this.look();
    }
    this.now = end;
  }

  /** The browser closes: the tray is emptied, and a word that nobody can be sure was seen is said anew. */
  async restart(keepsAlarm: boolean): Promise<void> {
    for (const row of this.rows.values())
      if (row.telling !== undefined && this.tray.has(row.telling))
        for (const key of this.keysOf(row.telling)) this.shown.delete(key);
    this.tray.clear();
    if (!keepsAlarm) this.alarm = null;
    await this.look();
  }

  /** Another version takes over: no alarm is left, and of notifications perhaps none. */
  async update(keepsTray: boolean): Promise<void> {
    this.alarm = null;
    if (!keepsTray) this.tray.clear();
    await this.look();
  }

  /** No step was shown twice; and none that is past has not been shown, once the worker could look. */
  expectToldOnce(): void {
    for (const [key, times] of this.shown) expect([key, times]).toEqual([key, 1]);
  }
  expectNoneLost(): void {
    for (const row of this.rows.values()) {
      if (isSettled(row)) continue;
      const waiting = escalation(row, this.rules, new Date(this.now));
      // A service may hold a word back, half an hour at most.
      expect(waiting.filter(({ at }) => !this.isServing || at <= this.now - 30 * minute)).toEqual([]);
      for (const key of row.announced ?? [])
        expect([key, this.shown.get(`${row.id}/${key}`)]).toEqual([key, 1]);
    }
  }
}

const zones = ['Europe/Warsaw', 'America/Los_Angeles', 'Asia/Tokyo', 'UTC'];
const home = process.env.TZ;
afterEach(() => {
  // `= undefined` would leave the word.
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

type Command = (office: Office) => Promise<void>;
const id = fc.integer({ min: 0, max: 4 }).map((number) => `p${number}`);
/** The worker dies after so many things, or lives. */
const breath = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
);
const outcome: fc.Arbitrary<Outcome> = fc.constantFrom(
  { kind: 'reached' },
  { kind: 'no-answer' },
  { kind: 'no-answer' },
  { kind: 'wrong-number' },
  { kind: 'client-called' },
  { kind: 'as-agreed' },
  { kind: 'handed-over', colleague: 'Jan Lis' },
  { kind: 'withdrawn' },
);
const minutes = fc.integer({ min: -30, max: 600 });

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(id, minutes, breath).map(([one, ahead, dies]) => create(one, ahead, dies)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, minutes, breath).map(
      ([one, ahead, dies]): Command =>
        (office) =>
          office.change(
            one,
            (row) =>
              editCallback(
                row,
                { due: office.now + ahead * minute, phone: `+4860012${ahead + 1000}` },
                new Date(office.now),
              ),
            dies,
          ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(id, outcome, breath).map(
      ([one, what, dies]): Command =>
        (office) =>
          office.change(one, (row) => settle(row, what, new Date(office.now), hours), dies),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(id, minutes, breath).map(
      ([one, ahead, dies]): Command =>
        (office) =>
          office.change(one, (row) => snooze(row, office.now + ahead * minute, new Date(office.now)), dies),
    ),
  },
  {
    weight: 2,
    arbitrary: breath.map(
      (dies): Command =>
        (office) =>
          undo(office, dies),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.integer({ min: 1, max: 300 }).map(
      (long): Command =>
        (office) =>
          office.pass(long),
    ),
  },
  // Asleep over the night, or over a long weekend.
  { weight: 1, arbitrary: fc.integer({ min: 600, max: 6_000 }).map((long): Command => sleep(long)) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: 9 }).map(
      (dies): Command =>
        (office) =>
          office.look(dies),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map(
      (keeps): Command =>
        (office) =>
          office.restart(keeps),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (keeps): Command =>
        (office) =>
          office.update(keeps),
    ),
  },
  // The computer goes abroad; the office stays in Warsaw.
  {
    weight: 1,
    arbitrary: fc.constantFrom(...zones).map((zone): Command => travel(zone)),
  },
  // The clock is set to another day, or year, and set right again after a while.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(-365, -1, 1, 2, 365), fc.integer({ min: 0, max: 60 }))
      .map(([days, long]): Command => leap(days, long)),
  },
  // The clock is set, three hours at most.
  { weight: 2, arbitrary: fc.integer({ min: -180, max: 180 }).map((by): Command => jump(by)) },
  // Two alarms in a burst.
  { weight: 1, arbitrary: fc.constant<Command>((office) => office.look().then(() => office.look())) },
  { weight: 1, arbitrary: fc.boolean().map((serving): Command => serve(serving)) },
);

const create =
  (one: string, ahead: number, dies: number): Command =>
  async (office) => {
    if (office.rows.has(one)) return;
    const made = newCallback(one, { due: office.now + ahead * minute }, new Date(office.now));
    office.rows.set(one, made);
    office.undo = { before: null, after: made };
    await office.tell(dies);
  };
async function undo(office: Office, dies: number): Promise<void> {
  const { undo: taken } = office;
  office.undo = null;
  // To take back an adding takes the promise away, and with it all that could be told twice.
  if (!taken?.before) return;
  const now = office.rows.get(taken.after.id);
  if (!now) return;
  office.rows.set(now.id, withWhatWasTold(taken.before, now));
  await office.tell(dies);
}
const sleep =
  (long: number): Command =>
  async (office) => {
    office.now += long * minute;
    await office.pass(0);
  };
const travel =
  (zone: string): Command =>
  async (office) => {
    process.env.TZ = zone;
    await office.look();
  };
const jump =
  (by: number): Command =>
  async (office) => {
    office.now += by * minute;
  };
const leap =
  (days: number, long: number): Command =>
  async (office) => {
    office.now += days * 24 * 60 * minute;
    await office.look();
    await office.pass(long);
    office.now -= days * 24 * 60 * minute;
    // The alarm is set for the wrong day: the next page that is opened wakes the worker.
    await office.look();
  };
const serve =
  (isServing: boolean): Command =>
  async (office) => {
    office.isServing = isServing;
    await office.look();
  };

it(`In a thousand days of clerk, clock, zone, profile and dying worker every step of every promise is told once, none lost, none doubled (seed ${seed})`, async () => {
  let toldOf = 0;
  await fc.assert(
    fc.asyncProperty(
      escalations,
      fc.array(command, { minLength: 5, maxLength: 40, size: 'max' }),
      async (rules, commands) => {
        const office = new Office(rules);
        for (const run of commands) {
          await run(office);
          office.expectToldOnce();
        }
        // Nobody does anything more: the alarm alone has to bring out what is due.
        await office.pass(45);
        office.expectToldOnce();
        office.expectNoneLost();
        toldOf += office.shown.size;
      },
    ),
    { numRuns: 1_000, seed },
  );
  // A world in which nothing is ever due would prove nothing.
  expect(toldOf).toBeGreaterThan(5_000);
}, 120_000);

it.each([1, 2, 365])(
  'A promise that a clock %i days ahead told of too soon is told of again when its time comes, once',
  async (days) => {
    const office = new Office(usual);
    await create('p', 20 * 60, Number.POSITIVE_INFINITY)(office);
    const [{ due } = { due: 0 }] = [...office.rows.values()];
    const key = `p/due@${due}`;
    office.now += days * 24 * 60 * minute;
    await office.look();
    expect(office.shown.get(key)).toBe(1);
    office.now -= days * 24 * 60 * minute;
    await office.look();
    expect(office.tray.size).toBe(0);
    expect(office.shown.has(key)).toBe(false);
    await office.pass(20 * 60 + 5);
    expect(office.shown.get(key)).toBe(1);
    expect(office.tray.size).toBe(1);
    office.expectNoneLost();
  },
);

/** The steps that a profile asks for until then, counted minute by minute; of days after the substitute none. */
function stepsCounted({ before, every, substituteAfter }: EscalationRules, due: number, until: number) {
  const steps = new Map<string, number>();
  const at = (key: string, time: number) => time <= until && steps.set(key, time);
  if (before > 0 && due - before * minute > tuesday.getTime()) at('before', due - before * minute);
  at('due', due);
  let worked = 0;
  for (let time = due; time < until && worked < substituteAfter; time += minute) {
    if (!isOpen(new Date(time), hours)) continue;
    worked += 1;
    if (worked === substituteAfter) at('substitute', time + minute);
    else if (worked % every === 0) at(`again${worked / every}`, time + minute);
  }
  return steps;
}

it(`Where nobody does anything, every step that a profile asks for is told within the minute of its time, in a thousand offices (seed ${seed})`, async () => {
  let substitutes = 0;
  await fc.assert(
    fc.asyncProperty(
      escalations,
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 1, max: 1_500 }),
      async (rules, ahead, long) => {
        const office = new Office(rules);
        const due = tuesday.getTime() + ahead * minute;
        const end = tuesday.getTime() + (ahead + long) * minute;
        await create('p', ahead, Number.POSITIVE_INFINITY)(office);
        const toldAt = new Map<string, number>();
        while (office.now < end) {
          await office.pass(1);
          for (const key of office.shown.keys()) if (!toldAt.has(key)) toldAt.set(key, office.now);
        }
        const daily = /^p\/day/;
        const asked = [...stepsCounted(rules, due, end)].map(([kind, time]) => [`p/${kind}@${due}`, time]);
        const seen = [...toldAt].filter(([key]) => !daily.test(key));
        expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(asked));
        for (const [key] of asked) if (String(key).startsWith('p/substitute')) substitutes += 1;
      },
    ),
    { numRuns: 1_000, seed },
  );
  expect(substitutes).toBeGreaterThan(100);
}, 120_000);
