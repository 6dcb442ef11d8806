import { useEffect, useState } from 'react';

/** The store's own `watchStore`, `countSetAside` and `watchSetAside`: handed in, as `useStored` has it. */
interface SetAsideRows {
  watch(
    query: () => Promise<number>,
    onAnswer: (count: number) => void,
    onError: (error: unknown) => void,
    signal: AbortSignal,
  ): void;
  count(): Promise<number>;
  onMore(listener: () => void): () => void;
}

/** How many rows were found that do not open; 0 until one is. The argument must stay the same from call to call. */
export function useSetAside({ watch, count, onMore }: SetAsideRows): number {
  const [found, setFound] = useState(0);
  useEffect(() => {
    let stop = new AbortController();
    // A store that fails is told of by the screen.
    const begin = () => watch(count, setFound, () => null, stop.signal);
    begin();
    const forget = onMore(() => {
      stop.abort();
      stop = new AbortController();
      begin();
    });
    return () => {
      forget();
      stop.abort();
    };
  }, [watch, count, onMore]);
  return found;
}
