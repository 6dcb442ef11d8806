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

/** What the clerk did with the strip. `gone`: it went away on its own. */
export type StripAnswer = 'done' | 'later' | 'not-today' | 'not-here' | 'closed' | 'gone' | 'start';

/** Every message: `from→to: what`, with what is sent and what is answered. */
export interface Protocol {
  'page→background: hello': { data: { address: string }; answer: ReaderBrief | null };
  'page→background: context': { data: { context: PageContext; loading: boolean }; answer: null };
  'strip→background: ready': { data: null; answer: StripModel | null };
  'strip→background: answer': {
    data: { turn: number; reminderId: string; answer: StripAnswer };
    answer: null;
  };
  'panel→background: changed': {
    data: { what: 'encounter' | 'answer' | 'settings' | 'profile' };
    answer: null;
  };
  'background→page: stop': { data: null; answer: null };
  'background→page: brief': { data: ReaderBrief; answer: null };
  'background→strip: show': { data: StripModel; answer: null };
  'background→strip: hide': { data: null; answer: null };
  'background→strip: focus': { data: null; answer: null };
}
