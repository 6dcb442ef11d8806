import { browser } from 'wxt/browser';

/** A value in `storage.session`: memory of the browser, gone with it. */
export async function readSession<Value>(key: string): Promise<Value | undefined> {
  return (await browser.storage.session.get(key))[key] as Value | undefined;
}

/**
 * Changes a value, one change after another in every window: `storage.session` has no transactions.
 *
 * @param change what is to stand there; undefined for nothing
 */
export async function changeSession<Value>(
  key: string,
  change: (before: Value | undefined) => Value | undefined,
): Promise<void> {
  await navigator.locks.request(key, async () => {
    const value = change(await readSession<Value>(key));
    if (value === undefined) await browser.storage.session.remove(key);
    else await browser.storage.session.set({ [key]: value });
  });
}

/** Calls `listener` whenever the value was changed or removed, until `signal` aborts. */
export function watchSession(key: string, listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && key in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
