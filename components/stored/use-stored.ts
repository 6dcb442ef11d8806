import { useEffect, useState } from 'react';
import { type Language, setLanguage } from '@/lib/i18n';

export type Stored<Value> = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; value: Value };

/** `watchStore` of the store: handed in, so that this knows nothing of where things are kept. */
type Watch<Value> = (
  query: () => Promise<Value>,
  onAnswer: (value: Value) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
) => void;

/** A database that a browser holds back may never answer at all; then this long, in milliseconds, is enough to say so. */
const patience = 10_000;
/** It was waited for in vain by the lock that stands before the screen: nobody waits as long again. */
let isSilent = false;

/**
 * What a screen shows of the store, read anew with every change in whatever page of the extension, in the clerk's
 * language. A store that answers after all is shown after all. Both arguments must stay the same from call to call.
 */
export function useStored<Value extends { clerk: { language: Language } }>(
  watch: Watch<Value>,
  read: () => Promise<Value>,
): Stored<Value> {
  const [state, setState] = useState<Stored<Value>>({ kind: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    const fail = () => {
      // What was shown stays: a clerk may be typing there. The banner above it tells what is wrong.
      if (!stop.signal.aborted) setState((shown) => (shown.kind === 'ready' ? shown : { kind: 'failed' }));
    };
    const giveUp = () => {
      isSilent = true;
      fail();
    };
    const waiting = setTimeout(giveUp, isSilent ? 0 : patience);
    stop.signal.addEventListener('abort', () => clearTimeout(waiting));
    watch(
      read,
      (value) => {
        clearTimeout(waiting);
        isSilent = false;
        setLanguage(value.clerk.language);
        document.documentElement.lang = value.clerk.language;
        setState({ kind: 'ready', value });
      },
      fail,
      stop.signal,
    );
    return () => stop.abort();
  }, [watch, read]);
  return state;
}
