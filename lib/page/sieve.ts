import { caseSignHint } from './case-sign';
import { inPattern, type PhraseIndex } from './phrase';

/**
 * Says no to nearly every text of a page: neither a case sign nor an asked term nor the beginning of a phrase. Texts are
 * sifted many at a time in one string, for to run a pattern costs more than the few letters it looks at. What runs over
 * the end of one text into the next is let through and read as it stands: a no is always true, a yes is not.
 */
export class Sieve {
  readonly #phrases: PhraseIndex<unknown>;
  readonly #patterns: RegExp[];
  readonly #terms: RegExp | null;

  /** @param terms asked terms, each with its forms */
  constructor(phrases: PhraseIndex<unknown>, terms: string[][]) {
    this.#phrases = phrases;
    // Texts with decomposed letters are let through, for phrases are told by their first letters.
    this.#patterns = [new RegExp(`${caseSignHint}|[\u0300-\u036f]`, 'g')];
    this.#terms = terms.length === 0 ? null : new RegExp(terms.map(stem).join('|'), 'giu');
    if (this.#terms) this.#patterns.push(this.#terms);
  }

  /** Whether an asked term may stand in the text. To tell which, and whether as a word of its own, costs far more. */
  mayHoldTerm(text: string): boolean {
    if (this.#terms === null) return false;
    this.#terms.lastIndex = 0;
    return this.#terms.test(text);
  }

  /**
   * @param string texts without anything between them
   * @param ends where each of them ends, in ascending order
   * @param count how many they are
   * @returns which of them are to be looked at, in ascending order
   */
  sift(string: string, ends: ArrayLike<number>, count: number): number[] {
    const marked: number[] = [];
    this.#phrases.mayBegin(string, ends, count, marked);
    const byStart = marked.length;
    for (const pattern of this.#patterns) {
      pattern.lastIndex = 0;
      let at = 0;
      for (let hit = pattern.exec(string); hit !== null; hit = pattern.exec(string)) {
        while (at < count && (ends[at] as number) <= hit.index) at += 1;
        if (at === count) break;
        marked.push(at);
        // Anything else in this text is found when it is read.
        pattern.lastIndex = ends[at] as number;
      }
    }
    if (marked.length === byStart) return marked;
    return [...new Set(marked)].sort((a, b) => a - b);
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
