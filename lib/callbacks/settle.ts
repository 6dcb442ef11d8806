import type { OpeningHours } from '@/lib/calendar';
import { type Attempt, type Callback, isAsking, isPending, isSettled } from './callback';
import { isLateTry } from './figures';
import { nextTry } from './next-try';

/** What became of a promise, in the clerk's words. */
export type Outcome =
  | { kind: 'reached' }
  | { kind: 'no-answer' }
  | { kind: 'wrong-number' }
  /** Asks, and changes nothing else: `isAsking` until `as-agreed`, or `reached` where all was said. */
  | { kind: 'client-called' }
  | { kind: 'as-agreed' }
  | { kind: 'handed-over'; colleague: string }
  | { kind: 'withdrawn' };

/**
 * Takes one step of a promise.
 *
 * @param hours where the next try is put after `no-answer`: see `nextTry`
 * @returns the promise after it; the very same object where the outcome does not fit, as after another screen settled it
 */
export function settle(callback: Callback, outcome: Outcome, now: Date, hours: OpeningHours): Callback {
  if (isSettled(callback)) return callback;
  const at = now.getTime();
  const tried = (what: Attempt['outcome']): Callback => ({
    ...callback,
    attempts: [...callback.attempts, { at, outcome: what }],
    ...(what !== 'client-called' && what !== 'as-agreed' && isLateTry(callback, at) ? { isLate: true } : {}),
  });
  switch (outcome.kind) {
    case 'reached':
      return { ...tried('reached'), state: 'kept', settledAt: at };
    case 'no-answer': {
      const attempted = { ...tried('no-answer'), state: 'attempted' as const };
      return { ...attempted, due: nextTry(triesInVain(attempted), now, hours), agreedAt: at };
    }
    case 'wrong-number':
      return { ...tried('wrong-number'), state: 'broken' };
    case 'client-called':
      return isPending(callback) ? tried('client-called') : callback;
    case 'as-agreed':
      return isAsking(callback) ? tried('as-agreed') : callback;
    case 'handed-over':
      return { ...callback, state: 'handed-over', colleague: outcome.colleague, settledAt: at };
    case 'withdrawn':
      return { ...callback, state: 'withdrawn', settledAt: at };
  }
}

/** How often nobody answered at the present number, the latest tries in a row. */
function triesInVain({ attempts }: Callback): number {
  const last = attempts.findLastIndex(({ outcome }) => outcome !== 'no-answer');
  return attempts.length - 1 - last;
}

/** Puts an unsettled promise off to another time; a settled one stays. @param due in milliseconds since the epoch */
export function snooze(callback: Callback, due: number, now: Date): Callback {
  return isSettled(callback) || due === callback.due
    ? callback
    : { ...callback, due, agreedAt: now.getTime() };
}

/** What a clerk may change by hand. A part that is absent stays; one that is empty, or `undefined`, goes. */
export type CallbackChanges = Partial<
  Pick<
    Callback,
    'name' | 'phone' | 'extension' | 'subject' | 'caseSign' | 'note' | 'colleague' | 'reason' | 'due' | 'kind'
  >
>;

/** Changes an unsettled promise; another number gives one with a wrong number back its life. */
export function editCallback(callback: Callback, changes: CallbackChanges, now: Date): Callback {
  if (isSettled(callback)) return callback;
  const { due = callback.due, ...parts } = changes;
  const edited = withoutBlanks({ ...callback, ...parts, due });
  if (due !== callback.due) edited.agreedAt = now.getTime();
  const isNewNumber = edited.phone !== undefined && edited.phone !== callback.phone;
  if (callback.state === 'broken' && isNewNumber) edited.state = 'attempted';
  return edited;
}

/** Takes a settled promise up again. */
export function reopen(callback: Callback): Callback {
  if (!isSettled(callback)) return callback;
  const { settledAt: _, ...unsettled } = callback;
  return { ...unsettled, state: callback.attempts.length > 0 ? 'attempted' : 'open' };
}

/** A new promise. Its id and what is not known of it come from outside. */
export function newCallback(
  id: string,
  { due, reason = 'unfinished', kind = 'call', ...parts }: CallbackChanges & { due: number },
  now: Date,
  encounterId?: string,
): Callback {
  return withoutBlanks({
    ...parts,
    id,
    kind,
    reason,
    due,
    state: 'open',
    promisedAt: now.getTime(),
    attempts: [],
    ...(encounterId === undefined ? {} : { encounterId }),
  });
}

/** Blank texts are no texts. */
function withoutBlanks(callback: Callback): Callback {
  const kept = Object.entries(callback).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(kept) as unknown as Callback;
}
