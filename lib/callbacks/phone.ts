import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import words from './office-words.json';
import { foldedSet, type Token } from './tokens';

/** A telephone number found among the tokens from `from` up to, and without, `to`. */
export interface PhoneFound {
  from: number;
  to: number;
  /** E.164. */
  phone: string;
  extension?: string;
}

const neverPhone = foldedSet(words.neverPhone);
const phoneWords = foldedSet(words.phoneWords);
const extensionWords = foldedSet(['wew', 'wewn', 'wewnętrzny', 'w', 'ext']);
const separators = new Set(['-', '.', '(', ')', '\u2010', '\u2011', '\u2013', '/']);
/** How Poles group nine digits. Other groupings count only where no further digits stand around. */
const usualGroupings = new Set(['9', '3-3-3', '2-3-2-2', '2-7', '3-2-2-2', '3-6', '2-3-4']);
/** Enough for any real entry; keeps a text of digits alone from costing more than its length. */
const mostTries = 200;
const mostGroups = 8;

/**
 * Finds telephone numbers, Polish ones in any grouping, foreign ones with `+` or `00`.
 * @param isFree whether a token may be part of a number: a date's or a case sign's may not
 * @returns in order of appearance
 */
export function findPhones(tokens: Token[], isFree: (index: number) => boolean): PhoneFound[] {
  const found: PhoneFound[] = [];
  const finder = new PhoneFinder(tokens, isFree);
  for (let index = 0; index < tokens.length; index += 1) {
    const phone = finder.at(index);
    if (phone === null) continue;
    found.push(phone);
    index = phone.to - 1;
  }
  return found;
}

class PhoneFinder {
  private tries = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly isFree: (index: number) => boolean,
  ) {}

  at(index: number): PhoneFound | null {
    const token = this.tokens[index];
    if (token?.kind !== 'number' || !this.isFree(index) || this.tries >= mostTries) return null;
    if (this.isBehindOther(index)) return null;
    const groups = this.groupsFrom(index);
    const isForeign = this.isPlusBefore(index) || token.text.startsWith('00');
    const phone = isForeign ? this.foreign(groups) : this.polish(groups, index);
    if (phone === null) return null;
    const { to, extension } = this.extensionAt(phone.to);
    return { from: this.startOf(index), to, phone: phone.phone, ...(extension && { extension }) };
  }

  /** Digits joined to what stands before them are part of something else; „PESEL 8001…” is no telephone. */
  private isBehindOther(index: number): boolean {
    const token = this.tokens[index];
    const before = this.tokens[index - 1];
    if (before === undefined || token === undefined) return false;
    if (before.kind === 'word')
      return (!token.isSpaced && !phoneWords.has(before.word)) || neverPhone.has(before.word);
    if (before.kind === 'number') return false;
    if (this.tokens[index - 2]?.kind === 'word' && neverPhone.has(this.tokens[index - 2]?.word ?? ''))
      return true;
    const isJoined = !token.isSpaced && !before.isSpaced && this.tokens[index - 2]?.kind === 'number';
    return isJoined && '-./:_'.includes(before.text);
  }

  /** Indexes of the numbers that follow each other with white space or one or two separators between them. */
  private groupsFrom(index: number): number[] {
    const groups = [index];
    for (let at = index + 1; groups.length < mostGroups; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || !this.isFree(at)) break;
      if (token.kind === 'number') groups.push(at);
      else if (!separators.has(token.text) || at - (groups.at(-1) ?? at) > 2) break;
    }
    return groups;
  }

  private polish(groups: number[], index: number): { phone: string; to: number } | null {
    for (let count = 1; count <= groups.length; count += 1) {
      const window = groups.slice(0, count);
      const lengths = window.map((at) => this.tokens[at]?.text.length ?? 0);
      const digits = this.digitsOf(window);
      if (digits.length > 11) break;
      const isAnyGrouping =
        digits.length === 9 && this.isAlone(index, groups.slice(count)) && !this.isUsualLater(groups);
      const isUsual = usualGroupings.has(lengths.join('-'));
      const [trunk, rest] = [digits.length === 10 && digits.startsWith('0'), lengths.slice(1).join('-')];
      // A PESEL of 1948 begins with 48, too, but a month follows; Polish mobiles begin with 4 to 8.
      const isWithPrefix =
        digits.length === 11 && /^48[4-8]/.test(digits) && (count === 1 || usualGroupings.has(rest));
      const isWithTrunk =
        trunk && (count === 1 || usualGroupings.has(rest) || usualGroupings.has(lengths.join('-')));
      if (!(isUsual || isAnyGrouping || isWithPrefix || isWithTrunk)) continue;
      const last = window.at(-1) ?? index;
      if (this.isJoinedOn(last)) continue;
      const phone = this.valid(`+48${digits.slice(-9)}`);
      if (phone !== null) return { phone, to: this.endAfter(last) };
    }
    return null;
  }

  private foreign(groups: number[]): { phone: string; to: number } | null {
    for (let count = groups.length; count > 0; count -= 1) {
      const window = groups.slice(0, count);
      const digits = this.digitsOf(window).replace(/^00/, '');
      const last = window.at(-1) ?? 0;
      if (digits.length < 7 || digits.length > 15 || this.isJoinedOn(last)) continue;
      const phone = this.valid(`+${digits}`);
      if (phone !== null) return { phone, to: this.endAfter(last) };
    }
    return null;
  }

  /** Whether nothing but an hour stands beside these digits: „60 01 23 456 10”. */
  private isAlone(index: number, rest: number[]): boolean {
    const before = this.tokens[index - 1];
    const isBehindGroup =
      before?.kind === 'number' ||
      (before !== undefined && separators.has(before.text) && this.tokens[index - 2]?.kind === 'number');
    return !isBehindGroup && this.digitsOf(rest).length <= 4;
  }

  /** Whether a usual number begins behind an hour or a day: „12 24 235 40 01”. */
  private isUsualLater(groups: number[]): boolean {
    const lengths = groups.map((at) => this.tokens[at]?.text.length ?? 0);
    return [1, 2].some((skipped) =>
      lengths.some((_, end) => usualGroupings.has(lengths.slice(skipped, end + 1).join('-'))),
    );
  }

  /** Whether „/”, „:” or letters bind the number to what follows. */
  private isJoinedOn(index: number): boolean {
    const [after, next] = [this.tokens[index + 1], this.tokens[index + 2]];
    if (after === undefined || after.isSpaced) return false;
    if (after.kind === 'word') return true;
    return '-/:'.includes(after.text) && next?.kind === 'number' && !next.isSpaced;
  }

  private valid(number: string): string | null {
    this.tries += 1;
    if (this.tries > mostTries) return null;
    const parsed = parsePhoneNumberFromString(number);
    return parsed?.isValid() ? parsed.number : null;
  }

  private digitsOf(groups: number[]): string {
    return groups.map((at) => this.tokens[at]?.text ?? '').join('');
  }

  private isPlusBefore(index: number): boolean {
    return this.tokens[index - 1]?.text === '+' && !this.tokens[index]?.isSpaced;
  }

  private startOf(index: number): number {
    let start = this.isPlusBefore(index) ? index - 1 : index;
    if (this.tokens[start - 1]?.text === '(') start -= 1;
    return start;
  }

  private endAfter(last: number): number {
    const isClosed = this.tokens[last + 1]?.text === ')';
    return last + (isClosed ? 2 : 1);
  }

  private extensionAt(to: number): { to: number; extension?: string } {
    let at = this.tokens[to]?.text === ',' ? to + 1 : to;
    const word = this.tokens[at];
    if (word?.text === '#') at += 1;
    else if (word?.kind === 'word' && extensionWords.has(word.word)) {
      at += 1;
      if (this.tokens[at]?.text === '.') at += 1;
    } else return { to };
    const number = this.tokens[at];
    return number?.kind === 'number' && number.text.length <= 5 && this.isFree(at)
      ? { to: at + 1, extension: number.text }
      : { to };
  }
}
