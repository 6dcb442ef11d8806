import type { Glossary } from '../compile';
import { isInline, isWithinSkipped, type Owner, ownerOf } from './owner';
import { type Reader, readLines } from './read-lines';
import type { Standing } from './sheet';
import type { Block, Paint } from './underlined';

/** The longest that looking may hold the page up at a time, in milliseconds; a long task begins at 50. */
const slice = 10;
/** How long to wait for more changes, and the least time between two looks, in milliseconds. */
const gather = 30;
const breath = 100;
/** The more a look costs, the rarer it is: a twentieth of the time at most. */
const share = 20;

/** Each costs a look at every change. */
const mostUnopened = 500;

/** A term where it stands in the page. */
export interface TermInPage {
  termId: string;
  /** Follows the page’s changes. Made for each question, and to be let go soon: the browser keeps it up. */
  range: Range;
}

/** What is known of the terms in a page while they are watched. */
export interface TermWatch {
  /** The term that lies under a place in the window of its document; `element` is what lies there innermost. */
  at(element: Element, x: number, y: number): TermInPage | null;
  /** The term in which something selected, or the cursor, stands as a whole. */
  around(selected: Range): TermInPage | null;
  /** Whether the term still stands where it was found. */
  stands(term: TermInPage): boolean;
}

export interface WatchOptions {
  paint: Paint;
  /** Is told of the document and of each frame’s that is looked through, once. */
  onDocument?(document: Document): void;
  signal: AbortSignal;
}

type Tree = Document | ShadowRoot;

/**
 * Finds the terms in a page, hands them to `paint`, and follows the page until `signal` aborts: open shadow roots and
 * frames of the same origin too. A change costs what it touches; what is removed is let go at once.
 */
export function watchTerms(document: Document, glossary: Glossary, options: WatchOptions): TermWatch {
  const { paint, onDocument, signal } = options;
  const blocks = new Map<Owner, Block>();
  const trees = new Set<Tree>();
  const frames = new Set<HTMLIFrameElement>();
  /** Custom elements without a shadow root: theirs may come with their script, and nothing tells of it. */
  const unopened = new Set<Element>();
  /** What came and is to be looked through as a whole, and owners whose own lines are to be looked through. */
  const arrived = new Set<Node>();
  const changed = new Set<Owner>();
  let isLost = false;
  let work: Generator<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restedAt = Number.NEGATIVE_INFINITY;
  let cost = 0;

  const forget = (owner: Owner) => {
    const block = blocks.get(owner);
    if (!block) return;
    blocks.delete(owner);
    paint.take(block);
  };
  const touch = (owner: Owner | null) => {
    if (owner === null) return;
    // At once: until it is looked through again its places are those of another text.
    forget(owner);
    changed.add(owner);
  };
  const forgetWithin = (element: Element) => {
    isLost ||= trees.size > 1 || frames.size > 0;
    if (blocks.size === 0) return;
    forget(element);
    if (element.firstElementChild === null) return;
    const walker = element.ownerDocument.createTreeWalker(element, 1);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) forget(node as Element);
  };

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (type === 'characterData') {
        touch(ownerOf(target));
        continue;
      }
      if (type === 'attributes') {
        forgetWithin(target as Element);
        arrived.add(target);
        continue;
      }
      const owner = ownerOf(target);
      // A block that comes or goes between two words parts or joins them.
      let isOfLine =
        (owner !== null && blocks.has(owner)) || [previousSibling, nextSibling].some(isPartOfLine);
      for (const node of removedNodes) {
        arrived.delete(node);
        if (node.nodeType === 1) forgetWithin(node as Element);
        isOfLine ||= isPartOfLine(node);
      }
      for (const node of addedNodes) {
        // What is part of a line is looked through with that line; within it there may be blocks.
        if (node.nodeType === 1 && (!isInline(node as Element) || (node as Element).firstElementChild))
          arrived.add(node);
        isOfLine ||= isPartOfLine(node);
      }
      if (isOfLine) touch(owner);
    }
    if (arrived.size + changed.size + unopened.size > 0 || isLost) wake();
  });

  const reader: Reader = {
    glossary,
    onFound(standing: Standing) {
      const { owner } = standing;
      const known = blocks.get(owner);
      if (known) {
        // Looked through twice, as where it was moved meanwhile: the same place is no second one.
        if (known.standings.some((other) => isSamePlace(other, standing))) return;
        known.standings.push(standing);
        fresh.add(known);
        return;
      }
      const block: Block = { owner, standings: [standing], ranges: [] };
      blocks.set(owner, block);
      fresh.add(block);
    },
    onHost(element) {
      if (element.shadowRoot) {
        if (!trees.has(element.shadowRoot)) enter(element.shadowRoot);
      } else if (element.localName.includes('-') && unopened.size < mostUnopened) unopened.add(element);
      if (element.localName !== 'iframe' && element.localName !== 'frame') return;
      const frame = element as HTMLIFrameElement;
      if (!frames.has(frame)) {
        frames.add(frame);
        frame.addEventListener('load', () => enterFrame(frame), { signal });
      }
      enterFrame(frame);
    },
  };
  /** Found since the last pause: painted together. */
  const fresh = new Set<Block>();
  const paintFresh = () => {
    for (const block of fresh) if (blocks.get(block.owner) === block) paint.put(block);
    fresh.clear();
  };

  function enter(tree: Tree): void {
    trees.add(tree);
    observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['contenteditable'],
    });
    arrived.add(tree);
    if (tree.nodeType === 9) onDocument?.(tree as Document);
    wake();
  }
  function enterFrame(frame: HTMLIFrameElement): void {
    let inner: Document | null = null;
    try {
      inner = frame.contentDocument;
    } catch {
      // Another origin.
    }
    dropLost();
    if (inner?.documentElement && !trees.has(inner) && inner.designMode !== 'on') enter(inner);
  }
  /** Trees whose host or frame has gone, or shows something else. */
  function dropLost(): void {
    for (const frame of frames) if (!frame.isConnected) frames.delete(frame);
    const shown = new Set<Tree | null>([document]);
    for (const frame of frames) {
      try {
        shown.add(frame.contentDocument);
      } catch {}
    }
    for (const tree of trees) {
      if (tree.nodeType === 9 ? shown.has(tree) : isHosted(tree as ShadowRoot)) continue;
      trees.delete(tree);
      for (const owner of blocks.keys()) if (owner.getRootNode() === tree || owner === tree) forget(owner);
    }
  }

  function wake(): void {
    if (timer !== undefined || signal.aborted) return;
    const rest = Math.max(breath, cost * share);
    timer = setTimeout(run, Math.max(gather, restedAt + rest - performance.now()));
  }

  function* look(): Generator<void> {
    if (isLost) dropLost();
    isLost = false;
    for (const element of unopened) {
      if (!element.isConnected || element.shadowRoot) unopened.delete(element);
      if (element.isConnected && element.shadowRoot) reader.onHost(element);
    }
    const tops = new Set(arrived);
    arrived.clear();
    for (const node of tops) {
      if (isLookedAt(node) && !isWithinAny(node, tops)) yield* readSafely(node, false);
      else yield;
    }
    const owners = new Set(changed);
    changed.clear();
    for (const owner of owners) {
      if (!isLookedAt(owner)) continue;
      forget(owner);
      yield* readSafely(owner, true);
      yield;
    }
  }
  /** A page may do strange things with its nodes; one such node must not cost all the others. */
  function* readSafely(top: Node, isOwnOnly: boolean): Generator<void> {
    try {
      yield* readLines(top, isOwnOnly, reader);
    } catch {}
  }

  const isLookedAt = (node: Node) => {
    if (!node.isConnected || !trees.has(node.getRootNode() as Tree)) return false;
    const owner = node.nodeType === 9 ? null : ownerOf(node);
    return owner === null || !isWithinSkipped(owner);
  };

  function run(): void {
    timer = undefined;
    if (signal.aborted) return;
    const start = performance.now();
    work ??= look();
    for (;;) {
      if (work.next().done) break;
      if (performance.now() - start < slice) continue;
      paintFresh();
      timer = setTimeout(run, 0);
      return;
    }
    work = null;
    paintFresh();
    restedAt = performance.now();
    cost = restedAt - start;
    if (arrived.size + changed.size > 0 || isLost) wake();
  }

  const inPage = (standing: Standing): TermInPage | null => {
    const { termId, startContainer, startOffset, endContainer, endOffset } = standing;
    if (endOffset > endContainer.length || startOffset > startContainer.length) return null;
    const range = startContainer.ownerDocument.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return { termId, range };
  };
  function* termsOf(node: Node): Generator<TermInPage> {
    const owner = ownerOf(node);
    for (const standing of (owner && blocks.get(owner)?.standings) ?? []) {
      const term = inPage(standing);
      if (term) yield term;
    }
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    paint.stop();
    blocks.clear();
    for (const set of [trees, frames, unopened, arrived, changed]) set.clear();
  });
  if (!signal.aborted) {
    enter(document);
    clearTimeout(timer);
    run();
  }

  return {
    at(element, x, y) {
      for (const term of termsOf(element))
        for (const { left, right, top, bottom } of term.range.getClientRects())
          if (x >= left && x <= right && y >= top && y <= bottom) return term;
      return null;
    },
    around(selected) {
      const { startContainer, startOffset, endContainer, endOffset } = selected;
      for (const term of termsOf(startContainer))
        if (
          term.range.isPointInRange(startContainer, startOffset) &&
          term.range.isPointInRange(endContainer, endOffset)
        )
          return term;
      return null;
    },
    stands: ({ termId, range }) =>
      (blocks.get(ownerOf(range.startContainer) as Owner)?.standings ?? []).some(
        (standing) =>
          standing.termId === termId &&
          standing.startContainer === range.startContainer &&
          standing.startOffset === range.startOffset,
      ),
  };
}

/** Whether it may have brought, or taken, letters of a line. White space between blocks has none. */
function isPartOfLine(node: Node | null): boolean {
  if (node?.nodeType === 3) return /\S/.test((node as Text).data);
  return node?.nodeType === 1 && (isInline(node as Element) || (node as Element).localName === 'br');
}

function isWithinAny(node: Node, tops: Set<Node>): boolean {
  for (let at = node.parentNode; at; at = at.parentNode) if (tops.has(at)) return true;
  return false;
}

const isSamePlace = (one: Standing, other: Standing) =>
  one.startContainer === other.startContainer && one.startOffset === other.startOffset;

const isHosted = ({ host }: ShadowRoot) => host.isConnected && host.shadowRoot !== null;
