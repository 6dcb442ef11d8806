import { browser } from 'wxt/browser';
import { isPermitted, onMessage, type ReaderBrief, sendToPage } from '@/lib/messaging';
import { shippedSystems } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { asksOf } from '@/lib/reminders';
import { forgetTabContext, isStoreFailure, readProfile, readTabContext, saveTabContext } from '@/lib/store';
import { forgetDocument } from './forget-left-pages';
import { inTurnOfTab } from './in-turn';
import { permittedOrigins } from './permitted';
import { refreshStrip } from './show-strips';
import { unattended } from './unattended';
import { refreshTerms } from './underline-terms';

/** Tells each reader what to look for, and keeps what it read while its page is there. */
export function answerReader(): void {
  onMessage('page→background: hello', async ({ document }, { tabId }) => {
    if (tabId !== undefined) await forgetOtherDocument(tabId, document);
    return readBrief();
  });
  onMessage('page→background: context', async ({ document, context }, { tabId }) => {
    if (tabId === undefined) return null;
    await inTurnOfTab(tabId, async () => {
      // A reader may have spoken just before it was told to stop.
      if (!(await isPermitted(context.address))) return;
      await saveTabContext(tabId, { document, context, readAt: Date.now() });
    });
    // The reader is not kept waiting for the strip, nor told that it failed: it has no part in it.
    unattended(refreshStrip(tabId));
    unattended(refreshTerms(tabId));
    return null;
  });
  onMessage('page→background: gone', async ({ document }, { tabId }) => {
    if (tabId === undefined) return null;
    await forgetDocument(tabId, document);
    unattended(refreshTerms(tabId));
    return null;
  });
  onMessage('panel→background: changed', async ({ what }) => {
    if (what === 'profile') await tellReaders();
    return null;
  });
}

/** What the profile in force asks of a page. */
async function readBrief(): Promise<ReaderBrief> {
  const profile = await readProfile().catch((error: unknown) => {
    if (!isStoreFailure(error)) throw error;
    // The panel tells of the store; the page is read by what ships with Obok.
    return baseProfile();
  });
  return { systems: [...profile.systems, ...shippedSystems], asks: asksOf(profile) };
}

/** Another profile asks other things: every reader looks at its page anew, also one that had nothing to say until now. */
export async function tellReaders(): Promise<void> {
  const url = await permittedOrigins();
  if (url.length === 0) return;
  const [brief, tabs] = await Promise.all([readBrief(), browser.tabs.query({ url, discarded: false })]);
  // Nobody is waited for: a page that shows an alert answers nothing.
  for (const { id } of tabs) if (id !== undefined) void sendToPage(id, 'background→page: brief', brief);
}

/** A new document has come into the tab; the one before may not have said that it is gone. */
function forgetOtherDocument(tabId: number, document: string): Promise<void> {
  return inTurnOfTab(tabId, async () => {
    const read = await readTabContext(tabId);
    if (read && read.document !== document) await forgetTabContext(tabId);
  });
}
