/**
 * What has gone for good, so that no older copy brings it back. Only ids that Obok made at random are remembered: who
 * it was is told by none of them.
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
  /** Something went that cannot be remembered: its name is the clerk's own words. */
  hasOthers?: true;
}

/** A busy desk's year; about 400 kB. */
export const mostGone = 10_000;

const randomId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** With what went just now. @param ids those that were not made at random are not kept, only that there were some */
export function withGoing(
  gone: Gone | undefined,
  why: Going['why'],
  ids: readonly string[],
  now: Date,
  hasOthers = false,
): Gone {
  const at = now.getTime();
  const { since, goings } = gone ?? { since: at, goings: [] };
  const random = ids.filter((id) => randomId.test(id));
  if (ids.length === 0 && !hasOthers) return { since, goings };
  const isMore = hasOthers || random.length < ids.length;
  return bounded({
    since,
    goings: [...goings, { at, why, ids: random, ...(isMore ? { hasOthers: true as const } : {}) }],
  });
}

/** Without what went at that moment: it was put back. */
export function withoutGoing({ since, goings }: Gone, at: number): Gone {
  return { since, goings: goings.filter((going) => going.at !== at) };
}

/** What is known here, and what a copy knows besides. It does not reach further back: between the two something may have gone. */
export function goneTogether(own: Gone | undefined, copy: Gone | undefined, now: Date): Gone | undefined {
  if (!copy) return own;
  const known = new Set(own?.goings.flatMap(({ ids }) => ids));
  const more = copy.goings
    .map((going) => ({ ...going, ids: going.ids.filter((id) => !known.has(id)) }))
    .filter(({ ids }) => ids.length > 0);
  if (more.length === 0) return own;
  const goings = [...(own?.goings ?? []), ...more].sort((a, b) => a.at - b.at);
  return bounded({ since: own?.since ?? now.getTime(), goings });
}

/** The oldest are forgotten first, and with them that anything was known of that time. */
function bounded({ since, goings }: Gone): Gone {
  let count = goings.reduce((sum, { ids }) => sum + ids.length, 0);
  let from = 0;
  let knownSince = since;
  for (; count > mostGone && from < goings.length - 1; from += 1) {
    count -= goings[from]?.ids.length ?? 0;
    knownSince = Math.max(knownSince, (goings[from]?.at ?? 0) + 1);
  }
  return { since: knownSince, goings: goings.slice(from) };
}

/** Why each remembered id has gone. */
export function whyGone(gone: Gone | undefined): Map<string, Going['why']> {
  return new Map(gone?.goings.flatMap(({ ids, why }) => ids.map((id) => [id, why] as const)));
}

/** Whether every going since a copy was made is remembered, by its id. */
export function knowsAllSince(gone: Gone | undefined, madeAt: number): boolean {
  if (!gone || gone.since > madeAt) return false;
  return gone.goings.every(({ at, hasOthers }) => !hasOthers || at < madeAt);
}
