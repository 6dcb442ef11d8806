import {
  clickFacts,
  createPageHost,
  isRealClick,
  keepOwnEvents,
  watchPageFocus,
  watchSight,
} from '@/components/page-host';
import type { Entry } from '@/lib/glossary';
import en from '@/lib/i18n/en/glossary.json';
import pl from '@/lib/i18n/pl/glossary.json';
import { cardHostTag, stripHostTag } from '@/lib/page/page';
import cardStyle from './card.css?inline';
import { copyText } from './copy-text';
import { type Box, isInView, placeCard } from './place-card';

// The catalogs alone, without i18next and the other screens' texts.
const catalogs = { pl: pl.card, en: en.card };

export interface WordToExplain {
  entry: Entry;
  language: 'pl' | 'en';
  /** Where the word stands. */
  range: Range;
  /** Whether it still stands there. */
  stands(): boolean;
  isOrphaned(): boolean;
  onOrphaned(): void;
}

/** A card in the page. */
export interface StandingCard {
  /** @param isByClerk whether the clerk closed it, and does not want it again at once */
  close(isByClerk?: boolean): void;
  focus(): void;
  /** Whether the pointer or the focus is in it. */
  isInUse(): boolean;
}

/**
 * Shows what a word means, beside it, until it is closed, the word goes, or a reminder needs the place. It never takes
 * the focus by itself. Nothing of a client is in it: a page can take it out and hears what is typed.
 * @param onEnd called once, when it has gone for whatever reason
 */
export function showCard(
  { entry, language, range, stands, isOrphaned, onOrphaned }: WordToExplain,
  onEnd: (isByClerk: boolean) => void,
  signal: AbortSignal,
): StandingCard {
  const words = catalogs[language];
  const standing = new AbortController();
  const over = AbortSignal.any([signal, standing.signal]);
  let isByClerk = false;
  let standsSince = performance.now();
  const close = (byClerk = false) => {
    isByClerk ||= byClerk;
    standing.abort();
  };

  const host = createPageHost(
    cardHostTag,
    {
      onPlaced: () => {
        standsSince = performance.now();
      },
      onRefused: close,
      isOrphaned,
      onOrphaned: () => {
        close();
        onOrphaned();
      },
    },
    over,
  );
  const { element, root } = host;
  const pageFocus = watchPageFocus(element, over);
  const sight = watchSight(element, over);
  keepOwnEvents(root);

  const style = document.createElement('style');
  style.textContent = cardStyle;
  const place = document.createElement('style');
  place.textContent = ':host {}';
  // A screen reader announces what comes into a live region, not what it was born with: the region stands first.
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-label', words.title);
  region.lang = language;
  root.append(style, place, region);

  const isReal = (click: MouseEvent, button: HTMLElement) =>
    isRealClick(clickFacts(click, button, element, standsSince, sight));
  const card = drawCard(entry, words, {
    onClose: (click, button) => {
      if (isReal(click, button)) close(true);
    },
    onCopy: (click, button, tell) => {
      if (isReal(click, button))
        void copyText(entry.say ?? entry.meaning).then((isDone) =>
          tell(isDone ? words.copied : words.notCopied),
        );
    },
  });

  let at: { x: number; y: number } | null = null;
  let frame = 0;
  /** Each frame while it stands: the word may have moved, and a reminder may have come. */
  const follow = () => {
    const view = viewSize();
    const word = boxInWindow(range);
    const size = element.getBoundingClientRect();
    const next =
      word && stands() && isInView(word, view) ? placeCard(word, size, view, boxesOfStrip()) : null;
    if (next === null) {
      close();
      return;
    }
    // While it is used it stays where it is, unless something has come under it.
    if (at === null || Math.abs(next.x - at.x) > 0.5 || Math.abs(next.y - at.y) > 0.5) {
      if (at !== null) standsSince = performance.now();
      at = next;
      // By a transform: a move of any other kind would count as a shift of the page's layout.
      place.textContent = `:host { transform: translate(${next.x}px, ${next.y}px) !important; visibility: visible !important; }`;
    }
    frame = requestAnimationFrame(follow);
  };

  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !event.isTrusted || event.key !== 'Escape') return;
    event.preventDefault();
    close(true);
  });
  for (const type of ['beforeprint', 'pagehide'])
    window.addEventListener(type, ({ isTrusted }) => isTrusted && close(), { signal: over });

  over.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    const hadFocus = root.activeElement !== null;
    host.leave();
    if (hadFocus) pageFocus.giveBack();
    onEnd(isByClerk);
  });

  frame = requestAnimationFrame(() => {
    host.stand();
    frame = requestAnimationFrame(() => {
      region.append(card);
      follow();
    });
  });

  return {
    close,
    focus: () => {
      // Where a reminder stands, the shortcut means that.
      if (document.querySelector(stripHostTag) === null)
        root.querySelector<HTMLElement>('button.copy')?.focus();
    },
    isInUse: () => element.matches(':hover') || root.activeElement !== null,
  };
}

type Words = typeof pl.card | typeof en.card;

interface Presses {
  onClose(click: MouseEvent, button: HTMLElement): void;
  onCopy(click: MouseEvent, button: HTMLElement, tell: (text: string) => void): void;
}

function drawCard(entry: Entry, words: Words, { onClose, onCopy }: Presses): HTMLElement {
  const card = made('div', 'card');
  const head = made('div', 'head');
  const name = made('p', 'name', entry.name);
  name.lang = 'pl';
  const cross = made('button', 'close', '×');
  cross.setAttribute('type', 'button');
  cross.setAttribute('aria-label', words.close);
  cross.addEventListener('click', (click) => onClose(click, cross));
  // Silent in the announcement, which is the meaning and not its buttons.
  const quietly = made('div', '');
  quietly.setAttribute('aria-live', 'off');
  quietly.append(cross);
  head.append(name, quietly);

  const meaning = made('p', 'meaning', entry.meaning);
  meaning.lang = 'pl';
  card.append(head, meaning);
  if (entry.isOwn) card.append(made('p', 'aside', words.own));
  if (entry.say !== undefined) {
    const say = made('div', 'say');
    const sentence = made('q', 'sentence', `„${entry.say}”`);
    sentence.lang = 'pl';
    say.append(made('span', 'say-label', words.say), sentence);
    card.append(say);
  }
  if (entry.toCheck) card.append(made('p', 'aside', words.toCheck));
  if (entry.instead !== undefined) card.append(made('p', 'aside', `${words.instead}: ${entry.instead}`));

  const foot = made('div', 'foot');
  foot.setAttribute('aria-live', 'off');
  const copy = made('button', 'copy', words.copy);
  copy.setAttribute('type', 'button');
  const told = made('span', 'told');
  told.setAttribute('role', 'status');
  copy.addEventListener('click', (click) =>
    onCopy(click, copy, (text) => {
      told.textContent = text;
    }),
  );
  foot.append(copy, told);
  card.append(foot);
  return card;
}

function made(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

function viewSize(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  // In quirks mode the root element is as tall as the page.
  return { width: clientWidth, height: Math.min(clientHeight, window.innerHeight) };
}

/** The word's first line, in the window at the top, through the frames it stands in; null where none of it is drawn. */
function boxInWindow(range: Range): Box | null {
  const [first] = range.getClientRects();
  if (!first) return null;
  let { left, top, right, bottom } = first;
  for (let at = range.startContainer.ownerDocument?.defaultView?.frameElement ?? null; at; ) {
    const frame = at.getBoundingClientRect();
    const x = frame.left + at.clientLeft;
    const y = frame.top + at.clientTop;
    [left, right, top, bottom] = [left + x, right + x, top + y, bottom + y];
    // Scrolled out of the frame's sight.
    if (bottom < frame.top || top > frame.bottom || right < frame.left || left > frame.right) return null;
    at = at.ownerDocument.defaultView?.frameElement ?? null;
  }
  return { left, top, right, bottom };
}

/** The reminder is the greater thing: the card keeps clear of it. */
function boxesOfStrip(): Box[] {
  const strip = document.querySelector(stripHostTag)?.getBoundingClientRect();
  return strip && strip.width > 0 ? [strip] : [];
}
