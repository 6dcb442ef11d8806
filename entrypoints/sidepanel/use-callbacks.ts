import { useEffect, useState } from 'react';
import { type Callback, isSettled } from '@/lib/callbacks';
import { readCallbacks, readFirstCallbacks, watchStore } from '@/lib/store';

/** More than a screen holds. */
const aScreen = 100;

/**
 * All promises, read anew with every change; null until the first are read. What is due first comes first, where there
 * are very many. A store that fails is told by the desk.
 */
export function useCallbacks(): Callback[] | null {
  const [callbacks, setCallbacks] = useState<Callback[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    readFirstCallbacks(aScreen).then(
      (first) => {
        // Only settled ones would say that nobody waits, which is not known yet.
        if (first.some((callback) => !isSettled(callback))) setCallbacks((known) => known ?? first);
      },
      () => null,
    );
    watchStore(readCallbacks, setCallbacks, () => null, stop.signal);
    return () => stop.abort();
  }, []);
  return callbacks;
}
