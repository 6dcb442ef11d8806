import { browser } from 'wxt/browser';

/** Signs are shown while a service runs and then forgotten: in memory only, the store keeps hashes. */
const keyOf = (encounterId: string) => `signs:${encounterId}`;

/** The case signs met in a service, as written, in the order they were met. */
export async function readMetSigns(encounterId: string): Promise<string[]> {
  const stored = await browser.storage.session.get(keyOf(encounterId));
  return (stored[keyOf(encounterId)] as string[] | undefined) ?? [];
}

/** Adds a sign, once. */
export async function addMetSign(encounterId: string, sign: string): Promise<void> {
  // `storage.session` has no transactions.
  await navigator.locks.request(keyOf(encounterId), async () => {
    const met = await readMetSigns(encounterId);
    if (!met.includes(sign)) await browser.storage.session.set({ [keyOf(encounterId)]: [...met, sign] });
  });
}

/** Calls `listener` whenever signs of a service change, until `signal` aborts. */
export function watchMetSigns(encounterId: string, listener: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && keyOf(encounterId) in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
