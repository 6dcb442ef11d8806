import { fillDefaults } from './fill-defaults';
import type { Profile, ProfileSource } from './schema';
import { valueAt } from './value-at';

/** What stands once in a profile. What a layer does not write stays as the layer below has it. */
export const profileValues = [
  'office',
  'referat',
  'introduction',
  'callbacks.promptly',
  'callbacks.hours',
  'callbacks.retention',
  'callbacks.escalation.before',
  'callbacks.escalation.every',
  'callbacks.escalation.substituteAfter',
  'callbacks.maskPhones',
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
function writtenValues(raw: unknown): ProfileValue[] {
  return profileValues.filter((value) => valueAt(raw, value.split('.')) !== undefined);
}

/** The format that this version reads; a profile that it took once in this format stays readable. */
const format: Profile['format'] = 'obok-profile/1';

/**
 * Reads again what `parseProfile` took once, without checking all of it anew.
 *
 * @param source the exact text of the file
 * @returns null where it can no longer be read: the format has changed with an update, or the text on the disk
 */
export function rereadProfile(source: string): ReadProfile | null {
  try {
    const raw: unknown = JSON.parse(source.replace(/^\uFEFF/, ''), inOneForm);
    if (valueAt(raw, ['format']) !== format) return null;
    return { profile: fillDefaults(raw as ProfileSource), written: writtenValues(raw) };
  } catch {
    return null;
  }
}

/** Texts in Unicode NFC, as the schema brings them to. */
function inOneForm(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}
