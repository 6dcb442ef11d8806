import { addWorkingTime, type OpeningHours, usualHours } from '@/lib/calendar';
import type { Callback } from './callback';

/** What a profile says of callbacks. */
export interface CallbackRules {
  /** „Niezwłocznie”, in working minutes (sok.przelaczanie-rozmow.5). */
  promptly: number;
  hours: OpeningHours;
}

const step = 5 * 60_000;

/** The office's hours, or usual ones where the profile has none. */
export function hoursOf({ hours }: Pick<CallbackRules, 'hours'>): OpeningHours {
  return Object.values(hours).some((intervals) => intervals !== undefined && intervals.length > 0)
    ? hours
    : usualHours;
}

/**
 * The time to promise: so many working minutes from now, on a full five minutes, for nobody says „o 14:32”.
 *
 * @param minutes working minutes; by default what the profile calls „niezwłocznie”
 */
export function dueFor(rules: CallbackRules, now: Date, minutes = rules.promptly): Date {
  const rounded = Math.ceil(now.getTime() / step) * step;
  return addWorkingTime(new Date(rounded), minutes, hoursOf(rules));
}

/** A new promise, of which nothing has come yet. @param id a new one; @param promised what is known of it */
export function promise(
  id: string,
  promised: Pick<Callback, 'reason' | 'due'> & Partial<Omit<Callback, 'id' | 'state' | 'attempts'>>,
  now: Date,
): Callback {
  return { kind: 'call', ...promised, id, state: 'open', promisedAt: now.getTime(), attempts: [] };
}

/** The promise made to a client on the line when another comes to the desk (sok.pierwszenstwo-obslugi.1). */
export function promiseToInterrupted(
  rules: CallbackRules,
  { id, encounterId, caseSign, now }: { id: string; encounterId: string; caseSign: string | null; now: Date },
): Callback {
  const due = dueFor(rules, now).getTime();
  const sign = caseSign === null ? {} : { caseSign };
  return promise(id, { reason: 'client-at-desk', due, encounterId, ...sign }, now);
}
