import type { PageContext } from '@/lib/page';
import type { Condition, Reminder } from '@/lib/profile';
import { asksPage, fitsPage } from '@/lib/reminders';
import { markOf } from './condition-mark';

/** For how many days it is kept on which days a system was in use. */
export const usedDays = 90;

/**
 * What an Obok counts of the conditions of its office's profile: ids and days. Nothing of a page, of a client or of what
 * the clerk did with a reminder stands in it.
 */
export interface Ageing {
  /** The days on which a system was in use, by its id: numbers of days in Warsaw, ascending, at most `usedDays` of them. */
  used: Record<string, number[]>;
  /** By the reminder's id. */
  matched: Record<string, Matched>;
}

/** Since when a condition is watched, and when a page last matched it. */
interface Matched {
  /** See `markOf`: a condition that was changed is a new one. */
  condition: string;
  /** A day. */
  since: number;
  /** A day; missing before the first. */
  last?: number;
}

export const nothingCounted: Ageing = { used: {}, matched: {} };

/** What is counted of a reminder. */
export type Counted = Pick<Reminder, 'id' | 'when'>;

/**
 * Counts a page that the clerk looks at. A system and a condition are written down once a day at most, and what the profile
 * no longer holds is forgotten.
 *
 * @param today the day in Warsaw
 * @returns what is to be kept, or null where it stands so already
 */
export function countPage(
  counted: Ageing,
  reminders: readonly Counted[],
  context: PageContext,
  today: number,
): Ageing | null {
  let isChanged = false;
  const matched: Ageing['matched'] = {};
  for (const { id, when } of reminders) {
    if (when === undefined || !asksPage(when)) continue;
    const before = Object.hasOwn(counted.matched, id) ? counted.matched[id] : undefined;
    const condition = markOf(when);
    let now = before?.condition === condition ? inTime(before, today) : { condition, since: today };
    if (now.last !== today && fitsPage(when, context)) now = { ...now, last: today };
    if (now !== before) isChanged = true;
    matched[id] = now;
  }
  isChanged ||= Object.keys(counted.matched).some((id) => !Object.hasOwn(matched, id));
  // Where nothing is watched nobody asks which systems are in use.
  const isWatched = Object.keys(matched).length > 0;
  const used = isWatched ? withUse(counted.used, context.system, today) : {};
  isChanged ||= isWatched ? used !== counted.used : Object.keys(counted.used).length > 0;
  return isChanged ? { used, matched } : null;
}

/** The clock was set back: no day lies ahead. */
function inTime(matched: Matched, today: number): Matched {
  const { condition, since, last } = matched;
  if (since <= today && (last ?? today) <= today) return matched;
  return {
    condition,
    since: Math.min(since, today),
    ...(last === undefined ? {} : { last: Math.min(last, today) }),
  };
}

function withUse(used: Ageing['used'], system: string | null, today: number): Ageing['used'] {
  if (system === null || (Object.hasOwn(used, system) && used[system]?.at(-1) === today)) return used;
  const kept: [string, number[]][] = [];
  for (const [id, days] of Object.entries(used)) {
    const left = days.filter((day) => day > today - usedDays && day < today);
    if (id !== system && left.length > 0) kept.push([id, left]);
    else if (id === system) kept.push([id, [...left, today]]);
  }
  if (!Object.hasOwn(used, system)) kept.push([system, [today]]);
  return Object.fromEntries(kept);
}

/** For how many days a condition has to match nothing. */
export const agedAfter = 30;
/** On how many of those days its system has to be in use: two weeks of work. */
export const enoughUse = 10;

/** A condition that has matched nothing for long though its system was in use. */
export interface Aged {
  reminderId: string;
  /** The day since which it has matched nothing: the last on which it did, or the first on which it was watched. */
  since: number;
  /** Days since then. */
  days: number;
  /** The system that was in use most of these days. */
  system: string;
  /** On how many of these days, of the last `usedDays`. */
  used: number;
}

/** Tells whether the condition of a reminder has aged; null where it has not, or nobody can know. */
export function agedOf({ used, matched }: Ageing, { id, when }: Counted, today: number): Aged | null {
  const known = Object.hasOwn(matched, id) ? matched[id] : undefined;
  if (when === undefined || known?.condition !== markOf(when)) return null;
  const since = known.last ?? known.since;
  const days = today - since;
  if (days < agedAfter) return null;
  const named = systemsNamed(when);
  const [system, count] = Object.entries(used)
    .filter(([one]) => named.length === 0 || named.includes(one))
    .map(([one, all]) => [one, all.filter((day) => day > since && day <= today).length] as const)
    .reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  return count < enoughUse ? null : { reminderId: id, since, days, system, used: count };
}

/** Systems in which a condition may hold, by their ids; none where it names none. */
function systemsNamed(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(systemsNamed);
  if ('any' in condition) return condition.any.flatMap(systemsNamed);
  return 'system' in condition ? [condition.system].flat() : [];
}
