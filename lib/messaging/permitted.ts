import { browser } from 'wxt/browser';
import { addressRules, patternOf } from '@/lib/permissions';

/** Whether the browser lets Obok read the page at this address now. */
export async function isPermitted(address: string): Promise<boolean> {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return false;
  // What no match pattern can name was never permitted.
  return browser.permissions
    .contains({ origins: [patternOf(new URL(address), addressRules)] })
    .catch(() => false);
}
