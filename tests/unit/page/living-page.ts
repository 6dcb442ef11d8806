import fc from 'fast-check';

/** A piece of a page, as data: so that a failing run can be printed and made smaller. */
export type Piece = string | { tag: string; marks: Record<string, string>; holds: Piece[]; shadow?: Piece[] };

/** One thing that a web system does to its page. Numbers choose among the nodes there are, whatever their count. */
export type Deed =
  | { do: 'insert'; piece: Piece; into: number; at: number }
  | { do: 'remove'; which: number }
  | { do: 'move'; which: number; into: number; at: number }
  | { do: 'empty'; which: number }
  | { do: 'write'; which: number; text: string }
  | { do: 'split'; which: number; at: number }
  | { do: 'mark'; which: number; name: string; value: string | null }
  | { do: 'open-shadow'; which: number; holds: Piece[] }
  | { do: 'fill-frame'; which: number; holds: Piece[] }
  | { do: 'type'; which: number; text: string }
  | { do: 'title'; text: string }
  | { do: 'pause'; milliseconds: number };

const texts = [
  'Sprawa FN.3123.11.2026',
  'Sprawa FN.3123.12.2026',
  'FN.3123.11.2026',
  'Znak sprawy:',
  'Znak sprawy: OR.0050.7.2026',
  'Moje sprawy',
  'Nowe pismo',
  'Przekazanie',
  'Zakończenie sprawy',
  'Koszulka: podatek',
  'Projekt decyzji',
  'Prowadzący:',
  'Prowadzący: Ewa Lis',
  'Anna Nowak',
  'Status',
  'w toku',
  'Wydano decyzję.',
  'decyzja i postanowienie',
  'Trwa ładowanie',
  'zwykły tekst',
  ' ',
];
const tags =
  'h1 h2 div div p span b label dl dt dd table tr th td nav ul li a button legend fieldset dialog form input select option textarea section x-okno x-okno iframe details script'.split(
    ' ',
  );
const marks: [string, string][] = [
  ['hidden', ''],
  ['style', 'display:none'],
  ['class', 'active'],
  ['class', 'pismo'],
  ['class', 'breadcrumb'],
  ['class', 'menu'],
  ['open', ''],
  ['role', 'dialog'],
  ['role', 'heading'],
  ['aria-current', 'page'],
  ['aria-label', 'Przekazanie'],
  ['aria-label', 'Status'],
  ['aria-labelledby', 'pismo'],
  ['id', 'pismo'],
  ['id', 'kokpit-container'],
  ['contenteditable', 'true'],
  ['data-stan', 'otwarta'],
  ['type', 'password'],
];

const aText = fc.constantFrom(...texts);
const aMark = fc.constantFrom(...marks);
const someMarks = fc
  .array(aMark, { maxLength: 2 })
  // A page that is signed in to is left alone as a whole: once in a while is enough.
  .map((chosen) => Object.fromEntries(chosen.filter(([name]) => name !== 'type')));

const { piece: aPiece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    aText,
    fc.record(
      {
        tag: fc.constantFrom(...tags),
        marks: someMarks,
        holds: fc.array(tie('piece'), { maxLength: 3 }),
        shadow: fc.array(tie('piece'), { maxLength: 2 }),
      },
      { requiredKeys: ['tag', 'marks', 'holds'] },
    ) as fc.Arbitrary<Piece>,
  ),
}));
const aNumber = fc.nat({ max: 60 });

export const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('insert' as const), piece: aPiece, into: aNumber, at: aNumber }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which: aNumber }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), which: aNumber, into: aNumber, at: aNumber }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const), which: aNumber }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), which: aNumber, text: aText }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), which: aNumber, at: fc.nat(6) }) },
  {
    weight: 4,
    arbitrary: fc.tuple(aNumber, aMark, fc.boolean()).map(([which, [name, value], isSet]) => ({
      do: 'mark' as const,
      which,
      name,
      // A password that is shown for a while is still one: what was left alone stays so.
      value: isSet || name === 'type' ? value : null,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('open-shadow' as const),
      which: aNumber,
      holds: fc.array(aPiece, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fill-frame' as const),
      which: aNumber,
      holds: fc.array(aPiece, { maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('type' as const), which: aNumber, text: aText }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('title' as const), text: aText }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pause' as const),
      milliseconds: fc.constantFrom(0, 20, 40, 150, 3_000),
    }),
  },
);

export const aPage = fc.array(aPiece, { maxLength: 4 });

/** Makes a piece; its shadow root is there before it comes into the page, as a custom element makes it. */
function made(piece: Piece, document: Document): Node {
  if (typeof piece === 'string') return document.createTextNode(piece);
  const element = document.createElement(piece.tag);
  if (element.localName === 'script') element.setAttribute('type', 'text/plain');
  for (const [name, value] of Object.entries(piece.marks)) element.setAttribute(name, value);
  element.append(...piece.holds.map((held) => made(held, document)));
  if (piece.shadow && piece.tag.startsWith('x-'))
    element.attachShadow({ mode: 'open' }).append(...piece.shadow.map((held) => made(held, document)));
  return element;
}

export function fill(parent: Element | ShadowRoot, pieces: Piece[]): void {
  parent.replaceChildren(...pieces.map((piece) => made(piece, parent.ownerDocument)));
}

/** A text that says nothing: many of them make a page too long to be read in one go. */
const dot = '·';
export const manyTexts = (count: number): Piece => ({
  tag: 'p',
  marks: {},
  holds: Array.from({ length: count }, () => dot),
});

/** All that stands in the page: open shadow roots and frames included. */
function nodesOf(root: Node, found: Node[] = []): Node[] {
  for (const node of root.childNodes) {
    found.push(node);
    const element = node as Partial<HTMLIFrameElement>;
    if (element.shadowRoot) nodesOf(element.shadowRoot, found);
    const inner = element.localName === 'iframe' ? element.contentDocument?.body : null;
    if (inner) nodesOf(inner, found);
    nodesOf(node, found);
  }
  return found;
}

/** Does to the page what a deed says; a deed that fits nothing in the page does nothing. */
export function perform(deed: Deed, document: Document): void {
  const nodes = nodesOf(document.body).filter(({ nodeValue }) => nodeValue !== dot);
  const elements = [document.body, ...nodes.filter(({ nodeType }) => nodeType === 1)] as HTMLElement[];
  const texts = nodes.filter(({ nodeType }) => nodeType === 3) as Text[];
  const one = <T>(among: T[], which: number): T | undefined => among[which % (among.length || 1)];
  const put = (node: Node, into: number, at: number) => {
    const parent = one(
      elements.filter((element) => !node.contains(element) && !contains(node, element)),
      into,
    );
    const place = parent?.shadowRoot && at % 2 === 0 ? parent.shadowRoot : parent;
    place?.insertBefore(node, one([...place.childNodes, null], at) ?? null);
  };
  switch (deed.do) {
    case 'insert':
      put(made(deed.piece, document), deed.into, deed.at);
      break;
    case 'remove':
      (one(nodes, deed.which) as ChildNode | undefined)?.remove();
      break;
    case 'move': {
      const node = one(nodes, deed.which);
      if (node) put(node, deed.into, deed.at);
      break;
    }
    case 'empty':
      one(elements, deed.which)?.replaceChildren();
      break;
    case 'write': {
      const text = one(texts, deed.which);
      if (text) text.data = deed.text;
      break;
    }
    case 'split': {
      const text = one(texts, deed.which);
      if (text && text.length > deed.at) text.splitText(deed.at);
      break;
    }
    case 'mark': {
      const element = one(elements, deed.which);
      if (deed.value === null) element?.removeAttribute(deed.name);
      else element?.setAttribute(deed.name, deed.value);
      break;
    }
    case 'open-shadow': {
      const hosts = elements.filter(({ localName, shadowRoot }) => localName.startsWith('x-') && !shadowRoot);
      const host = one(hosts, deed.which);
      if (host) fill(host.attachShadow({ mode: 'open' }), deed.holds);
      break;
    }
    case 'fill-frame': {
      const frame = one(
        elements.filter(({ localName }) => localName === 'iframe') as HTMLIFrameElement[],
        deed.which,
      );
      if (frame?.contentDocument?.body) fill(frame.contentDocument.body, deed.holds);
      break;
    }
    case 'type': {
      const fields = elements.filter(({ localName }) => localName === 'input' || localName === 'textarea');
      const field = one(fields as HTMLInputElement[], deed.which);
      if (!field) break;
      field.value = deed.text;
      const { defaultView } = field.ownerDocument;
      if (defaultView) field.dispatchEvent(new defaultView.Event('input', { bubbles: true, composed: true }));
      break;
    }
    case 'title':
      document.title = deed.text;
      break;
    case 'pause':
  }
}

/** Whether a node holds another, in its shadow roots and frames too. */
function contains(outer: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; ) {
    if (outer.contains(at)) return true;
    const root = at.getRootNode() as Partial<ShadowRoot> & Partial<Document>;
    at = root.host ?? root.defaultView?.frameElement ?? null;
  }
  return false;
}
