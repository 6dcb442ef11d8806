/** The longest text that may name a place or a label; what is longer is prose. */
export const longestName = 160;

/**
 * A text as names are compared: one Unicode form, lower case, single spaces, without the colon or star that forms put
 * behind a label.
 */
export function comparable(text: string): string {
  return withoutMarks(folded(text).trim());
}

/** One Unicode form, lower case, single spaces. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
}

/** Letters of Polish and Latin-1, signs of ASCII and single spaces: nothing to put right. */
const plain = /^(?:[!-~\u00c0-\u017f]| (?! ))*$/;

export function withoutMarks(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last === 58 || last === 42 || last <= 32 || last === 0xa0 ? text.replace(/[\s:*]+$/, '') : text;
}

/** A label as the page writes it, but for its colon. */
export function asWritten(text: string): string {
  return withoutMarks(text.replace(/\s+/gu, ' ').trim());
}
