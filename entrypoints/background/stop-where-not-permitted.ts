import { browser } from 'wxt/browser';
import { isPermitted, sendToPage } from '@/lib/messaging';
import { forgetTabContext } from '@/lib/store';
import { inTurnOfTab } from './in-turn';
import { dropStrip } from './show-strips';
import { dropTerms } from './underline-terms';

/** Once a permission is taken back, nothing of ours stays in the page, and nothing of the page with us. */
export function stopWhereNotPermitted(): void {
  browser.permissions.onRemoved.addListener(() => void stopInEveryTab());
}

async function stopInEveryTab(): Promise<void> {
  // Every tab: a reader that has only just started has said nothing yet, and the browser now hides where it stands.
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url = '' }) => {
      if (id !== undefined && !(await isPermitted(url))) await stopIn(id);
    }),
  );
}

/** What is kept is forgotten whether or not the page answers: one that shows an alert does not. */
async function stopIn(tabId: number): Promise<void> {
  void sendToPage(tabId, 'background→page: stop', null);
  void sendToPage(tabId, 'background→strip: hide', null);
  await inTurnOfTab(tabId, () => forgetTabContext(tabId));
  await dropStrip(tabId);
  await dropTerms(tabId);
}
