import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const keyOf = (encounterId: string) => `ending:${encounterId}`;

/**
 * What is ticked off in the running encounter. Kept in memory by the browser (`storage.session`), so that closing the
 * panel loses nothing and nothing stays on the disk.
 */
export function useTickedItems(
  encounterId: string | null,
): [ReadonlySet<string>, tick: (key: string, isTicked: boolean) => Promise<void>] {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setTicked(new Set());
    if (encounterId === null) return;
    let isOver = false;
    void browser.storage.session.get(keyOf(encounterId)).then((stored) => {
      if (!isOver) setTicked(new Set((stored[keyOf(encounterId)] as string[] | undefined) ?? []));
    });
    return () => {
      isOver = true;
    };
  }, [encounterId]);
  const tick = async (key: string, isTicked: boolean) => {
    if (encounterId === null) return;
    const next = new Set(ticked);
    if (isTicked) next.add(key);
    else next.delete(key);
    setTicked(next);
    await browser.storage.session.set({ [keyOf(encounterId)]: [...next] });
  };
  return [ticked, tick];
}
