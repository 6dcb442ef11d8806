import type { Policy } from '@/lib/policy';
import type { Profile } from '@/lib/profile';
import type { Clerk } from '@/lib/store';

export const clerkFields = ['name', 'position', 'referat', 'office', 'phone'] as const;
export type ClerkField = (typeof clerkFields)[number];
/** What stands in the fields of the first step. */
export type ClerkDraft = Pick<Clerk, ClerkField>;

type Known = Pick<Profile, 'office' | 'referat'>;

/** What the profile already knows; a clerk's name and position it cannot. */
function knownOf({ office, referat }: Known): ClerkDraft {
  return {
    name: '',
    position: '',
    referat: referat?.name ?? '',
    office: office?.name ?? '',
    phone: referat?.phone ?? office?.phone ?? '',
  };
}

/** The fields as the clerk finds them: her own words, else the profile's. */
export function draftOf(clerk: Clerk, profile: Known): ClerkDraft {
  const known = knownOf(profile);
  const draft = { ...known };
  for (const field of clerkFields) if (clerk[field] !== '') draft[field] = clerk[field];
  return draft;
}

/**
 * What is saved: a field left as the profile or the administrator has it stays theirs, and follows them when they change.
 *
 * @param policy what the administrator says of the clerk; what he enforces is not the clerk's to save
 */
export function partsOf(
  draft: ClerkDraft,
  profile: Known,
  policy: Pick<Policy, 'defaults' | 'enforced'>,
): Partial<ClerkDraft> {
  const known: Partial<ClerkDraft> = { ...knownOf(profile), ...policy.defaults };
  const own = clerkFields.filter((field) => !Object.hasOwn(policy.enforced, field));
  return Object.fromEntries(
    own.map((field) => {
      const words = draft[field].trim().replace(/\s+/gu, ' ');
      return [field, words === known[field] ? '' : words];
    }),
  );
}
