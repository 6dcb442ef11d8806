import { type Browser, browser } from 'wxt/browser';
import type { Protocol } from './protocol';

type Name = keyof Protocol;
type ToBackground = Extract<Name, `${string}→background: ${string}`>;
type ToPage = Extract<Name, `background→${string}`>;

interface Envelope<N extends Name> {
  obok: N;
  data: Protocol[N]['data'];
}

type Listener = (message: unknown, sender: Browser.runtime.MessageSender) => Promise<unknown> | undefined;

// webextension-polyfill lets a listener answer by a promise in every browser; WXT's types describe bare Chrome.
const incoming = browser.runtime.onMessage as unknown as {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
};

/** Who sent a message, as the browser stamped it, not as the message says. */
export interface Sender {
  /** The tab whose page sent it; undefined for the extension's own pages. */
  tabId: number | undefined;
  /** The window of that tab. */
  windowId: number | undefined;
  /** True when one of the extension's own pages sent it. */
  own: boolean;
}

/** Sends to the background and waits for its answer. Rejects when the extension was updated or nobody answers. */
export async function sendToBackground<N extends ToBackground>(
  name: N,
  data: Protocol[N]['data'],
): Promise<Protocol[N]['answer']> {
  return browser.runtime.sendMessage({ obok: name, data } satisfies Envelope<N>);
}

/** Sends to the scripts in the top frame of a tab. @returns false where no script of ours took it */
export async function sendToPage<N extends ToPage>(
  tabId: number,
  name: N,
  data: Protocol[N]['data'],
): Promise<boolean> {
  try {
    // A handler answers null; undefined comes where only the other script of ours was there to hear it.
    return (
      (await browser.tabs.sendMessage(tabId, { obok: name, data } satisfies Envelope<N>, { frameId: 0 })) !==
      undefined
    );
  } catch {
    return false; // The page has gone or has no reader: there is nobody to tell.
  }
}

/**
 * Handles one kind of message until `signal` aborts. Only this extension's own senders are heard, and a message for
 * the background from a page's script is told apart from one of our own pages by what the browser stamped on it.
 */
export function onMessage<N extends Name>(
  name: N,
  handle: (data: Protocol[N]['data'], sender: Sender) => Promise<Protocol[N]['answer']>,
  signal?: AbortSignal,
): void {
  const listener = (message: unknown, sender: Browser.runtime.MessageSender) => {
    if (!isEnvelope(message) || message.obok !== name || sender.id !== browser.runtime.id) return undefined;
    const own = sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
    if (name.startsWith('panel→') && !own) return undefined;
    const tab = own ? undefined : sender.tab;
    return handle(message.data as Protocol[N]['data'], { tabId: tab?.id, windowId: tab?.windowId, own });
  };
  if (signal?.aborted) return;
  incoming.addListener(listener);
  signal?.addEventListener('abort', () => incoming.removeListener(listener));
}

function isEnvelope(message: unknown): message is { obok: string; data: unknown } {
  return (
    typeof message === 'object' && message !== null && 'obok' in message && typeof message.obok === 'string'
  );
}
