import {
  addWorkingTime,
  nextOpening,
  type OpeningHours,
  openingsOn,
  startOfWarsawDay,
  warsawDay,
} from '@/lib/calendar';
import { type Callback, isPending, type Waiting } from './callback';
import { workable } from './next-try';

const minute = 60_000;

/** When the clerk is told of a promise. Minutes after the due time are minutes in which the office is open. */
export interface EscalationRules {
  /** Minutes before the due time of a first word; 0 for none. */
  before: number;
  /** Minutes between one word and the next once it is overdue. */
  every: number;
  /** Minutes after which somebody else should call. */
  substituteAfter: number;
  hours: OpeningHours;
}

/**
 * One word about a promise. `before` and `due`: its time comes. `again`: it passed. `substitute`: it passed long ago,
 * so a colleague should call. `day`: it stands still, once a working day as the office opens.
 */
export interface AnnouncementStep {
  kind: 'before' | 'due' | 'again' | 'substitute' | 'day';
  /** Milliseconds since the epoch. */
  at: number;
  /** The same for the same step of the same due time, whatever the clock says: what was told is told. */
  key: string;
}

/**
 * The steps of which the clerk is to be told now: those that have come and do not stand in `announced`, in order.
 *
 * - `before` is left out where the time was agreed later than that: a call „za 5 minut” needs no word at once.
 * - Of working days that passed while the computer was off, only the present one is told.
 * - A wrong number is not told of: there is nobody to ring until there is a number.
 */
export function escalation(callback: Waiting, rules: EscalationRules, now: Date): AnnouncementStep[] {
  if (!isPending(callback)) return [];
  const told = new Set(callback.announced);
  return stepsUntil(callback, rules, now.getTime()).filter(
    ({ at, key }) => at <= now.getTime() && !told.has(key),
  );
}

/**
 * When the next step comes, or null where the promise waits for nobody.
 *
 * @returns a time after `now`, in milliseconds since the epoch
 */
export function nextStepAt(callback: Waiting, rules: EscalationRules, now: Date): number | null {
  if (!isPending(callback)) return null;
  const moment = now.getTime();
  const coming = stepsUntil(callback, rules, moment).find(({ at }) => at > moment);
  if (coming) return coming.at;
  const tomorrow = new Date(startOfWarsawDay(warsawDay(moment) + 1));
  return nextOpening(tomorrow, workable(rules.hours, now)).getTime();
}

/** True from when somebody else should call: the `substitute` step has come, whether or not it was told. */
export function isForSubstitute(callback: Waiting, rules: EscalationRules, now: Date): boolean {
  const { due } = callback;
  // Working minutes are never fewer than minutes: most need no calendar.
  if (!isPending(callback) || due + rules.substituteAfter * minute > now.getTime()) return false;
  const hours = workable(rules.hours, new Date(due));
  return addWorkingTime(new Date(due), rules.substituteAfter, hours) <= now;
}

/** All steps up to the first that lies after `now`, and no more than the present day's of the daily ones. */
function stepsUntil(callback: Waiting, rules: EscalationRules, now: number): AnnouncementStep[] {
  const { due, agreedAt = callback.promisedAt } = callback;
  const steps: AnnouncementStep[] = [];
  const add = (kind: AnnouncementStep['kind'], at: number, number?: number) => {
    steps.push({ kind, at, key: `${kind}${number ?? ''}@${due}` });
    return at <= now;
  };
  const before = due - rules.before * minute;
  if (before < due && before > agreedAt && !add('before', before)) return steps;
  if (!add('due', due)) return steps;
  const hours = workable(rules.hours, new Date(due));
  const after = (minutes: number) => addWorkingTime(new Date(due), minutes, hours).getTime();
  for (let number = 1; number * rules.every < rules.substituteAfter; number += 1) {
    if (!add('again', after(number * rules.every), number)) return steps;
  }
  const substitute = after(rules.substituteAfter);
  if (!add('substitute', substitute)) return steps;
  const today = warsawDay(now);
  const opening = openingsOn(today, hours)[0]?.from;
  if (today > warsawDay(substitute) && opening !== undefined) add('day', opening, today);
  return steps;
}

/**
 * How long, in milliseconds, a service that runs may hold a word back. Somebody who forgets to end a service would
 * otherwise never be told.
 */
const heldFor = 30 * minute;

/** Of the steps that have come, those to be told now: all, or while a client is served those that waited long enough. */
export function notHeld(steps: AnnouncementStep[], isServing: boolean, now: Date): AnnouncementStep[] {
  const isOver = steps.some(({ at }) => now.getTime() - at >= heldFor);
  return !isServing || isOver ? steps : [];
}

/** When steps that are held are told at the latest, or null where there are none. */
export function heldUntil(steps: AnnouncementStep[]): number | null {
  return steps.length === 0 ? null : Math.min(...steps.map(({ at }) => at)) + heldFor;
}

/** Notes that the clerk is being told of these steps by that notification. */
export function announce<Row extends Waiting>(
  callback: Row,
  steps: AnnouncementStep[],
  notification: string,
): Row {
  return {
    ...callback,
    announced: [...(callback.announced ?? []), ...steps.map(({ key }) => key)],
    telling: notification,
  };
}

/** A clock that is wrong by more than this was set to another day, in milliseconds; by less it was only set right. */
const wrongClock = 12 * 60 * minute;

/**
 * The same, without what was told by a clock that stood far ahead: the time has yet to come, and is told of then.
 *
 * @returns the very same object where nothing was
 */
export function withoutToldTooSoon<Row extends Waiting>(callback: Row, now: Date): Row {
  const { announced, telling, ...rest } = callback;
  if (announced === undefined || callback.due <= now.getTime() + wrongClock) return callback;
  const left = announced.filter((key) => !key.endsWith(`@${callback.due}`));
  if (left.length === announced.length) return callback;
  return { ...rest, ...(left.length > 0 ? { announced: left } : {}) } as Row;
}

/** Notes that the notification was shown. */
export function told<Row extends Waiting>(callback: Row): Row {
  const { telling: _, ...rest } = callback;
  return rest as Row;
}

/** `as it was`, with all that was told since: taking a change back must not ring twice. */
export function withWhatWasTold(asItWas: Callback, now: Callback): Callback {
  const announced = [...new Set([...(asItWas.announced ?? []), ...(now.announced ?? [])])];
  const { telling: _, ...rest } = asItWas;
  return {
    ...rest,
    ...(announced.length > 0 ? { announced } : {}),
    ...(now.telling === undefined ? {} : { telling: now.telling }),
  };
}
