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
  const sought = callbacks.map(soughtOf);
  const where = (isFound: (text: string, number: string) => boolean) =>
    callbacks.filter((_, index) => {
      const { text, number } = sought[index] ?? nothing;
      return isFound(text, number);
    });
  return {
    find: (query) => {
      const folded = fold(query).trim();
      if (folded === '') return [...callbacks];
      // Digits that are spaced like a number are one number, or stand so in a case sign.
      if (/^\+?[\d\s().-]+$/.test(folded)) {
        const digits = folded.replace(/\D/g, '');
        return where((text, number) => number.includes(digits) || text.includes(folded));
      }
      const words = folded.split(/\s+/);
      return where((text, number) => words.every((word) => text.includes(word) || number.includes(word)));
    },
  };
}

interface Sought {
  text: string;
  number: string;
}
const nothing: Sought = { text: '', number: '' };

/** Of each promise once: another filter or order of the same ones costs nothing anew. */
const known = new WeakMap<Callback, Sought>();

function soughtOf(callback: Callback): Sought {
  const before = known.get(callback);
  if (before) return before;
  const { name, subject, caseSign, colleague, phone } = callback;
  const sought = {
    text: fold(`${name ?? ''}\n${subject ?? ''}\n${caseSign ?? ''}\n${colleague ?? ''}`),
    number: phone?.replace(/\D/g, '') ?? '',
  };
  known.set(callback, sought);
  return sought;
}

/** Small letters without diacritics. */
function fold(text: string): string {
  const small = text.toLowerCase();
  // Most are plain: asking costs less than normalising.
  if (/^[\n -~]*$/.test(small)) return small;
  return small.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}
