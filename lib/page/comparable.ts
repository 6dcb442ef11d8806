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
  return text.normalize('NFC').replace(/\s+/gu, ' ').toLowerCase();
}

export const withoutMarks = (text: string) => text.replace(/[\s:*]+$/u, '');

/** A label as the page writes it, but for its colon. */
export function asWritten(text: string): string {
  return withoutMarks(text.replace(/\s+/gu, ' ').trim());
}
