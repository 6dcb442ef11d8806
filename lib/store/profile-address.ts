import type { AddressState } from '@/lib/profile-address';
import { database } from './database';
import type { NotTaken } from './profiles';

/** The address, and why a profile that came from it was not taken. */
export type ProfileAddress = AddressState<NotTaken>;

/** Where a profile is fetched from, and what came of it; null where no address was given. */
export async function readProfileAddress(): Promise<ProfileAddress | null> {
  const row = await database().singles.get('profile-address');
  return row?.name === 'profile-address' ? row.value : null;
}

/** Changes it in one transaction, so that a fetch that ends late cannot bring back an address that was given up. */
export async function changeProfileAddress(
  change: (state: ProfileAddress | null) => ProfileAddress | null,
): Promise<void> {
  await database().transaction('rw', database().singles, async () => {
    const next = change(await readProfileAddress());
    if (next) await database().singles.put({ name: 'profile-address', value: next });
    else await database().singles.delete('profile-address');
  });
}
