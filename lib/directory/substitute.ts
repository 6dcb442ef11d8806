import type { Entry } from './entry';
import { isSamePerson } from './same-person';

/**
 * Who stands in for a person who is not there; where that one is away, too, who stands in for them, and so on.
 *
 * @param away ids of those known to be absent or busy, besides `entry` itself
 * @returns null where nobody is named, or where those named stand in for one another and all are away
 */
export function substituteOf(
  entry: Entry,
  directory: readonly Entry[],
  away: ReadonlySet<string> = new Set(),
): Entry | null {
  const asked = new Set([entry.id]);
  let next = entry.substitute;
  while (next !== undefined && !asked.has(next)) {
    asked.add(next);
    const found = directory.find(({ id }) => id === next);
    if (!found) return null;
    if (!away.has(found.id)) return found;
    next = found.substitute;
  }
  return null;
}

/**
 * Who stands in for somebody known by name only.
 *
 * @param name with what may follow it after a comma: „Jan Lis, inspektor”
 */
export function substituteOfNamed(name: string, directory: readonly Entry[]): Entry | null {
  const [person = ''] = name.split(',');
  const entry = directory.find((one) => isSamePerson(one.person, person));
  return entry ? substituteOf(entry, directory) : null;
}
