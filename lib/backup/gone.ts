import type { ReminderEvent } from '@/lib/reminders';

/**
 * What has gone for good, so that no older copy brings it back. Only ids that Obok made at random are remembered, and
 * marks of what has no such id: who it was is told by none of them.
 */
export interface Gone {
  /** From this moment on every going is remembered; milliseconds since the epoch. */
  since: number;
  /** The oldest first. */
  goings: Going[];
}

/** `over`: its retention had passed; `erased`: with all that was kept of a person. */
export interface Going {
  at: number;
  why: 'over' | 'erased';
  ids: string[];
  /** Of what went and has no id made at random. */
  marks?: Marks;
  /** Something went that was remembered by neither. */
  hasOthers?: true;
}

/** Keyed hashes of names (`nameIn`): only the key that made them, which never leaves the computer, tells them again. */
export interface Marks {
  /** What the key makes of no name at all: another key's marks are told by it. */
  key: string;
  of: string[];
}

/** Where something stands in a copy that may have to be left out. `words`: what a clerk wrote of a service. */
type MarkedPlace = 'history' | 'terms' | 'favourites' | 'words';

/** The name by which it is marked. @param id of the row; of history the key that `keyOfEvent` makes */
export const nameIn = (place: MarkedPlace, id: string) => `${place}/${id}`;

/** A busy desk's year; about 400 kB. */
export const mostGone = 10_000;

const randomId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Tells one event from all others; nothing of whom. */
export const keyOfEvent = ({ reminderId, at, kind, encounterId = '' }: ReminderEvent) =>
  JSON.stringify([reminderId, at, kind, encounterId]);

/** With what went just now. @param ids those that were not made at random are not kept, only that there were some */
export function withGoing(
  gone: Gone | undefined,
  why: Going['why'],
  ids: readonly string[],
  now: Date,
  marks: Marks = { key: '', of: [] },
): Gone {
  const at = now.getTime();
  const { since, goings } = gone ?? { since: at, goings: [] };
  const random = ids.filter((id) => randomId.test(id));
  if (ids.length + marks.of.length === 0) return { since, goings };
  const going: Going = {
    at,
    why,
    ids: random,
    ...(marks.of.length > 0 ? { marks } : {}),
    ...(random.length < ids.length ? { hasOthers: true } : {}),
  };
  return bounded({ since, goings: [...goings, going] });
}

/** Without what went at that moment: it was put back. */
export function withoutGoing({ since, goings }: Gone, at: number): Gone {
  return { since, goings: goings.filter((going) => going.at !== at) };
}

/** What is known here, and what a copy knows besides. It does not reach further back: between the two something may have gone. */
export function goneTogether(own: Gone | undefined, copy: Gone | undefined, now: Date): Gone | undefined {
  if (!copy) return own;
  const known = new Set(own?.goings.flatMap(({ ids }) => ids));
  const isMarked = markedIn(own);
  const more = copy.goings
    .map(({ marks, ...going }) => {
      const of = marks?.of.filter((mark) => !isMarked.has(`${going.at} ${mark}`)) ?? [];
      const ids = going.ids.filter((id) => !known.has(id));
      return { ...going, ids, ...(marks && of.length > 0 ? { marks: { ...marks, of } } : {}) };
    })
    .filter((going) => sizeOf(going) > 0);
  if (more.length === 0) return own;
  const goings = [...(own?.goings ?? []), ...more].sort((a, b) => a.at - b.at);
  return bounded({ since: own?.since ?? now.getTime(), goings });
}

/** The oldest are forgotten first, and with them that anything was known of that time. */
function bounded({ since, goings }: Gone): Gone {
  let count = goings.reduce((sum, going) => sum + sizeOf(going), 0);
  let from = 0;
  let knownSince = since;
  for (; count > mostGone && from < goings.length - 1; from += 1) {
    const going = goings[from] as Going;
    count -= sizeOf(going);
    knownSince = Math.max(knownSince, going.at + 1);
  }
  return { since: knownSince, goings: goings.slice(from) };
}

const sizeOf = ({ ids, marks }: Going) => ids.length + (marks?.of.length ?? 0);

/** Each mark with the moment it was made. */
const markedIn = (gone: Gone | undefined) =>
  new Set(gone?.goings.flatMap(({ at, marks }) => marks?.of.map((mark) => `${at} ${mark}`) ?? []));

/** Why each remembered id has gone. */
export function whyGone(gone: Gone | undefined): Map<string, Going['why']> {
  return new Map(gone?.goings.flatMap(({ ids, why }) => ids.map((id) => [id, why] as const)));
}

/**
 * The marks of what was erased here and may still stand in a copy. A copy that knows of an erasing was made after it: what
 * bears the same name in it is new. No clock is asked, since clocks are set.
 */
export function marksSince(gone: Gone | undefined, copy: Gone | undefined): ReadonlySet<string> {
  const known = markedIn(copy);
  return new Set(
    gone?.goings.flatMap(({ at, marks }) => marks?.of.filter((mark) => !known.has(`${at} ${mark}`)) ?? []),
  );
}

/** Whether every going since a copy was made is remembered, and can be told again. @param key that marks are made with now */
export function knowsAllSince(gone: Gone | undefined, madeAt: number, key: string): boolean {
  if (!gone || gone.since > madeAt) return false;
  return gone.goings.every(
    ({ at, marks, hasOthers }) => at < madeAt || (!hasOthers && (!marks || marks.key === key)),
  );
}
