/** A word, a number or one sign of an entry, with its place in UTF-16 units of the text as typed. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** Lower case and without diacritics: „Środę” and „srode” are one word. Signs stand as they are. */
  word: string;
  kind: 'word' | 'number' | 'sign';
  /** Whether white space stands before it. */
  isSpaced: boolean;
}

const pieces = /\d+|\p{L}[\p{L}\p{M}'’]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}'’]*)*|\S/gu;

/** Splits a text; every character that is not white space stands in exactly one token. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const first = piece.charCodeAt(0);
    const kind = first >= 48 && first <= 57 ? 'number' : /^\p{L}/u.test(piece) ? 'word' : 'sign';
    tokens.push({
      start: index,
      end: index + piece.length,
      text: piece,
      word: kind === 'word' ? fold(piece) : piece,
      kind,
      isSpaced: index > end || index === 0,
    });
    end = index + piece.length;
  }
  return tokens;
}

/** Lower case, without diacritics, in one Unicode form. */
export function fold(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l');
}

/** A set of words as `Token.word` has them. */
export function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}
