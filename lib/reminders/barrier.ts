import { mondayOf, startOfWarsawDay } from '@/lib/calendar';
import type { View } from '@/lib/page';
import type { Profile, Reminder } from '@/lib/profile';
import type { Decision } from './decision';
import type { Situation } from './situation';
import type { Tally, Trace } from './tally';

/** Lists are run through and searches are on the way to somewhere: a strip there is noise (design, „What is due where”). */
const passedThrough: ReadonlySet<View> = new Set(['case-list', 'incoming', 'search', 'other']);
/** Where the clerk writes, the text on the screen matters, with or without a client (the same table). */
const written: ReadonlySet<View> = new Set(['letter', 'decision']);

/**
 * Why a reminder that is due belongs in the panel for now, by itself, by the place and by the moment; null where it may
 * be a strip. A view that its condition names is its place, so a profile can still put a strip on any page.
 *
 * @param byView true where the condition holds thanks to a view it names
 */
export function placeBarrier(reminder: Reminder, byView: boolean, situation: Situation): string | null {
  const { say, context, moment } = situation;
  if (reminder.where === 'panel') return say.panelOnly;
  if (byView) return null;
  if (context?.system === null) return say.notRecognised;
  if (context && passedThrough.has(context.view)) return say.passedThrough(context.view);
  // Sixty cases a day are opened with no client near: greeting her then is noise.
  if (moment === null) return reminder.when === undefined ? say.noPlace : null;
  if (context && written.has(context.view)) return say.writtenHere(context.view);
  return reminder.moment === moment ? null : say.otherMoment(reminder.moment, moment);
}

/**
 * What keeps every strip off the page at this minute, in words; null where nothing does.
 * The caps are of the profile's budget (design: „Reminders that people keep switched on”).
 */
export function commonBarrier(budget: Profile['budget'], tally: Tally, situation: Situation): string | null {
  const { say, context, switches, encounter } = situation;
  if (context === null) return say.nowhereToShow;
  if (switches.quiet) return say.quiet;
  if (context.system !== null && switches.systems.includes(context.system)) return say.systemOff;
  if (switches.addresses.includes(context.address)) return say.addressOff;
  if (tally.stripsToday >= budget.perDay) return say.dayFull(budget.perDay);
  if (encounter && tally.stripsInEncounter >= budget.perEncounter)
    return say.encounterFull(budget.perEncounter);
  return null;
}

/** What keeps this one reminder from being a strip though it is due, in words; null where nothing does. */
export function ownBarrier(
  { moment, cadence }: Reminder,
  trace: Trace,
  budget: Profile['budget'],
  tally: Tally,
  { say, encounter, now }: Situation,
): string | null {
  if (encounter && (tally.stripsInMoment.get(moment) ?? 0) >= budget.perMoment) {
    return say.momentFull(budget.perMoment, moment);
  }
  if (trace.countedInCaseToday) return say.caseToday;
  const { atMost, coolDown } = cadence;
  if (atMost !== undefined) {
    const { times, per } = atMost;
    if (per === 'encounter' && trace.countedInEncounter >= times) return say.capEncounter(times);
    if (per === 'case' && trace.countedInCase >= times) return say.capCase(times);
    if (per === 'day' && trace.countedToday >= times) return say.capDay(times);
    if (per === 'week' && trace.countedThisWeek >= times) return say.capWeek(times);
  }
  if (coolDown !== undefined && now - trace.lastCountedAt < coolDown * 60_000) return say.coolsDown(coolDown);
  return null;
}

/**
 * True where a reminder that is shown only in the panel has been confirmed as often as its cadence allows. Nothing of it
 * ever comes up, so its confirmations are counted; this is what lets a pinned one be ticked off for the day.
 */
export function hasHadEnough(
  { where, cadence }: Reminder,
  trace: Trace,
  { say, now, today }: Situation,
  decision: Decision,
): boolean {
  if (where !== 'panel') return false;
  const { atMost, coolDown = 0 } = cadence;
  const cooled = trace.lastCountedAt + coolDown * 60_000;
  if (cooled > now) {
    decision.restsUntil = cooled;
    decision.why.push(say.confirmedLately(coolDown));
    return true;
  }
  if (atMost === undefined) return false;
  const { times, per } = atMost;
  const counted = {
    encounter: trace.countedInEncounter,
    case: trace.countedInCase,
    day: trace.countedToday,
    week: trace.countedThisWeek,
  }[per];
  if (counted < times) return false;
  if (per === 'day') decision.restsUntil = startOfWarsawDay(today + 1);
  if (per === 'week') decision.restsUntil = startOfWarsawDay(mondayOf(today) + 7);
  decision.why.push(say.confirmedEnough(times, per));
  return true;
}
