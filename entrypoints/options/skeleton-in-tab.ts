import { browser } from 'wxt/browser';
import { addressOf, addressRules } from '@/lib/permissions';
import type { KnownNames, SkeletonAnswer } from '@/lib/skeleton';
import { orderIn } from './order-in-tab';

type MadeInTab = SkeletonAnswer | { is: 'no-permission' | 'left' | 'not-page' };

/**
 * Has the page of a tab copied without its values. Never rejects.
 *
 * @param address of the page, as its reader told it
 */
export async function skeletonIn(tabId: number, address: string, known: KnownNames): Promise<MadeInTab> {
  try {
    return ((await orderIn(tabId, 'skeleton', known)) as SkeletonAnswer | null) ?? { is: 'not-page' };
  } catch {
    return { is: (await isPermitted(address)) ? 'left' : 'no-permission' };
  }
}

async function isPermitted(address: string): Promise<boolean> {
  const found = addressOf(address, addressRules);
  return (
    typeof found !== 'string' &&
    (await browser.permissions.contains({ origins: [found.pattern] }).catch(() => true))
  );
}
