import { attempt } from './attempt';
import { findCaseSigns } from './case-sign';
import { comparable, folded, longestName } from './comparable';
import { allLabels, fieldOf, fieldOfControl, namedControls } from './labelled-value';
import type { CaseSign, PageAddress, PageAsks, PageContext, Signal, System } from './page-context';
import { Passage } from './passage';
import { inPattern } from './phrase';
import { dialogSelector, dialogTitle, headingLevel, isInHeading, isNaming, standsIn } from './places';
import { type Evidence, metSignals, recognise, strengthIn } from './recognise';
import { emptyHosts, hostsIn, notPlain } from './shadow-hosts';
import { mayBePhrase, mayHoldSign, mayHoldTerm, Sieve } from './sieve';
import { isOwnHost } from './strip-host';
import { isVisible } from './visible';
import { type Found, watchSignals } from './watched-signals';

/** A tree of its own: the document, that of a frame, or an open shadow root. */
export type Root = Document | ShadowRoot;

/** What one text of the page adds to what is known. Nearly all add nothing and are not kept. */
interface Contribution {
  root: Root;
  signs: CaseSign[];
  terms: string[];
  found: readonly Found[];
}

/** Of many texts that say the same, as in a list with a button in each row, only so many are looked at. */
const mostAlike = 40;
/** Each costs a look at every change. */
const mostUnopened = 500;
/** Of a longer text only the beginning is read, or a page of a single text of a megabyte would stand still. */
const longestText = 100_000;
const longestTitle = 1_000;
const textNodes = 4;

/** Elements that matter beyond their text; all others are told by native selectors and never touched. */
const special = '[role$=dialog]';

/**
 * What is known of a page, kept up to date piece by piece: each text's contribution is added when it comes and taken
 * back when it goes, so that a change costs what it touches and not what the page weighs. What a style or an attribute
 * can change (is it visible, is the menu's entry active) is asked anew for the few texts that matter.
 */
export class Reading {
  readonly #document: Document;
  readonly #address: PageAddress | null;
  readonly #systems: System[];
  readonly #asks: PageAsks | null;
  readonly #signals: ReturnType<typeof watchSignals>;
  readonly #sieve: Sieve;
  readonly #terms: { term: string; forms: string[]; pattern: RegExp | null }[];
  readonly #onRoot: (root: Root) => void;
  readonly #onFrame: (frame: Element) => void;

  readonly #roots = new Set<Root>();
  /** Roots of which not every element was asked for a shadow root yet. */
  readonly #unswept = new Set<Root>();
  /** Custom elements without a shadow root: theirs may come with their script. */
  readonly #unopened = new Set<Element>();
  readonly #contributions = new Map<Text, Contribution>();
  readonly #signs = new Map<string, { sign: CaseSign; count: number }>();
  readonly #termCounts = new Map<string, number>();
  /** By the id of what they say; most of what is watched stands on no page. */
  readonly #texts = new Map<number, Set<Text>>();
  readonly #labels = new Map<number, Set<Text>>();
  readonly #headed = new Set<Text>();
  readonly #busy = new Set<Text>();
  readonly #dialogs = new Set<Element>();
  readonly #frames = new Set<HTMLIFrameElement>();
  readonly #passwords = new Set<Element>();
  readonly #named = new Set<Element>();
  readonly #elements = new Map<string, Element | null>();

  /**
   * @param asks what of its fields, terms and elements is wanted; null for all fields
   * @param onRoot is told of each tree that is read, so that it can be watched
   * @param onFrame is told of each frame, so that it can be read again when it has loaded
   * @param address for a document that nobody shows: it has none of its own
   */
  constructor(
    document: Document,
    systems: System[],
    asks: PageAsks | null,
    onRoot: (root: Root) => void = () => {},
    onFrame: (frame: Element) => void = () => {},
    address: PageAddress | null = null,
  ) {
    this.#document = document;
    this.#address = address;
    this.#systems = systems;
    this.#asks = asks;
    this.#signals = watchSignals(systems, asks?.labels ?? []);
    this.#terms = (asks?.terms ?? []).map(({ term, forms }) => ({
      term,
      forms: [term, ...forms],
      pattern: null,
    }));
    this.#sieve = new Sieve(
      this.#signals.index,
      this.#terms.map(({ forms }) => forms),
    );
    for (const selector of [...(asks?.elements ?? []), ...this.#signals.elements])
      this.#elements.set(selector, null);
    this.#onRoot = onRoot;
    this.#onFrame = onFrame;
  }

  /** Attributes that the wanted selectors name: a change of one may bring an element or take it. */
  get attributes(): string[] {
    return [...this.#elements.keys()].flatMap((selector) =>
      Array.from(selector.matchAll(/\[\s*([\w-]+)/g), ([, name = '']) => name),
    );
  }

  /** Reads a tree for the first time, or once more from its root. Pauses where the caller likes. */
  *readRoot(root: Root): Generator<void> {
    const isNew = !this.#roots.has(root);
    if (isNew) {
      this.#roots.add(root);
      this.#unswept.add(root);
      attempt(() => this.#onRoot(root), undefined);
    }
    yield* this.#readTree(root, root, !isNew);
  }

  /** Reads what came into a tree, or a text that changed. */
  *read(node: Node): Generator<void> {
    const root = node.getRootNode() as Root;
    if (!this.#roots.has(root)) return;
    if (node.nodeType === 3) {
      this.#forgetText(node as Text);
      const { data } = node as Text;
      const marks = new Uint8Array(1);
      this.#sieve.sift(data, Uint32Array.of(data.length), 1, marks);
      this.#readText(node as Text, root, marks[0] as number);
    } else if (node.nodeType === 1 && !isOwnHost(node as Element))
      yield* this.#readTree(node as Element, root, true);
  }

  /** A frame has loaded another document, or has come into sight. */
  *readFrame(frame: Element): Generator<void> {
    if (!this.#frames.has(frame as HTMLIFrameElement)) return;
    this.#dropLostRoots();
    const inner = attempt(() => (frame as HTMLIFrameElement).contentDocument, null);
    if (!inner || this.#roots.has(inner) || !isVisible(frame) || this.#isPathLeftAlone(inner)) return;
    yield* this.readRoot(inner);
  }

  /** Frames that could not be read yet, being hidden or not loaded. */
  get frames(): Iterable<Element> {
    return this.#frames;
  }

  /** Takes back what a removed node and all in it contributed. */
  forget(node: Node): void {
    if (node.nodeType === 3) {
      this.#forgetText(node as Text);
      return;
    }
    if (node.nodeType !== 1) return;
    if (this.#contributions.size > 0) {
      const walker = this.#document.createTreeWalker(node, textNodes);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) this.#forgetText(text as Text);
    }
  }

  /** To be called after removals: what stood in removed nodes beside texts. */
  dropLost(): void {
    for (const set of [this.#dialogs, this.#frames, this.#passwords, this.#named, this.#unopened])
      for (const element of set) if (!element.isConnected) set.delete(element as never);
    this.#dropLostRoots();
  }

  /** An element's attributes changed: it may have become a dialog, or one that is asked for. */
  look(element: Element): void {
    attempt(() => this.#noteSpecial(element), undefined);
    if (this.#wantsFields && matchesSafely(element, namedControls)) this.#named.add(element);
    for (const [selector, found] of this.#elements) {
      if (found?.isConnected && matchesSafely(found, selector)) continue;
      if (matchesSafely(element, selector)) this.#elements.set(selector, element);
      else if (isFarReaching(selector)) this.#elements.delete(selector);
    }
  }

  get #wantsFields(): boolean {
    return this.#asks === null || this.#asks.labels.length > 0;
  }

  /** True for a page where a password is typed, or at an address that is to be left alone. */
  get isLeftAlone(): boolean {
    if (this.#isPathLeftAlone(this.#document)) return true;
    for (const field of this.#passwords)
      if (field.isConnected && attempt(() => isShown(field), true)) return true;
    return false;
  }

  /** True while the page says that it is loading. */
  get isBusy(): boolean {
    for (const text of this.#busy) if (attempt(() => isSeen(text) && isNaming(text), false)) return true;
    return false;
  }

  /** What tells the place, as of now. */
  #evidence(): Evidence {
    const strengths = new Map<number, number>();
    const { location } = this.#document;
    return {
      title: attempt(() => nameIn(this.#document.title), ''),
      dialogs: this.#openDialogs().map((dialog) => nameIn(attempt(() => dialogTitle(dialog), ''))),
      host: (location?.host ?? this.#address?.host ?? '').toLowerCase(),
      path: location?.pathname ?? this.#address?.path ?? '',
      strengthOf: (id) => {
        if (!this.#texts.get(id)?.size) return 0;
        const known = strengths.get(id) ?? attempt(() => this.#strengthOf(id), 0);
        strengths.set(id, known);
        return known;
      },
      hasElement: (selector) => this.#showsElement(selector),
    };
  }

  /** The signals of the systems that stand in the page now. */
  met(): Signal[] {
    return metSignals(this.#systems, this.#signals, this.#evidence());
  }

  /** Everything that is known, as of now. */
  context(): PageContext {
    const { location } = this.#document;
    const { system, view, evidence } = recognise(this.#systems, this.#signals, this.#evidence());
    const inHand = attempt(() => this.#caseInHand(), null);
    const caseSigns = Array.from(this.#signs.values(), ({ sign }) => sign);
    if (inHand && !this.#signs.has(inHand.raw)) caseSigns.push(inHand);
    return {
      system,
      view,
      caseSigns,
      caseInHand: inHand,
      fields: attempt(() => this.#fields(), {}),
      terms: this.#terms.map(({ term }) => term).filter((term) => this.#termCounts.has(term)),
      elements: (this.#asks?.elements ?? []).filter((selector) => this.#hasElement(selector)),
      address: location
        ? (location.origin === 'null' ? location.protocol : location.origin) + location.pathname
        : '',
      evidence,
    };
  }

  *#readTree(top: Element | Root, root: Root, again: boolean): Generator<void> {
    const walker = this.#document.createTreeWalker(top, textNodes);
    const passage = new Passage(walker);
    for (;;) {
      const isMore = passage.next();
      this.#readPassage(passage, root, again);
      if (!isMore) break;
      yield;
      // What came into the page or was moved in it is waiting to be read: here it is enough to lose nothing else.
      if (!top.isConnected || !passage.find()) return;
    }
    yield;
    yield* this.#readElements(top, again);
  }

  #readPassage({ texts, string, ends, marks, count }: Passage, root: Root, again: boolean): void {
    this.#sieve.sift(string, ends, count, marks);
    for (let at = 0; at < count; at += 1) {
      if (again) this.#forgetText(texts[at] as Text);
      const mark = marks[at] as number;
      if (mark > 0) this.#readText(texts[at] as Text, root, mark);
    }
  }

  *#readElements(top: Element | Root, again: boolean): Generator<void> {
    if (top.nodeType === 1) this.look(top as Element);
    // Three selectors one by one cost half of one that holds them all.
    const unusual = [...top.querySelectorAll(notPlain)];
    for (const element of [...unusual, ...top.querySelectorAll(special)])
      attempt(() => this.#noteSpecial(element), undefined);
    if (this.#wantsFields)
      for (const control of top.querySelectorAll(namedControls)) this.#named.add(control);
    for (const [selector, found] of this.#elements) {
      if (found?.isConnected) continue;
      if (again && isFarReaching(selector)) this.#elements.delete(selector);
      else
        this.#elements.set(
          selector,
          attempt(() => top.querySelector(selector), null),
        );
    }
    yield;
    if (again) yield* this.#readHosts(top);
    else for (const host of [...unusual, ...top.querySelectorAll(emptyHosts)]) yield* this.#readShadow(host);
    for (const frame of this.#frames) yield* this.readFrame(frame);
  }

  /** Whether there is something left for `sweep`. */
  get isSwept(): boolean {
    return this.#unswept.size === 0;
  }

  /** Looks for open shadow roots in every element, which the first read of a tree leaves for later. */
  *sweep(): Generator<void> {
    for (const root of this.#unswept) {
      this.#unswept.delete(root);
      if (this.#roots.has(root)) yield* this.#readHosts(root);
    }
  }

  /** Reads the shadow roots that custom elements were given since: nothing tells of them. */
  *readOpened(): Generator<void> {
    for (const element of this.#unopened) {
      if (element.shadowRoot === null) continue;
      this.#unopened.delete(element);
      yield* this.#readShadow(element);
    }
  }

  *#readHosts(top: Element | Root): Generator<void> {
    if (top.nodeType === 1) yield* this.#readShadow(top as Element);
    for (const host of hostsIn(top, this.#document)) {
      if (host) yield* this.#readShadow(host);
      else yield;
    }
  }

  *#readShadow(host: Element): Generator<void> {
    const { shadowRoot } = host;
    if (isOwnHost(host)) return;
    if (shadowRoot && host.isConnected && !this.#roots.has(shadowRoot)) yield* this.readRoot(shadowRoot);
  }

  /** Keeps a frame, a field for a password or a dialog in mind; anything else is let go. */
  #noteSpecial(element: Element): void {
    const { localName } = element;
    if (localName === 'iframe' || localName === 'frame') {
      if (this.#frames.has(element as HTMLIFrameElement)) return;
      this.#frames.add(element as HTMLIFrameElement);
      this.#onFrame(element);
    } else if (localName === 'dialog' || /^(alert)?dialog$/.test(element.getAttribute('role') ?? '')) {
      this.#dialogs.add(element);
    } else if (localName === 'input' && element.getAttribute('type')?.toLowerCase() === 'password') {
      this.#passwords.add(element);
    } else if (typeof localName === 'string' && localName.includes('-') && !element.shadowRoot) {
      if (this.#unopened.size < mostUnopened) this.#unopened.add(element);
    }
  }

  /** @param marks what the text may say, by the sieve */
  #readText(text: Text, root: Root, marks: number): void {
    if (marks === 0) return;
    const data = text.data.slice(0, longestText);
    const signs = (marks & mayHoldSign) > 0 ? findCaseSigns(data) : none;
    const found = (marks & mayBePhrase) > 0 && mayBeName(data) ? this.#signals.index.find(data) : null;
    const terms = (marks & mayHoldTerm) > 0 ? this.#termsIn(data) : none;
    if (signs.length === 0 && found === null && terms.length === 0) return;
    if (!isDocumentText(text)) return;

    this.#contributions.set(text, { root, signs, terms, found: found ?? none });
    for (const meaning of found ?? none) this.#holdersOf(meaning).add(text);
    for (const term of terms) this.#termCounts.set(term, (this.#termCounts.get(term) ?? 0) + 1);
    for (const sign of signs) {
      const known = this.#signs.get(sign.raw);
      if (known) known.count += 1;
      else this.#signs.set(sign.raw, { sign, count: 1 });
    }
    if (signs.length > 0 && attempt(() => isInHeading(text), false)) this.#headed.add(text);
  }

  #forgetText(text: Text): void {
    const contribution = this.#contributions.get(text);
    if (!contribution) return;
    this.#contributions.delete(text);
    for (const meaning of contribution.found) this.#holdersOf(meaning).delete(text);
    this.#headed.delete(text);
    for (const term of contribution.terms) {
      const count = (this.#termCounts.get(term) ?? 1) - 1;
      if (count > 0) this.#termCounts.set(term, count);
      else this.#termCounts.delete(term);
    }
    for (const { raw } of contribution.signs) {
      const known = this.#signs.get(raw);
      if (!known) continue;
      known.count -= 1;
      if (known.count === 0) this.#signs.delete(raw);
    }
  }

  /** The texts that mean the same. */
  #holdersOf(meaning: Found): Set<Text> {
    if ('busy' in meaning) return this.#busy;
    const [all, id] = 'text' in meaning ? [this.#texts, meaning.text.id] : [this.#labels, meaning.label.id];
    const known = all.get(id) ?? new Set();
    all.set(id, known);
    return known;
  }

  #dropLostRoots(): void {
    for (const root of this.#roots) {
      if (root === this.#document || this.#stands(root)) continue;
      this.#roots.delete(root);
      for (const [text, contribution] of this.#contributions)
        if (contribution.root === root) this.#forgetText(text);
    }
  }

  /** A shadow root stands with its host; a frame's document while its frame shows it. */
  #stands(root: Root): boolean {
    if ('host' in root) return root.host.isConnected && root.host.shadowRoot === root;
    for (const frame of this.#frames)
      if (frame.isConnected && attempt(() => frame.contentDocument === root, false)) return true;
    return false;
  }

  #isPathLeftAlone(document: Document): boolean {
    const path = document.location?.pathname ?? '';
    return this.#systems.some(({ leaveAlone = [] }) => leaveAlone.some((prefix) => path.startsWith(prefix)));
  }

  #termsIn(data: string): string[] {
    const found: string[] = [];
    for (const asked of this.#terms) {
      // Made when the first text holds what may be a term: most pages have none.
      asked.pattern ??= patternOf(asked.forms);
      if (asked.pattern.test(data)) found.push(asked.term);
    }
    return found;
  }

  #hasElement(selector: string): boolean {
    const known = this.#elements.get(selector);
    if (known === null) return false;
    if (known?.isConnected && matchesSafely(known, selector)) return true;
    let found: Element | null = null;
    for (const root of this.#roots) found ??= attempt(() => root.querySelector(selector), null);
    this.#elements.set(selector, found);
    return found !== null;
  }

  /** Whether one of the elements that a selector means is seen: hidden forms wait in many a page. */
  #showsElement(selector: string): boolean {
    if (!this.#hasElement(selector)) return false;
    const known = this.#elements.get(selector);
    if (known && attempt(() => isShown(known), true)) return true;
    for (const root of this.#roots)
      for (const element of first(
        attempt<Iterable<Element>>(() => root.querySelectorAll(selector), none),
        mostAlike,
      ))
        if (attempt(() => isShown(element), false)) return true;
    return false;
  }

  /** The dialogs that a person sees now, in the order of the page: of several the last lies on top. */
  #openDialogs(): Element[] {
    return [...inPageOrder(this.#dialogs)].filter(
      (dialog) => matchesSafely(dialog, dialogSelector) && attempt(() => isShown(dialog), false),
    );
  }

  #strengthOf(id: number): number {
    const watched = this.#signals.texts[id];
    if (!watched) return 0;
    let strongest = 0;
    for (const text of first(this.#texts.get(id), mostAlike)) {
      if (!attempt(() => standsIn(watched.place, text) && isSeen(text), false)) continue;
      const level = watched.place === 'heading' ? headingLevel(text) : null;
      const strength = strengthIn(watched.place, level, text.ownerDocument !== this.#document);
      if (strength > strongest) strongest = strength;
    }
    return strongest;
  }

  #fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    const put = (label: string, value: string) => {
      if (label !== '' && !Object.hasOwn(fields, label)) fields[label] = value;
    };
    if (this.#asks === null) {
      for (const root of this.#roots)
        for (const { text, namedBy } of allLabels(root)) {
          const found = attempt(() => (isNaming(text) && isSeen(text) ? fieldOf(text, namedBy) : null), null);
          if (found) put(found.label, found.value);
        }
      for (const control of this.#named) {
        const found = attempt(() => fieldOfControl(control), null);
        if (found) put(found.label, found.value);
      }
      return fields;
    }
    for (const { id, isAsked } of this.#signals.labels) {
      if (!isAsked) continue;
      for (const text of inPageOrder(this.#labels.get(id))) {
        const found = attempt(() => (isNaming(text) && isSeen(text) ? fieldOf(text) : null), null);
        if (!found) continue;
        put(found.label, found.value);
        break;
      }
    }
    const asked = new Set(this.#asks.labels.map(comparable));
    const named = [...this.#named].filter((control) =>
      asked.has(comparable((control.getAttribute('aria-label') ?? '').slice(0, longestTitle))),
    );
    for (const control of inPageOrder(new Set(named))) {
      const found = attempt(() => fieldOfControl(control), null);
      if (found) put(found.label, found.value);
    }
    return fields;
  }

  /**
   * The case that a dialog, a heading or a labelled field names; null where none does or two do equally. A column of a
   * list names none.
   */
  #caseInHand(): CaseSign | null {
    let best = { strength: 0, signs: new Map<string, CaseSign>() };
    const weigh = (node: Text | Element, own: number, signs: CaseSign[]) => {
      const [sign] = signs;
      const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
      if (!sign || signs.length > 1 || !element || !isShown(element)) return;
      const inDialog = element.closest(dialogSelector) ? 100 : 0;
      const strength = own + inDialog - (node.ownerDocument === this.#document ? 0 : 12);
      if (strength < best.strength) return;
      if (strength > best.strength) best = { strength, signs: new Map() };
      best.signs.set(identity(sign), sign);
    };
    for (const dialog of this.#openDialogs())
      weigh(dialog, 80, findCaseSigns(attempt(() => dialogTitle(dialog), '')));
    for (const text of first(this.#headed, mostAlike))
      weigh(text, 80 - ((headingLevel(text) ?? 4) - 1) * 6, this.#contributions.get(text)?.signs ?? []);
    for (const { id, isSign } of this.#signals.labels) {
      if (!isSign) continue;
      for (const text of first(this.#labels.get(id), mostAlike)) {
        const found = attempt(() => (isNaming(text) ? fieldOf(text) : null), null);
        if (found && found.from !== 'column') weigh(text, 70, findCaseSigns(found.value));
      }
    }
    const [only, ...others] = best.signs.values();
    return only && others.length === 0 ? only : null;
  }
}

const none: never[] = [];

/** A text of a name's length, white space around it aside: pages draw themselves with tabs. */
/** What a title says, as names are compared. */
const nameIn = (title: string) => folded(title.slice(0, longestTitle)).trim();

const mayBeName = (data: string) => data.length <= longestName || data.trim().length <= longestName;

/** Whether its presence may change with another element than the one it selects. */
const isFarReaching = (selector: string) => /[\s>+~:]/.test(selector);

/** Whether a person sees the text. */
const isSeen = (text: Text) => text.parentElement !== null && isShown(text.parentElement);

/** Whether a person sees the element, and the frames it stands in. */
function isShown(element: Element): boolean {
  for (let at: Element | null = element; at; at = frameOf(at)) if (!isVisible(at)) return false;
  return true;
}

const frameOf = ({ ownerDocument }: Element) =>
  attempt(() => ownerDocument.defaultView?.frameElement ?? null, null);

/** The same case however its sign is written: initials tell the clerk, not the case. */
const identity = ({ cell, jrwa, subset = '', number, year }: CaseSign) =>
  `${cell}.${jrwa}.${subset}.${number}.${year}`;

function isDocumentText(text: Text): boolean {
  const name = text.parentElement?.localName ?? (text.parentNode?.nodeType === 11 ? '' : 'script');
  return name !== 'script' && name !== 'style' && name !== 'noscript';
}

/** Of a few alike the first on the page counts, however it came there; of many, the one that came first. */
function inPageOrder<T extends Node>(nodes: Set<T> = new Set()): Iterable<T> {
  if (nodes.size > mostSorted) return first(nodes, mostAlike);
  return [...nodes].sort((a, b) => (a.compareDocumentPosition(b) & following ? -1 : 1));
}

/** To compare places costs what stands between them. */
const mostSorted = 12;
/** `Node.DOCUMENT_POSITION_FOLLOWING` */
const following = 4;

function* first<T>(values: Iterable<T> | undefined, most: number): Generator<T> {
  let left = most;
  for (const value of values ?? []) {
    if (left === 0) return;
    left -= 1;
    yield value;
  }
}

function patternOf(forms: string[]): RegExp {
  const written = forms.map((form) => inPattern(form.normalize('NFC').trim()));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const matchesSafely = (element: Element, selector: string) => attempt(() => element.matches(selector), false);
