import type { Callback } from '@/lib/callbacks';
import type { Moment } from '@/lib/standard';

/** What is done in order before a client is handed on (sok.przelaczanie-rozmow.1–3). */
export const steps = ['tell', 'check', 'brief'] as const;
export type Step = (typeof steps)[number];

/** The ways out that take a few words, where the colleague is absent or busy (sok.przelaczanie-rozmow.4). */
export type Way = 'call-back' | 'number' | 'message';

/**
 * What the clerk has typed and ticked while she passes one client on. It lives in the panel's memory only: nothing of
 * it is stored unless it becomes a `Callback`.
 */
export interface PassingDraft {
  /** Folded or not by her own hand, as long as the moment is the same. */
  fold: { moment: Moment | null; isOpen: boolean } | null;
  matter: string;
  /** Her own word on whether it is about the case on the page; null while Obok judges. */
  isAboutCase: boolean | null;
  /** Whom she picked: the id of an entry; null for the best proposal. */
  chosen: string | null;
  /** Somebody who is not in the directory; null while its people are meant. */
  typed: { person: string; phone: string } | null;
  /** Ids of those found absent or busy. */
  away: string[];
  /** The person is settled, and the steps are under way. */
  isPassing: boolean;
  done: Step[];
  way: Way | null;
  client: { name: string; phone: string };
  when: string;
  /** A number typed for a person who has none in the directory. */
  number: string;
  message: string;
  /** The message as it was stored, to be copied, sent or printed. */
  saved: Callback | null;
}

export const emptyDraft: PassingDraft = {
  fold: null,
  matter: '',
  isAboutCase: null,
  chosen: null,
  typed: null,
  away: [],
  isPassing: false,
  done: [],
  way: null,
  client: { name: '', phone: '' },
  when: '',
  number: '',
  message: '',
  saved: null,
};

/** Another person begins the steps anew; what is known of the client stays. */
export function withTarget(change: Pick<Partial<PassingDraft>, 'chosen' | 'typed' | 'away'>) {
  return {
    typed: null,
    ...change,
    done: [],
    way: null,
    number: '',
    saved: null,
  } satisfies Partial<PassingDraft>;
}
