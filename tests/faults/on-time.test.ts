import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../browser/seat/seat';
import { chances } from './chances';
import { type Computer, computers, type Sitting } from './computers';
import { figures, readTold, watchUntilTold } from './lateness';
import { putAllOff } from './promises';

/**
 * How many promises are waited for in each browser: it takes minutes, so a usual run has none of them, and what it
 * shows of alarms stands in reminding.test.ts. The figures of 100 stand in docs/trust.md.
 */
const samples = Number(process.env.OBOK_ON_TIME ?? 0);
const seed = 20261129;
const minute = 60_000;

describe.runIf(samples > 0).each(computers)('$name', ({ name, begin, isThere, breaks, people }) => {
  let computer: Computer;
  beforeAll(async () => {
    if (isThere) computer = await begin();
  });
  afterAll(() => computer?.leave());

  test.skipIf(!isThere)(
    `tells of ${samples} promises at random moments in time, asleep and awake (seed ${seed})`,
    async () => {
      const chance = chances(seed);
      const each = Math.ceil(samples / people);
      const told = (
        await Promise.all(
          Array.from({ length: people }, async (_, person) => {
            const sitting = await computer.sit(`person-${person}`);
            try {
              await sitting.promise(each);
              const rows = await sitting.rows();
              let due = Date.now() + 5_000;
              const dues = rows.map(() => {
                due += Math.round(chance() < 0.5 ? chance() * breaks : breaks + chance() * breaks * 1.3);
                return due;
              });
              await sitting.inExtension(putAllOff, dues);
              const seen = await watchUntilTold(sitting, dues);
              // Each once, whatever else was told.
              const keys = (await sitting.rows()).flatMap(({ announced = [] }) => announced);
              expect(new Set(keys).size).toBe(keys.length);
              expect(keys.filter((key) => key.startsWith('due@'))).toHaveLength(each);
              return seen;
            } finally {
              await sitting.close();
            }
          }),
        )
      ).flat();
      expect(told.filter(({ late }) => late < 0)).toEqual([]);
      figures(
        `${name}, running`,
        told.map(({ late }) => late),
      );
      for (const wasAsleep of [true, false])
        figures(
          `${name}, running, background ${wasAsleep ? 'asleep' : 'awake'}`,
          told.filter((one) => one.wasAsleep === wasAsleep).map(({ late }) => late),
        );
    },
    90 * minute,
  );

  /** Puts a single promise to `ahead` from the browser's present, and gives that time. */
  async function dueIn(sitting: Sitting, ahead: number): Promise<number> {
    const due = (await readTold(sitting)).now + ahead;
    await sitting.inExtension(putAllOff, [due]);
    return due;
  }

  test.skipIf(!isThere)(
    'tells after the computer wakes of what came due meanwhile',
    async () => {
      const chance = chances(seed + 1);
      // Its clock for waiting goes on (Windows), or stands as long as the computer sleeps (Linux, macOS).
      const late = { running: [] as number[], standing: [] as number[] };
      await Promise.all(
        Array.from({ length: people }, async (_, person) => {
          const profile = `sleeper-${person}`;
          const clock = computer.clockOf(profile);
          const sitting = await computer.sit(profile);
          let ahead = 0;
          const now = () => clock?.now() ?? Date.now();
          try {
            await sitting.promise(1);
            for (let sleep = 0; sleep < samples / 2 / people; sleep += 1) {
              const isStanding = clock !== null && sleep % 2 === 1;
              const rest = chance() * breaks * 1.3;
              const due = await dueIn(sitting, rest + (isStanding ? 20 * minute : 2_000));
              // The background has gone to sleep meanwhile, or not.
              await new Promise((wake) => setTimeout(wake, rest));
              sitting.signal('SIGSTOP');
              if (isStanding) {
                ahead += Math.round(20 * 60 + chance() * 3_600);
                clock.set(ahead);
              } else await new Promise((wake) => setTimeout(wake, due + chance() * 10_000 - now()));
              const woken = now();
              sitting.signal('SIGCONT');
              const told = (await watchUntilTold(sitting, [due])).find(({ key }) => key === `due@${due}`);
              late[isStanding ? 'standing' : 'running'].push((told?.late ?? Number.NaN) - (woken - due));
            }
          } finally {
            await sitting.close();
          }
        }),
      );
      for (const [kind, all] of Object.entries(late)) {
        expect(all.filter((by) => !(by >= 0))).toEqual([]);
        figures(`${name}, after waking, its clock for waiting ${kind}`, all);
      }
    },
    90 * minute,
  );

  test.skipIf(!isThere)(
    'tells once the browser is started of what came due while none ran',
    async () => {
      let sitting = await computer.sit('starter');
      try {
        await sitting.promise(1);
        const late: { fromStart: number; sinceUp: number }[] = [];
        for (let start = 0; start < samples / 10; start += 1) {
          const due = await dueIn(sitting, 5_000);
          await sitting.close();
          await new Promise((wake) => setTimeout(wake, due + 1_000 - Date.now()));
          const started = Date.now();
          sitting = await computer.sit('starter');
          const { keys, now: seenAt } = await until(
            () => readTold(sitting),
            (now) => now.keys.includes(`due@${due}`),
            minute,
          );
          expect(keys.filter((key) => key === `due@${due}`)).toHaveLength(1);
          // When it was told stands in the id of what tells of it, where it stands; the page that asks comes later.
          const [id] = await sitting.inExtension<string[]>(
            'return Object.keys(await api.notifications.getAll());',
          );
          const toldAt = id === undefined ? seenAt : Number(/\d+/.exec(id)?.[0]);
          late.push({ fromStart: toldAt - started, sinceUp: Math.max(0, toldAt - sitting.upAt) });
        }
        figures(
          `${name}, since its process began`,
          late.map(({ fromStart }) => fromStart),
        );
        figures(
          `${name}, since it was up`,
          late.map(({ sinceUp }) => sinceUp),
        );
      } finally {
        await sitting.close();
      }
    },
    90 * minute,
  );
});
