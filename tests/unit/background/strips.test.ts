import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerReader } from '@/entrypoints/background/answer-reader';
import { forgetLeftPages } from '@/entrypoints/background/forget-left-pages';
import { showStrips } from '@/entrypoints/background/show-strips';
import { stopWhereNotPermitted } from '@/entrypoints/background/stop-where-not-permitted';
import type { StripModel } from '@/lib/messaging';
import { changeSwitches, readHistory, readTabContext, readTabStrip } from '@/lib/store';
import { contextAt, type SmallBrowser, startSmallBrowser } from './small-browser';

const ezd = 'https://ezd.example/*';
const cases = 'https://ezd.example/sprawy';
const never = new Promise<never>(() => {});
let small: SmallBrowser;
/** The strip that stands in each tab, by the word of the page. */
let standing: Map<number, StripModel>;

beforeEach(async () => {
  small = await startSmallBrowser();
  small.permitted.add(ezd).add('https://dokus.example/*');
  standing = new Map();
  // As in both browsers: loading a script ends when its `main` ends, and a strip's `main` asks for its model first.
  small.onRun = async (tabId) => {
    const show = (model: StripModel) => void standing.set(tabId, model);
    small.pages.set(tabId, (name, data) => {
      if (name === 'background→strip: show') show(data as StripModel);
      if (name === 'background→strip: hide') standing.delete(tabId);
      return name.startsWith('background→strip') ? null : undefined;
    });
    const due = await small.arrive('strip→background: ready', null, tabId);
    if (due) show(due as StripModel);
  };
  showStrips();
  answerReader();
  forgetLeftPages();
  stopWhereNotPermitted();
});

function open(tabId: number, url = cases) {
  standing.delete(tabId);
  small.pages.delete(tabId);
  small.tabs.set(tabId, { url, active: true, letsScriptsIn: true });
}
async function says(tabId: number, document: string, parts: Parameters<typeof contextAt>[1] = {}) {
  await small.arrive('page→background: context', { document, context: contextAt(cases, parts) }, tabId);
  await small.atRest();
}
async function goes(tabId: number, document: string) {
  await small.arrive('page→background: gone', { document }, tabId);
  await small.atRest();
}
const timesShown = async () => (await readHistory()).filter(({ kind }) => kind === 'shown').length;
const stripIn = (tabId: number): StripModel => {
  const strip = standing.get(tabId);
  if (!strip) throw new Error(`No strip stands in tab ${tabId}.`);
  return strip;
};
const otherCase = { caseInHand: { raw: 'OR.1431.7.2026', cell: 'OR', jrwa: '1431', number: 7, year: 2026 } };

describe('The strip', () => {
  it('comes into a page by its script, which asks for it while it is being loaded', async () => {
    open(1);
    await says(1, 'd1');
    expect(standing.has(1)).toBe(true);
    expect(small.run).toEqual([[1, '/content-scripts/strip.js']]);
    expect(await timesShown()).toBe(1);
  });

  it('is loaded once however often the page speaks before it stands', async () => {
    open(1);
    const load = small.onRun;
    let arrives = () => {};
    const way = new Promise<void>((resolve) => {
      arrives = resolve;
    });
    small.onRun = async (tabId, file) => {
      await way;
      await load(tabId, file);
    };
    const offered = () => small.told.filter(([, name]) => name === 'background→strip: show').length;
    const spoken = [says(1, 'd1'), says(1, 'd1'), says(1, 'd1')];
    await vi.waitFor(() => expect(offered()).toBe(3));
    arrives();
    await Promise.all(spoken);
    expect(small.run).toHaveLength(1);
    expect(standing.has(1)).toBe(true);
    expect(await timesShown()).toBe(1);
  });

  it('comes in one tab while the page in another answers nothing', async () => {
    open(1);
    small.pages.set(1, () => never);
    await says(1, 'd1');
    open(2);
    await says(2, 'd2', otherCase);
    expect(standing.has(2)).toBe(true);
  });

  it('is decided again for a page that a dying worker never brought it to', async () => {
    open(1);
    small.onRun = async () => {};
    await says(1, 'd1');
    expect(await readTabStrip(1)).toMatchObject({ state: 'coming' });
    await says(1, 'd1');
    expect(small.run).toHaveLength(2);
  });

  it('is not left behind where the page let no script in', async () => {
    open(1);
    small.tabs.set(1, { url: cases, active: true, letsScriptsIn: false });
    await says(1, 'd1');
    expect(await readTabStrip(1)).toBeNull();
    expect(await timesShown()).toBe(0);
  });

  it('goes when its page becomes one to leave alone, and comes again with the same case', async () => {
    open(1);
    await says(1, 'd1');
    const { turn } = stripIn(1);
    await goes(1, 'd1');
    expect(standing.has(1)).toBe(false);
    await says(1, 'd1');
    expect(stripIn(1).turn).toBe(turn);
  });

  it('is not given to a script that asks once its page has become one to leave alone', async () => {
    open(1);
    await says(1, 'd1');
    await goes(1, 'd1');
    expect(await small.arrive('strip→background: ready', null, 1)).toBeNull();
  });

  it('goes also from a tab that nobody looks at', async () => {
    open(1);
    await says(1, 'd1');
    open(2);
    await small.activate(2);
    small.pages.set(1, (name) => (name === 'background→strip: hide' ? null : undefined));
    await goes(1, 'd1');
    expect(small.told.at(-1)).toEqual([1, 'background→strip: hide']);
  });

  it('is the same one, and spends nothing more, when its page is loaded anew before an answer', async () => {
    open(1);
    await says(1, 'd1');
    const { reminderId } = stripIn(1);
    await goes(1, 'd1');
    open(1);
    await says(1, 'd2');
    expect(stripIn(1).reminderId).toBe(reminderId);
    expect(await timesShown()).toBe(1);
  });

  it('does not come again in a page loaded anew once it is answered', async () => {
    open(1);
    await says(1, 'd1');
    const { turn, reminderId } = stripIn(1);
    await small.arrive('strip→background: answer', { turn, reminderId, answer: 'done' }, 1);
    await goes(1, 'd1');
    open(1);
    await says(1, 'd2');
    expect(standing.has(1)).toBe(false);
    expect(await timesShown()).toBe(1);
  });

  it('stays when the document before says late that it is gone', async () => {
    open(1);
    await says(1, 'd1');
    open(1);
    await says(1, 'd2', { ...otherCase, view: 'letter' });
    expect(standing.has(1)).toBe(true);
    small.told.length = 0;
    await goes(1, 'd1');
    expect(small.told).toEqual([]);
    expect(standing.has(1)).toBe(true);
  });

  it('goes when the clerk switches its system off', async () => {
    open(1);
    await says(1, 'd1');
    await changeSwitches((switches) => ({ ...switches, systems: ['ezd-rp'] }));
    await small.arrive('panel→background: changed', { what: 'settings' });
    expect(standing.has(1)).toBe(false);
  });
});

describe('A permission taken back', () => {
  it('stops the reader and the strip at once and leaves nothing of the page with us', async () => {
    open(1);
    await says(1, 'd1');
    small.told.length = 0;
    await small.takeBack(ezd);
    expect(small.told).toEqual([
      [1, 'background→page: stop'],
      [1, 'background→strip: hide'],
    ]);
    expect(await readTabContext(1)).toBeNull();
    expect(await readTabStrip(1)).toBeNull();
  });

  it('stops a reader that has said nothing yet, and no reader elsewhere', async () => {
    open(1);
    open(2, 'https://dokus.example/');
    await small.takeBack(ezd);
    expect(small.told).toContainEqual([1, 'background→page: stop']);
    expect(small.told.filter(([tabId]) => tabId === 2)).toEqual([]);
  });

  it('leaves nothing with us where the page answers nothing', async () => {
    open(1);
    await says(1, 'd1');
    small.pages.set(1, () => never);
    await small.takeBack(ezd);
    expect(await readTabContext(1)).toBeNull();
  });

  it('keeps nothing of what the reader says just before it hears', async () => {
    open(1);
    await Promise.all([small.takeBack(ezd), says(1, 'd1')]);
    expect(await readTabContext(1)).toBeNull();
    expect(standing.has(1)).toBe(false);
  });
});
