import { useCallback, useEffect, useState } from 'react';
import type { LockDesk } from '@/lib/store';
import { useStored } from '../stored';

/** What of the store tells how it stands with the lock: handed in, as `useStored` has it. */
export interface LockWatch {
  read(): Promise<LockDesk>;
  watch: Parameters<typeof useStored<LockDesk>>[0];
  onChange(listener: () => void, signal: AbortSignal): void;
}

/** How it stands with the lock, on the disk and in the memory of the browser. */
export function useLockDesk(store: LockWatch) {
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the memory of the browser tells by itself when it changes
  const read = useCallback(() => store.read(), [store, turn]);
  useEffect(() => {
    const stop = new AbortController();
    store.onChange(() => setTurn((before) => before + 1), stop.signal);
    return () => stop.abort();
  }, [store]);
  return useStored(store.watch, read);
}
