import type { Encounter } from '@/lib/encounter';
import type { PageContext } from '@/lib/page';
import type { Profile } from '@/lib/profile';
import type { Channel } from '@/lib/standard';

/** What became of a reminder, once. */
export interface ReminderEvent {
  reminderId: string;
  /** Milliseconds since the epoch. */
  at: number;
  /**
   * `shown`: came up as a strip (each strip leaves exactly one). `done`: confirmed with „Gotowe”.
   * `later`, `not-today`, `not-in-case`, `not-here`: put off. `closed`: closed by key or left until it went away.
   */
  kind: 'shown' | 'done' | 'later' | 'not-today' | 'not-in-case' | 'not-here' | 'closed';
  /** A keyed hash of the case sign; the sign itself is never stored. */
  caseKey?: string;
  encounterId?: string;
  /** The moment the strip belonged to, for the budget per moment. */
  moment?: string;
  /** Origin and path, with `not-here` only. */
  address?: string;
}

/** The clerk's own switches, the last layer over the profile. */
export interface Switches {
  /** Ids of reminders switched off. */
  reminders: string[];
  /** Ids of systems in which no strip shows. */
  systems: string[];
  /** Addresses (origin and path) on which no strip shows. */
  addresses: string[];
  /** True while nothing may show in a page: the screen is shared, a presentation runs. */
  quiet: boolean;
}

/** What a condition is looked at against. */
export interface Surroundings {
  /** Null where no page is read. */
  context: PageContext | null;
  encounter?: Encounter | null;
  now: Date;
  switches?: Switches;
  /** The key under which the case in hand stands in `history`; without it, the sign as written. */
  caseKey?: string | null;
  /** The channel the clerk has chosen on the switch while no encounter runs. */
  channel?: Channel | null;
  /** The language of `why`; Polish without it. */
  language?: 'pl' | 'en';
  /** What `why` calls the systems that no profile describes, by id; one that is missing is called by its id. */
  systemNames?: ReadonlyMap<string, string>;
}

export interface DecideInput extends Surroundings {
  profile: Profile;
  history?: readonly ReminderEvent[];
}

/** The answer for one reminder, shown or not. */
export interface Decision {
  reminderId: string;
  shown: boolean;
  /** Sentences, never empty: each condition and rule that decided. */
  why: string[];
  /** With `shown`: the one strip in the page, or the side panel. */
  where?: 'page' | 'panel';
  /** With a reminder that rests: when it may return, in milliseconds since the epoch. */
  restsUntil?: number;
}
