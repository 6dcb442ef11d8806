import type { Profile, Reminder } from '@/lib/profile';
import type { Situation } from './situation';
import type { Tally, Trace } from './tally';

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
  if (trace.shownInCaseToday) return say.caseToday;
  const { atMost, coolDown } = cadence;
  if (atMost !== undefined) {
    const { times, per } = atMost;
    if (per === 'encounter' && trace.shownInEncounter >= times) return say.capEncounter(times);
    if (per === 'case' && trace.shownInCase >= times) return say.capCase(times);
    if (per === 'day' && trace.shownToday >= times) return say.capDay(times);
    if (per === 'week' && trace.shownThisWeek >= times) return say.capWeek(times);
  }
  if (coolDown !== undefined && now - trace.lastShownAt < coolDown * 60_000) return say.coolsDown(coolDown);
  return null;
}
