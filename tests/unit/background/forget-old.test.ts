import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetOld } from '@/entrypoints/background/forget-old';
import { newCallback } from '@/lib/callbacks';
import {
  addCallback,
  addReminderEvent,
  endEncounter,
  readCallbacks,
  readEncounter,
  readHistory,
  startEncounter,
} from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

const day = 24 * 60 * 60_000;
const tuesday = new Date('2026-11-24T10:00:00+01:00').getTime();
let small: SmallBrowser;
let served: string;

beforeEach(async () => {
  small = await startSmallBrowser();
  vi.useFakeTimers({ toFake: ['Date'], now: tuesday });
  forgetOld();
  await look(tuesday);
  await addReminderEvent({ reminderId: 'r', at: tuesday - 50 * day, kind: 'done' });
  await addCallback({
    ...newCallback('p', { due: tuesday - day }, new Date(tuesday - 2 * day)),
    state: 'kept',
    settledAt: tuesday - day,
  });
  served = (await startEncounter('desk', new Date(tuesday - day))).id;
  await endEncounter(new Date(tuesday - day + 60_000));
});
afterEach(() => vi.useRealTimers());

/** The daily alarm rings while the computer's clock stands there. */
async function look(at: number): Promise<void> {
  vi.setSystemTime(at);
  await fakeBrowser.alarms.onAlarm.trigger({
    name: 'forget-old',
    scheduledTime: at,
    persistAcrossSessions: true,
  });
  await small.atRest();
}
const kept = async () =>
  [
    ...(await readHistory()).map(({ reminderId }) => reminderId),
    ...(await readCallbacks()).map(({ id }) => id),
    (await readEncounter(served)) && 'service',
  ].filter(Boolean);

it('A clock that stands a year ahead for two days deletes nothing, and nothing is missing once it is set right', async () => {
  await look(tuesday + 365 * day);
  await look(tuesday + 365 * day + 60_000);
  await look(tuesday + 366 * day);
  expect(await kept()).toEqual(['r', 'p', 'service']);
  await look(tuesday + day);
  expect(await kept()).toEqual(['r', 'p', 'service']);
  await look(tuesday - 300 * day);
  expect(await kept()).toEqual(['r', 'p', 'service']);
});

it('What is past its retention goes on the day it should, and after a long leave on the third day', async () => {
  await look(tuesday + 12 * day);
  expect(await kept()).toEqual(['r', 'p', 'service']);
  await look(tuesday + 14 * day);
  expect(await kept()).toEqual(['r', 'service']);
  for (const away of [400, 401]) {
    await look(tuesday + away * day);
    expect(await kept()).toEqual(['r', 'service']);
  }
  await look(tuesday + 402 * day);
  expect(await kept()).toEqual([]);
});
