import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import type { OpenPage } from '@/components/now';
import { addressOf } from '@/lib/permissions';
import { readTabContext, readTabStrip } from '@/lib/store';

/** Firefox knows no port in a match pattern. */
const addressRules = { hasPorts: !import.meta.env.FIREFOX };

/** The page beside the panel, looked at anew whenever the tab, its address, its reader or the permissions change. */
export function useOpenPage(): OpenPage {
  const [page, setPage] = useState<OpenPage>({ kind: 'looking' });
  useEffect(() => {
    let asked = 0;
    let isOver = false;
    const look = async () => {
      asked += 1;
      const mine = asked;
      const seen = await readOpenPage().catch((): OpenPage => ({ kind: 'not-web' })); // The tab went meanwhile.
      if (mine === asked && !isOver) setPage(seen);
    };
    const again = () => void look();
    const onStored = (_: unknown, area: string) => {
      if (area === 'session') again();
    };
    const events = [
      browser.tabs.onActivated,
      browser.tabs.onUpdated,
      browser.windows.onFocusChanged,
      browser.permissions.onAdded,
      browser.permissions.onRemoved,
    ] as { addListener(listener: () => void): void; removeListener(listener: () => void): void }[];
    for (const event of events) event.addListener(again);
    // What the reader read and the strip that stands are kept there.
    browser.storage.onChanged.addListener(onStored);
    again();
    return () => {
      isOver = true;
      for (const event of events) event.removeListener(again);
      browser.storage.onChanged.removeListener(onStored);
    };
  }, []);
  return page;
}

async function readOpenPage(): Promise<OpenPage> {
  const tab = await tabBeside();
  if (tab?.id === undefined) return { kind: 'not-web' };
  // Without a permission the browser hides the address; what was read here belongs to the page before.
  if (!tab.url) return { kind: 'hidden' };
  const address = addressOf(tab.url, addressRules);
  if (typeof address === 'string') return { kind: 'not-web' };
  const { origin, pattern } = address;
  if (!(await browser.permissions.contains({ origins: [pattern] }))) {
    return { kind: 'not-permitted', origin, pattern };
  }
  const [read, strip] = await Promise.all([readTabContext(tab.id), readTabStrip(tab.id)]);
  if (!read || new URL(read.context.address).origin !== origin) {
    return { kind: 'silent', tabId: tab.id, isLoading: tab.status === 'loading' };
  }
  const standing = strip !== null && strip.state === 'shown' ? strip : null;
  return {
    kind: 'read',
    tabId: tab.id,
    context: read.context,
    strip: standing && { reminderId: standing.reminderId, why: standing.why },
  };
}

/** The active tab; where the panel stands in a tab of its own, the one looked at before it. */
async function tabBeside(): Promise<Browser.tabs.Tab | undefined> {
  const own = await browser.tabs.getCurrent().catch(() => undefined);
  const tabs = await browser.tabs.query({ currentWindow: true });
  if (own === undefined) return tabs.find(({ active }) => active);
  return (
    tabs
      // First run and the options say nothing of what the clerk is doing.
      .filter(({ id, url }) => id !== own.id && !url?.startsWith(browser.runtime.getURL('/')))
      .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
  );
}
