import { allLabels, dialogTitle, isOwnHost, isVisible, placeSelectors } from '@/lib/page/page';
import type { KnownNames } from './known-names';
import { NameSieve } from './name-sieve';
import {
  blank,
  type Skeleton,
  type SkeletonElement,
  type SkeletonNode,
  skeletonFormat,
  skeletonLimits,
  withoutNumbers,
  wordsKept,
} from './skeleton';
import { htmlNames, inputTypes, roles } from './vocabulary';

type MadeSkeleton =
  | {
      is: 'made';
      skeleton: Skeleton /** Values that stood in the page and are in no file. */;
      blanked: number;
    }
  /** `left-alone`: a password is typed there. */
  | { is: 'too-big' | 'left-alone' };

/** What the script in a page answers: the file's text, or why there is none. */
export type SkeletonAnswer =
  | { is: 'made'; source: string; blanked: number }
  | Exclude<MadeSkeleton, { is: 'made' }>;

/** Nodes looked at; a page with more would hold up its clerk. */
const mostNodes = 300_000;
/** Of rows and entries alike, and of other parts alike that follow one another, so many stay: more tell nothing. */
const mostAlike = 3;
/** Each means something at its place, however alike. */
const counted = new Set(['td', 'th', 'dt', 'dd', 'br', 'label', 'input', 'select', 'textarea']);

/** Where interfaces name things. */
const naming =
  `h1,h2,h3,h4,h5,h6,[role=heading],label,dt,th,legend,caption,figcaption,button,summary,a,[role=button],[role=tab],` +
  `[role=menuitem],[role=link],.ui-dialog-title,.modal-title,[role=tablist],${placeSelectors.navigation},${placeSelectors.trail}`;
/** A link in a list or a description names a case or a person. */
const listed = 'dd,table:not([role=presentation i]) td';
const unread = 'script,style,noscript,template,option,textarea';
const gone = new Set(
  'script,style,noscript,template,link,meta,base,head,title,svg,math,img,picture,video,audio,canvas,object,embed,map,param'.split(
    ',',
  ),
);
/** What means something even with nothing in it. */
const keptEmpty = new Set(['td', 'th', 'dd', 'dt', 'tr', 'br', 'input', 'select', 'textarea', 'option']);
const writing = '[contenteditable]:not([contenteditable=false])';
const textual =
  /^(?:title|alt|placeholder|value|href|src|aria-(?!current|selected|hidden|expanded|level)|data-)/;

/**
 * Copies the structure of a page, as it is seen now, with what is known beforehand and a blank for everything else: no
 * value, no name, no address and no attribute of the page gets into it. It changes nothing and never throws but for a
 * document that cannot be walked.
 *
 * Shadow roots stand where their host stands. A frame of the same origin is a part of the page; its headings are two
 * levels lower, for that is what a reader thinks less of them.
 */
export function makeSkeleton(document: Document, known: KnownNames): MadeSkeleton {
  const passwords = [...document.querySelectorAll('input[type=password i]')];
  if (passwords.some(isVisible)) return { is: 'left-alone' };
  return new Making(document, known).whole();
}

class Making {
  readonly #document: Document;
  readonly #sieve: NameSieve;
  readonly #known: KnownNames;
  readonly #selected: ReturnType<typeof namesIn>;
  readonly #labels = new Set<Text>();
  readonly #references = new Map<string, string>();
  readonly #roots = new Set<Node>();
  #looked = 0;
  #made = 0;
  #blanked = 0;

  constructor(document: Document, known: KnownNames) {
    this.#document = document;
    this.#known = known;
    this.#sieve = new NameSieve(known);
    this.#selected = namesIn(known.selectors);
  }

  whole(): MadeSkeleton {
    const body = this.#document.body ?? this.#document.documentElement;
    this.#enter(this.#document);
    const title = this.#sieve.signal(this.#document.title.slice(0, 1_000));
    if (this.#document.title !== title && this.#document.title.trim() !== '') this.#blanked += 1;
    try {
      const page: SkeletonElement = ['body', this.#attributes(body, 'body', 0), ...this.#within(body, 0, 0)];
      const skeleton: Skeleton = { format: skeletonFormat, title, address: this.#address(), page };
      if (this.#made > skeletonLimits.elements) return { is: 'too-big' };
      return { is: 'made', skeleton, blanked: this.#blanked };
    } catch (error) {
      if (error === tooBig) return { is: 'too-big' };
      throw error;
    }
  }

  /** What descriptions say of the address, in their words. */
  #address(): Skeleton['address'] {
    const { location } = this.#document;
    const longest = (beginnings: string[], whole: string) =>
      beginnings
        .filter(
          (one) => one !== '' && one.length <= skeletonLimits.text && whole.startsWith(one.toLowerCase()),
        )
        .reduce((best, one) => (one.length > best.length ? one : best), '');
    return {
      host: longest(this.#known.hosts, (location?.host ?? '').toLowerCase()),
      path: longest(this.#known.paths, (location?.pathname ?? '').toLowerCase()),
    };
  }

  /** Each tree once: which of its texts are labels, and which of its ids are spoken of. */
  #enter(root: Document | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    for (const { text } of allLabels(root)) this.#labels.add(text);
  }

  #within(parent: Node, depth: number, lower: number): SkeletonNode[] {
    const children = childrenOf(parent);
    const made: SkeletonNode[] = [];
    const alike = new Map<string, number>();
    let before = '';
    for (const child of children) {
      this.#looked += 1;
      if (this.#looked > mostNodes) throw tooBig;
      const nodes = child.nodeType === 3 ? this.#text(child as Text) : this.#element(child, depth, lower);
      for (const node of nodes) {
        if (children.length > mostAlike && typeof node !== 'string' && !counted.has(node[0])) {
          const shape = shapeOf(node);
          const isEntry = node[0] === 'tr' || node[0] === 'li';
          const count = (isEntry || shape === before ? (alike.get(shape) ?? 0) : 0) + 1;
          before = shape;
          alike.set(shape, count);
          if (count > mostAlike) {
            this.#made -= sizeOf(node);
            continue;
          }
        }
        made.push(node);
      }
    }
    return joined(made);
  }

  #text(text: Text): SkeletonNode[] {
    const element = text.parentElement ?? hostOf(text);
    const { data } = text;
    if (!element || element.closest(unread) || !/\S/u.test(data)) return [];
    if (!isVisible(element)) return this.#count(data);
    const found = this.#isName(text, element) ? this.#sieve.name(data) : this.#sieve.value(data);
    if (found !== '' && wordsKept(found).length < data.replace(/\s+/gu, ' ').trim().length)
      this.#blanked += 1;
    if (found === '') return this.#count(data);
    // The space that parts it from what stands beside it.
    return [`${/^\s/u.test(data) ? ' ' : ''}${found}${/\s$/u.test(data) ? ' ' : ''}`];
  }

  #isName(text: Text, element: Element): boolean {
    if (this.#labels.has(text)) return true;
    const place = element.closest(naming);
    if (place === null) return false;
    // The nearest of the two tells: a button in a cell is a button, and a cell in a menu is data.
    const cell = element.closest(listed);
    if (cell === null || !place.contains(cell)) return !(cell && place.matches('a,[role=link]'));
    return false;
  }

  #count(text: string): [] {
    if (/[\p{L}\p{N}]/u.test(text)) this.#blanked += 1;
    return [];
  }

  #element(node: Node, depth: number, lower: number): SkeletonNode[] {
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    const { localName } = element;
    if (typeof localName !== 'string' || isOwnHost(element)) return [];
    this.#countAttributes(element);
    if (gone.has(localName)) return this.#count(element.textContent ?? '');
    const isSeen = isVisible(element);
    if (localName === 'iframe' || localName === 'frame')
      return isSeen ? this.#frame(element, depth, lower) : [];
    if (depth >= skeletonLimits.depth - 2) return this.#count(element.textContent ?? '');
    if (isSeen && element.matches('input,select,textarea')) return this.#control(element, localName);
    if (isSeen && element.matches(writing)) {
      this.#count(element.textContent ?? '');
      return this.#keep(['div', { ...this.#attributes(element, 'div', 0), contenteditable: 'true' }]);
    }
    if (element.shadowRoot) this.#enter(element.shadowRoot);
    const within = this.#within(element, depth + 1, lower);
    // An element without a box may hold some that have one; a hidden one holds none, and nothing of it comes here.
    if (!isSeen) return within;
    const name = this.#nameOf(localName, lower);
    const attributes = this.#attributes(element, name, lower);
    if (within.length === 0 && !keptEmpty.has(name) && Object.keys(attributes).length === 0) return [];
    return this.#keep([name, attributes, ...within]);
  }

  #keep(element: SkeletonElement): [SkeletonElement] {
    this.#made += 1;
    // Rows alike are still to be left out; what is so much more than a file may hold would only cost.
    if (this.#made > skeletonLimits.elements * 4) throw tooBig;
    return [element];
  }

  #nameOf(localName: string, lower: number): string {
    const level = /^h([1-6])$/.exec(localName)?.[1];
    if (level !== undefined) return `h${Math.min(6, Number(level) + lower)}`;
    return htmlNames.has(localName) || this.#selected.tags.has(localName) ? localName : 'div';
  }

  #frame(frame: Element, depth: number, lower: number): SkeletonNode[] {
    let inner: Document | null = null;
    try {
      inner = (frame as HTMLIFrameElement).contentDocument;
    } catch {
      // Of another origin, it is not read either.
    }
    if (!inner?.body) return [];
    if ([...inner.querySelectorAll('input[type=password i]')].some(isVisible)) return [];
    this.#enter(inner);
    const within = this.#within(inner.body, depth + 1, Math.min(4, lower + 2));
    return within.length === 0 ? [] : this.#keep(['section', {}, ...within]);
  }

  #control(element: Element, localName: string): SkeletonNode[] {
    const attributes = this.#attributes(element, localName, 0);
    if (localName === 'input') return this.#keep([localName, attributes]);
    const text =
      localName === 'select'
        ? Array.from((element as HTMLSelectElement).selectedOptions, (one) => one.textContent ?? '').join(
            ', ',
          )
        : String((element as HTMLTextAreaElement).value ?? '');
    this.#count(element.textContent || text);
    const value = this.#sieve.value(text);
    if (localName === 'textarea')
      return this.#keep([localName, attributes, ...(value === '' ? [] : [value])]);
    return this.#keep([
      localName,
      attributes,
      ...(value === '' ? [] : [['option', {}, value] as SkeletonElement]),
    ]);
  }

  /** What a reader goes by, said anew; and what a selector that is known beforehand names. */
  #attributes(element: Element, name: string, lower: number): Record<string, string> {
    const made: Record<string, string> = {};
    const put = (attribute: string, value: string | null | undefined) => {
      if (value) made[attribute] = value.slice(0, skeletonLimits.text);
    };
    const read = (attribute: string) => element.getAttribute(attribute) ?? '';
    const role = read('role').toLowerCase();
    if (roles.has(role)) made.role = role;
    put('id', this.#idOf(element, read('id')));
    const classes = [
      ...read('class')
        .split(/\s+/u)
        .filter((one) => this.#selected.classes.has(one)),
      ...(element.matches(placeSelectors.trail) ? ['breadcrumb'] : []),
      ...(element.matches('.menu,#menu') ? ['menu'] : []),
      // A menu by its name only: headings in it are headings.
      ...(element.matches('[id*=menu]:not(#menu),[class*=menu]:not(.menu)') && name !== 'body'
        ? ['obok-menu']
        : []),
      ...(element.matches('.ui-dialog-title,.modal-title') ? ['modal-title'] : []),
    ];
    put('class', [...new Set(classes)].join(' '));
    for (const [attribute, values] of this.#selected.attributes) {
      const value = element.getAttribute(attribute);
      if (value === null) continue;
      const wanted = values.find((one) => one.fits(value));
      if (wanted) made[attribute] = wanted.literal;
    }
    if (element.matches(placeSelectors.active)) made['aria-current'] = 'true';
    if (name === 'label') put('for', this.#reference(element, read('for')));
    const isDialog = element.matches(placeSelectors.dialog);
    if (isDialog || element.matches('input,select,textarea')) {
      const labelledBy = read('aria-labelledby')
        .split(/\s+/u)
        .map((id) => this.#reference(element, id))
        .filter((id) => id !== '');
      put('aria-labelledby', labelledBy.join(' '));
    }
    if (isDialog) this.#nameDialog(element, made);
    else if (this.#sieve.isKnown(read('aria-label')))
      made['aria-label'] = this.#sieve.name(read('aria-label')).slice(0, skeletonLimits.text);
    if ((name === 'dialog' || name === 'details') && element.hasAttribute('open')) made.open = 'open';
    if (role === 'heading') made['aria-level'] = String(levelOf(read('aria-level'), lower));
    if (name === 'th' && read('scope') === 'row') made.scope = 'row';
    if (name === 'input') this.#input(element, made);
    return made;
  }

  /** The name of a dialog that no part of it shows. */
  #nameDialog(dialog: Element, made: Record<string, string>): void {
    const name = dialogTitle(dialog);
    const isShown = (dialog.textContent ?? '').includes(name) || made['aria-labelledby'] !== undefined;
    if (name === '' || isShown) return;
    const known = this.#sieve.name(name);
    if (wordsKept(known) !== '') made['aria-label'] = known;
  }

  #input(element: Element, made: Record<string, string>): void {
    const { value = '' } = element as HTMLInputElement;
    const type = (element.getAttribute('type') ?? 'text').toLowerCase();
    if (inputTypes.has(type)) made.type = type;
    if (type === 'checkbox' || type === 'radio') return;
    const text = String(value);
    if (text === '') return;
    const isPressed = type === 'button' || type === 'submit';
    if (isPressed && this.#sieve.isKnown(text)) made.value = this.#sieve.name(text);
    else if (!inputTypes.has(type)) made.value = this.#sieve.value(text) || blank;
    if (made.value !== text) this.#blanked += 1;
  }

  #idOf(element: Element, id: string): string {
    if (id === '') return '';
    if (this.#selected.ids.has(id)) return id;
    return isSpokenOf(element, id) ? this.#reference(element, id) : '';
  }

  /** A name of Obok's own for an id: the page's may hold a number of a person. */
  #reference(element: Element, id: string): string {
    if (id === '') return '';
    const root = element.getRootNode() as Document | ShadowRoot;
    if (!root.getElementById?.(id)) return '';
    if (this.#selected.ids.has(id)) return id;
    this.#roots.add(root);
    const key = `${[...this.#roots].indexOf(root)} ${id}`;
    const made = this.#references.get(key) ?? `obok-${this.#references.size + 1}`;
    this.#references.set(key, made);
    return made;
  }

  #countAttributes(element: Element): void {
    for (const { name, value } of element.attributes)
      if (value !== '' && textual.test(name)) this.#blanked += 1;
  }
}

const tooBig = new Error('too big');

/** What a person sees in an element: the shadow that stands for its content, and in a slot what was put there. */
function childrenOf(parent: Node): Node[] {
  const { shadowRoot } = parent as Element;
  if (shadowRoot) return [...shadowRoot.childNodes];
  if ((parent as Element).localName === 'slot') {
    const put = (parent as HTMLSlotElement).assignedNodes?.() ?? [];
    if (put.length > 0) return put;
  }
  return [...parent.childNodes];
}

const hostOf = (text: Text) => (text.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Whether another element of the tree names this one. */
function isSpokenOf(element: Element, id: string): boolean {
  const written = id.replace(/["\\\n]/g, '\\$&');
  const root = element.getRootNode() as Document | ShadowRoot;
  try {
    return root.querySelector?.(`label[for="${written}"],[aria-labelledby~="${written}"]`) != null;
  } catch {
    return false;
  }
}

function levelOf(written: string, lower: number): number {
  const level = Number(written);
  return Math.min(6, (Number.isInteger(level) && level > 0 ? level : 3) + lower);
}

/** The names that selectors speak of: what may stay of ids, classes and attributes. */
function namesIn(selectors: readonly string[]) {
  const ids = new Set<string>();
  const classes = new Set<string>();
  const tags = new Set<string>();
  const attributes = new Map<string, { literal: string; fits(value: string): boolean }[]>();
  for (const selector of selectors) {
    const bare = selector.replace(
      /\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*"?([^"\]]*)"?\s*i?\s*)?\]/g,
      (_, name: string, sign: string | undefined, literal = '') => {
        if (/^(?:data-[a-z-]+|name|title|alt|placeholder|aria-label)$/.test(name) && sign !== undefined)
          attributes.set(name, [...(attributes.get(name) ?? []), { literal, fits: fitting(sign, literal) }]);
        return '';
      },
    );
    for (const [, id = ''] of bare.matchAll(/#([\w-]+)/g)) ids.add(id);
    for (const [, name = ''] of bare.matchAll(/\.([\w-]+)/g)) classes.add(name);
    for (const [, tag = ''] of bare.matchAll(/(?:^|[\s>])([a-z][a-z0-9]*-[a-z0-9-]+)/g)) tags.add(tag);
  }
  return { ids, classes, tags, attributes };
}

function fitting(sign: string, literal: string): (value: string) => boolean {
  if (sign === '^=') return (value) => value.startsWith(literal);
  if (sign === '$=') return (value) => value.endsWith(literal);
  if (sign === '*=') return (value) => value.includes(literal);
  if (sign === '~=') return (value) => value.split(/\s+/u).includes(literal);
  return (value) => value === literal;
}

/** Two parts alike but for the numbers of their signs. Of rows and entries only their words count. */
function shapeOf(node: SkeletonElement): string {
  const [name] = node;
  return name === 'tr' || name === 'li' ? `${name} ${wordsOf(node)}` : withoutNumbers(JSON.stringify(node));
}

function wordsOf([, , ...within]: SkeletonElement): string {
  return within.map((one) => (typeof one === 'string' ? wordsKept(one) : wordsOf(one))).join('|');
}

function sizeOf([, , ...within]: SkeletonElement): number {
  return within.reduce((sum, one) => sum + (typeof one === 'string' ? 0 : sizeOf(one)), 1);
}

/** Blanks that follow one another are one. */
function joined(nodes: SkeletonNode[]): SkeletonNode[] {
  return nodes.filter((node, at) => !(at > 0 && node === nodes[at - 1] && node === ' '));
}
