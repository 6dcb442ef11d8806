import { browser } from 'wxt/browser';
import { sendToPage } from '@/lib/messaging';
import { forgetTabContext, readTabContexts } from '@/lib/store';

const reader = 'reader';

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
  browser.permissions.onRemoved.addListener(() => {
    void inTurn(register).then(stopWhereNotPermitted);
  });
  // After an install or update the pages that are already open have no living reader.
  browser.runtime.onInstalled.addListener(() => {
    void inTurn(register).then(async () => startInOpenTabs(await permittedOrigins()));
  });
}

/** One registration at a time, in every worker of this extension. */
const inTurn = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request('reader-registration', work);

async function permittedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => /^(https?|\*):/.test(origin));
}

async function register(): Promise<void> {
  const matches = await permittedOrigins();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [reader] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [reader] });
    return;
  }
  const script = {
    id: reader,
    matches,
    js: ['content-scripts/page.js'],
    runAt: 'document_end' as const,
    allFrames: false,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

async function startInOpenTabs(origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: origins, discarded: false });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({
            target: { tabId: id, frameIds: [0] },
            files: ['content-scripts/page.js'],
          }),
    ),
  );
}

async function stopWhereNotPermitted(): Promise<void> {
  for (const [tabId, { context }] of await readTabContexts()) {
    const origin = new URL(context.address).origin;
    if (await browser.permissions.contains({ origins: [`${origin}/*`] }).catch(() => false)) continue;
    await sendToPage(tabId, 'background→page: stop', null);
    await forgetTabContext(tabId);
  }
}
