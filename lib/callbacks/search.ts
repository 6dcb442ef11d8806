import type { Callback } from './callback';

/** Finds among promises; made once for a list, asked with every key. */
export interface CallbackSearch {
  /**
   * Those that hold every word of `query` in name, subject, case sign or colleague, or its digits in the number,
   * however either is spaced and whatever its diacritics. An empty query finds all.
   */
  find(query: string): Callback[];
}

/** @param callbacks in the order in which they are to be found */
export function searchCallbacks(callbacks: readonly Callback[]): CallbackSearch {
  const texts = callbacks.map(({ name, subject, caseSign, colleague, phone }) => {
    const digits = phone?.replace(/\D/g, '') ?? '';
    return fold(`${name ?? ''}\n${subject ?? ''}\n${caseSign ?? ''}\n${colleague ?? ''}\n#${digits}`);
  });
  return {
    find: (query) => {
      const folded = fold(query).trim();
      if (folded === '') return [...callbacks];
      // Digits that are spaced like a number are one number; the words beside them stay words.
      const number = /^\+?[\d\s().-]+$/.test(folded) ? folded.replace(/\D/g, '') : '';
      const words = folded.split(/\s+/);
      return callbacks.filter((_, index) => {
        const text = texts[index] ?? '';
        const isNumber = number.length > 1 && text.indexOf(number, text.lastIndexOf('#')) >= 0;
        return isNumber || words.every((word) => text.includes(word));
      });
    },
  };
}

/** Small letters without diacritics. */
function fold(text: string): string {
  const small = text.toLowerCase();
  // Most are plain: asking costs less than normalising.
  if (/^[\n -~]*$/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}
