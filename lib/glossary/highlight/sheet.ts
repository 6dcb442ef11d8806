import type { Glossary } from '../compile';
import type { Owner } from './owner';

/** A term as it stands in the page: from a place in one text to a place in the same or a later one of the same owner. */
export interface Standing {
  termId: string;
  owner: Owner;
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

interface Piece {
  text: Text;
  owner: Owner;
  /** Where it begins on the sheet. */
  at: number;
}

/**
 * Texts of the page put together to be looked through at once: those of one line joined as a person reads them, lines
 * of different owners with an empty line between, over which no term goes.
 */
export class Sheet {
  length = 0;
  #parts: string[] = [];
  #pieces: Piece[] = [];

  add(text: Text, data: string, owner: Owner): void {
    this.#pieces.push({ text, owner, at: this.length });
    // A blank line in the source is only white space in the page.
    this.#put(data.includes('\n') ? data.replace(blankLine, ' ') : data);
  }

  endLine(): void {
    this.#put('\n');
  }

  endBlock(): void {
    if (this.length > 0) this.#put('\n\n');
  }

  /** The terms on the sheet; it is empty afterwards. */
  *take(glossary: Glossary): Generator<Standing> {
    const pieces = this.#pieces;
    const found = pieces.length === 0 ? [] : glossary.find(this.#parts.join(''));
    this.#parts = [];
    this.#pieces = [];
    this.length = 0;
    let i = 0;
    for (const { termId, start, end } of found) {
      while (i + 1 < pieces.length && (pieces[i + 1] as Piece).at <= start) i += 1;
      let last = i;
      while (last + 1 < pieces.length && (pieces[last + 1] as Piece).at < end) last += 1;
      const from = pieces[i] as Piece;
      const to = pieces[last] as Piece;
      if (last > i && !pieces.slice(i, last + 1).every(isInLine)) continue;
      yield {
        termId,
        owner: from.owner,
        startContainer: from.text,
        startOffset: start - from.at,
        endContainer: to.text,
        endOffset: end - to.at,
      };
    }
  }

  #put(part: string): void {
    this.#parts.push(part);
    this.length += part.length;
  }
}

const blankLine = /\n(?=[^\S\n]*\n)/g;

/** Whether the style leaves the text within its line. Asked only where a term goes over several elements, which is rare. */
function isInLine({ text, owner }: Piece): boolean {
  for (let at = text.parentElement; at && at !== owner; at = at.parentElement) {
    const display = at.ownerDocument.defaultView?.getComputedStyle(at).display ?? 'inline';
    if (display !== 'contents' && !display.startsWith('inline')) return false;
  }
  return true;
}
