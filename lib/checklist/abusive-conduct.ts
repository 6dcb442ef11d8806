import type { Channel } from '@/lib/standard';
import source from './abusive-conduct.json';

/** One step of the course that the standard allows a clerk whose dignity is violated. */
export interface CourseStep {
  id: string;
  title: string;
  /** A sentence to say aloud. */
  say?: string;
  /** What to do, one thing each, in order. */
  do: string[];
  /** Ids of the provisions that allow it. */
  provisions: string[];
}

/** Warning, ending, danger, in this order (sok.zakonczenie-obslugi.3, sok.koncentracja-na-kliencie.13). */
export const abuseCourse: readonly CourseStep[] = source.steps;

export interface NoteFacts {
  at: Date;
  channel: Channel;
  /** What was said and done, in the clerk's own neutral words. */
  words: string;
}

const warsaw = { timeZone: 'Europe/Warsaw' } as const;

/**
 * A note of what happened, for the clerk's superior: when, on what channel, in which words, and nothing beside. Always
 * in Polish; it is stored nowhere.
 *
 * @returns the text to copy; empty where no word was typed
 */
export function neutralNote({ at, channel, words }: NoteFacts): string {
  const said = words.replace(/\s+/gu, ' ').trim();
  if (said === '') return '';
  const facts: Record<string, string> = {
    data: at.toLocaleDateString('pl-PL', { ...warsaw, day: 'numeric', month: '2-digit', year: 'numeric' }),
    godzina: at.toLocaleTimeString('pl-PL', { ...warsaw, hour: '2-digit', minute: '2-digit' }),
    kanał: source.note.channels[channel],
    słowa: said,
  };
  return source.note.text.replace(/\{([^{}]*)\}/gu, (written, name: string) => facts[name] ?? written);
}
