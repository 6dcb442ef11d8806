import type { Profile, Reminder } from '@/lib/profile';
import { type Moment, moments } from '@/lib/standard';
import type { Decision } from './decision';

/** What the panel shows under one heading. */
export interface MomentGroup {
  moment: Moment;
  /** Best first, as decided; never empty. */
  due: { reminder: Reminder; decision: Decision }[];
}

/**
 * Sorts what is shown, the strip included, under the moments of service. The present moment comes first, then those
 * after it, then those that are over; without one the order of service.
 *
 * @param present the effective moment of the encounter; null where none runs
 */
export function decisionsByMoment(
  decisions: readonly Decision[],
  profile: Profile,
  present: Moment | null,
): MomentGroup[] {
  const reminders = new Map(profile.reminders.map((reminder) => [reminder.id, reminder]));
  const groups = new Map<Moment, MomentGroup>();
  for (const decision of decisions) {
    const reminder = reminders.get(decision.reminderId);
    if (!decision.shown || reminder === undefined) continue;
    const group = groups.get(reminder.moment) ?? { moment: reminder.moment, due: [] };
    groups.set(reminder.moment, group);
    group.due.push({ reminder, decision });
  }
  const first = present === null ? 0 : moments.indexOf(present);
  return [...moments.slice(first), ...moments.slice(0, first)].flatMap((moment) => groups.get(moment) ?? []);
}
