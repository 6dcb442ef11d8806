import {
  addWorkingTime,
  nextOpening,
  type OpeningHours,
  openingsOn,
  usualHours,
  warsawDay,
} from '@/lib/calendar';

const minute = 60_000;
/** Working minutes until the second and the third try. */
const soon = [30, 120];

/**
 * When to try again after nobody answered: in 30 working minutes, then in two working hours, then on the next working
 * day, in that half of it in which the last try was not made: who works all morning is reached in the afternoon.
 *
 * @param tries how often nobody answered, this time included
 * @param hours where nothing in them is open, `usualHours` stand in
 * @returns a whole minute, in milliseconds since the epoch
 */
export function nextTry(tries: number, now: Date, hours: OpeningHours): number {
  const open = workable(hours, now);
  const wait = soon[tries - 1];
  const next = wait === undefined ? otherHalfOfNextDay(now, open) : addWorkingTime(now, wait, open).getTime();
  return Math.ceil(next / minute) * minute;
}

/** A later time that is one press away. */
export interface SnoozeChoice {
  /** `in-15`: after so many working minutes. */
  id: `in-${number}` | 'next-morning' | 'next-afternoon';
  due: number;
}

/** How far a call is put off where the clerk has set nothing else, in working minutes. */
export const usualSnoozes: readonly number[] = [15, 60];

/**
 * Times to put a call off to, all of them in working time and each once.
 *
 * @param hours as in `nextTry`
 * @param minutes the clerk's own lengths
 */
export function snoozeChoices(
  now: Date,
  hours: OpeningHours,
  minutes: readonly number[] = usualSnoozes,
): SnoozeChoice[] {
  const open = workable(hours, now);
  const within = (long: number) => Math.ceil(addWorkingTime(now, long, open).getTime() / minute) * minute;
  const day = nextDay(now, open);
  const choices: SnoozeChoice[] = [
    ...minutes.map((long) => ({ id: `in-${long}` as const, due: within(long) })),
    { id: 'next-morning', due: partOf(day, morning, open) },
    { id: 'next-afternoon', due: partOf(day, afternoon, open) },
  ];
  return choices.filter(({ due }, index) => choices.findIndex((one) => one.due === due) === index);
}

/** Opening hours in which something is open: those given, or `usualHours` where they never are or are malformed. */
export function workable(hours: OpeningHours, now: Date): OpeningHours {
  try {
    nextOpening(now, hours);
    return hours;
  } catch {
    return usualHours;
  }
}

/** Parts of the way from opening to closing. */
const morning = 1 / 4;
const afternoon = 3 / 4;

function otherHalfOfNextDay(now: Date, hours: OpeningHours): number {
  const { from, to } = spanOf(warsawDay(now), hours) ?? { from: 0, to: 0 };
  const wasMorning = now.getTime() < (from + to) / 2;
  return partOf(nextDay(now, hours), wasMorning ? afternoon : morning, hours);
}

/** The next day on which something is open. */
function nextDay(now: Date, hours: OpeningHours): number {
  let day = warsawDay(now) + 1;
  while (spanOf(day, hours) === null) day += 1;
  return day;
}

function partOf(day: number, part: number, hours: OpeningHours): number {
  const span = spanOf(day, hours);
  if (span === null) throw new Error('Nothing is open on that day.');
  const at = new Date(span.from + Math.round(((span.to - span.from) * part) / (5 * minute)) * 5 * minute);
  return nextOpening(at, hours).getTime(); // A break at noon is no time to call.
}

function spanOf(day: number, hours: OpeningHours): { from: number; to: number } | null {
  const openings = openingsOn(day, hours);
  const [first] = openings;
  const last = openings.at(-1);
  return first && last ? { from: first.from, to: last.to } : null;
}
