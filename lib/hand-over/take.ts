import { type Attempt, type Callback, isSettled } from '@/lib/callbacks';
import type { HandedCallback, HandOver } from './content';

const comparedParts = [
  'kind',
  'name',
  'phone',
  'extension',
  'subject',
  'caseSign',
  'note',
  'reason',
  'colleague',
  'due',
  'state',
  'attempts',
] as const satisfies (keyof Callback)[];

/** A part in which a promise of the file differs from the one that stands here. */
export type ChangedPart = (typeof comparedParts)[number];

/** What taking a promise of a file would come to. */
export type PlannedTaking = { handed: HandedCallback } & (
  | { kind: 'new' }
  /** It stands here and says something else. `isNewer`: the file knows of something that happened later. */
  | { kind: 'changed'; standing: Callback; parts: ChangedPart[]; isNewer: boolean }
  /** The clerk handed it over once. `isNewer`: the file was made after that, so it comes back. */
  | { kind: 'returned'; standing: Callback; isNewer: boolean }
  /** It stands here as it is in the file, or the file knows less. */
  | { kind: 'same'; standing: Callback }
  /** It is settled here: nobody is rung twice. */
  | { kind: 'done'; standing: Callback }
);

/** @param standing promises of this computer; others than those of the file do no harm */
export function planTaking(given: HandOver, standing: readonly Callback[]): PlannedTaking[] {
  const byId = new Map(standing.map((callback) => [callback.id, callback]));
  return given.callbacks.map((handed): PlannedTaking => {
    const own = byId.get(handed.id);
    if (!own) return { kind: 'new', handed };
    if (own.state === 'handed-over') {
      return { kind: 'returned', handed, standing: own, isNewer: given.madeAt > (own.settledAt ?? 0) };
    }
    if (isSettled(own)) return { kind: 'done', handed, standing: own };
    const after = merged(own, handed);
    const parts = comparedParts.filter((part) => JSON.stringify(own[part]) !== JSON.stringify(after[part]));
    if (parts.length === 0) return { kind: 'same', handed, standing: own };
    return { kind: 'changed', handed, standing: own, parts, isNewer: knownAt(handed) > knownAt(own) };
  });
}

/** True where it can be taken at all. */
export function canTake({ kind }: PlannedTaking): boolean {
  return kind === 'new' || kind === 'changed' || kind === 'returned';
}

/** True where taking it loses nothing that is newer here: these are ticked already. */
export function isProposed(planned: PlannedTaking): boolean {
  return planned.kind === 'new' || ('isNewer' in planned && planned.isNewer);
}

/**
 * Takes promises of a file over. Asked again with what it gave, it takes nothing: a file may be read twice.
 *
 * @param chosen ids of those to take
 * @param standing those of this computer as they stand now, which may not be as they stood in the plan
 * @returns the rows to be written
 */
export function take(
  given: HandOver,
  chosen: ReadonlySet<string>,
  standing: readonly Callback[],
): Callback[] {
  const from = given.from === '' ? {} : { takenFrom: given.from };
  return planTaking(given, standing).flatMap((planned) => {
    if (!chosen.has(planned.handed.id)) return [];
    switch (planned.kind) {
      case 'new':
        return { ...planned.handed, ...from };
      case 'returned': {
        const attempts = allAttempts(planned.standing.attempts, planned.handed.attempts);
        return { ...planned.handed, attempts, ...from };
      }
      case 'changed':
        return merged(planned.standing, planned.handed);
      default:
        return [];
    }
  });
}

/** Both in one: what either knows stays, of two wordings the file's, of two agreed times the one agreed later. */
function merged(own: Callback, handed: HandedCallback): Callback {
  const { due, agreedAt, note, attempts, state, promisedAt: _, ...parts } = handed;
  const isAgreedLater = agreement(handed) > agreement(own);
  const isNewer = knownAt(handed) > knownAt(own);
  return {
    ...own,
    ...parts,
    ...(isAgreedLater ? { due, ...(agreedAt === undefined ? {} : { agreedAt }) } : {}),
    ...notesOf(own.note, note),
    state: isNewer ? state : own.state,
    attempts: allAttempts(own.attempts, attempts),
  };
}

function notesOf(own: string | undefined, handed: string | undefined): Pick<Callback, 'note'> {
  if (handed === undefined || own?.includes(handed)) return own === undefined ? {} : { note: own };
  return { note: own === undefined || handed.includes(own) ? handed : `${own}\n${handed}` };
}

function allAttempts(own: readonly Attempt[], handed: readonly Attempt[]): Attempt[] {
  const isKnown = ({ at, outcome }: Attempt) => own.some((one) => one.at === at && one.outcome === outcome);
  const more = handed.filter((one) => !isKnown(one));
  return more.length === 0 ? [...own] : [...own, ...more].sort((a, b) => a.at - b.at);
}

type Dated = Pick<Callback, 'promisedAt' | 'agreedAt' | 'attempts'>;

const agreement = ({ promisedAt, agreedAt = promisedAt }: Dated) => agreedAt;

/** When the last thing happened that a promise tells of. */
const knownAt = (dated: Dated) => Math.max(agreement(dated), ...dated.attempts.map(({ at }) => at));
