import { findCaseSigns } from '@/lib/page/page';
import type { KnownNames } from './known-names';
import { blank, madeSign } from './skeleton';

/** A few words; what is longer is prose, whatever its words. */
const longestName = 80;
/** What may stand between words. Not a digit, and nothing that is not seen: a number or a name could be written so. */
const plainMarks = /^[\p{L} .,:;/()\-–*?!„”"'…&+>»«‹›|]*$/u;
const somethingSaid = /[\p{L}\p{N}]/u;
const onlyMarks = /^[.,:;/()\-–*?!…&+>»«‹›|]{1,3}$/u;

/** Lets through what is known before the page was looked at, and blanks the rest. Signs are numbered as they come. */
export class NameSieve {
  readonly #words: ReadonlySet<string>;
  readonly #phrases: { literal: string; folded: string; isOpenStart: boolean; isOpenEnd: boolean }[];
  readonly #signs = new Map<string, string>();

  constructor({ words, phrases }: KnownNames) {
    this.#words = new Set(words);
    this.#phrases = phrases
      .map((written) => {
        const isOpenStart = written.startsWith('*');
        const isOpenEnd = written.length > 1 && written.endsWith('*');
        const literal = written.slice(isOpenStart ? 1 : 0, isOpenEnd ? -1 : undefined).replace(/\s+/gu, ' ');
        return { literal, folded: folded(literal), isOpenStart, isOpenEnd };
      })
      .filter(({ folded }) => folded.trim() !== '')
      // Of two that fit, the one that says more.
      .sort((one, other) => other.folded.length - one.folded.length);
  }

  /** A text that stands where interfaces name things: what of it is known, with blanks for the rest. */
  name(text: string): string {
    const name = single(text);
    if (name === '') return '';
    if (!somethingSaid.test(name)) return onlyMarks.test(name) ? name : '';
    // What stands behind a colon is a value, whatever its words.
    if (this.isKnown(name) && !/:\s*[\p{L}\p{N}]/u.test(name)) return name;
    const phrase = this.#phraseIn(name);
    if (phrase !== null) return phrase;
    const colon = name.indexOf(':');
    const label = colon > 0 ? name.slice(0, colon) : '';
    if (label !== '' && this.isKnown(label))
      return `${label}: ${this.value(name.slice(colon + 1))}`.trimEnd();
    return this.value(name);
  }

  /** Of a text that only systems know a page by, such as its title: their own words in it; empty for none. */
  signal(text: string): string {
    return this.#phraseIn(single(text)) ?? '';
  }

  /** Whether it is a few words of interfaces and nothing else. */
  isKnown(text: string): boolean {
    const name = single(text);
    if (name.length > longestName || !plainMarks.test(name)) return false;
    const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
    return words.length > 0 && words.every((word) => this.#words.has(word));
  }

  /** What stands for a value: a made-up sign for each case sign, else a blank; empty for what says nothing. */
  value(text: string): string {
    if (!somethingSaid.test(text)) return '';
    const signs = findCaseSigns(text.slice(0, 10_000));
    const end = text.trimEnd().endsWith(':') ? ':' : '';
    if (signs.length === 0) return blank + end;
    return [...new Set(signs.slice(0, 3).map(({ raw }) => this.#sign(raw)))].join(', ') + end;
  }

  #sign(raw: string): string {
    const made = this.#signs.get(raw) ?? madeSign(this.#signs.size + 1);
    this.#signs.set(raw, made);
    return made;
  }

  #phraseIn(name: string): string | null {
    const text = folded(name);
    for (const { literal, folded: wanted, isOpenStart, isOpenEnd } of this.#phrases) {
      const at = isOpenStart
        ? isOpenEnd
          ? text.indexOf(wanted)
          : lastAt(text, wanted)
        : text.startsWith(wanted)
          ? 0
          : -1;
      const isBare = !isOpenStart && isOpenEnd && text === wanted.trimEnd();
      if (isBare) return literal.trimEnd();
      if (at < 0) continue;
      const before = this.#filling(text.slice(0, at), name);
      const rest = text.slice(at + wanted.length);
      if (!isOpenEnd && somethingSaid.test(rest)) continue;
      const after = this.#filling(rest, name);
      const gap = after === '' || /[\s:]$/u.test(literal) ? '' : ' ';
      return single(`${before} ${literal}${gap}${after}${!isOpenEnd && rest.includes(':') ? ':' : ''}`);
    }
    return null;
  }

  /** For the part of a text that a star stands for: the signs of the whole, which are written in capital letters. */
  #filling(part: string, whole: string): string {
    if (!somethingSaid.test(part)) return '';
    return findCaseSigns(whole).some(({ raw }) => part.includes(folded(raw))) ? this.value(whole) : blank;
  }
}

const single = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
const lastAt = (text: string, wanted: string) => {
  const bare = text.replace(/[\s:*]+$/u, '');
  return bare.endsWith(wanted) ? bare.length - wanted.length : -1;
};
