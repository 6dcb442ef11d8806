/** Values longer than this are no field but a text of the document, which is not read. */
const longestValue = 200;

/** Wrappers that a label's text may stand in. */
const inline = new Set(['b', 'strong', 'span', 'em', 'i', 'small', 'font', 'u', 'bdi', 'a']);
const unread = new Set(['password', 'hidden', 'file', 'image', 'submit', 'button', 'reset']);

/** Where the value of a label was found. `column`: under the head of a table with one row. */
export interface Labelled {
  value: string;
  from: 'beside' | 'column';
  /** The element that holds the value. */
  element: Element;
}

/**
 * The value that a label's text stands for: the control of a form label, the `dd` of a `dt`, the next cell of a row,
 * the cell under a column's head where there is only one row, or what stands next to it.
 */
export function labelledValue(label: Text): Labelled | null {
  let element = label.parentElement;
  while (element && inline.has(element.localName) && isAllOf(element, label)) {
    const beside = element.localName === 'a' ? null : besideInline(element);
    if (beside) return beside;
    element = element.parentElement;
  }
  if (!element) return null;
  const form = element.closest('label');
  if (form) {
    const control = (form as HTMLLabelElement).control ?? null;
    return control ? controlValue(control) : nextTo(form);
  }
  const term = element.closest('dt');
  if (term) return describedBy(term);
  const cell = element.closest('th,td');
  if (cell) return cellBeside(cell) ?? underHead(cell);
  if (!isAllOf(element, label)) return afterText(label, element);
  return nextTo(element);
}

/** Every label of the document with its value, for a reader that is asked for all. */
export function* allLabels(root: Document | ShadowRoot): Generator<Text> {
  for (const element of root.querySelectorAll('label,dt,th,td,b,strong,span,div,p')) {
    const isCell = element.localName === 'td' || element.localName === 'th';
    if (isCell && !isLabelCell(element)) continue;
    const isNamed = ['label', 'dt', 'th'].includes(element.localName);
    const text = firstText(element);
    if (!text || (!isNamed && !isCell && !/:\s*$/u.test(text.data))) continue;
    yield text;
  }
}

/** A cell is a label by its colon, or in a table of labels and values: two or four cells, no heads. */
function isLabelCell(cell: Element): boolean {
  if (cell.localName === 'th') return true;
  if (/:\s*$/u.test(cell.textContent ?? '')) return true;
  if (cell.querySelector('label')) return false;
  const row = cell.parentElement;
  const cells = row?.children.length ?? 0;
  if (cells !== 2 && cells !== 4) return false;
  const isOdd = row !== null && Array.prototype.indexOf.call(row.children, cell) % 2 === 0;
  return isOdd && cell.closest('table')?.querySelector('th') === null;
}

function firstText(element: Element): Text | null {
  const { ownerDocument } = element;
  const walker = ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\S/u.test(node.nodeValue ?? '')) return node as Text;
  return null;
}

const isAllOf = (element: Element, text: Text) => (element.textContent ?? '').trim() === text.data.trim();

/** `<b>Prowadzący:</b> Anna Nowak` and `<span>Prowadzący</span><span>Anna Nowak</span>`. */
function besideInline(element: Element): Labelled | null {
  if (element.closest('label,dt')) return null;
  for (let node = element.nextSibling; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      const value = trimmed(node.nodeValue ?? '');
      if (value && element.parentElement) return { value, from: 'beside', element: element.parentElement };
    } else if (node.nodeType === 1) {
      return valueIn(node as Element);
    }
  }
  return null;
}

/** The rest of a text that begins with its label: `Prowadzący: Anna Nowak`. */
function afterText(label: Text, element: Element): Labelled | null {
  const next = label.nextSibling;
  return next?.nodeType === 1 && element.localName !== 'form' ? valueIn(next as Element) : null;
}

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
  let at: Element | null = element;
  for (let level = 0; at && level < 2; level += 1) {
    const next: Element | null = at.nextElementSibling;
    if (next) return valueIn(next);
    at = at.parentElement;
    if (at && !isOnlyChild(at)) return null;
  }
  return null;
}

const isOnlyChild = (parent: Element) => parent.childElementCount === 1;

function valueIn(element: Element): Labelled | null {
  const control = element.matches('input,select,textarea')
    ? element
    : element.querySelector('input,select,textarea');
  if (control) return controlValue(control);
  if (element.closest('[contenteditable]')) return null;
  const value = trimmed(element.textContent ?? '');
  return value ? { value, from: 'beside', element } : null;
}

function controlValue(control: Element): Labelled | null {
  const value = trimmed(valueOfControl(control));
  return value ? { value, from: 'beside', element: control } : null;
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

function trimmed(text: string): string {
  const value = text.replace(/\s+/gu, ' ').trim();
  return value.length > longestValue ? '' : value;
}
