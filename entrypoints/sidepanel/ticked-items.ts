import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';

const keyOf = (encounterId: string) => `ending:${encounterId}`;

async function readTicked(encounterId: string): Promise<Set<string>> {
  const stored = await browser.storage.session.get(keyOf(encounterId));
  return new Set((stored[keyOf(encounterId)] as string[] | undefined) ?? []);
}

/**
 * What is ticked off in the running encounter. Kept in memory by the browser (`storage.session`), so that closing the
 * panel loses nothing, the panel of another window shows the same, and nothing stays on the disk.
 */
export function useTickedItems(
  encounterId: string | null,
): [ReadonlySet<string>, tick: (key: string, isTicked: boolean) => Promise<void>] {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setTicked(new Set());
    if (encounterId === null) return;
    let isOver = false;
    const look = () =>
      void readTicked(encounterId).then(
        (read) => isOver || setTicked(read),
        () => null, // Nothing ticked is what the screen shows already.
      );
    const onStored = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
      if (area === 'session' && keyOf(encounterId) in changes) look();
    };
    browser.storage.onChanged.addListener(onStored);
    look();
    return () => {
      isOver = true;
      browser.storage.onChanged.removeListener(onStored);
    };
  }, [encounterId]);
  const tick = async (key: string, isTicked: boolean) => {
    if (encounterId === null) return;
    // One at a time, in every window: `storage.session` has no transactions.
    await navigator.locks.request(keyOf(encounterId), async () => {
      const next = await readTicked(encounterId);
      if (isTicked) next.add(key);
      else next.delete(key);
      await browser.storage.session.set({ [keyOf(encounterId)]: [...next] });
      setTicked(next);
    });
  };
  return [ticked, tick];
}
