import { asWritten, fieldAt, findCaseSigns, isVisible, standsIn } from '@/lib/page/page';
import type { Pointed } from './pointed';
import { selectorsOf } from './selectors';
import { signalsAt } from './signals';

/** As long as a condition's text and label may be. */
const longestText = 80;
const doing = 'a,button,summary,[role=button],[role=tab],[role=menuitem],[role=link]';

/** What a person may mean who points at an element. Nothing of the page is changed. */
export function pointedAt(element: Element): Pointed {
  const whole = element.closest(doing) ?? element;
  const written = asWritten(whole.textContent ?? '');
  const text = written.length <= longestText ? written : '';
  const node = firstText(whole);
  const place = node && text !== '' ? placeOf(node) : null;
  const field = fieldAt(element);
  const seen = field && (field.label === '' || field.label.length > longestText) ? null : field;
  const signs = findCaseSigns(`${text} ${seen?.value ?? ''}`);
  const isValue = seen !== null && comparableIn(seen.value, text);
  const elements = selectorsOf(whole);
  const isOwn = isInterface(whole, place) && isFixed(text);
  const isLarge = text === '' && written !== '' && !whole.matches('input,select,textarea');
  return {
    field: seen && { label: seen.label, value: seen.value, isChoice: seen.isChoice },
    text:
      /\p{L}/u.test(text) && signs.length === 0 && !isValue
        ? { text, from: isOwn ? 'interface' : 'content' }
        : null,
    signs: [...new Map(signs.map(({ cell, jrwa }) => [`${cell}.${jrwa}`, { cell, jrwa }])).values()],
    elements,
    isView: place === 'heading' || place === 'menu' || (isLarge && seen === null),
    signals: signalsAt(
      element,
      place === null || isValue ? null : { text, place, isFixed: isOwn },
      seen?.label ?? null,
      elements,
    ),
  };
}

/** What keys move among: all that a person may mean and see, in the order of the page. */
export function placesIn(document: Document): Element[] {
  const meant = 'h1,h2,h3,h4,[role=heading],label,dt,dd,th,td,legend,caption,a,button,input,select,textarea';
  return [...document.querySelectorAll(meant)].filter(
    (one) => isVisible(one) && (one.matches('input,select,textarea') || firstText(one) !== null),
  );
}

/** The element at a point of the window, through open shadow roots and frames of the same origin. */
export function elementAt(document: Document, x: number, y: number, except: Element): Element | null {
  let found = document.elementsFromPoint(x, y).find((one) => one !== except) ?? null;
  for (let at = found, left = x, top = y; at; ) {
    let inner: Element | null = null;
    const frame = documentIn(at);
    if (frame) {
      const box = at.getBoundingClientRect();
      [left, top] = [left - box.left - at.clientLeft, top - box.top - at.clientTop];
      inner = frame.elementFromPoint(left, top);
    } else inner = at.shadowRoot?.elementFromPoint(left, top) ?? null;
    if (inner === null || inner === at) break;
    found = inner;
    at = inner;
  }
  return found;
}

function documentIn(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

function firstText(element: Element): Text | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\p{L}/u.test(node.nodeValue ?? '')) return node as Text;
  return null;
}

const places = ['heading', 'menu', 'breadcrumb', 'caption', 'label', 'button'] as const;
/** A link in a list or a description names a case or a person. */
const isInterface = (element: Element, place: (typeof places)[number] | null) =>
  place !== null && (place !== 'button' || !element.closest('dd,table:not([role=presentation i]) td'));
const placeOf = (text: Text) => places.find((place) => standsIn(place, text)) ?? null;

/** „Sprawa: Odwołanie Jana Kota” and „Strona 3” are another on the next page. */
const isFixed = (text: string) => text.length <= 40 && !/\d|:\s/u.test(text);

const comparableIn = (value: string, text: string) =>
  text !== '' && value.replace(/\s+/gu, ' ').trim().toLowerCase().includes(text.toLowerCase());
