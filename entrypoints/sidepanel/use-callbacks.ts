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
    const readAll = () => watchStore(readCallbacks, setCallbacks, () => null, stop.signal);
    readFirstCallbacks(aScreen)
      .then((first) => {
        // Only settled ones would say that nobody waits, which is not known yet.
        if (first.some((callback) => !isSettled(callback))) setCallbacks(first);
      })
      // The rest after a screen of them stands: to open very many keeps the page busy.
      .then(() => new Promise((painted) => setTimeout(painted)))
      .then(readAll, readAll);
    return () => stop.abort();
  }, []);
  return callbacks;
}
