import { attempt } from './attempt';
import { stripHostTag } from './strip-host';
import { isVisible } from './visible';

/** What a person reads on a page. */
interface PageText {
  /** Blocks stand between empty lines, so that no phrase reaches from one into the next. */
  text: string;
  /** True where the page had more than `most` letters. */
  isCut: boolean;
}

const never = new Set(
  `script style noscript template textarea select datalist head title svg canvas object embed audio video ${stripHostTag}`.split(
    ' ',
  ),
);

/** Elements that stand in a line of text wherever no style says otherwise. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const blockEnd = Symbol('the end of a block');

/**
 * The text in sight of a page, its frames of the same origin and its open shadow roots, in the order of the page. Nothing
 * of the page is changed, and no field’s value is read.
 *
 * @param most letters after which the rest is left
 */
export function textOfPage(document: Document, most = 1_000_000): PageText {
  const parts: string[] = [];
  let length = 0;
  let isOpen = false;
  const close = () => {
    if (isOpen) parts.push('\n\n');
    isOpen = false;
  };
  // Not by recursion: a page may be nested deeper than a stack.
  const waiting: (Node | typeof blockEnd)[] = document.body ? [document.body] : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === blockEnd) {
      close();
      continue;
    }
    if (next.nodeType === 3) {
      const text = next.nodeValue ?? '';
      if (isOpen || text.trim() !== '') {
        // A line of the source is none of the page’s; a word’s own line break with a hyphen stays one.
        parts.push(text.replace(/\n\s*\n/g, '\n'));
        length += text.length;
        isOpen = true;
      }
      if (length > most) return { text: parts.join('').slice(0, most), isCut: true };
      continue;
    }
    if (next.nodeType !== 1) continue;
    const element = next as Element;
    const { localName } = element;
    if (never.has(localName) || !isShown(element)) continue;
    if (localName === 'br') {
      parts.push('\n');
      continue;
    }
    const isBlock = !inline.has(localName) || isStyledAsBlock(element);
    if (isBlock) {
      close();
      waiting.push(blockEnd);
    }
    const children = childrenOf(element);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Node);
  }
  return { text: parts.join('').trim(), isCut: false };
}

/** What is drawn within the element: its shadow, what is put into its slot, the body of its frame. */
function childrenOf(element: Element): ArrayLike<Node> {
  const { localName, shadowRoot } = element;
  if (shadowRoot) return shadowRoot.childNodes;
  if (localName === 'slot') {
    const put = attempt(() => (element as HTMLSlotElement).assignedNodes(), []);
    if (put.length > 0) return put;
  }
  if (localName === 'iframe' || localName === 'frame') {
    const body = attempt(() => (element as HTMLIFrameElement).contentDocument?.body, null);
    return body ? [body] : [];
  }
  return element.childNodes;
}

const styleOf = (element: Element) => element.ownerDocument.defaultView?.getComputedStyle(element).display;

/** An element without a box of its own is not in sight, but what it holds may be. */
const isShown = (element: Element) => isVisible(element) || styleOf(element) === 'contents';

/** „inline-block” is a word of its own, too. */
function isStyledAsBlock(element: Element): boolean {
  const display = styleOf(element) ?? '';
  return display !== '' && display !== 'inline' && display !== 'contents' && !display.startsWith('ruby');
}
