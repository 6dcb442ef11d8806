import { type Callback, type Figures, isSettled, withWhatWasTold } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent } from '@/lib/reminders';
import type { KeptData, KeptSingles, TakenProfile } from '@/lib/store';
import { type Gone, goneTogether, keyOfEvent, knowsAllSince, marksSince, nameIn, whyGone } from './gone';

/** The kinds that a preview counts. */
export const restoredKinds = [
  'callbacks',
  'encounters',
  'history',
  'terms',
  'weeks',
  'settings',
  'profiles',
  'studio',
] as const;
type RestoredKind = (typeof restoredKinds)[number];

/**
 * What becomes of the rows of one kind. `newer`: differs, and the copy knows of something later, so it is taken. `stays`:
 * differs, and stays as it is here. `over`: was erased by its retention, or would be today; `erased`: was erased here with
 * all that was kept of a person; neither comes back.
 */
export interface RestoredCounts {
  new: number;
  same: number;
  newer: number;
  stays: number;
  over: number;
  erased: number;
}
type Fate = keyof RestoredCounts;

/** Before these moments a row has had its time; in milliseconds since the epoch. */
export interface Edges {
  callbacks: number;
  encounters: number;
  history: number;
}

/** When the copy was made, and what the clerk decided of it. */
export interface RestoreTerms {
  /** Milliseconds since the epoch. */
  madeAt: number;
  now: Date;
  /** Whether promises come back that are open in the copy and may have been settled long ago; undefined: undecided. */
  takesDoubtful?: boolean | undefined;
  /** What this computer's key makes of each of `namesIn(copy)`. */
  marks: ReadonlyMap<string, string>;
}

/** The names by which what stands in a copy may have been marked as gone; the empty one tells of the key. */
export function namesIn({ history, encounters, singles }: KeptData): string[] {
  const { terms = [], favourites = [] } = singles['clerk-glossary'] ?? {};
  return [
    '',
    ...history.map((row) => nameIn('history', keyOfEvent(row))),
    ...encounters.map(({ id }) => nameIn('words', id)),
    ...terms.map(({ id }) => nameIn('terms', id)),
    ...favourites.map((id) => nameIn('favourites', id)),
  ];
}

/** What restoring would come to, and the rows to be written. */
export interface RestorePlan {
  /** Promises that are open in the copy; settled since, they would have been erased by now, and nobody here remembers. */
  doubtful: number;
  takesDoubtful: boolean;
  /** Whole days since the copy was made. */
  age: number;
  /** Something that was erased with all that was kept of a person may come back: it is not remembered here. */
  mayBringBack: boolean;
  counts: Record<RestoredKind, RestoredCounts>;
  callbacks: Callback[];
  encounters: Encounter[];
  /** To be added. */
  history: ReminderEvent[];
  singles: KeptSingles;
  /** To be taken as from a file, so that the administrator's rules hold for them. */
  profiles: TakenProfile[];
}

/**
 * Merges a copy with what stands here: by id, the one that changed later wins, what is settled here stays settled, and
 * what is known to have gone for good stays gone. Merged again it changes nothing.
 *
 * @param edges what is past them is not brought back
 */
export function planRestore(
  copy: KeptData,
  standing: KeptData,
  edges: Edges,
  { madeAt, now, takesDoubtful, marks }: RestoreTerms,
): RestorePlan {
  const counts = Object.fromEntries(
    restoredKinds.map((kind) => [kind, { new: 0, same: 0, newer: 0, stays: 0, over: 0, erased: 0 }]),
  ) as RestorePlan['counts'];
  const { gone } = standing.singles;
  const known = whyGone(goneTogether(gone, copy.singles.gone, now));
  const isKnown = knowsAllSince(gone, madeAt, marks.get('') ?? '');
  const erased = marksSince(gone, copy.singles.gone);
  const isErased: IsErased = (place, id) => erased.has(marks.get(nameIn(place, id)) ?? '');
  // Where nothing stands there is nothing that could have been settled here.
  const isEmpty = standing.callbacks.length + standing.encounters.length + standing.history.length === 0;
  const takes = takesDoubtful ?? isEmpty;
  let doubtful = 0;
  const tell = (kind: RestoredKind, fate: Fate): boolean => {
    counts[kind][fate] += 1;
    return fate === 'new' || fate === 'newer';
  };

  const ownCallbacks = new Map(standing.callbacks.map((row) => [row.id, row]));
  const callbacks = uniqueBy(copy.callbacks, ({ id }) => id).flatMap((row) => {
    const own = ownCallbacks.get(row.id);
    const fate = own ? undefined : known.get(row.id);
    if (fate) return tell('callbacks', fate) ? row : [];
    if (!own && !isSettled(row) && !isKnown && madeAt < edges.callbacks) {
      doubtful += 1;
      if (!takes) return [];
    }
    if (!tell('callbacks', fateOfCallback(row, own, edges.callbacks))) return [];
    return own ? withWhatWasTold(row, own) : row;
  });
  const ownEncounters = new Map(standing.encounters.map((row) => [row.id, row]));
  const encounters = uniqueBy(copy.encounters, ({ id }) => id)
    .filter((row) => {
      const own = ownEncounters.get(row.id);
      const fate = own ? undefined : known.get(row.id);
      return tell('encounters', fate ?? fateOfEncounter(row, own, edges.encounters));
    })
    .map((row) => (isErased('words', row.id) ? withoutWords(row) : row));
  const ownEvents = new Set(standing.history.map(keyOfEvent));
  const history = uniqueBy(copy.history, keyOfEvent)
    .filter((row) => {
      const key = keyOfEvent(row);
      if (ownEvents.has(key)) return tell('history', 'same');
      if (isErased('history', key)) return tell('history', 'erased');
      return tell('history', row.at < edges.history ? 'over' : 'new');
    })
    // The number of a row is this store's own.
    .map((row) => Object.fromEntries(Object.entries(row).filter(([part]) => part !== 'id')) as never);
  const ownLayers = new Map(standing.singles.profiles?.map((one) => [one.layer, one]));
  const profiles = uniqueBy(copy.singles.profiles ?? [], ({ layer }) => layer).filter(({ layer, source }) => {
    const own = ownLayers.get(layer);
    return tell('profiles', !own ? 'new' : own.source === source ? 'same' : 'stays');
  });
  return {
    doubtful,
    takesDoubtful: takes,
    age: Math.max(0, Math.floor((now.getTime() - madeAt) / 86_400_000)),
    mayBringBack: !isKnown,
    counts,
    callbacks,
    encounters,
    history,
    singles: {
      ...singlesOf(copy.singles, standing.singles, tell, isErased),
      ...goneOf(gone, copy.singles.gone, now),
    },
    profiles,
  };
}

/** How many rows restoring would write. */
export function writtenBy(counts: RestorePlan['counts']): number {
  return Object.values(counts).reduce((sum, one) => sum + one.new + one.newer, 0);
}

function fateOfCallback(row: Callback, own: Callback | undefined, edge: number): Fate {
  if (!own) return row.settledAt !== undefined && row.settledAt < edge ? 'over' : 'new';
  const bare = ({ announced: _, telling: __, ...rest }: Callback) => rest;
  if (isEqual(bare(row), bare(own))) return 'same';
  // Nobody is rung twice.
  if (isSettled(own) && !isSettled(row)) return 'stays';
  return changedAt(row) > changedAt(own) ? 'newer' : 'stays';
}

/** When the last thing happened that a promise tells of. */
function changedAt({ promisedAt, agreedAt = 0, settledAt = 0, attempts }: Callback): number {
  return attempts.reduce((last, { at }) => Math.max(last, at), Math.max(promisedAt, agreedAt, settledAt));
}

function fateOfEncounter(row: Encounter, own: Encounter | undefined, edge: number): Fate {
  const endedAt = row.endedAt ?? 0;
  if (!own) return endedAt < edge ? 'over' : 'new';
  if (isEqual(row, own)) return 'same';
  // A service that runs here is not ended from a file.
  return own.endedAt !== undefined && endedAt > own.endedAt ? 'newer' : 'stays';
}

/** A service of which the clerk's words were erased. */
function withoutWords({ cases: _, unfinished, ...row }: Encounter): Encounter {
  return { ...row, ...(unfinished ? { unfinished: { items: unfinished.items } } : {}) };
}

type IsErased = (...name: Parameters<typeof nameIn>) => boolean;

/** Gaps are filled; what the clerk has here stays. */
function singlesOf(
  copy: KeptSingles,
  own: KeptSingles,
  tell: (kind: RestoredKind, fate: Fate) => boolean,
  isErased: IsErased,
): KeptSingles {
  const next: KeptSingles = {};
  if (copy.clerk) {
    const gaps = Object.entries(copy.clerk).filter(([part, value]) => {
      const here = own.clerk?.[part as keyof typeof own.clerk];
      return (here === undefined || here === '') && value !== '' && value !== undefined;
    });
    const clerk = own.clerk ? { ...own.clerk, ...Object.fromEntries(gaps) } : copy.clerk;
    if (
      tell(
        'settings',
        gaps.length > 0 || !own.clerk ? 'new' : isEqual(copy.clerk, own.clerk) ? 'same' : 'stays',
      )
    )
      next.clerk = clerk;
  }
  if (copy.underlining) {
    const underlining = { ...copy.underlining, ...own.underlining };
    const fate = isEqual(copy.underlining, own.underlining) ? 'same' : 'stays';
    if (tell('settings', isEqual(underlining, own.underlining) ? fate : 'new'))
      next.underlining = underlining;
  }
  const whole = <Name extends keyof KeptSingles>(name: Name, kind: RestoredKind) => {
    const value = copy[name];
    if (value === undefined) return;
    const here = own[name];
    const fate = here === undefined ? 'new' : isEqual(here, value) ? 'same' : 'stays';
    if (tell(kind, fate)) next[name] = value;
  };
  whole('switches', 'settings');
  whole('callback-view', 'settings');
  whole('first-run-done', 'settings');
  whole('profile-draft', 'studio');
  whole('signing-key', 'studio');
  const glossary = glossaryOf(
    copy['clerk-glossary'],
    own['clerk-glossary'],
    (fate) => tell('terms', fate),
    isErased,
  );
  if (glossary) next['clerk-glossary'] = glossary;
  else if (copy['clerk-glossary'] && !own['clerk-glossary'])
    next['clerk-glossary'] = { favourites: [], terms: [] };
  const figures = figuresOf(copy.figures ?? {}, own.figures ?? {}, (fate) => tell('weeks', fate));
  if (figures) next.figures = figures;
  else if (copy.figures && !own.figures) next.figures = copy.figures;
  return next;
}

/** It is remembered here, too, what another computer knew to have gone. */
function goneOf(own: Gone | undefined, copy: Gone | undefined, now: Date): Pick<KeptSingles, 'gone'> {
  const gone = goneTogether(own, copy, now);
  return gone && gone !== own ? { gone } : {};
}

type Glossary = NonNullable<KeptSingles['clerk-glossary']>;

function glossaryOf(
  copy: Glossary = { favourites: [], terms: [] },
  own: Glossary = { favourites: [], terms: [] },
  tell: (fate: Fate) => boolean,
  isErased: IsErased,
): Glossary | null {
  const byId = new Map(own.terms.map((term) => [term.id, term]));
  const terms = uniqueBy(copy.terms, ({ id }) => id).filter((term) => {
    const here = byId.get(term.id);
    if (here) return tell(isEqual(here, term) ? 'same' : 'stays');
    return tell(isErased('terms', term.id) ? 'erased' : 'new');
  });
  const favourites = uniqueBy(copy.favourites, (id) => id).filter((id) => {
    if (own.favourites.includes(id)) return tell('same');
    return tell(isErased('favourites', id) ? 'erased' : 'new');
  });
  if (terms.length + favourites.length === 0) return null;
  return { favourites: [...own.favourites, ...favourites], terms: [...own.terms, ...terms] };
}

/** Of one week the sums that count more promises: added up, what both counted would count twice. */
function figuresOf(copy: Figures, own: Figures, tell: (fate: Fate) => boolean): Figures | null {
  const total = (week: string, of: Figures) => (of[week]?.inTime ?? 0) + (of[week]?.late ?? 0);
  const taken = Object.entries(copy).filter(([week, sum]) => {
    const here = own[week];
    if (!here) return tell('new');
    if (isEqual(here, sum)) return tell('same');
    return tell(total(week, copy) > total(week, own) ? 'newer' : 'stays');
  });
  return taken.length === 0 ? null : { ...own, ...Object.fromEntries(taken) };
}

function uniqueBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** Equal in what they say, in whatever order they say it. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
