import { browser } from 'wxt/browser';
import type { PageAsks, PageLook, System } from '@/lib/page';
import { addressRules, patternOf } from '@/lib/permissions';
import type { PageAnswer, Pointed, PointOrder } from '@/lib/pointing';
import { orderIn } from './order-in-tab';

/**
 * Brings the tab to the front, lets the lead point in it, and comes back.
 *
 * @returns `not-permitted` where the tab shows what Obok may not read. @throws where it is closed, or shows no page
 */
export async function pointIn(
  tabId: number,
  point: { hint: string; chosen: string },
): Promise<Pointed | 'not-permitted' | null> {
  if (!(await isPermittedIn(tabId))) return 'not-permitted';
  const own = await browser.tabs.getCurrent();
  await show(tabId);
  try {
    return (await give(tabId, { point })) as Pointed | null;
  } finally {
    if (own?.id !== undefined) await show(own.id).catch(() => {});
  }
}

/** Asks the page of a tab once. */
export async function readIn(tabId: number, read: PageAsks): Promise<PageAnswer | null> {
  return (await give(tabId, { read })) as PageAnswer | null;
}

/** The names of all fields that stand in the page of a tab; their values stay there. */
export async function labelsIn(tabId: number): Promise<string[]> {
  return ((await give(tabId, { labels: true })) as string[] | null) ?? [];
}

/** What the page of a tab is by some systems, and which of their signals it shows. */
export async function lookIn(tabId: number, look: System[]): Promise<PageLook | null> {
  return (await give(tabId, { look })) as PageLook | null;
}

/** The browser tells an address only of pages that are permitted. */
async function isPermittedIn(tabId: number): Promise<boolean> {
  const { url } = await browser.tabs.get(tabId);
  if (url === undefined) return false;
  if (!/^https?:/.test(url)) return true; // A page of the browser: no permission helps.
  return browser.permissions.contains({ origins: [patternOf(new URL(url), addressRules)] });
}

async function show(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

const give = (tabId: number, order: PointOrder): Promise<unknown> => orderIn(tabId, 'point', order);
