import { useEffect, useRef } from 'react';
import { type AskedPlace, takeAskedPlace, watchAskedPlace } from '@/lib/store';

/** Calls back with the place that a key or a notification asked for, before the panel was opened or while it is. */
export function useAskedPlace(onAsked: (place: AskedPlace) => void): void {
  const go = useRef(onAsked);
  go.current = onAsked;
  useEffect(() => {
    const stop = new AbortController();
    const look = () => {
      takeAskedPlace().then(
        (place) => place !== null && !stop.signal.aborted && go.current(place),
        () => null, // The panel stands where it stood.
      );
    };
    watchAskedPlace(look, stop.signal);
    look();
    return () => stop.abort();
  }, []);
}
