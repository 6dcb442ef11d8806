import type { Channel, Moment } from '@/lib/standard';
import { type Encounter, type ItemAnswer, isRunning, isSetAside, type Unfinished } from './encounter';

/** What a clerk can do with the services of the day. Those without an `id` of an encounter mean the running one. */
export type EncounterStep =
  /** Begins the service `id`; one that runs is ended: its client has gone. */
  | { kind: 'start'; id: string; channel: Channel }
  /** Begins the service `id` of a client who came in person; the one that runs waits for its turn. */
  | { kind: 'set-aside'; id: string; channel: Channel }
  /** Goes on with a service that waits; one that runs waits in its place. */
  | { kind: 'take-up'; id: string }
  /** Ends the running service, or the one named that waits; `unfinished` where items were open. */
  | { kind: 'end'; id?: string; unfinished?: Unfinished | undefined }
  /** Takes an ending back, unless another service has begun. */
  | { kind: 'reopen'; id: string }
  | { kind: 'move'; moment: Moment }
  | { kind: 'change-channel'; channel: Channel }
  | { kind: 'meet-case'; caseKey: string }
  | { kind: 'answer-item'; item: string; answer: ItemAnswer | null }
  /** Asks the client to wait some minutes; null when the wait is over. */
  | { kind: 'ask-to-wait'; minutes: number | null };

/** A service long enough for any office; the page may show a list of all its cases. */
const mostCases = 50;

/**
 * The services after a step. Whatever the order of steps, at most one runs, and none is lost: each that was started is
 * running, set aside or ended.
 *
 * @param encounters all that are not ended, and any others, in any order
 * @param now milliseconds since the epoch
 * @returns only what the step changed or added; nothing where it does not fit
 */
export function takeStep(step: EncounterStep, encounters: readonly Encounter[], now: number): Encounter[] {
  const running = encounters.find(isRunning);
  const named = 'id' in step ? encounters.find(({ id }) => id === step.id) : undefined;
  switch (step.kind) {
    case 'start':
      if (named) return [];
      return [...(running ? [ended(running, now)] : []), begun(step.id, step.channel, now)];
    case 'set-aside':
      if (named) return [];
      return [...(running ? [setAside(running, now)] : []), begun(step.id, step.channel, now)];
    case 'take-up':
      if (!named || !isSetAside(named)) return [];
      return [...(running ? [setAside(running, now)] : []), without(named, 'setAsideAt')];
    case 'end': {
      const one = step.id === undefined ? running : named;
      return one && one.endedAt === undefined ? [ended(one, now, step.unfinished)] : [];
    }
    case 'reopen':
      if (!named || named.endedAt === undefined) return [];
      // One that waited goes on waiting; only one can run.
      return running && named.setAsideAt === undefined
        ? []
        : [without(without(named, 'endedAt'), 'unfinished')];
    default:
      return running ? withinService(step, running, now) : [];
  }
}

type StepWithin = Exclude<EncounterStep, { kind: 'start' | 'set-aside' | 'take-up' | 'end' | 'reopen' }>;

function withinService(step: StepWithin, running: Encounter, now: number): Encounter[] {
  switch (step.kind) {
    case 'move': {
      const { moment } = step;
      if (moment === running.moment) return [];
      return [{ ...running, moment, course: [...(running.course ?? []), { moment, at: now }] }];
    }
    case 'change-channel':
      return step.channel === running.channel ? [] : [{ ...running, channel: step.channel }];
    case 'meet-case': {
      const cases = running.cases ?? [];
      if (cases.includes(step.caseKey) || cases.length >= mostCases) return [];
      return [{ ...running, cases: [...cases, step.caseKey] }];
    }
    case 'answer-item': {
      const { [step.item]: _, ...others } = running.checklist ?? {};
      const checklist = step.answer === null ? others : { ...others, [step.item]: step.answer };
      return [{ ...running, checklist }];
    }
    case 'ask-to-wait': {
      if (step.minutes === null) return running.waiting ? [without(running, 'waiting')] : [];
      return [{ ...running, waiting: { since: now, minutes: step.minutes } }];
    }
  }
}

function begun(id: string, channel: Channel, now: number): Encounter {
  return { id, channel, moment: 'greeting', startedAt: now, course: [{ moment: 'greeting', at: now }] };
}

const ended = (encounter: Encounter, now: number, unfinished?: Unfinished): Encounter => ({
  ...without(encounter, 'waiting'),
  endedAt: now,
  ...(unfinished === undefined ? {} : { unfinished }),
});

const setAside = (encounter: Encounter, now: number): Encounter => ({
  ...without(encounter, 'waiting'),
  setAsideAt: now,
});

function without<Key extends 'setAsideAt' | 'endedAt' | 'waiting' | 'unfinished'>(
  encounter: Encounter,
  key: Key,
): Encounter {
  const { [key]: _, ...rest } = encounter;
  return rest as Encounter;
}
