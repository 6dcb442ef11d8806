import { useEffect, useState } from 'react';
import type { Callback } from '@/lib/callbacks';
import { readCallbacks, watchStore } from '@/lib/store';

/** All promises, read anew with every change; null until they are read. A store that fails is told by the desk. */
export function useCallbacks(): Callback[] | null {
  const [callbacks, setCallbacks] = useState<Callback[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    watchStore(readCallbacks, setCallbacks, () => null, stop.signal);
    return () => stop.abort();
  }, []);
  return callbacks;
}
