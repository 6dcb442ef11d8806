import { browser } from 'wxt/browser';
import { forgetTabContext, readTabContext } from '@/lib/store';
import { inTurnOfTab } from './in-turn';
import { dropStrip, takeStripOut } from './show-strips';

/**
 * Forgets what was read of a page that is no longer in its tab. A reader says so itself as its document goes; here are
 * the tabs whose reader could not: it crashed, or the page threw away all listeners with `document.open()`.
 */
export function forgetLeftPages(): void {
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== undefined) void forgetWhereLeft(tabId, status === 'complete');
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void inTurnOfTab(tabId, () => forgetTabContext(tabId));
    void dropStrip(tabId);
  });
}

/** Forgets the tab's context and takes its strip away, unless another document has come into the tab meanwhile. */
export async function forgetDocument(tabId: number, document: string): Promise<void> {
  const isForgotten = await inTurnOfTab(tabId, async () => {
    if ((await readTabContext(tabId))?.document !== document) return false;
    await forgetTabContext(tabId);
    return true;
  });
  if (isForgotten) await takeStripOut(tabId, document);
}

async function forgetWhereLeft(tabId: number, isComplete: boolean): Promise<void> {
  const read = await readTabContext(tabId);
  if (!read) return;
  if (await isStillThere(tabId, read.context.address, isComplete)) return;
  await forgetDocument(tabId, read.document);
}

/**
 * "loading" alone tells nothing: Chromium 156 says so of `pushState` and Firefox 153 of a download, and the page stays.
 */
async function isStillThere(tabId: number, address: string, isComplete: boolean): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Where there is no permission, the browser hides the address.
  if (!tab?.url || !URL.canParse(tab.url) || new URL(tab.url).origin !== new URL(address).origin)
    return false;
  // An error page of the browser, or its PDF viewer, stands under the same address and lets no script in.
  return isComplete ? letsScriptsIn(tabId) : true;
}

function letsScriptsIn(tabId: number): Promise<boolean> {
  const target = { tabId, frameIds: [0] };
  return browser.scripting.executeScript({ target, injectImmediately: true, func: () => null }).then(
    () => true,
    () => false,
  );
}
