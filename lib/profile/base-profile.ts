import source from './base-profile.json';
import { type Profile, profileSchema } from './schema';

let parsed: Profile | undefined;

/**
 * What the standard itself asks of every clerk: the layer under the office's and the referat's profiles.
 *
 * @returns the profile that ships with the extension, always the same object; it is read the first time it is asked for
 */
export function baseProfile(): Profile {
  parsed ??= profileSchema.parse(source);
  return parsed;
}
