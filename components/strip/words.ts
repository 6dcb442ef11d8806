import en from '@/lib/i18n/en/strip.json';
import pl from '@/lib/i18n/pl/strip.json';
import type { StripModel } from '@/lib/messaging';

/** The strip's own words. */
export type StripWords = typeof pl;

// The catalogs alone, without i18next and the other screens' texts: the strip must be on screen at once.
const catalogs: Record<StripModel['language'], StripWords> = { pl, en };

/** The words in the language that the model names. */
export const stripWords = (language: StripModel['language']): StripWords => catalogs[language];
