import { dateOfDay, mondayOf, warsawDay } from './warsaw';

/** The ISO 8601 week of a moment in Warsaw, `2026-W48`: it belongs to the year of its Thursday. */
export function isoWeekOf(at: Date | number): string {
  return weekName(warsawDay(at));
}

/** The weeks up to and with that of `at`, the earliest first, each with its Monday (days since 1 January 1970). */
export function lastWeeks(at: Date | number, count: number): { week: string; monday: number }[] {
  const last = mondayOf(warsawDay(at));
  return Array.from({ length: count }, (_, index) => {
    const monday = last - 7 * (count - 1 - index);
    return { week: weekName(monday), monday };
  });
}

function weekName(day: number): string {
  const thursday = mondayOf(day) + 3;
  const { year } = dateOfDay(thursday);
  const firstDay = thursday - dayOfYear(thursday);
  return `${year}-W${String(Math.floor((thursday - firstDay) / 7) + 1).padStart(2, '0')}`;
}

/** 0 on 1 January. */
function dayOfYear(day: number): number {
  const { year } = dateOfDay(day);
  return day - Date.UTC(year, 0, 1) / (24 * 60 * 60_000);
}
