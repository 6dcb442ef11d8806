import type { OwnTerm } from '@/lib/glossary';
import type { PageAsks, PageContext, System } from '@/lib/page';

/** What the reader needs to start; null where Obok is switched off. */
export interface ReaderBrief {
  systems: System[];
  asks: PageAsks;
}

/** All that the strip shows, its own words included. It never holds a client's data. */
export interface StripModel {
  /** Grows with each strip; an answer to an older one is dropped. */
  turn: number;
  reminderId: string;
  text: string;
  /** The ready sentence, filled in. */
  say: string | null;
  citation: string;
  why: string[];
  language: 'pl' | 'en';
  /** True while no encounter runs and the reminder belongs to its start. */
  canStart: boolean;
}

/** The strip that tells of due calls: how many, and since when the first. Never whom. */
export interface CallsModel {
  /** As of a reminder's strip, in one row with them. */
  turn: number;
  calls: { count: number; time: string };
  language: 'pl' | 'en';
}

/** What the clerk did with the strip of due calls. `show`: opens the panel; `later`: in a quarter of an hour. */
export type CallsAnswer = 'show' | 'later' | 'closed' | 'gone';

/** What the script that underlines terms needs beside the shipped ones. */
export interface TermsBrief {
  /** The office’s own terms. */
  own: OwnTerm[];
  /** The clerk’s own. */
  clerks: OwnTerm[];
  language: 'pl' | 'en';
}

/** What the clerk did with the strip. `gone`: it went away on its own. */
export type StripAnswer = 'done' | 'later' | 'not-today' | 'not-here' | 'closed' | 'gone' | 'start';

/**
 * Every message: `from→to: what`, with what is sent and what is answered.
 *
 * `document` in what the reader says is a random text that each reader makes once, so that the last word of a document
 * that is going is told from the first of the one that follows: the two may come in either order, and Firefox does not
 * stamp a document on a message as Chromium does.
 */
export interface Protocol {
  'page→background: hello': { data: { document: string; address: string }; answer: ReaderBrief | null };
  'page→background: context': { data: { document: string; context: PageContext }; answer: null };
  /** The document is being left (`pagehide`), or has become a page to leave alone. Back again, it sends its context. */
  'page→background: gone': { data: { document: string }; answer: null };
  /** The clerk clicked a telephone number in the page; which one is not said. */
  'page→background: call': { data: null; answer: null };
  'strip→background: ready': { data: null; answer: StripModel | CallsModel | null };
  'strip→background: answer': {
    data: { turn: number; reminderId: string; answer: StripAnswer };
    answer: null;
  };
  'strip→background: calls-answer': { data: { turn: number; answer: CallsAnswer }; answer: null };
  /** Has a notification come by an alarm, as a due call does. */
  'panel→background: try-reminding': { data: null; answer: null };
  /** The script that underlines terms has come into a page; null where it is not wanted any more. */
  'terms→background: ready': { data: null; answer: TermsBrief | null };
  /** A frame is looked through that was not there before: it has not the rule that draws. */
  'terms→background: frame': { data: null; answer: null };
  /** The clerk switches the underlining on or off in a tab. */
  'panel→background: underline': { data: { tabId: number; isOn: boolean }; answer: null };
  'panel→background: changed': {
    data: { what: 'encounter' | 'answer' | 'settings' | 'profile' | 'callbacks' };
    answer: null;
  };
  /** Reads the administrator's policy anew, as when the browser starts. */
  'panel→background: look-at-policy': { data: null; answer: null };
  /** Fetches the profile from its address at once. */
  'panel→background: fetch-profile': { data: null; answer: null };
  'background→page: stop': { data: null; answer: null };
  'background→page: brief': { data: ReaderBrief; answer: null };
  'background→strip: show': { data: StripModel | CallsModel; answer: null };
  'background→strip: hide': { data: null; answer: null };
  'background→strip: focus': { data: null; answer: null };
  'background→terms: hide': { data: null; answer: null };
  'background→terms: focus': { data: null; answer: null };
}

export type Name = keyof Protocol;
export type ToBackground = Extract<Name, `${string}→background: ${string}`>;
export type ToPage = Extract<Name, `background→${string}`>;

/** A message as it travels. */
export interface Envelope<N extends Name> {
  obok: N;
  data: Protocol[N]['data'];
}
