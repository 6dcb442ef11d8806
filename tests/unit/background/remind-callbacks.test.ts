import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { remindCallbacks } from '@/entrypoints/background/remind-callbacks';
import { newCallback } from '@/lib/callbacks';
import { addCallback } from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

let small: SmallBrowser;
beforeEach(async () => {
  small = await startSmallBrowser();
  Object.assign(fakeBrowser.action, {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeText: async () => undefined,
  });
  Object.assign(fakeBrowser.notifications, { getAll: async () => ({}), clear: async () => true });
  Object.assign(fakeBrowser.windows, { getLastFocused: async () => ({ id: 1 }) });
  remindCallbacks();
});

/** How far ahead the alarm stands once the panel has said that something changed, in seconds; null for none. */
async function alarmAhead(): Promise<number | null> {
  await small.arrive('panel→background: changed', { what: 'callbacks' });
  const alarm = await fakeBrowser.alarms.get('callbacks');
  return alarm ? (alarm.scheduledTime - Date.now()) / 1000 : null;
}

it('While anybody waits an alarm comes each minute, as one that is far ahead comes late where the computer slept', async () => {
  expect(await alarmAhead()).toBeNull();
  const promise = (id: string, ahead: number) =>
    addCallback(newCallback(id, { phone: '+48600100200', due: Date.now() + ahead }, new Date()));
  await promise('a', 3 * 60 * 60_000);
  expect(await alarmAhead()).toBe(60);
  await promise('b', 20_000);
  expect(await alarmAhead()).toBe(20);
});
