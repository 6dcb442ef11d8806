import { holidayOn } from './public-holiday';
import { atWarsawMinute, isoWeekday, warsawDay } from './warsaw';

/**
 * When an office is open: ISO weekday (1 is Monday) → intervals from–to on Warsaw's clock, `{ 1: [['08:00', '16:00']] }`.
 * `'24:00'` may end a day. A weekday that is missing is closed, and so is every public holiday; an interval that does
 * not end after it begins opens nothing. Intervals may touch, overlap and stand in any order.
 */
export type OpeningHours = Readonly<
  Partial<Record<Weekday, readonly (readonly [from: string, to: string])[] | undefined>>
>;
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What an office whose profile names no hours is taken to be open. */
export const usualHours: OpeningHours = {
  1: [['08:00', '16:00']],
  2: [['08:00', '16:00']],
  3: [['08:00', '16:00']],
  4: [['08:00', '16:00']],
  5: [['08:00', '16:00']],
};

/**
 * Whether the office is open at that moment. At opening it is, at closing it no longer is.
 * @throws RangeError for an invalid date or a malformed time
 */
export function isOpen(at: Date, hours: OpeningHours): boolean {
  const moment = at.getTime();
  return openingsOn(warsawDay(at), hours).some(({ from, to }) => moment >= from && moment < to);
}

/**
 * The first moment at or after `from` at which the office is open: `from` itself while it is.
 * @throws RangeError when nothing opens within a hundred years, for an invalid date or a malformed time
 */
export function nextOpening(from: Date, hours: OpeningHours): Date {
  return addWorkingTime(from, 0, hours);
}

/**
 * The moment by which that much opening time has passed since `start`.
 *
 * - Time in which the office is closed does not count, whatever closes it: night, weekend, public holiday.
 * - Where the time runs out exactly at closing, the answer is that closing, not the next opening: 15:00 and 60 minutes
 *   until 16:00 are 16:00. From there the next minute counts on the next opening.
 * - 0 minutes while closed, closing included, are the next opening; while open they are `start`.
 * - Minutes are minutes that pass: an interval that the change of clocks makes longer or shorter counts as it is.
 *
 * @param minutes of opening time; fractions count
 * @throws RangeError for negative or non-finite minutes, for an invalid date, for a malformed time in `hours`, and when
 * the answer is more than a hundred years away, as it is when nothing in `hours` is open
 */
export function addWorkingTime(start: Date, minutes: number, hours: OpeningHours): Date {
  if (!(minutes >= 0 && Number.isFinite(minutes)))
    throw new RangeError(`Minutes of work are 0 or more, not ${minutes}.`);
  const week = weekOf(hours);
  const begin = start.getTime();
  const today = warsawDay(begin);
  let left = minutes * 60_000;
  const lastDay = week.size === 0 ? today - 1 : today + aHundredYears;
  for (let day = today; day <= lastDay; day += 1) {
    for (const { from, to } of openingsOf(day, week)) {
      const at = Math.max(from, begin);
      if (at >= to) continue;
      if (at + left <= to) return new Date(at + left);
      left -= to - at;
    }
  }
  throw new RangeError(
    week.size === 0 ? 'Nothing in these hours is open.' : 'The time is not over within a hundred years.',
  );
}

const aHundredYears = 36_525;

/** One stretch in which an office is open, in milliseconds since the epoch. */
export interface Opening {
  from: number;
  to: number;
}

/**
 * When the office is open on that day, in order, touching and overlapping intervals as one.
 * @param day counted from 1 January 1970
 * @throws RangeError for a malformed time
 */
export function openingsOn(day: number, hours: OpeningHours): Opening[] {
  return openingsOf(day, weekOf(hours));
}

type Week = Map<number, readonly (readonly [from: number, to: number])[]>;

function openingsOf(day: number, week: Week): Opening[] {
  const intervals = week.get(isoWeekday(day));
  if (intervals === undefined || holidayOn(day) !== null) return [];
  return intervals
    .map(([from, to]) => ({ from: atWarsawMinute(day, from), to: atWarsawMinute(day, to) }))
    .filter(({ from, to }) => from < to);
}

/** Minutes since midnight for each weekday on which something is open. */
function weekOf(hours: OpeningHours): Week {
  const week: Week = new Map();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const written = hours[weekday as Weekday];
    if (!written?.length) continue;
    const merged: [number, number][] = [];
    const intervals = written.map(([from, to]) => [minuteOf(from), minuteOf(to)] as const);
    for (const [from, to] of intervals.sort(([a], [b]) => a - b)) {
      if (from >= to) continue;
      const last = merged.at(-1);
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    if (merged.length > 0) week.set(weekday, merged);
  }
  return week;
}

function minuteOf(time: string): number {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(time) ?? [];
  const minuteOfDay = Number(hour) * 60 + Number(minute);
  if (!(minuteOfDay <= 24 * 60)) throw new RangeError(`“${time}” is no time of day: write it as 08:00.`);
  return minuteOfDay;
}
