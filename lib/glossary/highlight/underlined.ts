import type { Owner } from './owner';
import type { Standing } from './sheet';

/** The terms of one owner’s lines. */
export interface Block {
  owner: Owner;
  standings: Standing[];
  ranges: StaticRange[];
}

/** Draws what was found; the browser does it without a node of the page being touched. */
export interface Paint {
  put(block: Block): void;
  /** To be called before or after the page changed it. */
  take(block: Block): void;
  /** Takes all away that this paint ever put. */
  stop(): void;
}

/** The name under which the browser knows our ranges, in `CSS.highlights` and in `::highlight()`. */
const highlightName = 'obok-slownik';

/**
 * The rule that draws them, for the browser to insert as the person’s own style: so it reaches open shadow roots in
 * Firefox, where highlights inherit nothing, no policy of the page refuses it, and no page sees it.
 * The colour is the text’s own: it can be read wherever the text can.
 */
export const highlightRule = `@media screen { ::highlight(${highlightName}) { text-decoration: underline dotted from-font; text-decoration-thickness: 2px; text-underline-offset: 3px; } }`;

type View = Window & typeof globalThis;

/**
 * Paints with the CSS Custom Highlight API. Only what is in sight, or near it, is handed over: Chromium looks at every
 * range again after each change of the page, seen or not.
 */
export function highlightPaint(): Paint {
  const byTarget = new Map<Element, Set<Block>>();
  const inSight = new Set<Block>();
  const views = new Map<View, Highlight>();

  const highlightOf = (block: Block): Highlight | null => {
    const view = block.owner.ownerDocument.defaultView as View | null;
    if (!view?.CSS?.highlights) return null;
    let highlight = views.get(view);
    if (!highlight) {
      highlight = new view.Highlight();
      views.set(view, highlight);
    }
    // A page may have cleared them all.
    if (view.CSS.highlights.get(highlightName) !== highlight)
      view.CSS.highlights.set(highlightName, highlight);
    return highlight;
  };
  const show = (block: Block) => {
    const highlight = highlightOf(block);
    if (!highlight || inSight.has(block)) return;
    inSight.add(block);
    const view = block.owner.ownerDocument.defaultView as View;
    block.ranges = block.standings.map((standing) => new view.StaticRange(standing));
    for (const range of block.ranges) highlight.add(range);
  };
  const hide = (block: Block) => {
    if (!inSight.delete(block)) return;
    // A frame that has left the page has no view any more: whatever held its blocks still knows it.
    for (const range of block.ranges) for (const highlight of views.values()) highlight.delete(range);
    block.ranges = [];
  };
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        for (const block of byTarget.get(target) ?? []) (isIntersecting ? show : hide)(block);
    },
    { rootMargin: '50%' },
  );

  return {
    put(block) {
      // More of its terms were found.
      hide(block);
      const target = targetOf(block.owner);
      const known = byTarget.get(target);
      if (known) {
        known.add(block);
        // It tells only of what is new to it.
        sight.unobserve(target);
      } else byTarget.set(target, new Set([block]));
      sight.observe(target);
    },
    take(block) {
      hide(block);
      const target = targetOf(block.owner);
      const known = byTarget.get(target);
      if (!known?.delete(block) || known.size > 0) return;
      byTarget.delete(target);
      sight.unobserve(target);
    },
    stop() {
      sight.disconnect();
      for (const [view, highlight] of views) {
        highlight.clear();
        try {
          if (view.CSS.highlights.get(highlightName) === highlight) view.CSS.highlights.delete(highlightName);
        } catch {
          // The frame has gone to another origin.
        }
      }
      views.clear();
      byTarget.clear();
      inSight.clear();
    },
  };
}

const targetOf = (owner: Owner): Element =>
  owner.nodeType === 1 ? (owner as Element) : (owner as ShadowRoot).host;
