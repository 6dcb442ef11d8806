import { startOfWarsawDay, warsawDay } from '@/lib/calendar';
import type { ReminderEvent } from './decision';

/**
 * Days a reminder rests after a confirmation, by rung. Each „Gotowe” climbs one rung, each strip closed unanswered
 * goes one down: the whole schedule in a sentence that a clerk can be told (docs/deciding.md says why not FSRS).
 */
export const ladder = [0, 1, 2, 3, 5, 14, 30, 60, 120] as const;

/** From here a reminder rests longer than a week: the duty has become a habit („utrwalone”). */
export const habitRung = 5;

/** „Później” means this soon, in milliseconds. */
const snooze = 10 * 60_000;

/** Where one reminder stands on the ladder. */
export interface Fading {
  /** Index in the ladder; 0 for one never confirmed. */
  rung: number;
  /** How many times it was confirmed, ever. */
  confirmed: number;
  /** True from `habitRung` up. */
  habit: boolean;
  /** The last answer that moved its return; null before the first. */
  lastAnswer: Answer | null;
  /** When it may return, in milliseconds since the epoch; null where nothing holds it. */
  restsUntil: number | null;
}

export type Answer = 'done' | 'closed' | 'later' | 'not-today';

/** The running state behind `Fading`; fed with events in order of time. */
export interface Steps {
  rung: number;
  confirmed: number;
  lastAnswer: Answer | null;
  lastAnswerAt: number;
}

/** Feeds one answer in. The last answer alone says when the reminder returns. */
export function step(steps: Steps, answer: Answer, at: number): void {
  if (answer === 'done') {
    steps.rung = Math.min(steps.rung + 1, ladder.length - 1);
    steps.confirmed += 1;
  } else if (answer === 'closed') {
    steps.rung = Math.max(steps.rung - 1, 0);
  }
  steps.lastAnswer = answer;
  steps.lastAnswerAt = at;
}

/** When the reminder may return, in milliseconds since the epoch; null before the first answer. */
export function returnOf(steps: Steps, pinned: boolean): number | null {
  switch (steps.lastAnswer) {
    case null:
      return null;
    case 'later':
      return steps.lastAnswerAt + snooze;
    case 'not-today':
      return startOfWarsawDay(warsawDay(steps.lastAnswerAt) + 1);
    case 'done':
    case 'closed': {
      const days = pinned ? 0 : (ladder[steps.rung] ?? 0);
      return days === 0 ? null : startOfWarsawDay(warsawDay(steps.lastAnswerAt) + days);
    }
  }
}

/** Events in order of time; of the same millisecond a strip stands before its answer. */
export function inOrder(history: readonly ReminderEvent[]): readonly ReminderEvent[] {
  let before = history[0];
  for (const event of history) {
    if (before && byTime(before, event) > 0) return [...history].sort(byTime);
    before = event;
  }
  return history;
}

const kindOrder: Record<ReminderEvent['kind'], number> = {
  shown: 0,
  closed: 1,
  later: 2,
  'not-today': 3,
  'not-in-case': 4,
  'not-here': 5,
  done: 6,
};

function byTime(a: ReminderEvent, b: ReminderEvent): number {
  return a.at - b.at || kindOrder[a.kind] - kindOrder[b.kind];
}

/**
 * Where one reminder stands, for a screen that shows „utrwalone” and the date of return.
 *
 * @param history all events, in any order
 * @param pinned true for a reminder whose cadence is `always`: it climbs, but its confirmations never make it rest
 */
export function fadingOf(reminderId: string, history: readonly ReminderEvent[], pinned = false): Fading {
  const steps: Steps = { rung: 0, confirmed: 0, lastAnswer: null, lastAnswerAt: 0 };
  for (const event of inOrder(history)) {
    if (event.reminderId === reminderId && isAnswer(event.kind)) step(steps, event.kind, event.at);
  }
  return {
    rung: steps.rung,
    confirmed: steps.confirmed,
    habit: steps.rung >= habitRung,
    lastAnswer: steps.lastAnswer,
    restsUntil: returnOf(steps, pinned),
  };
}

/** True for the answers that move a reminder's return everywhere; the other two bind one case or one address. */
export function isAnswer(kind: ReminderEvent['kind']): kind is Answer {
  return kind === 'done' || kind === 'closed' || kind === 'later' || kind === 'not-today';
}
