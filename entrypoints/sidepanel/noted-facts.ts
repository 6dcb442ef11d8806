import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import type { ItemFact } from '@/lib/checklist';

const keyOf = (encounterId: string) => `ending:${encounterId}`;

async function readNoted(encounterId: string): Promise<Set<ItemFact>> {
  const stored = await browser.storage.session.get(keyOf(encounterId));
  return new Set((stored[keyOf(encounterId)] as ItemFact[] | undefined) ?? []);
}

/**
 * What was seen on the screen in the running encounter and stands in no store: a number copied, a note made. Kept in
 * memory by the browser (`storage.session`), so that closing the panel loses nothing, the panel of another window shows
 * the same, and nothing stays on the disk.
 */
export function useNotedFacts(
  encounterId: string | null,
): [ReadonlySet<ItemFact>, note: (fact: ItemFact) => Promise<void>] {
  const [noted, setNoted] = useState<ReadonlySet<ItemFact>>(new Set());
  useEffect(() => {
    setNoted(new Set());
    if (encounterId === null) return;
    let isOver = false;
    const look = () =>
      void readNoted(encounterId).then(
        (read) => isOver || setNoted(read),
        () => null, // Nothing known is what the screen shows already.
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
  const note = async (fact: ItemFact) => {
    if (encounterId === null) return;
    // One at a time, in every window: `storage.session` has no transactions.
    await navigator.locks.request(keyOf(encounterId), async () => {
      const next = (await readNoted(encounterId)).add(fact);
      await browser.storage.session.set({ [keyOf(encounterId)]: [...next] });
    });
  };
  return [noted, note];
}
