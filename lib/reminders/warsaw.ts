/** The office's clock is Warsaw's, whatever the zone of the computer. */
const zone = 'Europe/Warsaw';
const hour = 60 * 60_000;
const day = 24 * hour;

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
  const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hours, minute, second) - Math.floor(at / 1000) * 1000;
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

/** The calendar day in Warsaw, counted from 1 January 1970. @param at milliseconds since the epoch */
export function warsawDay(at: number): number {
  return Math.floor((at + offsetAt(at)) / day);
}

/** Midnight in Warsaw at the beginning of that day, in milliseconds since the epoch. */
export function startOfWarsawDay(dayNumber: number): number {
  // Two hours before UTC midnight is on the same side of a clock change (01:00 UTC) as Warsaw's midnight.
  return dayNumber * day - offsetAt(dayNumber * day - 2 * hour);
}

/** Minutes on Warsaw's clock since midnight: 08:30 is 510, also on the days of 23 and 25 hours. */
export function warsawMinute(at: number): number {
  const local = at + offsetAt(at);
  return Math.floor((local - Math.floor(local / day) * day) / 60_000);
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
