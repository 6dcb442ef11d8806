import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { forgetOld } from '@/entrypoints/background/forget-old';
import { remindCallbacks } from '@/entrypoints/background/remind-callbacks';
import { showStrips } from '@/entrypoints/background/show-strips';
import { addPromise, settlePromise } from '@/entrypoints/sidepanel/callback-actions';
import { usualHours } from '@/lib/calendar';
import { endEncounter, readCallbacks, startEncounter } from '@/lib/store';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

/** A client like no other: whatever says one of these has said too much. */
const client = {
  name: 'Brzęczyszczykiewicz',
  phone: '+48600987654',
  subject: 'kanarkowo',
  note: 'dzwonić do szwagra kanarka',
  caseSign: 'KANAREK.77.2026',
  colleague: 'Kanarkiewicz',
};
const trace = /brz[ęe]czyszczy|600\D*987\D*654|600987654|kanark|kanarek/i;

let small: SmallBrowser;
/** All that left Obok: to the system, to the toolbar, to a page, into an address, into a log. */
let said: { by: string; what: unknown[] }[];
let standing: Set<string>;
let clickNotification: (id: string) => void;

beforeEach(async () => {
  small = await startSmallBrowser();
  said = [];
  standing = new Set();
  const record =
    (by: string, act?: (...given: never[]) => void) =>
    async (...given: unknown[]) => {
      said.push({ by, what: given });
      act?.(...(given as never[]));
    };
  const silent = { addListener: () => {} };
  Object.assign(fakeBrowser, {
    notifications: {
      create: record('notification', (id: string) => standing.add(id)),
      clear: record('notification', (id: string) => standing.delete(id)),
      getAll: async () => Object.fromEntries([...standing].map((id) => [id, true])),
      onClicked: { addListener: (listener: (id: string) => void) => (clickNotification = listener) },
    },
    action: {
      setBadgeText: record('badge'),
      setBadgeBackgroundColor: record('badge'),
      setTitle: record('badge'),
    },
    windows: {
      WINDOW_ID_NONE: -1,
      getLastFocused: async () => ({}),
      onFocusChanged: silent,
    },
  });
  const { create } = fakeBrowser.alarms;
  fakeBrowser.alarms.create = (async (...given: Parameters<typeof create>) => {
    said.push({ by: 'alarm', what: given });
    return create(...given);
  }) as typeof create;
  const { sendMessage } = fakeBrowser.tabs;
  fakeBrowser.tabs.sendMessage = (async (...given: Parameters<typeof sendMessage>) => {
    said.push({ by: 'page', what: given });
    return sendMessage(...given);
  }) as typeof sendMessage;
  Object.assign(fakeBrowser.tabs, { create: record('tab') });
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...given) => void said.push({ by: 'log', what: given }));
  }
});
afterEach(() => vi.restoreAllMocks());

it('In the whole life of a promise nothing of its client is in any notification, badge, alarm, page, address or log', async () => {
  small.permitted.add('https://ezd.example/*');
  small.tabs.set(1, { url: 'https://ezd.example/sprawy', active: true, letsScriptsIn: true });
  small.onRun = async (tabId) => {
    small.pages.set(tabId, () => null);
    said.push({ by: 'page', what: [await small.arrive('strip→background: ready', null, tabId)] });
  };
  remindCallbacks();
  forgetOld();
  answerReader();
  showStrips();
  const service = await startEncounter('phone-in', new Date());
  const context = contextAt('https://ezd.example/sprawy');
  const turn = async () => {
    await small.arrive('panel→background: changed', { what: 'callbacks' });
    await small.arrive('page→background: context', { document: 'd', context }, 1);
    await small.atRest();
  };
  const wake = async (minutes: number) => {
    vi.setSystemTime(Date.now() + minutes * 60_000);
    (fakeBrowser.alarms.onAlarm as unknown as { trigger(alarm: object): void }).trigger({
      name: 'callbacks',
    });
    await turn();
  };
  const id = async () => (await readCallbacks())[0]?.id ?? '';

  await turn();
  const added = await addPromise({ ...client, due: Date.now() + 60 * 60_000 });
  await turn();
  await added.undo?.();
  await turn();
  await addPromise({ ...client, due: Date.now() + 60 * 60_000 });
  await endEncounter(new Date());
  await turn();
  // Before it is due, at its time, again, and long after, when somebody else should call.
  for (const minutes of [50, 10, 60, 60, 60, 60]) await wake(minutes);
  const [shown] = standing;
  clickNotification(shown ?? '');
  await small.atRest();
  const missed = await settlePromise(await id(), { kind: 'no-answer' }, usualHours);
  await turn();
  await missed.undo?.();
  await settlePromise(await id(), { kind: 'client-called' }, usualHours);
  await settlePromise(await id(), { kind: 'wrong-number' }, usualHours);
  await turn();
  await settlePromise(await id(), { kind: 'handed-over', colleague: client.colleague }, usualHours);
  await turn();
  (fakeBrowser.runtime.onStartup as unknown as { trigger(): void }).trigger();
  await wake(24 * 60);

  const kinds = said.map(({ by }) => by);
  // Had nothing been said at all, nothing would be shown by this.
  expect(kinds.filter((by) => by === 'notification').length).toBeGreaterThan(3);
  for (const by of ['badge', 'alarm', 'page', 'tab']) expect(kinds).toContain(by);
  expect(service.id).not.toBe('');
  expect(said.filter(({ what }) => trace.test(JSON.stringify(what)))).toEqual([]);
});
