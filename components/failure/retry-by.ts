import type { StoreState } from '@/lib/store';

/** What a press of „Spróbuj ponownie” does: a database that never answers is asked by a page loaded anew. */
export const retryBy = (stateOf: () => StoreState, reopen: () => Promise<void>) => async (): Promise<void> =>
  stateOf().kind === 'opening' ? location.reload() : reopen();
