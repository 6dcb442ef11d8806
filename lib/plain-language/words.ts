/** A stretch of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A word as a word processor counts it: what stands between two blanks and has a letter or a digit. */
export interface Word extends Span {
  /** Without the punctuation around it and without signs that are not seen. */
  text: string;
}

const piece = /\S+/gu;
const core = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u;
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/** The words between two places of a text, in its order. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(start, end).matchAll(piece)) {
    const inner = core.exec(match[0]);
    if (!inner) continue;
    const from = start + match.index + inner.index;
    words.push({
      start: from,
      end: from + inner[0].length,
      text: inner[0].replace(unseen, '').normalize('NFC'),
    });
  }
  return words;
}
