import type { Profile } from '@/lib/profile';

type OpeningHours = Profile['callbacks']['hours'];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const names = ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'];

/**
 * Opening hours in words: „pon.–pt. 8–16”, „pon. 8–17, wt.–czw. 8–16, pt. 8–12 i 13–15”. Days stand in their order,
 * those in a row with the same hours together; a day without hours is left out.
 *
 * @returns empty where no day has hours
 */
export function hoursInWords(hours: OpeningHours): string {
  const runs: { first: number; last: number; open: string }[] = [];
  for (const day of weekdays) {
    const open = intervalsInWords(hours[day] ?? []);
    const run = runs.at(-1);
    if (open === '') continue;
    if (run && run.last === day - 1 && run.open === open) run.last = day;
    else runs.push({ first: day, last: day, open });
  }
  return runs.map(({ first, last, open }) => `${daysInWords(first, last)} ${open}`).join(', ');
}

function daysInWords(first: number, last: number): string {
  const [from, to] = [names[first - 1], names[last - 1]];
  if (first === last) return `${from}`;
  return last === first + 1 ? `${from} i ${to}` : `${from}–${to}`;
}

/** Intervals that touch are one: a profile may be written by shifts. */
function intervalsInWords(intervals: readonly (readonly [from: string, to: string])[]): string {
  const joined: [from: string, to: string][] = [];
  for (const [from, to] of intervals) {
    const before = joined.at(-1);
    if (before && before[1] === from) before[1] = to;
    else joined.push([from, to]);
  }
  return joined.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(' i ');
}

/** `08:00` → „8”, `07:30` → „7:30” */
function clock(time: string): string {
  const [hour, minute] = time.split(':');
  return minute === '00' ? `${Number(hour)}` : `${Number(hour)}:${minute}`;
}
