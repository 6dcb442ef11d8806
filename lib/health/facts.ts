import type { StoreState } from '@/lib/store';

/**
 * What was found on this computer. Nothing personal can stand in it: numbers, times, versions, names of keys, and of
 * addresses the origin only. Null is what the browser does not tell.
 */
export interface Facts {
  /** Milliseconds since the epoch. */
  at: number;
  versions: { obok: string; browser: string; system: string };
  store: StoreState;
  /** Null where the store cannot be read. */
  kept: KeptFacts | null;
  /** Bytes that are taken and that there is room for, and whether the browser promised never to clear them; null where it does not tell. */
  room: { taken: number; all: number; isPersisted: boolean } | null;
  /**
   * When Obok is next woken for promises, null where no alarm is set; and whether the alarm is set that has what is past its
   * retention deleted each day.
   */
  waking: { next: number | null; isDailySet: boolean } | null;
  notifications: 'allowed' | 'denied' | 'not-told';
  /** Whether the browser has a side panel. */
  hasPanel: boolean;
  addresses: {
    /** That the browser permits. */
    permitted: string[];
    /** That the build needs and the browser does not permit. */
    missing: string[];
    /** That are permitted and on which the reader is not registered. */
    unread: string[];
  } | null;
  /** Of the keys that Obok proposes: what the browser gave; null where it gave none. */
  keys: { name: string; given: string | null }[] | null;
  /** Whether Obok may work in private windows. */
  isInPrivate: boolean | null;
  /** Offsets in minutes. */
  clock: { zone: string; offset: number; warsawOffset: number };
}

/** What is known only where the store can be read. */
export interface KeptFacts {
  /** The version of the database’s layout. */
  version: number;
  rows: { callbacks: number; encounters: number; history: number };
  /** Rows that cannot be read; null where they are locked by the clerk’s password. */
  damaged: number | null;
  /** Whether a password is set, whether the administrator wants one, and after how many minutes it locks; null: only when the browser is closed. */
  lock: { isSet: boolean; isRequired: boolean; minutes: number | null };
  /** Promises that wait. */
  waiting: number;
  /** The latest moment that anything kept tells of, in milliseconds since the epoch; 0 where there is none. */
  latest: number;
  profiles: {
    layer: 'office' | 'referat';
    from: 'file' | 'policy' | 'address';
    isSigned: boolean;
    /** Null where it can no longer be read. */
    seq: number | null;
    /** Days until it may no longer be handed out; null where it says nothing of it. */
    daysLeft: number | null;
  }[];
  policy: { seenAt: number | null; faults: number; notTaken: number };
  /** Null where no address was given. */
  profileAddress: { origin: string; answeredAt: number | null; problem: string | null } | null;
  backup: { madeAt: number | null; isDue: boolean };
}
