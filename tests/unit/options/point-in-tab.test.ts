import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { labelsIn, lookIn, pointIn, readIn } from '@/entrypoints/options/point-in-tab';

const words = { hint: 'Kliknij', chosen: 'Wskazane' };
/** What the browser tells of the tab, what it permits, and what the page's script answers. */
let tab: { url?: string } | null;
let permitted: string[];
let answer: unknown;
beforeEach(() => {
  tab = { url: 'https://umowy.gmina.pl/umowy/1' };
  permitted = ['https://umowy.gmina.pl/*'];
  answer = { isView: true };
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => {
    if (tab === null) throw new Error('No tab with id: 7.');
    return tab;
  }) as never);
  vi.spyOn(browser.tabs, 'getCurrent').mockImplementation((async () => ({ id: 1 })) as never);
  vi.spyOn(browser.tabs, 'update').mockImplementation((async (id: number) => ({ id, windowId: 1 })) as never);
  vi.spyOn(browser.windows, 'update').mockImplementation((async () => ({})) as never);
  browser.permissions.contains = (async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((one) => permitted.includes(one))) as never;
  browser.scripting.executeScript = (async () => [{ result: answer }]) as never;
});
afterEach(() => vi.restoreAllMocks());

it('lets the lead point in the tab and comes back to Studio', async () => {
  expect(await pointIn(7, words)).toEqual({ isView: true });
  expect(vi.mocked(browser.tabs.update).mock.calls.map(([id]) => id)).toEqual([7, 1]);
});

it.each([
  ['the browser tells no address of it', {}],
  ['its permission was taken back', { url: 'https://umowy.gmina.pl/umowy/1' }],
])('a page that Obok may not read is told of, and its tab stays where it is: %s', async (_, shown) => {
  tab = shown;
  permitted = [];
  expect(await pointIn(7, words)).toBe('not-permitted');
  expect(browser.tabs.update).not.toHaveBeenCalled();
});

it('a tab that is closed, or shows a page of the browser, is no matter of permission', async () => {
  tab = null;
  await expect(pointIn(7, words)).rejects.toThrow();
  tab = { url: 'about:config' };
  answer = null;
  expect(await pointIn(7, words)).toBeNull();
});

it('several orders at once in one page: each has the answer to its own', async () => {
  const world: Record<string, unknown> = {};
  // As in a browser: each call is one turn of the page, and between two of them comes whatever else was asked.
  browser.scripting.executeScript = (async (injection: {
    files?: string[];
    func?(...args: unknown[]): unknown;
    args?: unknown[];
  }) => {
    await Promise.resolve();
    vi.stubGlobal('obokPoint', world.obokPoint);
    if (injection.files) world.obokPoint = (order: object) => Object.keys(order);
    return [{ result: injection.files ? undefined : injection.func?.(...(injection.args ?? [])) }];
  }) as never;
  const asked = [readIn(7, { labels: [], terms: [], elements: [] }), labelsIn(7), lookIn(7, []), labelsIn(7)];
  expect(await Promise.all(asked)).toEqual([['read'], ['labels'], ['look'], ['labels']]);
  vi.unstubAllGlobals();
});
