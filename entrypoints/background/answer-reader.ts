import { browser } from 'wxt/browser';
import { onMessage } from '@/lib/messaging';
import { shippedSystems } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { asksOf } from '@/lib/reminders';
import { forgetTabContext, saveTabContext } from '@/lib/store';
import { refreshStrip } from './show-strips';

/** Tells each reader what to look for, and keeps what it read. */
export function answerReader(): void {
  onMessage('page→background: hello', async () => {
    const profile = baseProfile();
    return { systems: [...profile.systems, ...shippedSystems], asks: asksOf(profile) };
  });
  onMessage('page→background: context', async ({ document, context }, { tabId }) => {
    if (tabId === undefined) return null;
    await saveTabContext(tabId, { document, context, readAt: Date.now() });
    await refreshStrip(tabId);
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTabContext(tabId));
}
