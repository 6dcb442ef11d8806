import { browser } from 'wxt/browser';
import type { Notice } from '@/components/notice';
import type { OpenPage } from '@/components/now';
import { addressOf, searchOf } from '@/lib/client-note';
import type { Encounter } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';

/** Opens the client's note in a tab of its own, or brings the one that is open to the front: one note, one page. */
export async function openNote(encounter: Encounter | null, page: OpenPage): Promise<Notice | null> {
  const encounterId = encounter?.id ?? null;
  const address = browser.runtime.getURL('/note.html');
  try {
    const open = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
    const standing = open.find(
      ({ documentUrl }) =>
        documentUrl?.startsWith(address) &&
        addressOf(new URL(documentUrl).search).encounterId === encounterId,
    );
    if (standing) {
      await browser.tabs.update(standing.tabId, { active: true });
      await browser.windows.update(standing.windowId, { focused: true });
    } else {
      const tabId = page.kind === 'read' ? page.tabId : null;
      await browser.tabs.create({ url: address + searchOf({ encounterId, tabId }) });
    }
    return null;
  } catch {
    return { text: t('note:failed.open') };
  }
}
