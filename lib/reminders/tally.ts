import { mondayOf, startOfWarsawDay } from '@/lib/calendar';
import type { Reminder } from '@/lib/profile';
import type { ReminderEvent } from './decision';
import { inOrder, isAnswer, type Steps, step } from './fading';
import type { Situation } from './situation';

/** What history says of one reminder, as far as this decision can ask. */
export interface Trace extends Steps {
  /** When it was last met, as a strip or by an answer in the panel; -Infinity before. */
  lastMetAt: number;
  // What the caps of its cadence count: its strips, or, of one that is shown only in the panel, its confirmations.
  lastCountedAt: number;
  countedToday: number;
  countedThisWeek: number;
  countedInEncounter: number;
  countedInCase: number;
  countedInCaseToday: boolean;
  notInCase: boolean;
  notHere: boolean;
}

/** History, read once for all reminders. */
export interface Tally {
  traces: Map<string, Trace>;
  stripsToday: number;
  stripsInEncounter: number;
  /** In this encounter, by moment. */
  stripsInMoment: Map<string, number>;
}

/** Reads history in one pass. The order in which the events are handed in does not matter. */
export function tallyOf(
  history: readonly ReminderEvent[],
  reminders: readonly Reminder[],
  situation: Situation,
): Tally {
  const tally: Tally = { traces: new Map(), stripsToday: 0, stripsInEncounter: 0, stripsInMoment: new Map() };
  const dayBegins = startOfWarsawDay(situation.today);
  const dayEnds = startOfWarsawDay(situation.today + 1);
  const weekBegins = startOfWarsawDay(mondayOf(situation.today));
  const weekEnds = startOfWarsawDay(mondayOf(situation.today) + 7);
  const encounterId = situation.encounter?.id;
  const { caseKey } = situation;
  const address = situation.context?.address;
  const panelOnly = new Set(reminders.filter(({ where }) => where === 'panel').map(({ id }) => id));

  for (const event of inOrder(history)) {
    let trace = tally.traces.get(event.reminderId);
    if (trace === undefined) {
      trace = newTrace();
      tally.traces.set(event.reminderId, trace);
    }
    const { at, kind } = event;
    const inCase = caseKey !== null && event.caseKey === caseKey;
    const inEncounter = encounterId !== undefined && event.encounterId === encounterId;
    const isToday = at >= dayBegins && at < dayEnds;
    // Of a later day: a wrong clock gave that time, and nothing may rest by it. What binds a case or a service stands.
    const isTimed = at < dayEnds;
    if (isTimed) trace.lastMetAt = at;
    if (isAnswer(kind)) {
      if (isTimed) step(trace, kind, at);
    } else if (kind === 'not-in-case') {
      trace.notInCase ||= inCase;
    } else if (kind === 'not-here') {
      trace.notHere ||= address !== undefined && event.address === address;
    } else {
      if (isToday) tally.stripsToday += 1;
      if (inEncounter) {
        tally.stripsInEncounter += 1;
        const moment = event.moment ?? momentOf(event.reminderId, reminders);
        if (moment !== undefined) {
          tally.stripsInMoment.set(moment, (tally.stripsInMoment.get(moment) ?? 0) + 1);
        }
      }
    }
    if (kind === (panelOnly.has(event.reminderId) ? 'done' : 'shown')) {
      if (isTimed) trace.lastCountedAt = at;
      if (isToday) trace.countedToday += 1;
      if (at >= weekBegins && at < weekEnds) trace.countedThisWeek += 1;
      if (inEncounter) trace.countedInEncounter += 1;
      if (inCase) trace.countedInCase += 1;
      trace.countedInCaseToday ||= inCase && isToday;
    }
  }
  return tally;
}

function newTrace(): Trace {
  return {
    rung: 0,
    confirmed: 0,
    lastAnswer: null,
    lastAnswerAt: 0,
    lastMetAt: Number.NEGATIVE_INFINITY,
    lastCountedAt: Number.NEGATIVE_INFINITY,
    countedToday: 0,
    countedThisWeek: 0,
    countedInEncounter: 0,
    countedInCase: 0,
    countedInCaseToday: false,
    notInCase: false,
    notHere: false,
  };
}

/** The trace of a reminder that history does not know. */
export const untouched: Readonly<Trace> = Object.freeze(newTrace());

function momentOf(id: string, reminders: readonly Reminder[]): string | undefined {
  return reminders.find((reminder) => reminder.id === id)?.moment;
}
