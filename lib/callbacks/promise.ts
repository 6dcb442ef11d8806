import { addWorkingTime, type OpeningHours } from '@/lib/calendar';
import type { Callback } from './callback';
import { workable } from './next-try';
import { newCallback } from './settle';

/** What a profile says of callbacks. */
export interface CallbackRules {
  /** „Niezwłocznie”, in working minutes (sok.przelaczanie-rozmow.5). */
  promptly: number;
  /** Usual ones stand in where nothing in them is open. */
  hours: OpeningHours;
}

const step = 5 * 60_000;

/**
 * The time to promise: so many working minutes from now, on a full five minutes, for nobody says „o 14:32”.
 *
 * @param minutes working minutes; by default what the profile calls „niezwłocznie”
 */
export function dueFor({ promptly, hours }: CallbackRules, now: Date, minutes = promptly): Date {
  const rounded = Math.ceil(now.getTime() / step) * step;
  return addWorkingTime(new Date(rounded), minutes, workable(hours, now));
}

/** The promise made to a client on the line when another comes to the desk (sok.pierwszenstwo-obslugi.1). */
export function promiseToInterrupted(
  rules: CallbackRules,
  { id, encounterId, caseSign, now }: { id: string; encounterId: string; caseSign: string | null; now: Date },
): Callback {
  const due = dueFor(rules, now).getTime();
  const sign = caseSign === null ? {} : { caseSign };
  return newCallback(id, { reason: 'client-at-desk', due, ...sign }, now, encounterId);
}
