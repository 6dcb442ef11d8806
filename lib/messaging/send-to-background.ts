import { browser } from 'wxt/browser';
import type { Envelope, Protocol, ToBackground } from './protocol';

/** Sends to the background and waits for its answer. Rejects when the extension was updated or nobody answers. */
export async function sendToBackground<N extends ToBackground>(
  name: N,
  data: Protocol[N]['data'],
): Promise<Protocol[N]['answer']> {
  return browser.runtime.sendMessage({ obok: name, data } satisfies Envelope<N>);
}
