import { browser } from 'wxt/browser';
import { readTabContexts } from '@/lib/store';

/** Without white space and in capitals: a sign is noted as it was typed. */
const bare = (sign: string) => sign.replace(/\s+/gu, '').toUpperCase();

/**
 * Brings the tab in front in which a case is open. Obok knows no address of a case that is not.
 *
 * @param sign as written, with initials or without
 * @returns false where no tab that is read shows the case
 */
export async function openCase(sign: string): Promise<boolean> {
  const wanted = bare(sign);
  const found = (await readTabContexts()).find(([, { context }]) => {
    const raw = context.caseInHand && bare(context.caseInHand.raw);
    return raw && (raw === wanted || raw.startsWith(`${wanted}.`) || wanted.startsWith(`${raw}.`));
  });
  if (!found) return false;
  const tab = await browser.tabs.update(found[0], { active: true }).catch(() => null);
  if (!tab) return false;
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  return true;
}
