import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { showStrips } from '@/entrypoints/background/show-strips';
import type { ReaderBrief, StripModel } from '@/lib/messaging';
import { dropProfile, readAgeing, readHistory, takeProfile } from '@/lib/store';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

const cases = 'https://ezd.example/sprawy';
const office = JSON.stringify({
  format: 'obok-profile/1',
  id: 'urzad',
  seq: 1,
  name: 'Urząd',
  systems: [{ id: 'wlasny', name: 'Własny', signals: [{ host: 'wlasny.example' }], views: [] }],
  reminders: [
    {
      id: 'urzad.ulga',
      provisions: ['ke.7.5'],
      moment: 'noticing',
      text: 'Sprawdź, czy to ulga.',
      when: { field: { label: 'Rodzaj sprawy', contains: 'ulga' } },
      priority: 9,
    },
  ],
});
const take = () =>
  takeProfile('office', office, { kind: 'file', name: 'urzad.json' }, new Date('2026-11-24T09:00:00+01:00'));
let small: SmallBrowser;
/** What each tab's reader was last told, and the strip that stands in it. */
let briefs: Map<number, ReaderBrief>;
let standing: Map<number, StripModel>;

beforeEach(async () => {
  small = await startSmallBrowser();
  small.permitted.add('https://ezd.example/*');
  briefs = new Map();
  standing = new Map();
  small.onRun = async (tabId) => {
    const due = await small.arrive('strip→background: ready', null, tabId);
    if (due) standing.set(tabId, due as StripModel);
  };
  answerReader();
  showStrips();
});

function open(tabId: number, url = cases, active = true) {
  small.tabs.set(tabId, { url, active, letsScriptsIn: true });
  small.pages.set(tabId, (name, data) => {
    if (name === 'background→page: brief') briefs.set(tabId, data as ReaderBrief);
    else if (name === 'background→strip: hide') standing.delete(tabId);
    else if (name === 'background→strip: show') standing.set(tabId, data as StripModel);
    else return undefined;
    return null;
  });
}
async function says(tabId: number, fields: Record<string, string> = {}) {
  const context = contextAt(cases, { fields: { ...fields } });
  await small.arrive('page→background: context', { document: `d${tabId}`, context }, tabId);
  await small.atRest();
}
async function change(what: 'profile' | 'settings') {
  await small.arrive('panel→background: changed', { what });
  await small.atRest();
}

describe('The profile of the office', () => {
  it('tells a reader that starts what to look for', async () => {
    await take();
    open(1);
    const brief = await small.arrive('page→background: hello', { document: 'd1', address: cases }, 1);
    expect(brief?.systems[0]?.id).toBe('wlasny');
    expect(brief?.asks.labels).toContain('Rodzaj sprawy');
  });

  it('is told to every reader when it changes, also where nobody looks, and to no page without a permission', async () => {
    open(1);
    open(2, cases, false);
    open(3, 'https://inny.example/', false);
    await take();
    await change('profile');
    expect([...briefs.keys()].sort()).toEqual([1, 2]);
    expect(briefs.get(2)?.asks.labels).toContain('Rodzaj sprawy');
    await dropProfile('office');
    await change('profile');
    expect(briefs.get(2)?.asks.labels).not.toContain('Rodzaj sprawy');
  });

  it('is not told to readers for a change that is none of theirs', async () => {
    open(1);
    await change('settings');
    expect(briefs.size).toBe(0);
  });

  it('brings its own reminder into the page, and is counted in history by its moment', async () => {
    await take();
    open(1);
    await says(1, { 'Rodzaj sprawy': 'ulga w spłacie' });
    expect(standing.get(1)).toMatchObject({ reminderId: 'urzad.ulga', text: 'Sprawdź, czy to ulga.' });
    expect(await readHistory()).toMatchObject([
      { reminderId: 'urzad.ulga', kind: 'shown', moment: 'noticing' },
    ]);
  });

  it('takes its reminder out of the page when it is dropped', async () => {
    await take();
    open(1);
    await says(1, { 'Rodzaj sprawy': 'ulga w spłacie' });
    expect(standing.get(1)?.reminderId).toBe('urzad.ulga');
    await dropProfile('office');
    await change('profile');
    expect(standing.get(1)?.reminderId).not.toBe('urzad.ulga');
  });

  it('has it counted which of its conditions match the page that is looked at, and no other page’s', async () => {
    open(1);
    open(2, cases, false);
    await says(1, { 'Rodzaj sprawy': 'ulga w spłacie' });
    expect(await readAgeing()).toEqual({ used: {}, matched: {} });
    await take();
    await says(2, { 'Rodzaj sprawy': 'ulga w spłacie' });
    expect(await readAgeing()).toEqual({ used: {}, matched: {} });
    await says(1);
    const { used, matched } = await readAgeing();
    expect(Object.keys(used)).toEqual(['ezd-rp']);
    expect(Object.keys(matched)).toEqual(['urzad.ulga']);
    expect(matched['urzad.ulga']).not.toHaveProperty('last');
    await says(1, { 'Rodzaj sprawy': 'ulga w spłacie' });
    expect((await readAgeing()).matched['urzad.ulga']?.last).toBe(used['ezd-rp']?.[0]);
  });
});
