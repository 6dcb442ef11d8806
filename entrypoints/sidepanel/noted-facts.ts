import { useEffect, useState } from 'react';
import type { ItemFact } from '@/lib/checklist';
import { addServiceFact, readServiceFacts, watchServiceFacts } from '@/lib/store';

/**
 * What was seen on the screen in the running encounter and stands in no store: a number copied, a note made. Closing the
 * panel loses nothing, and the panel of another window shows the same.
 */
export function useNotedFacts(
  encounterId: string | null,
): [ReadonlySet<ItemFact>, note: (fact: ItemFact) => Promise<void>] {
  const [noted, setNoted] = useState<ReadonlySet<ItemFact>>(new Set());
  useEffect(() => {
    setNoted(new Set());
    if (encounterId === null) return;
    const leaving = new AbortController();
    const look = () =>
      void readServiceFacts(encounterId).then(
        (facts) => leaving.signal.aborted || setNoted(new Set(facts)),
        () => null, // Nothing known is what the screen shows already.
      );
    watchServiceFacts(encounterId, look, leaving.signal);
    look();
    return () => leaving.abort();
  }, [encounterId]);
  const note = async (fact: ItemFact) => {
    if (encounterId !== null) await addServiceFact(encounterId, fact);
  };
  return [noted, note];
}
