import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { dropCallsStrip, wantCallsStrip } from '@/entrypoints/background/calls-strip';
import { refreshStrips, showStrips } from '@/entrypoints/background/show-strips';
import { settle } from '@/lib/callbacks';
import type { CallsAnswer, CallsModel, StripModel } from '@/lib/messaging';
import {
  addCallback,
  changeCallback,
  changeSwitches,
  endEncounter,
  readHistory,
  startEncounter,
  takeAskedPlace,
} from '@/lib/store';
import { hours, minute, promise } from '../callbacks/promises';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

const cases = 'https://ezd.example/sprawy';
let small: SmallBrowser;
let standing: Map<number, StripModel | CallsModel>;
/** Windows whose panel was opened, and addresses of new tabs. */
let opened: unknown[];

afterEach(() => vi.unstubAllEnvs());
beforeEach(async () => {
  small = await startSmallBrowser();
  opened = [];
  Object.assign(fakeBrowser.sidePanel, { open: async (what: unknown) => void opened.push(what) });
  Object.assign(fakeBrowser.tabs, { create: async ({ url }: { url: string }) => void opened.push(url) });
  small.permitted.add('https://ezd.example/*');
  standing = new Map();
  small.onRun = async (tabId) => {
    const due = await small.arrive('strip→background: ready', null, tabId);
    if (due) standing.set(tabId, due);
  };
  showStrips();
  answerReader();
});

function open(tabId: number) {
  small.tabs.set(tabId, { url: cases, active: true, letsScriptsIn: true });
  small.pages.set(tabId, (name, data) => {
    if (name === 'background→strip: show') standing.set(tabId, data as StripModel | CallsModel);
    else if (name === 'background→strip: hide') standing.delete(tabId);
    else return undefined;
    return null;
  });
}
async function says(tabId: number) {
  await small.arrive('page→background: context', { document: `d${tabId}`, context: contextAt(cases) }, tabId);
  await small.atRest();
}
/** The background has told of due calls. */
async function tell() {
  await wantCallsStrip(new Date());
  await refreshStrips();
  await small.atRest();
}
const callsIn = (tabId: number): CallsModel['calls'] | null => {
  const strip = standing.get(tabId);
  return strip && 'calls' in strip ? strip.calls : null;
};
async function answer(tabId: number, given: CallsAnswer) {
  const { turn } = standing.get(tabId) as CallsModel;
  standing.delete(tabId);
  await small.arrive('strip→background: calls-answer', { turn, answer: given }, tabId);
  await small.atRest();
}
async function answerReminder(tabId: number) {
  const { turn, reminderId } = standing.get(tabId) as StripModel;
  standing.delete(tabId);
  await small.arrive('strip→background: answer', { turn, reminderId, answer: 'done' }, tabId);
  await small.atRest();
}
async function pass(minutes: number) {
  vi.setSystemTime(Date.now() + minutes * minute);
  const alarm = await fakeBrowser.alarms.get('calls-strip');
  if (alarm && alarm.scheduledTime <= Date.now()) {
    await fakeBrowser.alarms.onAlarm.trigger(alarm);
    await small.atRest();
  }
}
const overdue = (id: string, minutes: number) =>
  addCallback(promise({ id, promisedAt: Date.now() - 60 * minute, due: Date.now() - minutes * minute }));

/** A second call falls due while the strip stands in the first tab. @returns the turn of the strip that told of one */
async function countedAnew(): Promise<number> {
  await overdue('a', 5);
  open(1);
  await tell();
  await says(1);
  const { turn } = standing.get(1) as CallsModel;
  await overdue('b', 1);
  await tell();
  return turn;
}

describe('The strip of due calls', () => {
  it('tells how many and since when, and holds nothing of whom, nor costs a reminder', async () => {
    await overdue('a', 5);
    await overdue('b', 20);
    open(1);
    await tell();
    await says(1);
    expect(callsIn(1)).toEqual({ count: 2, time: '09:40' });
    const { name = '', phone = '' } = promise();
    expect(JSON.stringify(standing.get(1))).not.toMatch(new RegExp(`${name}|${phone.slice(3)}`));
    expect(await readHistory()).toEqual([]);
  });

  it('counts anew when another call falls due while it stands', async () => {
    const turn = await countedAnew();
    expect(callsIn(1)?.count).toBe(2);
    // Another strip to the page, which leaves one of the same turn as it is.
    expect(standing.get(1)?.turn).toBeGreaterThan(turn);
  });

  it('goes by „Pokaż”, also where it was counted anew while that was pressed; an older „Zamknij” closes nothing', async () => {
    const turn = await countedAnew();
    await small.arrive('strip→background: calls-answer', { turn, answer: 'closed' }, 1);
    await small.atRest();
    expect(callsIn(1)?.count).toBe(2);
    await small.arrive('strip→background: calls-answer', { turn, answer: 'show' }, 1);
    await small.atRest();
    expect(callsIn(1)).toBeNull();
    expect(opened).toHaveLength(1);
  });

  it('names the day where it is not today’s', async () => {
    await overdue('a', 24 * 60);
    open(1);
    await tell();
    await says(1);
    expect(callsIn(1)?.time).toBe('23.11, 10:00');
  });

  it('waits for the reminder that stands, and comes once that is answered', async () => {
    await overdue('a', 5);
    open(1);
    await says(1);
    const reminder = standing.get(1) as StripModel;
    await tell();
    expect(standing.get(1)).toBe(reminder);
    await answerReminder(1);
    expect(callsIn(1)?.count).toBe(1);
  });

  it('is followed by the reminder that waited for it', async () => {
    await overdue('a', 5);
    open(1);
    await tell();
    await says(1);
    expect(callsIn(1)).not.toBeNull();
    await answer(1, 'closed');
    expect(standing.get(1)).toHaveProperty('reminderId');
    // Answered, it does not come again before there is something new to tell.
    await says(1);
    expect(callsIn(1)).toBeNull();
  });

  it('never comes while a client is at the desk, and comes afterwards', async () => {
    await overdue('a', 5);
    open(1);
    await startEncounter('desk', new Date());
    await tell();
    await says(1);
    expect(callsIn(1)).toBeNull();
    await endEncounter(new Date());
    standing.delete(1);
    open(2);
    small.tabs.delete(1);
    await says(2);
    expect(callsIn(2)).not.toBeNull();
  });

  it('goes when a client comes to the desk, and when nothing is due any more', async () => {
    await overdue('a', 5);
    open(1);
    await tell();
    await says(1);
    await startEncounter('desk', new Date());
    await small.arrive('panel→background: changed', { what: 'encounter' });
    await small.atRest();
    expect(callsIn(1)).toBeNull();
    await endEncounter(new Date());
    await small.arrive('panel→background: changed', { what: 'encounter' });
    await small.atRest();
    await changeCallback('a', (row) => settle(row, { kind: 'reached' }, new Date(), hours));
    await dropCallsStrip();
    await small.arrive('panel→background: changed', { what: 'callbacks' });
    await small.atRest();
    expect(callsIn(1)).toBeNull();
    await overdue('b', 5);
    await says(1);
    expect(callsIn(1)).toBeNull();
  });

  it('comes again a quarter of an hour after „Później”', async () => {
    await overdue('a', 5);
    open(1);
    await tell();
    await says(1);
    await answer(1, 'later');
    await pass(14);
    await says(1);
    expect(callsIn(1)).toBeNull();
    await answerReminder(1);
    await pass(1);
    expect(callsIn(1)?.count).toBe(1);
  });

  it.each([
    ['Chromium', '', { windowId: 7 }],
    // A click in the page is no gesture for its sidebar.
    ['Firefox', 'true', expect.stringContaining('/sidepanel.html')],
  ])('opens the panel at the list by „Pokaż”, in %s', async (_, isFirefox, panel) => {
    // In a test the build's flag is a text, and „false” would be one, too.
    vi.stubEnv('FIREFOX', isFirefox);
    await overdue('a', 5);
    open(1);
    await tell();
    await says(1);
    await answer(1, 'show');
    expect(opened).toEqual([panel]);
    expect(await takeAskedPlace()).toBe('callbacks');
    expect(callsIn(1)).toBeNull();
  });

  it('stands in one window, and moves only out of a tab that nobody looks at', async () => {
    await overdue('a', 5);
    open(1);
    await tell();
    await says(1);
    open(2);
    await says(2);
    expect([callsIn(1), callsIn(2)]).toEqual([{ count: 1, time: '09:55' }, null]);
    small.tabs.set(1, { url: cases, active: false, letsScriptsIn: true });
    await answerReminder(2);
    expect([callsIn(1), callsIn(2)]).toEqual([null, { count: 1, time: '09:55' }]);
  });

  it('stays away where strips are switched off', async () => {
    await overdue('a', 5);
    open(1);
    for (const off of [{ quiet: true }, { systems: ['ezd-rp'] }, { addresses: [cases] }]) {
      await changeSwitches(() => ({ reminders: [], systems: [], addresses: [], quiet: false, ...off }));
      await tell();
      await says(1);
      expect([off, callsIn(1)]).toEqual([off, null]);
    }
  });
});
