import { liveQuery } from 'dexie';

/**
 * Runs `query` now and again whenever what it read changes, in whatever extension context, until `signal` aborts.
 * A failing query goes to `onError`; it is not run again.
 */
export function watchStore<Answer>(
  query: () => Promise<Answer>,
  onAnswer: (answer: Answer) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const subscription = liveQuery(query).subscribe({ next: onAnswer, error: onError });
  signal.addEventListener('abort', () => subscription.unsubscribe());
}
