import { useSyncExternalStore } from 'react';
import type { Restored } from '@/lib/store';

/** The last restoring, for as long as this page is open; the part of the options may be left meanwhile. */
let last: Restored | null = null;
const listeners = new Set<() => void>();

export function keepRestored(restored: Restored | null): void {
  last = restored;
  for (const listener of listeners) listener();
}

/** What may still be taken back; null where there is nothing. */
export const useLastRestored = (): Restored | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
