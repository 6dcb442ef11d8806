import type { ShownProfile } from '@/components/profile';
import type { KeptProfile, PolicyRow, ProfileAddress } from '@/lib/store';

/** The profiles that were taken, as screens show them. */
export function shownProfiles(
  profiles: readonly KeptProfile[],
  { policy }: PolicyRow,
  address: ProfileAddress | null,
): ShownProfile[] {
  return profiles.map(({ taken: { layer, source, signature, from, takenAt }, read }) => ({
    layer,
    read,
    source,
    signature: signature ?? null,
    from,
    takenAt: new Date(takenAt),
    isFixed:
      (from.kind === 'policy' && policy[`${layer}Profile`] !== undefined) ||
      (from.kind === 'address' && from.address === address?.address),
  }));
}
