import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tryReminding } from '@/entrypoints/background/try-reminding';
import { readRemindingTrial, saveClerk } from '@/lib/store';
import { type SmallBrowser, startSmallBrowser } from './small-browser';

let small: SmallBrowser;
let badges: string[];
let shown: { title: string; message: string }[];

beforeEach(async () => {
  small = await startSmallBrowser();
  badges = [];
  shown = [];
  Object.assign(fakeBrowser.action, {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeText: async ({ text }: { text: string }) => void badges.push(text),
  });
  Object.assign(fakeBrowser.notifications, {
    create: async (_: string, what: { title: string; message: string }) => void shown.push(what),
    clear: async () => true,
    getAll: async () => ({}),
  });
  tryReminding();
});

const ring = async (name: string) => {
  const alarm = await fakeBrowser.alarms.get(name);
  if (!alarm) throw new Error(`No alarm ${name} is set.`);
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
  await small.atRest();
};

it('A trial takes the way of a due call: a mark on the icon, an alarm, then a notification that names nobody', async () => {
  await small.arrive('panel→background: try-reminding', null);
  expect(badges).toEqual(['!']);
  expect(shown).toEqual([]);
  expect((await readRemindingTrial())?.shownAt).toBeUndefined();
  await ring('reminding-trial');
  expect(shown).toEqual([
    expect.objectContaining({ title: 'Próba powiadomienia', message: 'Tak Obok przypomni o oddzwonieniu.' }),
  ]);
  expect((await readRemindingTrial())?.shownAt).toBe(Date.now());
  // Also where nobody answers, the icon shows the number of due calls again.
  await ring('reminding-trial-over');
  expect(badges.at(-1)).toBe('');
});

it('A trial speaks the clerk’s language, and cannot be asked for by a page', async () => {
  await saveClerk({ language: 'en' });
  await small.arrive('panel→background: try-reminding', null, 1);
  expect(badges).toEqual([]);
  await small.arrive('panel→background: try-reminding', null);
  await ring('reminding-trial');
  expect(shown[0]?.title).toBe('Trial notification');
});
