import { browser } from 'wxt/browser';
import { addressRules, patternOf } from '@/lib/permissions';

/** Match patterns of the web pages that the browser lets Obok read. */
export async function permittedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => origin === '<all_urls>' || /^(https?|\*):/.test(origin));
}

/** Whether the browser lets Obok read the page at this address now. */
export async function isPermitted(address: string): Promise<boolean> {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return false;
  // What no match pattern can name was never permitted.
  return browser.permissions
    .contains({ origins: [patternOf(new URL(address), addressRules)] })
    .catch(() => false);
}
