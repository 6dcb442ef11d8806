import {
  baseProfile,
  mergeProfiles,
  type Profile,
  parseProfile,
  type ReadProfile,
  rereadProfile,
} from '@/lib/profile';
import { database } from './database';

/** The layers that come from the office; under them lies the base, which is shipped. */
const layers = ['office', 'referat'] as const;
export type TakenLayer = (typeof layers)[number];

/** A profile as it was taken: the exact text of its file, so that it can be given on as it came. */
export interface TakenProfile {
  layer: TakenLayer;
  source: string;
  /** Milliseconds since the epoch. */
  takenAt: number;
  from: { kind: 'file'; name: string };
}

/** A taken profile, and what it says; null where it can no longer be read. It is set aside then, not deleted. */
export interface KeptProfile {
  taken: TakenProfile;
  read: ReadProfile | null;
}

export type Taking =
  | { ok: true; taken: TakenProfile; before: TakenProfile | null }
  /** `standing`: the number of the profile of the same id that is kept. */
  | { ok: false; reason: 'lower-seq'; standing: number }
  | { ok: false; reason: 'bad' };

/** What the last read came to, in this context: a profile of the office has thousands of values. */
let known: { kept: KeptProfile[]; merged: Profile } | undefined;

async function taken(): Promise<TakenProfile[]> {
  const row = await database().singles.get('profiles');
  return row?.name === 'profiles' ? row.value : [];
}

async function readKnown(): Promise<{ kept: KeptProfile[]; merged: Profile }> {
  const standing = await taken();
  const last = known?.kept ?? [];
  const isKnown = (one: TakenProfile, index: number) => isSame(one, last[index]?.taken);
  if (known && standing.length === last.length && standing.every(isKnown)) return known;
  const reads = new Map(last.map(({ taken, read }) => [taken.source, read]));
  const kept = standing.map((one) => ({
    taken: one,
    read: reads.get(one.source) ?? rereadProfile(one.source),
  }));
  const good = kept.flatMap(({ read }) => read ?? []);
  known = { kept, merged: mergeProfiles(baseProfile(), ...good) };
  return known;
}

/**
 * The profile in force: what ships with the extension, the office's over it and the referat's over both. The same object
 * until one of them changes.
 */
export async function readProfile(): Promise<Profile> {
  return (await readKnown()).merged;
}

/** The profiles that were taken, the office's before the referat's. */
export async function readTakenProfiles(): Promise<KeptProfile[]> {
  return (await readKnown()).kept;
}

/**
 * Puts a profile in the place of its layer, whole or not at all: a bad one, and one older than what stands under the
 * same id, changes nothing.
 *
 * @param source the exact text of the file
 * @returns what was taken and what stood there before, or why it was not taken
 */
export async function takeProfile(
  layer: TakenLayer,
  source: string,
  from: TakenProfile['from'],
  now: Date,
): Promise<Taking> {
  const parsed = parseProfile(source);
  if (!parsed.ok) return { ok: false, reason: 'bad' };
  const { id, seq } = parsed.profile;
  return change<Taking>(layer, async (before) => {
    for (const { read } of await readTakenProfiles()) {
      const standing = read?.profile.id === id ? read.profile.seq : -1;
      if (standing > seq) return { answer: { ok: false, reason: 'lower-seq', standing }, next: before };
    }
    const next: TakenProfile = { layer, source, takenAt: now.getTime(), from };
    return { answer: { ok: true, taken: next, before }, next };
  });
}

/** Takes a layer away. @returns what stood there, or null */
export function dropProfile(layer: TakenLayer): Promise<TakenProfile | null> {
  return change(layer, async (before) => ({ answer: before, next: null }));
}

/**
 * Takes `takeProfile` or `dropProfile` back.
 *
 * @param before what stood in the layer before; null where nothing did
 * @param instead what has stood there since
 * @returns false where something else stands there meanwhile; nothing is changed then
 */
export function putBackProfile(
  layer: TakenLayer,
  before: TakenProfile | null,
  instead: TakenProfile | null,
): Promise<boolean> {
  return change(layer, async (standing) => {
    const isStill = instead === null ? standing === null : isSame(instead, standing);
    return { answer: isStill, next: isStill ? before : standing };
  });
}

/** Changes one layer in one transaction, so that two screens cannot undo one another. */
function change<Answer>(
  layer: TakenLayer,
  decide: (standing: TakenProfile | null) => Promise<{ answer: Answer; next: TakenProfile | null }>,
): Promise<Answer> {
  return database().transaction('rw', database().singles, async () => {
    const all = await taken();
    const standing = all.find((one) => one.layer === layer) ?? null;
    const { answer, next } = await decide(standing);
    if (next !== standing) {
      const others = all.filter((one) => one !== standing);
      const value = [...others, ...(next ? [next] : [])].sort(
        (a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer),
      );
      await database().singles.put({ name: 'profiles', value });
    }
    return answer;
  });
}

function isSame(one: TakenProfile, other: TakenProfile | null | undefined): boolean {
  return (
    one.layer === other?.layer &&
    one.takenAt === other.takenAt &&
    one.from.name === other.from.name &&
    one.source === other.source
  );
}
