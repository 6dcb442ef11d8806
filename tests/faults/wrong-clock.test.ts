import { describe, expect, test } from 'vitest';
import { until } from '../browser/seat/seat';
import { readRaw } from '../fixtures/store/example.ts';
import { computers, type Sitting } from './computers';
import { figures, readTold, watchUntilTold } from './lateness';
import { putAllOff } from './promises';

/** Eight starts of a browser: not in a usual run, which has the rules in memory. The outcome stands in docs/trust.md. */
const isAsked = process.env.OBOK_ON_TIME !== undefined;
const patience = 60_000;
const hour = 60 * 60_000;
const day = 24 * hour;
/** More than the history is kept for, once the clock stands a year ahead. */
const longAgo = 60 * day;

/** One promise was kept an hour ago, and a reminder done two months ago: a clock a year ahead would take both. */
const settleOne = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = database.transaction(['callbacks', 'history'], 'readwrite');
    const rows = transaction.objectStore('callbacks');
    const all = rows.getAll();
    all.onsuccess = () => {
      const row = all.result.find(({ due }) => due === arg.due);
      rows.put({ ...row, state: 'kept', settledAt: Date.now() - 3_600_000 });
    };
    transaction.objectStore('history').add({ reminderId: 'powitanie', kind: 'done', at: Date.now() - arg.longAgo });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();`;
const forget = `await api.alarms.create('forget-old', { when: Date.now() });`;
/** It came; a background that it woke may have set the next day's. */
const isForgotten = `return ((await api.alarms.get('forget-old'))?.scheduledTime ?? Infinity) > Date.now() + 1_000;`;
const look = `await api.runtime.sendMessage({ obok: 'panel→background: changed', data: { what: 'callbacks' } });`;

async function idsOf(sitting: Sitting): Promise<{ callbacks: unknown[]; history: unknown[] }> {
  const { rows } = await sitting.inExtension<Awaited<ReturnType<typeof readRaw>>>(`return (${readRaw})();`);
  return {
    callbacks: (rows.callbacks ?? []).map(({ id, due }) => ({ id, due })),
    history: rows.history ?? [],
  };
}

describe.runIf(isAsked).each(computers)('$name whose clock is set', ({ name, begin, isThere }) => {
  test.skipIf(!isThere)(
    'a year ahead and back, and put in another zone: deletes nothing, silences nothing, tells in time',
    async (context) => {
      const computer = await begin();
      const clock = computer.clockOf('profile');
      let sitting: Sitting | undefined;
      try {
        if (clock === null) return context.skip();
        const startAt = async (at: number, env: Record<string, string> = {}) => {
          await sitting?.close();
          clock.set(Math.round((at - Date.now()) / 1000));
          sitting = await computer.sit('profile', env);
          return sitting;
        };
        const toldOf = (due: number) => async () =>
          (await readTold(sitting as Sitting)).keys.includes(`due@${due}`);
        const begun = Date.now();
        const [soon, tomorrow, later, kept] = [
          begun - 1_000,
          begun + 14 * hour,
          begun + 3 * day,
          begun + 4 * day,
        ];
        let desk = await startAt(begun, { TZ: 'Europe/Warsaw' });
        await desk.promise(4);
        await desk.inExtension(putAllOff, [soon, tomorrow, later, kept]);
        await desk.inExtension(settleOne, { due: kept, longAgo });
        expect(await until(toldOf(soon), Boolean, patience)).toBe(true);
        const before = await idsOf(desk);
        expect(before.callbacks).toHaveLength(4);
        expect(before.history).toHaveLength(1);

        /** Whatever is past its time by that clock is asked to go. */
        const nothingGoes = async () => {
          await desk.inExtension(forget);
          expect(await until(() => desk.inExtension<boolean>(isForgotten), Boolean, patience)).toBe(true);
          await desk.inExtension(look);
          expect(await idsOf(desk)).toEqual(before);
        };

        desk = await startAt(begun + 366 * day);
        for (const due of [tomorrow, later]) expect(await until(toldOf(due), Boolean, patience)).toBe(true);
        await nothingGoes();

        desk = await startAt(Date.now());
        for (const due of [tomorrow, later])
          expect(await until(toldOf(due), (isTold) => !isTold, patience)).toBe(false);
        await nothingGoes();

        desk = await startAt(begun - 366 * day);
        await nothingGoes();

        const late: number[] = [];
        // What was told too soon is told again in time: by a computer in the same zone, and by one carried to another.
        for (const [due, zone] of [
          [tomorrow, 'Europe/Warsaw'],
          [later, 'America/Los_Angeles'],
        ] as const) {
          desk = await startAt(due - 2 * 60_000, { TZ: zone });
          expect((await readTold(desk)).keys).not.toContain(`due@${due}`);
          const told = (await watchUntilTold(desk, [due])).find(({ key }) => key === `due@${due}`);
          late.push(told?.late ?? Number.NaN);
          const { keys } = await readTold(desk);
          expect(keys.filter((key) => key === `due@${due}`)).toHaveLength(1);
          await nothingGoes();
        }
        expect(late.filter((by) => by < 0)).toEqual([]);
        figures(`${name}, after a wrong clock and a change of zone`, late);
      } finally {
        await sitting?.close();
        await computer.leave();
      }
    },
    600_000,
  );
});
