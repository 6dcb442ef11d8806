import { dateOfDay, isoWeekday, warsawDay, warsawParts } from './warsaw';

const weekdays = [
  'w poniedziałek',
  'we wtorek',
  'w środę',
  'w czwartek',
  'w piątek',
  'w sobotę',
  'w niedzielę',
] as const;
const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
] as const;

/**
 * A time as one says it in Polish to a client: „dziś około 14:30”, „jutro około 8:15”, „we wtorek około 9:00”, and from
 * the eighth day on „we wtorek, 8 grudnia, około 9:00”. Days are Warsaw's.
 */
export function whenSaid(at: Date, now: Date): string {
  const day = warsawDay(at);
  const { hour, minute } = warsawParts(at);
  return `${daySaid(day, warsawDay(now))} około ${hour}:${String(minute).padStart(2, '0')}`;
}

function daySaid(day: number, today: number): string {
  const ahead = day - today;
  if (ahead === 0) return 'dziś';
  if (ahead === 1) return 'jutro';
  const weekday = weekdays[isoWeekday(day) - 1] ?? '';
  // A weekday alone is understood of the days to come, up to a week.
  if (ahead > 1 && ahead < 7) return weekday;
  const { day: date, month } = dateOfDay(day);
  return `${weekday}, ${date} ${months[month - 1] ?? ''},`;
}

/** The clock on Warsaw's wall: „14:05”. */
export function clockSaid(at: Date): string {
  const { hour, minute } = warsawParts(at);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
