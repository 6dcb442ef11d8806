import type { Channel, Moment } from '@/lib/standard';

/** What became of one item of the ending checklist. `not-done`: unticked, whatever Obok holds to be known. */
export type ItemAnswer = 'done' | 'not-applicable' | 'not-done';

/** What a service was ended without. */
export interface Unfinished {
  /** `list/item` of each that was open. */
  items: string[];
  /** Why, in the clerk's words; never who the client is. */
  reason?: string;
}

/** The service of one client, from greeting to ending, on one channel. Never holds who the client is. */
export interface Encounter {
  id: string;
  channel: Channel;
  moment: Moment;
  /** Milliseconds since the epoch, as all times here. */
  startedAt: number;
  /** Since when it waits because a client came to the desk (sok.pierwszenstwo-obslugi.1); absent while it runs. */
  setAsideAt?: number;
  endedAt?: number;
  /** The moments gone through, in order, each with the time it began. */
  course?: { moment: Moment; at: number }[];
  /** Cases met, each once: keyed hashes, or signs as written where the profile says so. */
  cases?: string[];
  /** Answers to the ending checklist, by `list/item`. */
  checklist?: Record<string, ItemAnswer>;
  /** Ended all the same, with items of the checklist open. */
  unfinished?: Unfinished;
  /** Somebody was asked to wait so long (sok.koncentracja-na-kliencie.4). */
  waiting?: { since: number; minutes: number };
}

/** True for the moments in which the service of a client begins. */
export function beginsService(moment: Moment): boolean {
  return moment === 'noticing' || moment === 'greeting';
}

/** True while the clerk serves this client: neither ended nor set aside. */
export function isRunning({ endedAt, setAsideAt }: Encounter): boolean {
  return endedAt === undefined && setAsideAt === undefined;
}

/** True while the client of an interrupted service waits for it to be taken up again. */
export function isSetAside({ endedAt, setAsideAt }: Encounter): boolean {
  return endedAt === undefined && setAsideAt !== undefined;
}
