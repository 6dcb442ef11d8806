import { Bookmark } from './bookmark';

/** Texts read between two chances to pause. */
const mostTexts = 128;

/**
 * A walk over the texts of a tree, a passage at a time. A passage is read as one string: the browser joins its texts
 * without a step of script, which costs a part of fetching the string of each and running a pattern on it.
 */
export class Passage {
  readonly texts: Text[] = [];
  /** Where each text ends in `string`. */
  readonly ends = new Uint32Array(mostTexts);
  /** What each text may say, as the sieve found. */
  readonly marks = new Uint8Array(mostTexts);
  count = 0;
  string = '';
  readonly #walker: TreeWalker;
  readonly #bookmark: Bookmark;

  /** @param walker of texts only, at the root of the tree */
  constructor(walker: TreeWalker) {
    this.#walker = walker;
    this.#bookmark = new Bookmark(walker);
  }

  /** Goes on to the next passage. @returns false where the tree ends with it */
  next(): boolean {
    const isFirst = this.count === 0;
    const count = this.#gather();
    const isFull = count === mostTexts;
    const last = this.texts[count - 1];
    // A short tree needs no range, which the browser would have to keep up with each change of the page. A document has
    // no text content of its own, and a form with a field of that name gives the field.
    const whole: unknown = isFirst && !isFull ? this.#walker.root.textContent : null;
    if (typeof whole === 'string') this.string = whole;
    else this.string = last ? this.#bookmark.upTo(last) : '';
    // What an XML page holds beside texts and elements may be counted otherwise.
    if (this.string.length !== (this.ends[count - 1] ?? 0))
      this.string = Array.from(this.texts.slice(0, count), ({ data }) => data).join('');
    return isFull;
  }

  /** To be called after a pause. @returns false where the place is no longer within the tree */
  find(): boolean {
    return this.#bookmark.find();
  }

  #gather(): number {
    const { texts, ends } = this;
    const walker = this.#walker;
    let count = 0;
    let end = 0;
    for (; count < mostTexts; count += 1) {
      const text = walker.nextNode() as Text | null;
      if (text === null) break;
      texts[count] = text;
      end += text.length;
      ends[count] = end;
    }
    this.count = count;
    return count;
  }
}
