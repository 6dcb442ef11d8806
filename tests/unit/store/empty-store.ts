import 'fake-indexeddb/auto';
import { vi } from 'vitest';

/** The store of a computer on which Obok was just installed. */
export async function emptyStore(): Promise<typeof import('@/lib/store')> {
  const { database } = await import('@/lib/store/database');
  await database().delete();
  vi.resetModules();
  return import('@/lib/store');
}
