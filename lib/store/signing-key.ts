import type { LockedKey } from '@/lib/signing';
import { database } from './database';

/** The team lead's key, locked by her passphrase; null where she has none. */
export async function readSigningKey(): Promise<LockedKey | null> {
  const row = await database().singles.get('signing-key');
  return row?.name === 'signing-key' ? row.value : null;
}

/** @param key null forgets it */
export async function saveSigningKey(key: LockedKey | null): Promise<void> {
  if (key) await database().singles.put({ name: 'signing-key', value: key });
  else await database().singles.delete('signing-key');
}
