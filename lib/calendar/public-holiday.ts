import holidays from './public-holidays.json';
import { dateOfDay, dayNumberOf, isoWeekday, warsawDay } from './warsaw';

/**
 * The public holiday that falls on that day in Warsaw.
 *
 * The days are those of today's act in any year, but for the two added lately: 6 January counts since 2011, 24 December
 * since 2025. Single days off by an act of their own (12 November 2018) are not among them. A Sunday is a day off,
 * yet no holiday.
 *
 * @returns its Polish name, or null
 * @throws RangeError for an invalid date
 * Source: ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy (Dz.U. 2020 poz. 1920), art. 1, with the change
 * of 6 December 2024 (Dz.U. 2024 poz. 1965).
 */
export function publicHoliday(date: Date): string | null {
  return holidayOn(warsawDay(date));
}

/**
 * Whether offices work on that day in Warsaw: Monday to Friday, no public holiday. What a given office opens is for its
 * opening hours to say (`isOpen`).
 * @throws RangeError for an invalid date
 */
export function isWorkingDay(date: Date): boolean {
  const dayNumber = warsawDay(date);
  return isoWeekday(dayNumber) <= 5 && holidayOn(dayNumber) === null;
}

/** `publicHoliday` of a day counted from 1 January 1970. */
export function holidayOn(dayNumber: number): string | null {
  const { year } = dateOfDay(dayNumber);
  const ofYear = years.get(year) ?? holidaysOf(year);
  years.set(year, ofYear);
  return ofYear.get(dayNumber) ?? null;
}

const years = new Map<number, Map<number, string>>();

function holidaysOf(year: number): Map<number, string> {
  const names = new Map<number, string>();
  const easter = easterOf(year);
  if (easter === null) return names;
  for (const { name, date, daysAfterEaster, since } of holidays as Holiday[]) {
    if (since !== undefined && year < since) continue;
    const [month = 0, day = 0] = date?.split('-').map(Number) ?? [];
    const dayNumber =
      daysAfterEaster === undefined ? dayNumberOf({ year, month, day }) : easter + daysAfterEaster;
    if (dayNumber !== null) names.set(dayNumber, name);
  }
  return names;
}

interface Holiday {
  name: string;
  /** Month and day. */
  date?: string;
  daysAfterEaster?: number;
  /** First year in which it is a day off. */
  since?: number;
}

/** Easter Sunday of the Gregorian calendar: the rule that Spencer Jones published (General Astronomy, 1922). */
function easterOf(year: number): number | null {
  const moon = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * moon + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((moon + 11 * epact + 22 * weekday) / 451);
  const inMarch = epact + weekday - 7 * late + 22;
  return dayNumberOf(inMarch > 31 ? { year, month: 4, day: inMarch - 31 } : { year, month: 3, day: inMarch });
}
