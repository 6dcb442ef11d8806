import { browser } from 'wxt/browser';
import type { PageContext } from '@/lib/page';

/** What the reader of one tab last said. Kept in memory by the browser (`storage.session`), gone with it. */
export interface TabContext {
  /** The document it was read from: the random text that its reader made. */
  document: string;
  context: PageContext;
  /** Milliseconds since the epoch. */
  readAt: number;
}

const prefix = 'tab:';
const keyOf = (tabId: number) => `${prefix}${tabId}`;

export async function readTabContext(tabId: number): Promise<TabContext | null> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  return (stored[keyOf(tabId)] as TabContext | undefined) ?? null;
}

/** Every tab that is being read, with what it said. */
export async function readTabContexts(): Promise<[tabId: number, tabContext: TabContext][]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [Number(key.slice(prefix.length)), value as TabContext]);
}

export async function saveTabContext(tabId: number, tabContext: TabContext): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: tabContext });
}

export async function forgetTabContext(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls `listener` whenever a tab's context changes or goes, until `signal` aborts. */
export function watchTabContexts(listener: (tabId: number) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'session') return;
    for (const key of Object.keys(changes)) {
      if (key.startsWith(prefix)) listener(Number(key.slice(prefix.length)));
    }
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
