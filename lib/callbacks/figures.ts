import { isoWeekOf, lastWeeks, type OpeningHours, openingsOn, warsawDay } from '@/lib/calendar';
import type { Callback } from './callback';
import { workable } from './next-try';

/** What became of the promises that were kept in one week. Sums only: nothing of a person stands in it. */
interface WeekSum {
  inTime: number;
  late: number;
  /** How many took how long from promise to call: a count for each of `timeBounds`, and one for what took longer. */
  times: number[];
}

/** By ISO week, `2026-W48`. */
export type Figures = Readonly<Record<string, WeekSum>>;

/** In working minutes, each the upper bound of a count. A median within them is told roughly, as it is meant. */
const timeBounds = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 960, 1_440, 2_400] as const;

/** A clerk who calls so many milliseconds after the agreed time calls in time; until then the row says „teraz”. */
const grace = 5 * 60_000;
/** Weeks that are kept: a year, and the one that runs. */
const keptWeeks = 53;

/** One promise that was kept, as it counts. */
export interface Kept {
  week: string;
  isLate: boolean;
  /** Place in `WeekSum.times`. */
  time: number;
}

/**
 * How a promise counts: once it was kept, by the clerk. In time is one whose client was first rung no later than agreed;
 * the time it took runs from the promise to that first try, in hours in which the office is open.
 *
 * @returns null for one that does not count
 */
export function keptOf(callback: Callback, hours: OpeningHours): Kept | null {
  const { state, kind, colleague, settledAt, promisedAt, attempts } = callback;
  if (state !== 'kept' || kind !== 'call' || colleague !== undefined || settledAt === undefined) return null;
  const rung = attempts.find(isRing)?.at ?? settledAt;
  const minutes = workingMinutes(promisedAt, rung, hours);
  const bound = timeBounds.findIndex((most) => minutes <= most);
  return {
    week: isoWeekOf(settledAt),
    isLate: callback.isLate === true,
    time: bound === -1 ? timeBounds.length : bound,
  };
}

/** True where the clerk rang, whatever came of it. */
const isRing = ({ outcome }: Callback['attempts'][number]): boolean =>
  outcome === 'reached' || outcome === 'no-answer' || outcome === 'wrong-number';

/** True where a first try comes later than agreed. */
export const isLateTry = ({ attempts, due }: Callback, at: number): boolean =>
  !attempts.some(isRing) && at > due + grace;

/** Figures with one promise more. Of weeks only the latest are kept. */
export function withKept(figures: Figures, kept: Kept): Figures {
  const { inTime, late, times } = figures[kept.week] ?? noSum();
  const next = {
    ...figures,
    [kept.week]: {
      inTime: inTime + (kept.isLate ? 0 : 1),
      late: late + (kept.isLate ? 1 : 0),
      times: times.map((count, place) => count + (place === kept.time ? 1 : 0)),
    },
  };
  const weeks = Object.keys(next).sort().slice(-keptWeeks);
  return Object.fromEntries(weeks.map((week) => [week, next[week] ?? noSum()]));
}

/** Both together. */
export function together(some: Figures, others: Figures): Figures {
  const weeks = [...new Set([...Object.keys(some), ...Object.keys(others)])].sort();
  return Object.fromEntries(
    weeks.map((week) => [week, added(some[week] ?? noSum(), others[week] ?? noSum())]),
  );
}

const added = (one: WeekSum, other: WeekSum): WeekSum => ({
  inTime: one.inTime + other.inTime,
  late: one.late + other.late,
  times: one.times.map((count, place) => count + (other.times[place] ?? 0)),
});

/** Figures with one promise less: its outcome was taken back. Never less than nothing. */
export function withoutKept(figures: Figures, kept: Kept): Figures {
  const sum = figures[kept.week];
  if (!sum) return figures;
  const { [kept.week]: _, ...others } = figures;
  const inTime = Math.max(0, sum.inTime - (kept.isLate ? 0 : 1));
  const late = Math.max(0, sum.late - (kept.isLate ? 1 : 0));
  if (inTime + late === 0) return others;
  const times = sum.times.map((count, place) => Math.max(0, count - (place === kept.time ? 1 : 0)));
  return { ...others, [kept.week]: { inTime, late, times } };
}

/** One week, or several, as a screen shows them. */
export interface ShownSum {
  inTime: number;
  late: number;
  /** In working minutes, roughly; null where there is none. */
  median: number | null;
}

export interface ShownWeek extends ShownSum {
  week: string;
  /** Its Monday, in days since 1 January 1970. */
  monday: number;
}

/** The last weeks, the present one last, those without a promise among them; and all of them together. */
export function shownFigures(figures: Figures, now: Date, count = 12): { weeks: ShownWeek[]; all: ShownSum } {
  const weeks = lastWeeks(now, count);
  const sums = weeks.map(({ week }) => figures[week] ?? noSum());
  return {
    weeks: weeks.map((week, index) => ({ ...week, ...shown(sums[index] ?? noSum()) })),
    all: shown(sums.reduce(added, noSum())),
  };
}

const shown = ({ inTime, late, times }: WeekSum): ShownSum => ({ inTime, late, median: medianOf(times) });

/** Where half of the counts lie below: as far within its bounds as the half lies within their count. */
function medianOf(times: readonly number[]): number | null {
  const half = times.reduce((a, b) => a + b, 0) / 2;
  if (half === 0) return null;
  let below = 0;
  for (const [place, count] of times.entries()) {
    if (below + count >= half) {
      const from = timeBounds[place - 1] ?? 0;
      const to = timeBounds[place] ?? from;
      return Math.round(from + ((half - below) / count) * (to - from));
    }
    below += count;
  }
  return null;
}

const noSum = (): WeekSum => ({ inTime: 0, late: 0, times: Array(timeBounds.length + 1).fill(0) });

/** More than any promise waits, in days. */
const longest = 400;

/** Minutes between two moments in which the office is open. */
function workingMinutes(from: number, to: number, hours: OpeningHours): number {
  const open = workable(hours, new Date(from));
  const first = warsawDay(from);
  const last = Math.min(warsawDay(to), first + longest);
  let minutes = 0;
  for (let day = first; day <= last; day += 1) {
    for (const { from: opens, to: closes } of openingsOn(day, open)) {
      minutes += Math.max(0, Math.min(to, closes) - Math.max(from, opens)) / 60_000;
    }
  }
  return minutes;
}
