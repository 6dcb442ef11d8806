import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  forgetTabContext,
  forgetTabStrip,
  nextTurn,
  readTabContext,
  readTabContexts,
  readTabStrip,
  saveTabContext,
  saveTabStrip,
  type TabContext,
  type TabStrip,
  watchTabContexts,
} from '@/lib/store';

beforeEach(() => {
  fakeBrowser.reset();
});

const read: TabContext = {
  document: 'd1',
  readAt: 1,
  context: {
    system: 'ezd',
    view: 'case',
    caseSigns: [],
    caseInHand: null,
    fields: {},
    terms: [],
    elements: [],
    address: 'https://ezd.example/sprawy',
    evidence: [],
  },
};
const strip: TabStrip = {
  turn: 1,
  reminderId: 'powitanie',
  situation: 'case',
  state: 'shown',
  document: 'd1',
  since: 1,
  why: [],
  address: 'https://ezd.example/sprawy',
};

it('Each tab has its own context and its own strip, and they are not mistaken for one another', async () => {
  await saveTabContext(1, read);
  await saveTabContext(12, { ...read, readAt: 2 });
  await saveTabStrip(1, strip);
  expect(await readTabContext(1)).toEqual(read);
  expect(await readTabContext(2)).toBeNull();
  expect((await readTabContexts()).map(([tabId, { readAt }]) => [tabId, readAt])).toEqual([
    [1, 1],
    [12, 2],
  ]);
  await forgetTabContext(1);
  expect(await readTabContext(1)).toBeNull();
  expect(await readTabStrip(1)).toEqual(strip);
  await forgetTabStrip(1);
  expect(await readTabStrip(1)).toBeNull();
});

it('Turns grow from one', async () => {
  expect(await nextTurn()).toBe(1);
  expect(await nextTurn()).toBe(2);
});

it('Two strips decided at once get different turns', async () => {
  const turns = await Promise.all([nextTurn(), nextTurn(), nextTurn()]);
  expect(new Set(turns).size).toBe(3);
});

it('A screen that watches hears which tab changed, of tabs only, until it stops', async () => {
  const stop = new AbortController();
  const heard: number[] = [];
  watchTabContexts((tabId) => heard.push(tabId), stop.signal);
  await saveTabContext(3, read);
  await saveTabStrip(3, strip);
  await forgetTabContext(3);
  stop.abort();
  await saveTabContext(4, read);
  expect(heard).toEqual([3, 3]);
});
