import { onMessage } from '@/lib/messaging';
import { currentEncounter, readTabContext, saveClerk } from '@/lib/store';
import { refreshStrip } from './show-strips';
import { unattended } from './unattended';

/** A number clicked in the page is a call about to begin: the panel and the strip turn to it, nothing starts by itself. */
export function noticeCalls(): void {
  onMessage('page→background: call', async (_, { tabId }) => {
    if (tabId === undefined) return null;
    if (!(await readTabContext(tabId)) || (await currentEncounter())) return null;
    await saveClerk({ channel: 'phone-out' });
    unattended(refreshStrip(tabId));
    return null;
  });
}
