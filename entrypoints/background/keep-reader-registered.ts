import { browser } from 'wxt/browser';
import { noteTabsToRead, takeTabToRead } from '@/lib/store';
import { permittedOrigins } from './permitted';

const reader = 'reader';
const readerFile = '/content-scripts/page.js';

/** Of many open pages so many are read at once, the last ones looked at; the others when the clerk turns to them. */
const mostAtOnce = 10;

/**
 * Keeps the page reader registered on exactly the origins that the clerk (or the enterprise build) permits.
 * Chrome drops registered scripts on update and an administrator may change permissions behind our back, so the
 * truth is asked for on every boot.
 */
export function keepReaderRegistered(): void {
  void inTurn(register);
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void inTurn(register).then(() => startInOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(() => void inTurn(register));
  // After an install or update the pages that are already open have no living reader.
  browser.runtime.onInstalled.addListener(() => {
    void inTurn(register).then(async () => startInOpenTabs(await permittedOrigins()));
  });
  browser.tabs.onActivated.addListener(({ tabId }) => {
    void takeTabToRead(tabId).then((waits) => (waits ? startIn([tabId]) : undefined));
  });
}

/** One registration at a time, in every worker of this extension. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request('reader-registration', work);

async function register(): Promise<void> {
  const [matches, [registered]] = await Promise.all([
    permittedOrigins(),
    browser.scripting.getRegisteredContentScripts({ ids: [reader] }),
  ]);
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [reader] });
    return;
  }
  // A worker wakes many times an hour, and each registration is written to the disk.
  if (registered && isSame(registered.matches, matches)) return;
  const script = {
    id: reader,
    matches,
    js: [readerFile],
    runAt: 'document_end' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

function isSame(some: readonly string[] = [], others: readonly string[]): boolean {
  const known = new Set(some);
  return known.size === new Set(others).size && others.every((one) => known.has(one));
}

async function startInOpenTabs(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins, discarded: false });
  const byLook = tabs.toSorted(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  const ids = byLook.flatMap(({ id }) => id ?? []);
  if (ids.length > mostAtOnce) await noteTabsToRead(ids.slice(mostAtOnce));
  await startIn(ids.slice(0, mostAtOnce));
}

async function startIn(tabIds: number[]): Promise<void> {
  // A tab that closes meanwhile, or shows an error page of the browser, has nothing to read.
  await Promise.allSettled(
    tabIds.map((tabId) =>
      browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [readerFile] }),
    ),
  );
}
