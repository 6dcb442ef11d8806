import type { Box } from './placement';

/** Where the person is typing. */
export interface Typing {
  field: Box;
  /** The line of the cursor, known in rich text only: a browser does not tell it of an input. */
  line: Box | null;
}

/** Inputs in which nothing is typed. */
const notTyped = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'hidden',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/**
 * The documents down to the focused element: this one, and frames of the same origin that hold the focus. What lies in
 * a frame of another origin stays unknown.
 */
export function focusedDocuments(top: Document): Document[] {
  const documents = [top];
  for (let frame = deepActive(top); frame !== null; ) {
    const inner = documentIn(frame);
    if (inner === null) break;
    documents.push(inner);
    frame = deepActive(inner);
  }
  return documents;
}

/** @returns null while no field has the focus */
export function typedField(top: Document): Typing | null {
  const documents = focusedDocuments(top);
  const innermost = documents[documents.length - 1] ?? top;
  const element = deepActive(innermost);
  if (element === null || !takesText(element)) return null;
  const within = documents.slice(1).map((inner) => inner.defaultView?.frameElement ?? null);
  const moved = (box: Box): Box => {
    // From the innermost frame outwards: into the frame's place, and no further than the frame shows.
    let placed = box;
    for (const frame of within.toReversed()) if (frame !== null) placed = seenThrough(frame, placed);
    return placed;
  };
  const line = cursorLine(innermost, element);
  return { field: moved(boxOf(element.getBoundingClientRect())), line: line === null ? null : moved(line) };
}

/** The focused element, also inside open shadow roots; null for the page as a whole. */
function deepActive(of: Document): Element | null {
  let active = of.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function documentIn(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // Another origin.
  }
}

/** By name, not by class: an element of a frame is of that frame's classes. */
function takesText(element: Element): boolean {
  if (element.localName === 'textarea' || element.localName === 'select') return true;
  if (element.localName === 'input') return !notTyped.has((element as HTMLInputElement).type);
  return (element as HTMLElement).isContentEditable || element.ownerDocument.designMode === 'on';
}

function cursorLine(of: Document, field: Element): Box | null {
  if (field.localName === 'textarea' || field.localName === 'input') return null;
  const selection = of.getSelection();
  if (!selection?.focusNode || selection.rangeCount === 0) return null;
  const rect = selection.getRangeAt(selection.rangeCount - 1).getClientRects()[0];
  if (rect) return boxOf(rect);
  // A cursor in an empty line has no box of its own; its element has.
  const node = selection.focusNode;
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return element && element !== field ? boxOf(element.getBoundingClientRect()) : null;
}

function seenThrough(frame: Element, box: Box): Box {
  const { left, top } = frame.getBoundingClientRect();
  const x = left + frame.clientLeft;
  const y = top + frame.clientTop;
  return {
    left: Math.max(box.left, 0) + x,
    top: Math.max(box.top, 0) + y,
    right: Math.min(box.right, frame.clientWidth) + x,
    bottom: Math.min(box.bottom, frame.clientHeight) + y,
  };
}

const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
