import { useEffect, useState } from 'react';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { callbacksOfEncounters, watchStore } from '@/lib/store';

const none: readonly Callback[] = [];

/** What was promised in the running encounter, from whatever screen. */
export function usePromises(encounter: Encounter | null): readonly Callback[] {
  const [promises, setPromises] = useState(none);
  const id = encounter?.id;
  useEffect(() => {
    setPromises(none);
    if (id === undefined) return;
    const stop = new AbortController();
    watchStore(
      () => callbacksOfEncounters([id]),
      setPromises,
      () => null, // A promise not known costs the clerk one tick; the desk tells that the store failed.
      stop.signal,
    );
    return () => stop.abort();
  }, [id]);
  return promises;
}
