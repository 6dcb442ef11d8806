import { type Browser, browser } from 'wxt/browser';

/** Where in the panel a key or a notification leads. */
export type AskedPlace = 'now' | 'callbacks' | 'quick-entry';

const key = 'asked-place';

/** Has the panel, open or about to open, go to a place. In memory: nothing of it stays on the disk. */
export async function askForPlace(place: AskedPlace): Promise<void> {
  // A time beside it, or asking twice for the same place would change nothing that could be noticed.
  await browser.storage.session.set({ [key]: { place, at: Date.now() } });
}

/** The place that was asked for, once: the next to ask gets null. */
export async function takeAskedPlace(): Promise<AskedPlace | null> {
  const asked = (await browser.storage.session.get(key))[key] as { place: AskedPlace } | undefined;
  if (!asked) return null;
  await browser.storage.session.remove(key);
  return asked.place;
}

/** Calls back whenever a place is asked for, until `signal` aborts. */
export function watchAskedPlace(onAsked: () => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'session' && changes[key]?.newValue !== undefined) onAsked();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
