import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Offered } from '@/components/hand-over';

const key = 'callbacks-offered';

/** What was given to a colleague and is not confirmed yet. In memory of the browser, so that the panel may be closed. */
export function useOffered(): [Offered[], (offered: Offered[]) => void] {
  const [offered, setOffered] = useState<Offered[]>([]);
  useEffect(() => {
    let isOver = false;
    browser.storage.session.get(key).then(
      (stored) =>
        isOver ||
        setOffered((now) => (now.length > 0 ? now : ((stored[key] as Offered[] | undefined) ?? []))),
      () => null, // What was not confirmed is on the list, as ever.
    );
    // Erased with everything else.
    const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
      if (area === 'session' && changes[key] && changes[key].newValue === undefined) setOffered([]);
    };
    browser.storage.onChanged.addListener(onChanged);
    return () => {
      isOver = true;
      browser.storage.onChanged.removeListener(onChanged);
    };
  }, []);
  return [
    offered,
    (next) => {
      setOffered(next);
      browser.storage.session.set({ [key]: next }).catch(() => null);
    },
  ];
}
