import { caseSignHint } from './case-sign';
import { inPattern, type PhraseIndex } from './phrase';

/** What a text may say. */
export const mayBePhrase = 1;
export const mayHoldSign = 2;
export const mayHoldTerm = 4;

/**
 * Says no to nearly every text of a page: neither a case sign nor an asked term nor the beginning of a phrase. Texts are
 * sifted many at a time in one string, for to run a pattern costs more than the few letters it looks at. What runs over
 * the end of one text into the next is let through and read as it stands: a no is always true, a yes is not.
 */
export class Sieve {
  readonly #phrases: PhraseIndex<unknown>;
  readonly #patterns: { pattern: RegExp; mark: number }[];

  /** @param terms asked terms, each with its forms */
  constructor(phrases: PhraseIndex<unknown>, terms: string[][]) {
    this.#phrases = phrases;
    this.#patterns = [
      { pattern: new RegExp(caseSignHint, 'g'), mark: mayHoldSign },
      // Texts with decomposed letters are let through, for phrases are told by their first letters.
      { pattern: /[\u0300-\u036f]/g, mark: mayBePhrase },
    ];
    if (terms.length > 0)
      this.#patterns.push({ pattern: new RegExp(terms.map(stem).join('|'), 'giu'), mark: mayHoldTerm });
  }

  /**
   * @param string texts without anything between them
   * @param ends where each of them ends, in ascending order
   * @param count how many they are
   * @param marks gets, for each of them, what it may hold: `mayBePhrase`, `mayHoldSign`, `mayHoldTerm`, or 0
   */
  sift(string: string, ends: Uint32Array, count: number, marks: Uint8Array): void {
    marks.fill(0, 0, count);
    this.#phrases.mayBegin(string, ends, count, marks, mayBePhrase);
    for (const { pattern, mark } of this.#patterns) {
      pattern.lastIndex = 0;
      let at = 0;
      for (let hit = pattern.exec(string); hit !== null; hit = pattern.exec(string)) {
        while (at < count && (ends[at] as number) <= hit.index) at += 1;
        if (at === count) break;
        marks[at] = (marks[at] as number) | mark;
        // Anything else in this text is found when it is read.
        pattern.lastIndex = ends[at] as number;
      }
    }
  }
}

/** What all forms of a term begin with; where that is next to nothing, each form. */
function stem(forms: string[]): string {
  const written = forms.map((form) => Array.from(form.normalize('NFC').trim()));
  const [first = [], ...others] = written;
  let length = 0;
  while (length < first.length && others.every((letters) => letters[length] === first[length])) length += 1;
  const stems = length < 3 ? written : [first.slice(0, length)];
  return stems.map((letters) => inPattern(letters.join(''))).join('|');
}
