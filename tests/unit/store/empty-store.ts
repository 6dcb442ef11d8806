import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { vi } from 'vitest';

/** The store of a computer on which Obok was just installed. */
export async function emptyStore(): Promise<typeof import('@/lib/store')> {
  await Dexie.delete('obok');
  vi.resetModules();
  return import('@/lib/store');
}
