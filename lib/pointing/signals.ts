import {
  asWritten,
  dialogSelector,
  dialogTitle,
  findCaseSigns,
  isVisible,
  type Signal,
  type SignalPlace,
} from '@/lib/page/page';
import type { PointedElement, PointedSignal } from './pointed';

/** As long as a signal's text may be, and still be a name. */
const longest = 80;
/** What parts a page's title: „Umowa 12/2026 – Rejestr umów”. */
const between = /\s+[-–—|·•]\s+/u;

/**
 * The signals by which this page could be told again: by where it is, what it is called, and what was pointed at.
 *
 * @param text the words pointed at, and where they stand; null where they are no name of a place
 */
export function signalsAt(
  element: Element,
  text: { text: string; place: SignalPlace; isFixed: boolean } | null,
  label: string | null,
  elements: readonly PointedElement[],
): PointedSignal[] {
  const { location, title } = topOf(element.ownerDocument);
  const found: PointedSignal[] = [];
  const add = (signal: Signal | null, by: PointedSignal['by']) => {
    if (signal) found.push({ signal, by });
  };
  const inPlace = (place: SignalPlace, phrase: string | null): Signal | null =>
    phrase === null ? null : { in: place, text: phrase };

  const dialog = element.closest(dialogSelector);
  if (dialog && isVisible(dialog)) add(inPlace('dialog', phraseOf(dialogTitle(dialog))), 'interface');
  if (text) {
    const phrase = phraseOf(text.text);
    // What is left of „Umowa 12/2026 z Janem Kotem” without the number is the system's own word.
    const isOwn = text.isFixed || phrase?.endsWith('*');
    add(inPlace(text.place, phrase), isOwn ? 'interface' : 'content');
  }
  if (label !== null) add({ in: 'label', text: label }, 'label');
  if (location && /^https?:$/.test(location.protocol)) {
    add({ host: location.host.toLowerCase() }, 'host');
    const path = pathStem(location.pathname);
    add(path === null ? null : { path }, 'path');
  }
  const parts = asWritten(title).split(between);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length === 1) add(inPlace('title', phraseOf(first)), 'title');
  else {
    // The name of a system stands at either end of its pages' titles.
    if (isName(last)) add({ in: 'title', text: `* ${last}` }, 'title');
    const head = phraseOf(first);
    add(inPlace('title', head && (head.endsWith('*') ? head : `${head} *`)), 'title');
  }
  for (const { selector, by } of elements) add({ element: selector }, by);
  const seen = new Set<string>();
  return found.filter(({ signal }) => {
    const key = JSON.stringify(signal);
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * A text as a signal's phrase: what stands behind its first number, sign or colon is another on the next page.
 *
 * @returns „Umowa *” for „Umowa 12/2026”; null where nothing is left that could be told again
 */
export function phraseOf(written: string): string | null {
  const text = asWritten(written);
  if (isName(text)) return text;
  const [sign] = findCaseSigns(text);
  const cuts = [text.search(/\d|[„"«(]/u), sign ? text.indexOf(sign.raw) : -1, text.search(/(?<=:)\s/u)];
  const cut = Math.min(...cuts.filter((at) => at >= 0));
  if (!Number.isFinite(cut)) return null;
  const head = text.slice(0, cut).trimEnd();
  return /\p{L}{2}/u.test(head) && head.length <= longest ? `${head} *` : null;
}

/** A few words without a number, a colon or a quotation, which stand the same on each page of their kind. */
const isName = (text: string) => text.length <= 40 && /\p{L}{2}/u.test(text) && !/\d|:\s|[*„"«]/u.test(text);

/**
 * The beginning of a path, without what names one thing of many.
 *
 * @returns „/umowy/” for „/umowy/123/edycja”; null where nothing is left but the root
 */
export function pathStem(path: string): string | null {
  const parts = path.split('/').slice(1);
  const cut = parts.findIndex((part) => !isPathWord(part));
  const kept = cut < 0 ? parts : parts.slice(0, cut);
  if (kept.length === 0) return null;
  return `/${kept.join('/')}${cut < 0 ? '' : '/'}`;
}

/** A word that a person gave a folder or a page; an empty one ends a path that names a folder. */
function isPathWord(part: string): boolean {
  try {
    return /^[\p{L}_.-]{1,40}$/u.test(decodeURIComponent(part));
  } catch {
    return false;
  }
}

/** The document whose address and title the tab shows. */
function topOf(document: Document): Document {
  try {
    const frame = document.defaultView?.frameElement;
    return frame ? topOf(frame.ownerDocument) : document;
  } catch {
    return document;
  }
}
