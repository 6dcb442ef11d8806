import { Dexie } from 'dexie';
import { StoreReadOnlyError } from './keep-open';
import { StoreLockedError } from './lock';

/** True for an error of the store itself: it cannot be opened, read or written, or it is locked. */
export function isStoreFailure(error: unknown): boolean {
  return (
    error instanceof Dexie.DexieError ||
    error instanceof DOMException ||
    error instanceof StoreReadOnlyError ||
    error instanceof StoreLockedError
  );
}
