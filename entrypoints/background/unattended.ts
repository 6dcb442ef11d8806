import { isStoreFailure } from '@/lib/store';

/**
 * For work that nobody waits for. A store that fails is told in the panel, which asks it too, and nothing comes into a
 * page; any other error is a fault of ours and stays one for the browser’s console.
 */
export function unattended(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    if (!isStoreFailure(error)) throw error;
  });
}
