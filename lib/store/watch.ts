import { liveQuery } from 'dexie';
import { isReadable, type StoreState, storeState, watchStoreState } from './store-state';

/**
 * Runs `query` now and again whenever what it read changes, in whatever extension context, until `signal` aborts.
 * A failing query, and a store that cannot be opened, go to `onError`; once it has been opened the query is run anew.
 */
export function watchStore<Answer>(
  query: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const fail = (error: unknown) => {
    // Most trouble is over after another try or two.
    if (storeState().kind !== 'opening') onError(error);
  };
  const begin = () => liveQuery(query).subscribe({ next: onAnswer, error: fail });
  let subscription = begin();
  let isStanding = stands(storeState());
  const forget = watchStoreState(() => {
    const state = storeState();
    if (state.kind === 'failed') onError(state);
    // Dexie lets go of a query that found the database closed.
    if (isReadable(state) && !isStanding) {
      subscription.unsubscribe();
      subscription = begin();
    }
    isStanding = stands(state);
  });
  // Come to after it was told: Dexie says nothing of a query of a database that is closed.
  if (storeState().kind === 'failed') onError(storeState());
  signal.addEventListener('abort', () => {
    forget();
    subscription.unsubscribe();
  });
}

/** True where a query that was asked is answered, or still waits for the first opening. */
const stands = (state: StoreState) => isReadable(state) || (state.kind === 'opening' && !state.isAgain);
