import { isPending, type Waiting } from './callback';
import {
  announce,
  type EscalationRules,
  escalation,
  heldUntil,
  nextStepAt,
  notHeld,
  withoutToldTooSoon,
} from './escalation';
import { isDue } from './group-due';

/** What a look at all that waits comes to. */
export interface Review<Row extends Waiting = Waiting> {
  /** Promises of whose new steps the clerk is told now, marked so. */
  changed: Row[];
  /** Each notification that is not known to have been shown, with what it tells of; the new one among them. */
  telling: Telling<Row>[];
  /** How many are due now or were before. */
  dueNow: number;
  /** True while a notification that stands still has something to tell. */
  isAnyNear: boolean;
  /** When to look again at the latest; null where nobody waits. */
  next: number | null;
}

/** One notification and its promises. */
export interface Telling<Row extends Waiting = Waiting> {
  notification: string;
  callbacks: Row[];
}

/** Clocks are set and computers sleep: while anybody waits, somebody looks at least this often, in milliseconds. */
const atLeastEvery = 15 * 60_000;

/**
 * Looks at all promises that are not settled. Asked again with what it changed, it changes nothing: each step is told
 * once, whatever wakes the look, and however often.
 *
 * @param isServing while a client is served, words wait; see `notHeld`
 * @param notification the id of the notification that will tell of what is new
 */
export function review<Row extends Waiting>(
  unsettled: readonly Row[],
  rules: EscalationRules,
  isServing: boolean,
  now: Date,
  notification: string,
): Review<Row> {
  const moment = now.getTime();
  const changed = new Map<string, Row>();
  const nexts: number[] = [];
  let isWaiting = false;
  let isAnyNear = false;
  for (const stored of unsettled) {
    if (!isPending(stored)) continue;
    const callback = withoutToldTooSoon(stored, now);
    if (callback !== stored) changed.set(callback.id, callback);
    isWaiting = true;
    if (callback.due - rules.before * 60_000 <= moment) isAnyNear = true;
    const steps = escalation(callback, rules, now);
    const due = notHeld(steps, isServing, now);
    if (due.length > 0) changed.set(callback.id, announce(callback, due, notification));
    else nexts.push(heldUntil(steps) ?? Number.POSITIVE_INFINITY);
    nexts.push(nextStepAt(callback, rules, now) ?? Number.POSITIVE_INFINITY);
  }
  const telling = new Map<string, Row[]>();
  for (const before of unsettled) {
    const callback = changed.get(before.id) ?? before;
    if (callback.telling === undefined) continue;
    telling.set(callback.telling, [...(telling.get(callback.telling) ?? []), callback]);
  }
  return {
    changed: [...changed.values()],
    telling: [...telling].map(([id, callbacks]) => ({ notification: id, callbacks })),
    dueNow: unsettled.filter((callback) => isDue(callback, now)).length,
    isAnyNear,
    next: isWaiting ? nexts.reduce((a, b) => Math.min(a, b), moment + atLeastEvery) : null,
  };
}
