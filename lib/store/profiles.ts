import { warsawDay } from '@/lib/calendar';
import {
  baseProfile,
  mergeProfiles,
  type Profile,
  type ProfileError,
  type ReadProfile,
  rereadProfile,
} from '@/lib/profile';
import { openSigned, type Signature } from '@/lib/signing';
import { database } from './database';
import { readPolicyRow } from './policy';

/** The layers that come from the office; under them lies the base, which is shipped. */
const layers = ['office', 'referat'] as const;
export type TakenLayer = (typeof layers)[number];

/** Where a profile came from. */
export type ProfileOrigin =
  | { kind: 'file'; name: string }
  | { kind: 'policy' }
  | { kind: 'address'; address: string };

/** A profile as it was taken: the exact text of it, so that it can be given on as it came. */
export interface TakenProfile {
  layer: TakenLayer;
  source: string;
  /** Who vouches for `source`; missing where nobody does. */
  signature?: Signature;
  /** Milliseconds since the epoch. */
  takenAt: number;
  from: ProfileOrigin;
}

/** A taken profile, and what it says; null where it can no longer be read. It is set aside then, not deleted. */
export interface KeptProfile {
  taken: TakenProfile;
  read: ReadProfile | null;
}

/**
 * Why a profile was not taken. `standing`: the number of the profile of the same id that is kept. `day`: the last on which
 * it could be taken. `forged`: its signature does not hold. `damaged`: it is no whole signed file. `untrusted`: the
 * administrator's policy asks for a signature of another key. `policy`: the layer is the administrator's.
 */
export type NotTaken =
  | { reason: 'lower-seq'; standing: number }
  | { reason: 'expired'; day: string }
  | { reason: 'bad'; errors: ProfileError[] }
  | { reason: 'forged' | 'damaged' | 'untrusted' | 'policy' };

export type Taking =
  | { ok: true; taken: TakenProfile; before: TakenProfile | null }
  | ({ ok: false } & NotTaken);

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
 * Puts a profile in the place of its layer, whole or not at all: a bad one, one that nobody trusted has signed, and one
 * older than what stands under the same id, changes nothing.
 *
 * @param file the exact text of the file, signed or not
 * @param layer without it, the referat's where the profile names a referat, else the office's
 * @returns what was taken and what stood there before, or why it was not taken
 */
export async function takeProfile(
  layer: TakenLayer | null,
  file: string,
  from: ProfileOrigin,
  now: Date,
  language?: 'pl' | 'en',
): Promise<Taking> {
  const opened = await openSigned(file);
  if (opened.kind === 'forged' || opened.kind === 'damaged') return { ok: false, reason: opened.kind };
  const { source } = opened;
  // A worker that wakes for anything else does not pay for the schema.
  const { parseProfile } = await import('@/lib/profile/parser');
  const parsed = parseProfile(source, language === undefined ? {} : { language });
  if (!parsed.ok) return { ok: false, reason: 'bad', errors: parsed.errors };
  const { id, seq, validUntil, referat } = parsed.profile;
  if (validUntil !== undefined && warsawDate(now) > validUntil)
    return { ok: false, reason: 'expired', day: validUntil };
  return change<Taking>(layer ?? (referat ? 'referat' : 'office'), async (before, place) => {
    const refuse = (answer: Taking) => ({ answer, next: before });
    if (from.kind !== 'policy') {
      const { policy } = await readPolicyRow();
      if (policy[`${place}Profile`] !== undefined) return refuse({ ok: false, reason: 'policy' });
      const isTrusted = opened.kind === 'signed' && policy.signingKeys.includes(opened.signature.key);
      if (policy.signingKeys.length > 0 && !isTrusted) return refuse({ ok: false, reason: 'untrusted' });
    }
    for (const { read } of await readTakenProfiles()) {
      const standing = read?.profile.id === id ? read.profile.seq : -1;
      if (standing > seq) return refuse({ ok: false, reason: 'lower-seq', standing });
    }
    const next: TakenProfile = {
      layer: place,
      source,
      ...(opened.kind === 'signed' ? { signature: opened.signature } : {}),
      takenAt: now.getTime(),
      from,
    };
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
  decide: (
    standing: TakenProfile | null,
    layer: TakenLayer,
  ) => Promise<{ answer: Answer; next: TakenProfile | null }>,
): Promise<Answer> {
  return database().transaction('rw', database().singles, async () => {
    const all = await taken();
    const standing = all.find((one) => one.layer === layer) ?? null;
    const { answer, next } = await decide(standing, layer);
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
    JSON.stringify(one.from) === JSON.stringify(other.from) &&
    one.source === other.source
  );
}

/** The day in Warsaw, as a profile writes it. */
function warsawDate(at: Date): string {
  return new Date(warsawDay(at) * 86_400_000).toISOString().slice(0, 10);
}
