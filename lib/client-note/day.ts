import words from './words.json';

const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const told = (time: Date, parts: Intl.DateTimeFormatOptions, timeZone = 'Europe/Warsaw') =>
  new Intl.DateTimeFormat('pl-PL', { ...parts, timeZone }).format(time);

/** „24 listopada 2026”, in Warsaw. */
export function today(now: Date): string {
  return told(now, date);
}

/** When something will be done: „w środę, 25 listopada 2026, o godz. 12:00”, in Warsaw. */
export function dayAndHour(time: Date): string {
  const name = told(time, { weekday: 'long' });
  const onWeekday: Record<string, string> = words.onWeekday;
  const hour = told(time, { hour: 'numeric', minute: '2-digit' });
  return `${onWeekday[name] ?? name}, ${told(time, date)}, o godz. ${hour}`;
}

/** `1.12.2026`, `01-12-2026 r.`, `2026-12-01` */
const inFigures = /^(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?:\s*r\.?)?$/u;

/** A date written in figures and nothing else, as `2026-12-01`; null for anything else, a 31 April included. */
export function dayIn(text: string): string | null {
  const found = inFigures.exec(text.trim());
  if (!found) return null;
  const [day, month, year] = found[1] ? [found[1], found[2], found[3]] : [found[6], found[5], found[4]];
  const two = (part = '') => part.padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : null;
}

/** As a client reads it: „wtorek, 1 grudnia 2026” for a date in figures, anything else as written. */
export function dueInWords(text: string): string {
  const day = dayIn(text);
  return day === null ? text.trim() : told(new Date(`${day}T00:00:00Z`), { ...date, weekday: 'long' }, 'UTC');
}

/** `2026-12-01` → „1.12.2026”, as people write it. */
export function inPolishFigures(day: string): string {
  return day.split('-').reverse().map(Number).join('.');
}
