import { browser } from 'wxt/browser';
import type { Underlining, UnderliningChoices, UnderliningRequest } from '@/lib/underlining';
import { database } from './database';
import { changeSession, readSession, watchSession } from './session-value';

/** What the clerk chose for each system. */
export async function readUnderlining(): Promise<UnderliningChoices> {
  const row = await database().singles.get('underlining');
  return row?.name === 'underlining' ? row.value : {};
}

/** Changes one system’s in a transaction, so that two screens cannot undo one another. */
export async function chooseUnderlining(system: string, choice: Underlining): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    const value = { ...(await readUnderlining()), [system]: choice };
    await database().singles.put({ name: 'underlining', value });
  });
}

/** Of one tab, in the browser’s memory (`storage.session`). */
export interface TabUnderlining {
  request: UnderliningRequest | null;
  /** The document (see `TabContext`) in which terms are underlined now. */
  document: string | null;
}

const keyOf = (tabId: number) => `underlining:${tabId}`;
const nothing: TabUnderlining = { request: null, document: null };

export async function readTabUnderlining(tabId: number): Promise<TabUnderlining> {
  return (await readSession<TabUnderlining>(keyOf(tabId))) ?? nothing;
}

/** Writes the given parts; what is not given stays. */
export function changeTabUnderlining(tabId: number, parts: Partial<TabUnderlining>): Promise<void> {
  return changeSession<TabUnderlining>(keyOf(tabId), (before = nothing) => ({ ...before, ...parts }));
}

export async function forgetTabUnderlining(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Calls `listener` whenever it changes for a tab, until `signal` aborts. */
export function watchTabUnderlining(tabId: number, listener: () => void, signal: AbortSignal): void {
  watchSession(keyOf(tabId), listener, signal);
}
