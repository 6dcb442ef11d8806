import type { ShownProfile } from '@/components/profile';
import type { KeptProfile } from '@/lib/store';

/** The profiles that were taken, as screens show them. */
export function shownProfiles(profiles: readonly KeptProfile[]): ShownProfile[] {
  return profiles.map(({ taken: { layer, source, from, takenAt }, read }) => ({
    layer,
    read,
    source,
    fileName: from.name,
    takenAt: new Date(takenAt),
  }));
}
