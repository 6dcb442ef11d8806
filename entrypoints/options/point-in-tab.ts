import { browser } from 'wxt/browser';
import type { PageAsks } from '@/lib/page';
import type { PageAnswer, Pointed, PointOrder } from '@/lib/pointing';

/** Brings the tab to the front, lets the lead point in it, and comes back. */
export async function pointIn(
  tabId: number,
  point: { hint: string; chosen: string },
): Promise<Pointed | null> {
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

async function show(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

async function give(tabId: number, order: PointOrder): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({
    target,
    // The script's own world, which the page cannot see.
    func: (given: unknown) => {
      (globalThis as { obokPointOrder?: unknown }).obokPointOrder = given;
    },
    args: [order],
  });
  const [answer] = await browser.scripting.executeScript({
    target,
    files: ['/content-scripts/point.js'],
  });
  return answer?.result ?? null;
}
