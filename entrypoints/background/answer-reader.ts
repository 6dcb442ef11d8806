import { onMessage } from '@/lib/messaging';
import { shippedSystems } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { asksOf } from '@/lib/reminders';
import { forgetTabContext, readTabContext, saveTabContext } from '@/lib/store';
import { forgetDocument } from './forget-left-pages';
import { inTurnOfTab } from './in-turn';
import { isPermitted } from './permitted';
import { refreshStrip } from './show-strips';
import { unattended } from './unattended';

/** Tells each reader what to look for, and keeps what it read while its page is there. */
export function answerReader(): void {
  onMessage('page→background: hello', async ({ document }, { tabId }) => {
    if (tabId !== undefined) await forgetOtherDocument(tabId, document);
    const profile = baseProfile();
    return { systems: [...profile.systems, ...shippedSystems], asks: asksOf(profile) };
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
    return null;
  });
  onMessage('page→background: gone', async ({ document }, { tabId }) => {
    if (tabId !== undefined) await forgetDocument(tabId, document);
    return null;
  });
}

/** A new document has come into the tab; the one before may not have said that it is gone. */
function forgetOtherDocument(tabId: number, document: string): Promise<void> {
  return inTurnOfTab(tabId, async () => {
    const read = await readTabContext(tabId);
    if (read && read.document !== document) await forgetTabContext(tabId);
  });
}
