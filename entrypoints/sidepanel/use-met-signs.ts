import { useEffect, useState } from 'react';
import { readMetSigns, watchMetSigns } from '@/lib/store';

/** The case signs met in the running service, as written. */
export function useMetSigns(encounterId: string | null): readonly string[] {
  const [signs, setSigns] = useState<readonly string[]>([]);
  useEffect(() => {
    setSigns([]);
    if (encounterId === null) return;
    const leaving = new AbortController();
    const look = () =>
      void readMetSigns(encounterId).then(
        (met) => leaving.signal.aborted || setSigns(met),
        () => null, // Without them nothing is shown, and nothing is lost.
      );
    watchMetSigns(encounterId, look, leaving.signal);
    look();
    return () => leaving.abort();
  }, [encounterId]);
  return signs;
}
