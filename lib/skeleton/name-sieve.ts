import { findCaseSigns } from '@/lib/page/page';
import type { KnownNames } from './known-names';
import { blank, madeSign } from './skeleton';

/** A few words; what is longer is prose, whatever its words. */
const longestName = 80;
/** What may stand between words. Not a digit, and nothing that is not seen: a number or a name could be written so. */
const plainMarks = /^[\p{L} .,:;/()\-–*?!„”"'…&+>»«‹›|]*$/u;
const somethingSaid = /[\p{L}\p{N}]/u;
const onlyMarks = /^[.,:;/()\-–*?!…&+>»«‹›|]{1,3}$/u;

interface KnownPhrase {
  folded: string;
  isOpenStart: boolean;
  isOpenEnd: boolean;
}

/** Lets through what is known before the page was looked at, and blanks the rest. Signs are numbered as they come. */
export class NameSieve {
  readonly #words: ReadonlySet<string>;
  readonly #phrases: KnownPhrase[];
  readonly #signs = new Map<string, string>();

  constructor({ words, phrases }: KnownNames) {
    this.#words = new Set(words);
    this.#phrases = phrases
      .map((written) => {
        const isOpenStart = written.startsWith('*');
        const isOpenEnd = written.length > 1 && written.endsWith('*');
        const words = folded(written.slice(isOpenStart ? 1 : 0, isOpenEnd ? -1 : undefined)).trimStart();
        return { folded: isOpenEnd ? words : words.replace(/[\s:*]+$/u, ''), isOpenStart, isOpenEnd };
      })
      .filter((one) => one.folded.trim() !== '');
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

  /** Of a text that descriptions fit, all that they say of it; null where none does. */
  #phraseIn(name: string): string | null {
    const text = folded(name);
    // A letter that is two in small: what stands where cannot be told.
    if (text.length !== name.length) return null;
    const kept = new Uint8Array(name.length);
    for (const phrase of this.#phrases) {
      const at = placeOf(phrase, text);
      if (at >= 0) kept.fill(1, at, at + phrase.folded.length);
    }
    if (!kept.includes(1)) return null;
    let made = '';
    for (let at = 0, end = 0; at < name.length; at = end) {
      while (end < name.length && kept[end] === kept[at]) end += 1;
      const part = name.slice(at, end);
      const gap = made === '' || /[\s:]$/u.test(made) || /^[\s:.,)]/u.test(part) ? '' : ' ';
      if (kept[at]) made += gap + part;
      else if (somethingSaid.test(part)) made += `${gap}${this.value(part)} `;
      else if (/^[\s:*»›>–-]*$/u.test(part)) made += part;
    }
    return single(made);
  }
}

/** Where the words of a phrase stand in a text that it fits; -1 where it does not. */
function placeOf({ folded: wanted, isOpenStart, isOpenEnd }: KnownPhrase, text: string): number {
  if (isOpenEnd) {
    if (isOpenStart) return text.indexOf(wanted);
    return text.startsWith(wanted) || text === wanted.trimEnd() ? 0 : -1;
  }
  const bare = text.replace(/[\s:*]+$/u, '');
  if (isOpenStart) return bare.endsWith(wanted) ? bare.length - wanted.length : -1;
  return bare === wanted ? 0 : -1;
}

const single = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
