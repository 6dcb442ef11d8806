import { warsawDay, warsawMinute } from '@/lib/calendar';
import type { Reminder } from '@/lib/profile';
import { type Moment, moments } from '@/lib/standard';
import { commonBarrier, hasHadEnough, ownBarrier, placeBarrier } from './barrier';
import { closenessOf, examine } from './condition';
import type { DecideInput, Decision } from './decision';
import { habitRung, returnOf } from './fading';
import { clockOf } from './sentences';
import { type Situation, situationOf } from './situation';
import { type Trace, tallyOf, untouched } from './tally';

const never = Number.NEGATIVE_INFINITY;

/** A reminder that is due, with all that puts it before or after another. */
interface Due {
  decision: Decision;
  reminder: Reminder;
  /** See `closenessOf`. */
  closeness: number;
  /** When it was last met, in milliseconds; -Infinity before. */
  metAt: number;
  /** The Warsaw day on which it was last met; -Infinity before. */
  metOn: number;
  /** True where nothing but a better one keeps it off the page. */
  isCandidate: boolean;
  /** 0 for what belongs to this moment or this place; the others follow in the order of service. */
  distance: number;
  order: number;
}

/**
 * Decides for every reminder of a profile whether it is shown, where, and why.
 *
 * Pure: the answer hangs on the input alone, and the input is left as it was. docs/deciding.md tells the rules in
 * their order; the caps are those of `profile.budget`.
 *
 * @returns one decision for each reminder: the strip in the page first, if there is one, then what waits in the panel,
 * best first, then what is not shown, in the profile's order
 */
export function decide(input: DecideInput): Decision[] {
  const { profile } = input;
  const situation = situationOf(input, profile.systems);
  const tally = tallyOf(input.history ?? [], profile.reminders, situation);
  const closed = commonBarrier(profile.budget, tally, situation);
  const switchedOff = new Set(situation.switches.reminders);
  const locked = new Set(profile.locked);

  const due: Due[] = [];
  const hidden: Decision[] = [];
  for (const [order, reminder] of profile.reminders.entries()) {
    const why: string[] = [];
    const decision: Decision = { reminderId: reminder.id, shown: false, why };
    if (switchedOff.has(reminder.id)) {
      why.push(locked.has(reminder.id) ? situation.say.locked : situation.say.switchedOff);
      if (!locked.has(reminder.id)) {
        hidden.push(decision);
        continue;
      }
    }
    const trace = tally.traces.get(reminder.id) ?? untouched;
    const { holds, byView } = findingOf(reminder, situation, why);
    const fits = fitsChannel(reminder, situation, why);
    const rested = isRested(reminder, trace, situation, decision);
    if (!(holds && fits && rested) || hasHadEnough(reminder, trace, situation, decision)) {
      hidden.push(decision);
      continue;
    }
    decision.shown = true;
    decision.where = 'panel';
    const barrier =
      placeBarrier(reminder, byView, situation) ??
      closed ??
      ownBarrier(reminder, trace, profile.budget, tally, situation);
    if (barrier !== null) why.push(barrier);
    due.push({
      decision,
      reminder,
      closeness: closenessOf(reminder.when),
      metAt: trace.lastMetAt,
      metOn: trace.lastMetAt === never ? never : warsawDay(trace.lastMetAt),
      isCandidate: barrier === null,
      distance: byView ? 0 : distanceOf(reminder.moment, situation.moment),
      order,
    });
  }
  return [...arrange(due, situation), ...hidden];
}

function findingOf({ when }: Reminder, situation: Situation, why: string[]) {
  if (when !== undefined) return examine(when, situation, why);
  why.push(situation.say.noCondition);
  return { holds: true, byView: false };
}

function fitsChannel({ channels }: Reminder, { channel, say }: Situation, why: string[]): boolean {
  if (channels === undefined || channel === null || channels.includes(channel)) return true;
  why.push(say.otherChannel(channel, channels));
  return false;
}

/** The clerk's own answers: fading, snooze, „nie dziś”, „nie w tej sprawie”, „nie na tej stronie”. */
function isRested({ cadence }: Reminder, trace: Trace, situation: Situation, decision: Decision): boolean {
  const { say, now, today } = situation;
  if (trace.notInCase) {
    decision.why.push(say.notInThisCase);
    return false;
  }
  if (trace.notHere) {
    decision.why.push(say.notHere);
    return false;
  }
  const until = returnOf(trace, cadence.repeat === 'always');
  if (until === null || until <= now || trace.lastAnswer === null) return true;
  decision.restsUntil = until;
  decision.why.push(
    say.rests(
      trace.lastAnswer,
      trace.confirmed,
      trace.rung >= habitRung,
      warsawDay(until),
      today,
      clockOf(warsawMinute(until)),
    ),
  );
  return false;
}

/** How far a moment is from the present one, in the order of service: 0, then what comes next, then what is over. */
function distanceOf(own: Moment, present: Moment | null): number {
  if (present === null) return 1 + moments.indexOf(own);
  const ahead = moments.indexOf(own) - moments.indexOf(present);
  return ahead >= 0 ? ahead : moments.length - ahead;
}

/**
 * The choice: priority; never met; not yet met today; tied to this place; met longest ago; the profile's order. So
 * the reminders take turns, and each duty comes up in its week.
 */
function compareForStrip(a: Due, b: Due, today: number): number {
  return (
    b.reminder.priority - a.reminder.priority ||
    Number(a.metOn !== never) - Number(b.metOn !== never) ||
    Number(a.metOn === today) - Number(b.metOn === today) ||
    b.closeness - a.closeness ||
    // Two that were never met are equal: the difference of infinities is no number.
    (a.metAt === b.metAt ? 0 : a.metAt - b.metAt) ||
    a.order - b.order
  );
}

function arrange(due: Due[], { say, today }: Situation): Decision[] {
  const candidates = due.filter(({ isCandidate }) => isCandidate);
  const best = candidates.reduce<Due | null>(
    (first, next) => (first && compareForStrip(first, next, today) < 0 ? first : next),
    null,
  );
  due.sort(
    (a, b) =>
      Number(b === best) - Number(a === best) || a.distance - b.distance || compareForStrip(a, b, today),
  );
  return due.map((one) => {
    const { decision, reminder, isCandidate, metOn } = one;
    if (one === best) {
      decision.where = 'page';
      decision.why.push(candidates.length === 1 ? say.only : say.best(candidates.length));
    } else if (best && isCandidate) {
      decision.why.push(say.another(best.reminder.text));
    }
    if (reminder.cadence.repeat === 'always') decision.why.push(say.pinned);
    decision.why.push(metOn === never ? say.neverMet : say.lastMet(metOn, today));
    return decision;
  });
}
