import source from './base-profile.json';
import { fillDefaults } from './fill-defaults';
import type { Profile, ProfileSource } from './schema';

let filled: Profile | undefined;

/**
 * What the standard itself asks of every clerk: the layer under the office's and the referat's profiles.
 *
 * @returns the profile that ships with the extension, always the same object; it is read the first time it is asked for
 */
export function baseProfile(): Profile {
  filled ??= fillDefaults(source as ProfileSource);
  return filled;
}
