import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TellingDesk, tellOfDue } from '@/entrypoints/background/tell-of-due';
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
  usualEscalation,
  withWhatWasTold,
} from '@/lib/callbacks';
import { hours, minute, tuesday } from './promises';

const seed = 20261125;
const rules: EscalationRules = { ...usualEscalation, hours };

class WorkerDied extends Error {}

/** An office in memory: a durable store, a browser with a tray of notifications and one alarm, and a clock. */
class Office {
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

  private desk: TellingDesk = {
    wakeAt: async (at) => {
      this.breathe();
      this.alarm = at;
    },
    review: async (now, notification) => {
      this.breathe();
      const unsettled = [...this.rows.values()].filter((row) => !isSettled(row));
      const found = review(unsettled, rules, this.isServing, now, notification);
      for (const row of found.changed) {
        for (const { key } of escalation(this.rows.get(row.id) as Callback, rules, now))
          this.batches.set(`${row.id}/${key}`, notification);
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
    await tellOfDue(this.desk, new Date(this.now), () => this.makeId()).catch((error: unknown) => {
      if (!(error instanceof WorkerDied)) throw error;
    });
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

  /** No step was shown twice; and none that is past has not been shown, once the worker could look. */
  expectToldOnce(): void {
    for (const [key, times] of this.shown) expect([key, times]).toEqual([key, 1]);
  }
  expectNoneLost(): void {
    for (const row of this.rows.values()) {
      if (isSettled(row)) continue;
      const waiting = escalation(row, rules, new Date(this.now));
      // A service may hold a word back, half an hour at most.
      expect(waiting.filter(({ at }) => !this.isServing || at <= this.now - 30 * minute)).toEqual([]);
      for (const key of row.announced ?? [])
        expect([key, this.shown.get(`${row.id}/${key}`)]).toEqual([key, 1]);
    }
  }
}

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
const jump =
  (by: number): Command =>
  async (office) => {
    office.now += by * minute;
  };
const serve =
  (isServing: boolean): Command =>
  async (office) => {
    office.isServing = isServing;
    await office.look();
  };

it(`In a thousand days of clerk, clock and dying worker every step of every promise is told once, none lost, none doubled (seed ${seed})`, async () => {
  let toldOf = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40, size: 'max' }), async (commands) => {
      const office = new Office();
      for (const run of commands) {
        await run(office);
        office.expectToldOnce();
      }
      // Nobody does anything more: the alarm alone has to bring out what is due.
      await office.pass(45);
      office.expectToldOnce();
      office.expectNoneLost();
      toldOf += office.shown.size;
    }),
    { numRuns: 1_000, seed },
  );
  // A world in which nothing is ever due would prove nothing.
  expect(toldOf).toBeGreaterThan(5_000);
}, 120_000);
