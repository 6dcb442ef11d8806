import { valueAt } from './explain';
import { type Profile, profileSchema } from './schema';

/** What stands once in a profile. What a layer does not write stays as the layer below has it. */
export const profileValues = [
  'office',
  'referat',
  'introduction',
  'callbacks.promptly',
  'callbacks.hours',
  'callbacks.retention',
  'encounters.retention',
  'encounters.caseSigns',
  'budget.perDay',
  'budget.perEncounter',
  'budget.perMoment',
] as const;
export type ProfileValue = (typeof profileValues)[number];

/** A profile as it was read from its file. */
export interface ReadProfile {
  profile: Profile;
  /** The single values that its author wrote; the others in `profile` are defaults. */
  written: ProfileValue[];
}

/** @param raw the file's JSON, before defaults */
export function writtenValues(raw: unknown): ProfileValue[] {
  return profileValues.filter((value) => valueAt(raw, value.split('.')) !== undefined);
}

/**
 * Reads again what `parseProfile` took once, by the schema alone: without sentences for a person, for which the
 * background has no room.
 *
 * @param source the exact text of the file
 * @returns null where it can no longer be read: the format has changed with an update, or the text on the disk
 */
export function rereadProfile(source: string): ReadProfile | null {
  try {
    const raw: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    const parsed = profileSchema.safeParse(raw);
    return parsed.success ? { profile: parsed.data, written: writtenValues(raw) } : null;
  } catch {
    return null;
  }
}
