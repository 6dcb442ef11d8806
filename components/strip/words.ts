import en from '@/lib/i18n/en/strip.json';
import pl from '@/lib/i18n/pl/strip.json';
import type { CallsModel, StripModel } from '@/lib/messaging';

/** The strip's own words. */
export type StripWords = typeof pl;

// The catalogs alone, without i18next and the other screens' texts: the strip must be on screen at once.
const catalogs: Record<StripModel['language'], StripWords> = { pl, en };

/** The words in the language that the model names. */
export const stripWords = (language: StripModel['language']): StripWords => catalogs[language];

/** „Pora oddzwonić: umówiono 14:30” or how many there are. */
export function callsText({ calls: { count, time }, language }: CallsModel): string {
  const words = stripWords(language);
  return (count === 1 ? words.calls.one : words.calls.several)
    .replace('{{count}}', String(count))
    .replace('{{time}}', time);
}

/** All that a strip says, to measure how long it takes to read. */
export function stripTexts(model: StripModel | CallsModel): (string | null)[] {
  if ('calls' in model) return [callsText(model), stripWords(model.language).calls.where];
  return [model.text, model.say, model.citation];
}
