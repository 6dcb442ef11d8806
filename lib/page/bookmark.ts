/**
 * Keeps the place of a walk while the page may change. A walker whose node is taken out of the page would
 * end there, and one whose node is moved would pass over what stands between; a range stays where the node was.
 */
export class Bookmark {
  readonly #walker: TreeWalker;
  #range: Range | null = null;

  constructor(walker: TreeWalker) {
    this.#walker = walker;
  }

  /** To be called before a pause, with the node that was read last. */
  put(node: Element | Text): void {
    this.#range ??= node.ownerDocument.createRange();
    this.#range.setStart(node, 0);
  }

  /** The text from the last place to the end of `node`, which is the next. */
  upTo(node: Text): string {
    if (!this.#range) {
      this.#range = node.ownerDocument.createRange();
      this.#range.setStart(this.#walker.root, 0);
    }
    this.#range.setEnd(node, node.length);
    const text = this.#range.toString();
    this.#range.collapse(false);
    return text;
  }

  /**
   * To be called after a pause: the walker goes on with the first node behind what was read.
   * @returns false where the place is no longer within what is walked
   */
  find(): boolean {
    const walker = this.#walker;
    if (!this.#range) return true;
    const { startContainer, startOffset } = this.#range;
    if (!walker.root.contains(startContainer)) return false;
    if (startContainer === walker.currentNode) return true;
    let before: Node = startContainer;
    // Beside a text that was joined to the one before, what stands before the place is all that the page left there.
    if (startContainer.nodeType !== 3 && startOffset > 0) {
      before = startContainer.childNodes[startOffset - 1] ?? startContainer;
      while (before.lastChild) before = before.lastChild;
    }
    walker.currentNode = before;
    return true;
  }
}
