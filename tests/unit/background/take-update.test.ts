import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { takeUpdate } from '@/entrypoints/background/take-update';
import { endEncounter, holdUpdates, noteWaitingUpdate, startEncounter } from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

let small: SmallBrowser;
let reloads: number;
let offer: (version: string) => Promise<void>;
const now = new Date('2026-11-24T10:00:00+01:00');
const session = fakeBrowser.storage.session;
const ring = () =>
  fakeBrowser.alarms.onAlarm.trigger({ name: 'take-update', scheduledTime: 0, persistAcrossSessions: true });
const isTriedAgain = async () => (await fakeBrowser.alarms.get('take-update')) !== undefined;

beforeEach(async () => {
  small = await startSmallBrowser();
  reloads = 0;
  const listeners: ((details: { version: string }) => void)[] = [];
  Object.assign(fakeBrowser.runtime, {
    onUpdateAvailable: { addListener: (listener: (typeof listeners)[0]) => void listeners.push(listener) },
    reload: () => {
      reloads += 1;
    },
  });
  takeUpdate();
  offer = async (version) => {
    for (const listener of listeners) listener({ version });
    await small.atRest();
  };
});

describe('A new version', () => {
  it('is taken at once where it takes nothing from anybody, after every page was left', async () => {
    small.tabs.set(1, { url: 'https://ezd.example/sprawy', active: true, letsScriptsIn: true });
    small.pages.set(1, () => null);
    await offer('0.2.0');
    expect(reloads).toBe(1);
    expect(small.told).toEqual([
      [1, 'background→strip: hide'],
      [1, 'background→terms: hide'],
      [1, 'background→page: stop'],
    ]);
  });

  it('does not wait for a page that answers nothing', async () => {
    small.tabs.set(1, { url: 'https://ezd.example/sprawy', active: true, letsScriptsIn: true });
    small.pages.set(1, () => new Promise(() => {}));
    await offer('0.2.0');
    await vi.waitFor(() => expect(reloads).toBe(1), 5_000);
  });

  it('waits while a client is served, and is taken once that is over', async () => {
    await startEncounter('desk', now);
    await offer('0.2.0');
    expect(reloads).toBe(0);
    expect(await isTriedAgain()).toBe(true);
    await endEncounter(now);
    await ring();
    await small.atRest();
    expect(reloads).toBe(1);
  });

  it.each([
    ['a line half typed', { 'callback-entry': '600 123 456 Kow' }],
    ['a note for the client', { 'note:none': { contacts: [], edits: { matter: 'podatek' } } }],
    ['what was done in a service set aside', { 'facts:a': ['introduced'] }],
    ['signs met in a service set aside', { 'signs:a': ['FN.3123.11.2026'] }],
    [
      'promises given to a colleague and not confirmed',
      { 'callbacks-offered': [{ ids: ['a'], colleague: 'Jan Lis' }] },
    ],
  ] as [string, Record<string, unknown>][])('waits while %s is in memory only', async (_, kept) => {
    await session.set(kept);
    await offer('0.2.0');
    expect(reloads).toBe(0);
    await session.remove(Object.keys(kept));
    await ring();
    await small.atRest();
    expect(reloads).toBe(1);
  });

  it('is not held by what mirrors pages, nor by empty lines', async () => {
    await session.set({
      'callback-entry': '',
      'note:none': { contacts: [], edits: {}, tabId: 3 },
      'tab:1': { document: 'd', context: {}, readAt: 0 },
      'callbacks-offered': [],
    });
    await offer('0.2.0');
    expect(reloads).toBe(1);
  });

  it('which the browser has taken by itself is not taken again: an alarm left over does nothing', async () => {
    await ring();
    await small.atRest();
    expect(reloads).toBe(0);
  });
});

// The last one: in a test a page is never closed.
it('A new version waits as long as a page of Obok is open', async () => {
  holdUpdates();
  await noteWaitingUpdate('0.2.0');
  await ring();
  await vi.waitFor(async () => expect(await isTriedAgain()).toBe(true));
  expect(reloads).toBe(0);
});
