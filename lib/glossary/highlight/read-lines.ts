import { Bookmark } from '@/lib/page/page';
import type { Glossary } from '../compile';
import { isInline, isSkipped, type Owner, ownerOf } from './owner';
import { Sheet, type Standing } from './sheet';

/** Letters looked through, and nodes passed, between two chances to pause. */
const mostLetters = 8_000;
const mostNodes = 512;

export interface Reader {
  glossary: Glossary;
  onFound(standing: Standing): void;
  /** Of each element that may hold a tree of its own: an open shadow root, a frame. */
  onHost(element: Element): void;
}

/**
 * Looks a tree through, pausing where the caller likes; what changes meanwhile is the caller's to follow.
 * @param isOwnOnly whether only the lines of `top` itself are wanted, and not those of what stands in it
 */
export function* readLines(top: Node, isOwnOnly: boolean, reader: Reader): Generator<void> {
  if (top.nodeType === 1 && isSkipped(top as Element)) return;
  const { glossary } = reader;
  const walker = (top.ownerDocument ?? (top as Document)).createTreeWalker(top, 1 | 4);
  const bookmark = new Bookmark(walker);
  const sheet = new Sheet();
  let owner: Owner | null = null;
  let parent: Node | null = null;
  let parentsOwner: Owner | null = null;
  let passed = 0;
  const take = () => {
    for (const standing of sheet.take(glossary)) reader.onFound(standing);
    owner = null;
  };
  const endBlock = () => {
    if (owner !== null) sheet.endBlock();
    owner = null;
  };

  if (top.nodeType === 1) reader.onHost(top as Element);
  for (let node = walker.nextNode(); node; ) {
    passed += 1;
    let isPassedOver = false;
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      if (node.parentNode !== parent) {
        parent = node.parentNode;
        parentsOwner = ownerOf(node);
      }
      if (parentsOwner !== owner && /\S/.test(data)) {
        endBlock();
        owner = parentsOwner;
      }
      if (owner !== null && owner === parentsOwner) sheet.add(node as Text, data, owner);
    } else {
      const element = node as Element;
      if (!isInline(element)) {
        if (element.localName === 'br') {
          if (owner !== null) sheet.endLine();
        } else {
          endBlock();
          reader.onHost(element);
          isPassedOver = isOwnOnly || isSkipped(element);
        }
      } else if (element.hasAttribute('contenteditable') && isSkipped(element)) {
        endBlock();
        isPassedOver = true;
      }
      // Where a block begins no term is cut in two.
      if (owner === null && (passed >= mostNodes || sheet.length >= mostLetters)) {
        take();
        passed = 0;
        bookmark.put(node as Element | Text);
        yield;
        if (!bookmark.find()) return;
        if (walker.currentNode !== node) isPassedOver = false;
      }
    }
    // A text of many lines, as „pre” has, is looked through in parts.
    if (sheet.length >= 4 * mostLetters) take();
    node = isPassedOver ? nextBeside(walker) : walker.nextNode();
  }
  take();
}

/** The next node that does not stand in the present one. */
function nextBeside(walker: TreeWalker): Node | null {
  for (;;) {
    const beside = walker.nextSibling();
    if (beside) return beside;
    if (!walker.parentNode()) return null;
  }
}
