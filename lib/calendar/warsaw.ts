/** The office's clock is Warsaw's, whatever the zone of the computer. */
const zone = 'Europe/Warsaw';
const minute = 60_000;
const day = 24 * 60 * minute;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

function readOffset(at: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute: minutes = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hours, minutes, second) - Math.floor(at / 1000) * 1000;
}

// Asking Intl costs microseconds and a history has thousands of dates, while clocks change twice a year: a span whose
// two ends agree has one offset, one whose ends differ is looked at more closely. A span is days long, and no two
// changes ever stood that close in Warsaw.
const changes = Number.NaN;
const spans = [
  { length: 8 * day, offsets: new Map<number, number>() },
  { length: day, offsets: new Map<number, number>() },
];

function offsetAt(at: number): number {
  for (const { length, offsets } of spans) {
    const span = Math.floor(at / length);
    let offset = offsets.get(span);
    if (offset === undefined) {
      offset = readOffset(span * length);
      if (offset !== readOffset((span + 1) * length)) offset = changes;
      offsets.set(span, offset);
    }
    if (!Number.isNaN(offset)) return offset;
  }
  return readOffset(at);
}

/** The moment at which Warsaw's wall shows `local`, milliseconds as if the wall were UTC's. */
function momentOf(local: number): number {
  const [before, after] = [offsetAt(local - day), offsetAt(local + day)];
  const [earlier, later] = [local - before, local - after];
  if (before === after || offsetAt(earlier) === before) return earlier;
  // An hour that spring leaves out is read on the clock that still stood before it, and so lands behind the gap.
  return offsetAt(later) === after ? later : earlier;
}

/**
 * The calendar day in Warsaw, counted from 1 January 1970.
 * @param at a date, or milliseconds since the epoch
 * @throws RangeError for an invalid date
 */
export function warsawDay(at: Date | number): number {
  const moment = Number(at);
  return Math.floor((moment + offsetAt(moment)) / day);
}

/** Midnight in Warsaw at the beginning of that day, in milliseconds since the epoch. */
export function startOfWarsawDay(dayNumber: number): number {
  return momentOf(dayNumber * day);
}

/** The moment of that minute of that day, in milliseconds since the epoch; clock changes as in `fromWarsaw`. */
export function atWarsawMinute(dayNumber: number, minuteOfDay: number): number {
  return momentOf(dayNumber * day + minuteOfDay * minute);
}

/** Minutes on Warsaw's clock since midnight: 08:30 is 510, also on the days of 23 and 25 hours. */
export function warsawMinute(at: Date | number): number {
  const local = Number(at) + offsetAt(Number(at));
  return Math.floor((local - Math.floor(local / day) * day) / minute);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function isoWeekday(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of that day's week. */
export function mondayOf(dayNumber: number): number {
  return dayNumber - isoWeekday(dayNumber) + 1;
}

/** A day as a date at UTC midnight, for a formatter whose zone is UTC. */
export function asUtcDate(dayNumber: number): number {
  return dayNumber * day;
}

/** A date as the calendar on the wall has it: `month` is 1–12. */
export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** Calendar and clock on Warsaw's wall. */
export interface WarsawParts extends CalendarDate {
  hour: number;
  minute: number;
}

/** @returns the day's number, counted from 1 January 1970; null where the calendar has no such date */
export function dayNumberOf({ year, month, day: date }: CalendarDate): number | null {
  if (!(year >= 1000 && year <= 9999)) return null;
  const at = new Date(Date.UTC(year, month - 1, date));
  const isSame = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isSame ? at.getTime() / day : null;
}

/** The date of a day counted from 1 January 1970. */
export function dateOfDay(dayNumber: number): CalendarDate {
  const at = new Date(dayNumber * day);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/**
 * What Warsaw's wall shows at that moment, with the ISO weekday (1 is Monday).
 * @throws RangeError for an invalid date
 */
export function warsawParts(at: Date): WarsawParts & { weekday: number } {
  const dayNumber = warsawDay(at);
  const minuteOfDay = warsawMinute(at);
  return {
    ...dateOfDay(dayNumber),
    hour: Math.floor(minuteOfDay / 60),
    minute: minuteOfDay % 60,
    weekday: isoWeekday(dayNumber),
  };
}

/**
 * The moment at which Warsaw's wall shows that date and time. An hour that spring leaves out moves forward (02:30 is
 * 03:30); of an hour that autumn doubles it is the first.
 * @throws RangeError where calendar or clock has no such date or time
 */
export function fromWarsaw({ hour, minute: minutes, ...date }: WarsawParts): Date {
  const dayNumber = dayNumberOf(date);
  if (dayNumber === null || !(hour >= 0 && hour < 24 && minutes >= 0 && minutes < 60))
    throw new RangeError(`No such time: ${JSON.stringify({ ...date, hour, minute: minutes })}.`);
  return new Date(atWarsawMinute(dayNumber, hour * 60 + minutes));
}
