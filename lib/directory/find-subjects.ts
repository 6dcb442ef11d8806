import { isGeneral, isLinking, stemsOf, typedWords, wordsOf } from './stems';

/** Gives the subjects that a text speaks of, as they are written in the directory, best first. */
export type FindSubjects = (text: string) => string[];

/**
 * Finds subjects by their words in any inflection: „w sprawie podatku od nieruchomości”, „podatki” and „nieruchomość”
 * all meet „podatek od nieruchomości”, the first of them best.
 *
 * @param subjects words and phrases in the nominative
 */
export function subjectFinder(subjects: Iterable<string>): FindSubjects {
  const known = [...new Set(subjects)].map((subject) => ({
    subject,
    words: wordsOf(subject)
      .filter((word) => !isLinking(word))
      // Made once: it is asked again with each letter typed.
      .map((word) => ({ word, stems: stemsOf(word), isGeneral: isGeneral(word) })),
  }));
  return (text) => {
    const typed = typedWords(text);
    if (typed.isEmpty) return [];
    return known
      .flatMap(({ subject, words }) => {
        const places = words.map(({ word, stems }) => typed.placeOf(word, stems));
        const met = places.filter((place) => place !== -1);
        const telling = words.filter((word, index) => !word.isGeneral && places[index] !== -1).length;
        const isWhole = words.length > 0 && met.length === words.length;
        if (!isWhole && telling === 0) return [];
        // In Polish the first word says what it is: „podatek od działki” is of taxes before it is of plots.
        const hasHead = isWhole || places[words.findIndex((word) => !word.isGeneral)] !== -1;
        return [{ subject, telling, met: met.length, isWhole, hasHead, place: Math.min(...met) }];
      })
      .sort(
        (a, b) =>
          b.telling - a.telling ||
          Number(b.hasHead) - Number(a.hasHead) ||
          b.met - a.met ||
          a.place - b.place ||
          Number(b.isWhole) - Number(a.isWhole),
      )
      .map(({ subject }) => subject);
  };
}
