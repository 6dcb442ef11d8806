import type { Entry } from '@/lib/glossary';
import type { TermInPage, TermWatch } from '@/lib/glossary/page';
import { cardHostTag } from '@/lib/page/page';
import { showCard } from './show-card';

/** How long the pointer, or the cursor, rests on a word before it is explained, in milliseconds. */
const rest = 350;

/** Why a card stands: it goes with its reason. */
type Reason = 'pointer' | 'cursor';

/** Whether the extension is still there, which a script in a page outlives. */
export interface Lifetime {
  isOrphaned(): boolean;
  onOrphaned(): void;
}

export interface WordExplainer {
  /** Hears the pointer, the keys and the selection of a document: the page’s, or a frame’s. */
  hear(document: Document): void;
  begin(terms: TermWatch, lifetime: Lifetime): void;
  /** Moves the focus into the card that stands, for the clerk who asked by the shortcut. */
  focusCard(): void;
}

/** Explains the term on which the pointer rests, or in which the cursor or the selection stands: one at a time. */
export function explainWords(
  language: 'pl' | 'en',
  entries: ReadonlyMap<string, Entry>,
  signal: AbortSignal,
): WordExplainer {
  let terms: TermWatch | null = null;
  let lifetime: Lifetime | null = null;
  let standing: { card: ReturnType<typeof showCard>; term: TermInPage; reason: Reason } | null = null;
  /** Closed by the clerk: it does not come back while the pointer stays on its word. */
  let dismissed: TermInPage | null = null;
  let pointerTimer: ReturnType<typeof setTimeout> | undefined;
  let cursorTimer: ReturnType<typeof setTimeout> | undefined;

  const close = () => standing?.card.close();
  const explain = (term: TermInPage, reason: Reason) => {
    const entry = entries.get(term.termId);
    if (!entry || !terms || !lifetime) return;
    if (standing && isSame(standing.term, term)) return;
    close();
    const { stands } = terms;
    const card = showCard(
      { entry, language, range: term.range, stands: () => stands(term), ...lifetime },
      (isByClerk) => {
        if (standing?.card === card) standing = null;
        if (isByClerk) dismissed = term;
      },
      signal,
    );
    standing = { card, term, reason };
  };

  const onPointerRest = (element: Element | null, x: number, y: number) => {
    if (element?.localName === cardHostTag) return;
    const term = element && terms ? terms.at(element, x, y) : null;
    if (term === null) {
      if (standing?.reason === 'pointer' && !standing.card.isInUse()) close();
    } else if (!dismissed || !isSame(dismissed, term)) explain(term, 'pointer');
  };
  const onCursorRest = (document: Document) => {
    const selection = document.getSelection();
    const term = selection && selection.rangeCount > 0 ? terms?.around(selection.getRangeAt(0)) : null;
    if (term) explain(term, 'cursor');
    else if (standing?.reason === 'cursor' && !standing.card.isInUse()) close();
  };
  signal.addEventListener('abort', () => {
    clearTimeout(pointerTimer);
    clearTimeout(cursorTimer);
  });

  return {
    hear(document) {
      const hears = { capture: true, passive: true, signal } as const;
      // On the document, not the window: a frame keeps its window when its document gives way to the next.
      document.addEventListener(
        'pointermove',
        (event) => {
          if (!event.isTrusted || event.pointerType === 'touch') return;
          clearTimeout(pointerTimer);
          const [target] = event.composedPath();
          const { clientX, clientY } = event;
          if (dismissed && !lies(dismissed.range, clientX, clientY)) dismissed = null;
          pointerTimer = setTimeout(
            () => onPointerRest(isElement(target) ? target : null, clientX, clientY),
            rest,
          );
        },
        hears,
      );
      document.addEventListener(
        'pointerout',
        (event) => {
          if (!event.isTrusted || event.relatedTarget !== null) return;
          clearTimeout(pointerTimer);
          pointerTimer = setTimeout(() => onPointerRest(null, 0, 0), rest);
        },
        hears,
      );
      document.addEventListener(
        'selectionchange',
        () => {
          clearTimeout(cursorTimer);
          cursorTimer = setTimeout(() => onCursorRest(document), rest);
        },
        hears,
      );
      // In the page, Esc closes the card and stays the page's own as well. Passive: it cannot be prevented.
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.isTrusted && event.key === 'Escape') standing?.card.close(true);
        },
        hears,
      );
    },
    begin(watch, life) {
      terms = watch;
      lifetime = life;
    },
    focusCard: () => standing?.card.focus(),
  };
}

const isSame = (one: TermInPage, other: TermInPage) =>
  one.termId === other.termId &&
  one.range.startContainer === other.range.startContainer &&
  one.range.startOffset === other.range.startOffset;

const lies = (range: Range, x: number, y: number) =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );

const isElement = (target: EventTarget | undefined): target is Element =>
  (target as Partial<Node> | undefined)?.nodeType === 1;
