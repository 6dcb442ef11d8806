import { type Browser, browser } from 'wxt/browser';
import type { Name } from './protocol';

type Stamped = Browser.runtime.MessageSender;
type Listener = (message: unknown, sender: Stamped) => Promise<unknown> | undefined;

// webextension-polyfill lets a listener answer by a promise in every browser; WXT's types describe bare Chrome.
const incoming = browser.runtime.onMessage as unknown as {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
};

/**
 * The only place where Obok listens to messages: one kind, from this extension's own senders.
 *
 * @param handle undefined for an answer leaves the message alone
 */
export function hear(
  name: Name,
  handle: (data: unknown, sender: Stamped) => Promise<unknown> | undefined,
  signal?: AbortSignal,
): void {
  const listener: Listener = (message, sender) =>
    isEnvelope(message) && message.obok === name && sender.id === browser.runtime.id
      ? handle(message.data, sender)
      : undefined;
  if (signal?.aborted) return;
  incoming.addListener(listener);
  signal?.addEventListener('abort', () => incoming.removeListener(listener));
}

function isEnvelope(message: unknown): message is { obok: string; data: unknown } {
  return (
    typeof message === 'object' && message !== null && 'obok' in message && typeof message.obok === 'string'
  );
}
