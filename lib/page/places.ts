import type { SignalPlace } from './page-context';

export const dialogSelector = 'dialog,[role=dialog],[role=alertdialog]';

const heading = 'h1,h2,h3,h4,[role=heading]';
const navigation = 'nav,[role=navigation],[role=menu],[role=menubar],[role=tree],#menu,.menu';
const menu = `${navigation},[role=tablist],aside,[id*=menu]:not(html,body),[class*=menu]:not(html,body)`;
const active =
  '[aria-current]:not([aria-current=false]),[aria-selected=true],.active,.selected,.current,.wybrany,.wybrana,.aktywny,.aktywna';
const trail =
  '[class*=breadcrumb],[class*=Breadcrumb],[class*=okruszk],[class*=sciezka],[aria-label*=cieżka],[aria-label*=kruszki],[aria-label*=readcrumb]';
/** How the places are found, for whoever describes a page by them. */
export const placeSelectors = { dialog: dialogSelector, navigation, menu, active, trail };
const caption = 'caption,legend,figcaption';
const label = 'label,dt,th';
const button = 'button,[role=button],a,input[type=button],input[type=submit]';
/** What stands here is text of the document or a choice not made, and names no place. */
const notNaming =
  'script,style,noscript,template,option,textarea,[contenteditable]:not([contenteditable=false])';

/**
 * Whether the text stands where the place says, as the page is now. Menus count by their active entry, a trail of
 * crumbs by its last.
 */
export function standsIn(place: SignalPlace, text: Text): boolean {
  const element = text.parentElement;
  if (!element || element.closest(notNaming)) return false;
  switch (place) {
    case 'heading':
      return element.closest(heading) !== null && element.closest(`${dialogSelector},${navigation}`) === null;
    case 'menu': {
      const entry = element.closest(active);
      return entry !== null && entry.closest(menu) !== null && isNameOf(entry, text);
    }
    case 'breadcrumb': {
      const crumbs = element.closest(trail);
      return crumbs !== null && isLastOf(crumbs, text);
    }
    case 'caption':
      return element.closest(caption) !== null;
    case 'label':
      return element.closest(label) !== null;
    case 'button':
      return element.closest(button) !== null;
    default:
      return false;
  }
}

/** 1 for `h1`, up to 4; null for a text in no heading. */
export function headingLevel(text: Text): number | null {
  const found = text.parentElement?.closest(heading);
  if (!found) return null;
  const level = /^h([1-4])$/.exec(found.localName)?.[1] ?? found.getAttribute('aria-level') ?? '3';
  return Math.min(4, Math.max(1, Number(level) || 3));
}

const headings = new Set(['h1', 'h2', 'h3', 'h4']);

/** Whether a text stands in a heading or close beneath one. Asked of every text with a sign, so it looks no further. */
export function isInHeading(text: Text): boolean {
  let element = text.parentElement;
  for (let level = 0; element && level < 3; level += 1) {
    if (headings.has(element.localName) || element.getAttribute('role') === 'heading') return true;
    element = element.parentElement;
  }
  return false;
}

export const isNaming = (text: Text) => text.parentElement?.closest(notNaming) === null;

/** The name of a dialog: what it is labelled by, else its title bar or first heading. */
export function dialogTitle(dialog: Element): string {
  const labelledBy = dialog.getAttribute('aria-labelledby')?.split(/\s+/u) ?? [];
  const root = dialog.getRootNode() as Document | ShadowRoot;
  const names = labelledBy.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
  const title =
    names.trim() ||
    dialog.getAttribute('aria-label') ||
    dialog.querySelector(`.ui-dialog-title,.modal-title,legend,${heading}`)?.textContent ||
    dialog.getAttribute('title') ||
    '';
  return title.trim();
}

/** An active entry that holds a whole submenu is not the place that each of its entries names. */
function isNameOf(entry: Element, text: Text): boolean {
  return (entry.textContent ?? '').trim().length <= text.data.trim().length + 12;
}

/** Whether nothing with a letter or a digit stands behind the text in its trail. */
function isLastOf(crumbs: Element, text: Text): boolean {
  const walker = text.ownerDocument.createTreeWalker(crumbs, 4);
  walker.currentNode = text;
  for (let next = walker.nextNode(); next; next = walker.nextNode())
    if (/[\p{L}\p{N}]/u.test(next.nodeValue ?? '') && !next.parentElement?.closest(notNaming)) return false;
  return true;
}
