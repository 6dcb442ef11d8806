import type { ProfileSource } from '@/lib/profile';
import { database } from './database';

/** The profile a team lead works on in Studio; it lies beside those in force and touches none of them. */
export interface ProfileDraft {
  profile: ProfileSource;
  /** The text of the file it was opened from, or last handed out in; null for one that never was in a file. */
  issued: string | null;
  /** Grows with every write. */
  revision: number;
}

/** The draft, or null where nobody works on one. */
export async function readProfileDraft(): Promise<ProfileDraft | null> {
  const row = await database().singles.get('profile-draft');
  return row?.name === 'profile-draft' ? row.value : null;
}

/**
 * Writes the draft. Two windows cannot write over one another: whoever has not seen the last writing is refused.
 *
 * @param seen the revision that was read or written last; null where there was no draft
 * @param next null takes the draft away
 * @returns the new revision (null where there is none), or `elsewhere`: another window has written meanwhile
 */
export function saveProfileDraft(
  next: Omit<ProfileDraft, 'revision'> | null,
  seen: number | null,
): Promise<number | null | 'elsewhere'> {
  return database().transaction('rw', database().singles, async () => {
    const standing = await readProfileDraft();
    if ((standing?.revision ?? null) !== seen) return 'elsewhere';
    if (next === null) {
      await database().singles.delete('profile-draft');
      return null;
    }
    const revision = (seen ?? 0) + 1;
    await database().singles.put({ name: 'profile-draft', value: { ...next, revision } });
    return revision;
  });
}
