import { attempt } from './attempt';
import { asWritten, longestName } from './comparable';
import { isVisible } from './visible';

/** Values longer than this are no field but a text of the document, which is not read. */
const longestValue = 200;

/** Wrappers that a label's text may stand in. */
const inline = new Set(['b', 'strong', 'span', 'em', 'i', 'small', 'font', 'u', 'bdi', 'a']);
const controls = 'input:not([type=hidden i]),select,textarea';
const unread = new Set(['password', 'hidden', 'file', 'image', 'submit', 'button', 'reset']);
/** What is being written, and what nobody sees. */
const writing = '[contenteditable]:not([contenteditable=false])';
const notValue = `script,style,noscript,template,button,${writing}`;
/** Entries of menus and buttons do what they name; what stands behind them is another entry. */
const doing =
  'a,button,option,nav,[role=button],[role=navigation],[role=menu],[role=menubar],[role=tablist],[role=option]';

const heading = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Where the value of a label was found. `column`: under the head of a table with one row. */
interface Labelled {
  value: string;
  from: 'beside' | 'column';
  /** The element that holds the value. */
  element: Element;
}

/** A field as the page writes it, without the colon. `text`: label and value stand in one text. */
interface Field {
  label: string;
  value: string;
  from: Labelled['from'] | 'text';
}

/** The field that a label's text names; null where nothing stands for its value. */
export function fieldOf(label: Text, namedBy: ReadonlyMap<string, Element> | null = null): Field | null {
  const [name = '', ...rest] = label.data.split(/:\s/u);
  const value = rest.join(': ').trim();
  if (value !== '')
    return trimmed(value) ? { label: asWritten(name), value: trimmed(value), from: 'text' } : null;
  const found = labelledValue(label, namedBy);
  return found && { label: asWritten(label.data), value: found.value, from: found.from };
}

/** Controls that only an attribute names. */
export const namedControls = 'input[aria-label],select[aria-label],textarea[aria-label]';

/** The field of a control that only an attribute names. */
export function fieldOfControl(control: Element): Field | null {
  const found = isVisible(control) ? controlValue(control) : null;
  return (
    found && {
      label: asWritten(control.getAttribute('aria-label') ?? ''),
      value: found.value,
      from: 'beside',
    }
  );
}

/**
 * The value that a label's text stands for: the control of a form label, the `dd` of a `dt`, the next cell of a row,
 * the cell under a column's head where there is only one row, or what stands next to it. Only what a person can see.
 */
function labelledValue(label: Text, namedBy: ReadonlyMap<string, Element> | null): Labelled | null {
  const found = standingFor(label, (element) => controlNamedBy(element, namedBy));
  return found && isVisible(found.element) ? found : null;
}

function standingFor(label: Text, controlOf: (element: Element) => Labelled | null): Labelled | null {
  let element = label.parentElement;
  while (element && inline.has(element.localName) && isAllOf(element, label)) {
    const beside = controlOf(element) ?? besideInline(element);
    if (beside) return beside;
    element = element.parentElement;
  }
  if (!element) return null;
  const form = element.closest('label');
  if (form) {
    const control = (form as HTMLLabelElement).control ?? null;
    return control ? controlValue(control) : (controlOf(form) ?? nextTo(form));
  }
  const named = controlOf(element);
  if (named) return named;
  const term = element.closest('dt');
  if (term) return describedBy(term);
  const cell = element.closest('th,td');
  if (cell && isAllOf(cell, label)) return cellBeside(cell) ?? underHead(cell);
  return afterText(label, element) ?? (isAllOf(element, label) ? nextTo(element) : null);
}

/** The field that an element is the label or the value of. A part of the page that holds several is none of them. */
export function fieldAt(element: Element): (Field & { isChoice: boolean }) | null {
  const within: (Field & { isChoice: boolean })[] = [];
  for (const { text, namedBy } of allLabels(element.getRootNode() as Document | ShadowRoot)) {
    const field = attempt(() => fieldOf(text, namedBy), null);
    if (field === null) continue;
    const holder = text.parentElement;
    const value = field.from === 'text' ? holder : attempt(() => labelledValue(text, namedBy), null)?.element;
    const found = { ...field, isChoice: value?.matches(choices) ?? false };
    const isIts =
      holder?.contains(element) ||
      value?.contains(element) ||
      text.parentElement?.closest('label')?.contains(element);
    if (isIts) return found;
    if (holder && element.contains(holder)) within.push(found);
  }
  const [only, ...others] = within;
  if (only) return others.some(({ label }) => label !== only.label) ? null : only;
  const named = element.matches(namedControls) ? attempt(() => fieldOfControl(element), null) : null;
  return named && { ...named, isChoice: element.matches(choices) };
}

const choices = 'select,[type=radio i],[type=checkbox i]';

/** Every label of the tree, for a reader that is asked for all; and the controls that are named in it by an id. */
export function* allLabels(
  root: Document | ShadowRoot,
): Generator<{ text: Text; namedBy: ReadonlyMap<string, Element> }> {
  const namedBy = new Map<string, Element>();
  for (const control of root.querySelectorAll('[aria-labelledby]'))
    for (const id of (control.getAttribute('aria-labelledby') ?? '').split(/\s+/u))
      if (!namedBy.has(id)) namedBy.set(id, control);
  const headed = new Map<Element, boolean>();
  for (const element of root.querySelectorAll('label,dt,th,td,b,strong,span,div,p,li')) {
    const text = attempt(() => firstText(element), null);
    if (text && attempt(() => isLabel(element, text, namedBy, headed), false)) yield { text, namedBy };
  }
}

/** @param headed which tables have heads, as far as known */
function isLabel(
  element: Element,
  text: Text,
  namedBy: ReadonlyMap<string, Element>,
  headed: Map<Element, boolean>,
): boolean {
  if (text.data.length > 2 * longestName) return false;
  const { localName } = element;
  if (localName === 'label' || localName === 'dt' || localName === 'th') return true;
  if (/:\s*$/u.test(text.data) || namedBy.has(element.id)) return true;
  if (text.parentElement === element && inOneText.test(text.data)) return true;
  return localName === 'td' && isLabelCell(element, headed);
}

/** „Prowadzący: Anna Nowak”: a few words, a colon and a value. */
const inOneText = /^\s*\p{L}[^:.;!?]{0,50}:\s+\S/u;

/** A cell is a label in a table of labels and values: two or four cells, no heads. */
function isLabelCell(cell: Element, headed: Map<Element, boolean>): boolean {
  const row = cell.parentElement;
  const cells = row?.children.length ?? 0;
  if (!row || (cells !== 2 && cells !== 4) || cell.querySelector('label,table')) return false;
  if (Array.prototype.indexOf.call(row.children, cell) % 2 !== 0) return false;
  const table = cell.closest('table');
  if (!table) return false;
  const isHeaded = headed.get(table) ?? table.querySelector('th') !== null;
  headed.set(table, isHeaded);
  return !isHeaded;
}

/** The first text with a letter in it: „* Rodzaj” may stand in two. */
function firstText(element: Element): Text | null {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\p{L}/u.test(node.nodeValue ?? '')) return node as Text;
  return null;
}

/** Whether the label is all that the element says; stars, colons and icons aside. */
function isAllOf(element: Element, label: Text): boolean {
  if (element.childNodes.length === 1 && element.firstChild === label) return true;
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node !== label && /[\p{L}\p{N}]/u.test(node.nodeValue ?? '')) return false;
  return true;
}

/** The control that says by `aria-labelledby` that this element names it. */
function controlNamedBy(element: Element, namedBy: ReadonlyMap<string, Element> | null): Labelled | null {
  const { id } = element;
  if (typeof id !== 'string' || id === '') return null;
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = namedBy
    ? namedBy.get(id)
    : root.querySelector(`[aria-labelledby~="${id.replace(/["\\\n]/g, '\\$&')}"]`);
  return named?.matches(controls) ? controlValue(named) : null;
}

/** `<b>Prowadzący:</b> Anna Nowak` and `<span>Prowadzący</span><span>Anna Nowak</span>`. */
function besideInline(element: Element): Labelled | null {
  return element.closest(`label,dt,${doing}`) ? null : behind(element);
}

/** What stands behind a text that ends with its label: `Prowadzący: <a>Anna Nowak</a>`. */
function afterText(label: Text, element: Element): Labelled | null {
  if (element.closest(doing)) return null;
  const found = behind(label);
  return found && (/:\s*$/u.test(label.data) || found.element.matches(controls)) ? found : null;
}

/** What follows a node in its parent: a text, or an element. */
function behind(label: Node): Labelled | null {
  for (let node = label.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const value = trimmed((node.nodeValue ?? '').replace(/^\s*[:*]+/u, ''));
      if (value) return node.parentElement && { value, from: 'beside', element: node.parentElement };
    } else if (node.nodeType === 1 && !isIcon(node as Element)) return valueIn(node as Element);
  }
  return null;
}

/** A star or an icon between label and value. */
const isIcon = (element: Element) =>
  element.localName !== 'br' &&
  !element.matches(controls) &&
  !isLarge(element) &&
  element.querySelector(controls) === null &&
  /^[\s:*]*$/u.test(element.textContent ?? '');

function describedBy(term: Element): Labelled | null {
  for (let next = term.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.localName === 'dd') return valueIn(next);
    if (next.localName !== 'dt') return null;
  }
  return null;
}

function cellBeside(cell: Element): Labelled | null {
  if (isHead(cell)) return null;
  const next = cell.nextElementSibling;
  return next?.localName === 'td' ? valueIn(next) : null;
}

/** A head over a column: in `thead`, or in a row of heads only. */
function isHead(cell: Element): boolean {
  if (cell.localName !== 'th') return cell.closest('thead') !== null;
  if (cell.getAttribute('scope') === 'row') return false;
  return cell.closest('thead') !== null || cell.parentElement?.querySelector(':scope > td') === null;
}

/** Under a column's head: only where the table has one row of data, for of several nobody knows which is meant. */
function underHead(head: Element): Labelled | null {
  if (!isHead(head)) return null;
  const table = head.closest('table');
  const column = Array.prototype.indexOf.call(head.parentElement?.children ?? [], head);
  if (!table || column < 0) return null;
  let only: Element | null = null;
  const walker = table.ownerDocument.createTreeWalker(table, 1);
  for (let node = walker.nextNode() as Element | null; node; node = walker.nextNode() as Element | null) {
    if (node.localName !== 'tr' || node.closest('thead') || node === head.parentElement) continue;
    if (only) return null;
    only = node;
  }
  const cell = only?.children[column];
  const found = cell ? valueIn(cell) : null;
  return found && { ...found, from: 'column' };
}

function nextTo(element: Element): Labelled | null {
  if (element.closest(`li,${doing}`)) return null;
  let at: Element | null = element;
  for (let level = 0; at && level < 2; level += 1) {
    const next: Element | null = at.nextElementSibling;
    if (next) return next.matches(heading) ? null : valueIn(next);
    at = at.parentElement;
    if (at && (at.localName === 'li' || !isOnlyChild(at))) return null;
  }
  return null;
}

const isOnlyChild = (parent: Element) => parent.childElementCount === 1;

function valueIn(element: Element): Labelled | null {
  if (element.matches(controls)) return controlValue(element);
  if (isLarge(element)) return null;
  const within = [...element.querySelectorAll(controls)].filter(isVisible);
  const [first] = within;
  if (first) {
    const chosen = within.find(
      (control) => control.matches('[type=radio i]') && (control as HTMLInputElement).checked,
    );
    return chosen ? chosenValue(chosen) : controlValue(first);
  }
  if (element.closest(writing)) return null;
  const value = seenText(element);
  // What ends with a colon is the next label: this one has no value.
  return value && !value.endsWith(':') ? { value, from: 'beside', element } : null;
}

/** A part of the page, and no value: a list of all countries to choose from is less. */
const isLarge = (element: Element) => element.getElementsByTagName('*').item(1_000) !== null;

function controlValue(control: Element): Labelled | null {
  const value = trimmed(valueOfControl(control));
  return value ? { value, from: 'beside', element: control } : null;
}

/** Of a group of choices: what the chosen one is called. */
function chosenValue(radio: Element): Labelled | null {
  const label = (radio as HTMLInputElement).labels?.[0];
  const value = label ? seenText(label) : trimmed(radio.nextSibling?.nodeValue ?? '');
  return value ? { value, from: 'beside', element: radio } : null;
}

function valueOfControl(control: Element): string {
  if (control.localName === 'select') {
    const { selectedOptions } = control as HTMLSelectElement;
    return Array.from(selectedOptions, ({ textContent }) => textContent ?? '').join(', ');
  }
  const input = control as HTMLInputElement;
  if (unread.has(input.type)) return '';
  if (input.type === 'checkbox' || input.type === 'radio') return input.checked ? 'tak' : 'nie';
  return String(input.value ?? '');
}

/** What a person reads in an element, with a space where one block ends and another begins; empty when too long. */
function seenText(element: Element): string {
  let text = '';
  let before: Element | null = null;
  const add = (piece: string) => {
    const single = piece.replace(/\s+/gu, ' ');
    text += text === '' || text.endsWith(' ') ? single.trimStart() : single;
  };
  const walker = element.ownerDocument.createTreeWalker(element, 5);
  for (let node = walker.nextNode(); node && text.length <= longestValue + 1; node = walker.nextNode()) {
    const parent = node.parentElement;
    const isBreak =
      node.nodeType === 1 ? !inline.has((node as Element).localName) : parent !== before && isBlock(before);
    if (isBreak) add(' ');
    if (node.nodeType === 1) continue;
    before = parent;
    if (parent && !parent.closest(notValue) && isVisible(parent)) add(node.nodeValue ?? '');
  }
  return trimmed(text);
}

const isBlock = (element: Element | null) => element !== null && !inline.has(element.localName);

function trimmed(text: string): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  return value.length > longestValue ? '' : value;
}
