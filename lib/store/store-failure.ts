import { Dexie } from 'dexie';

/** True for an error of the store itself: it cannot be opened, read or written. */
export function isStoreFailure(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}
