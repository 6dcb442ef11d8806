import { browser } from 'wxt/browser';
import type { Envelope, Protocol, ToPage } from './protocol';
import { rules } from './rules';

/**
 * Sends to the scripts in the top frame of a tab what the rule of this message lets into a page, and nothing beside it.
 *
 * @returns false where no script of ours took it
 */
export async function sendToPage<N extends ToPage>(
  tabId: number,
  name: N,
  data: Protocol[N]['data'],
): Promise<boolean> {
  const envelope = { obok: name, data: rules[name].shape.parse(data) as Protocol[N]['data'] };
  try {
    // A handler answers null; undefined comes where only the other script of ours was there to hear it.
    return (
      (await browser.tabs.sendMessage(tabId, envelope satisfies Envelope<N>, { frameId: 0 })) !== undefined
    );
  } catch {
    return false; // The page has gone or has no reader: there is nobody to tell.
  }
}
