import type { Condition } from '@/lib/profile';
import { examine } from './condition';
import type { Surroundings } from './decision';
import { situationOf } from './situation';

/** Tells whether a condition holds, for other things than reminders that a profile ties to one: its checklists. */
export function conditionHolds(condition: Condition, surroundings: Surroundings): boolean {
  return examine(condition, situationOf(surroundings), []).holds;
}
