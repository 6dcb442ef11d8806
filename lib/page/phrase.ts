import { comparable, folded, withoutMarks } from './comparable';

/** A text of a system's description: `*` at either end stands for anything. */
export interface Phrase {
  text: string;
  openStart: boolean;
  openEnd: boolean;
}

export function phraseOf(written: string): Phrase {
  const openStart = written.startsWith('*');
  const openEnd = written.length > 1 && written.endsWith('*');
  const inner = written.slice(openStart ? 1 : 0, openEnd ? -1 : undefined);
  // „Sprawa *” must not fit „Sprawami”: what stands before the star counts, be it a space or a colon.
  return { text: openEnd ? folded(inner).trimStart() : comparable(inner), openStart, openEnd };
}

/** @param text as the page writes it, folded and trimmed: of „Foldery:” the colon counts where something may follow */
export function fits({ text: wanted, openStart, openEnd }: Phrase, text: string): boolean {
  if (openEnd) {
    if (openStart) return text.includes(wanted);
    // The rest may stand in another node: „Sprawa <b>FN.3123.11.2026</b>”.
    return text.startsWith(wanted) || text === wanted.trimEnd();
  }
  const name = withoutMarks(text);
  return openStart ? name.endsWith(wanted) : name === wanted;
}

const keys = 1 << 14;
const told = 1;
const untold = 2;
/** Answers kept. */
const mostKept = 500;

interface Entry<Meaning> {
  phrase: Phrase;
  meanings: Meaning[];
}

/** `open` fits where a phrase may begin that something may follow, `closed` where one that must be all of its text. */
interface Patterns {
  open: RegExp | null;
  closed: RegExp | null;
}

/**
 * Finds which of many phrases a text is, at the price of looking at its first letters: nearly every text of a page
 * is none of them, and must cost nearly nothing.
 */
export class PhraseIndex<Meaning> {
  readonly #byStart = new Map<number, Entry<Meaning>[]>();
  readonly #found = new Map<string, Meaning[] | null>();
  /** By the first two letters: no phrase begins so, one does that the next two letters tell, or one that they do not. */
  readonly #starts = new Uint8Array(keys);
  /** By all four letters: whether a phrase begins so. */
  readonly #fours = new Uint8Array(keys);
  /** Phrases open at the start have no first letters to tell them by. */
  readonly #anywhere: Entry<Meaning>[] = [];

  /** By the first two letters, like `#byStart`. */
  readonly #patterns = new Map<number, Patterns>();

  /** @returns what the phrase means, to be added to; each phrase is given once */
  add(phrase: Phrase): Meaning[] {
    const { text } = phrase;
    const meanings: Meaning[] = [];
    const entry = { phrase, meanings };
    if (phrase.openStart || text.length < 2) {
      this.#anywhere.push(entry);
      return meanings;
    }
    const key = keyAt(text, 0);
    const [third, fourth] = [text.charCodeAt(2), text.charCodeAt(3)];
    // What is a single space in a phrase may be many in a text, so nothing behind it has its place.
    const isTold = text.length >= 4 && third !== 32 && fourth !== 32;
    this.#starts[key] = isTold ? (this.#starts[key] as number) | told : untold;
    this.#fours[fourOf(key, third, fourth)] = 1;
    const entries = this.#byStart.get(key);
    if (entries) entries.push(entry);
    else this.#byStart.set(key, [entry]);
    return meanings;
  }

  /**
   * Marks the texts that may be one of the phrases: told by their first letters, at the price of hardly more.
   * @param string texts without anything between them, which end at `ends`
   * @param marks gets `mark` added at the numbers of those texts
   */
  mayBegin(string: string, ends: Uint32Array, count: number, marks: Uint8Array, mark: number): void {
    const anyMay = this.#anywhere.length > 0;
    const starts = this.#starts;
    const fours = this.#fours;
    let start = 0;
    // One loop without a call in it: it runs for every text, and is done before the browser has compiled it.
    for (let text = 0; text < count; text += 1) {
      const end = ends[text] as number;
      let a = string.charCodeAt(start);
      while (start < end && (a <= 32 || a === 0xa0)) {
        start += 1;
        a = string.charCodeAt(start);
      }
      if (end - start > 1) {
        const b = string.charCodeAt(start + 1);
        const key = (((lower[a] ?? a) & 0x7f) << 7) | ((lower[b] ?? b) & 0x7f);
        const kind = starts[key] as number;
        if (anyMay) marks[text] = (marks[text] as number) | mark;
        else if (kind > 0) {
          const isLikely =
            kind >= untold ||
            fours[fourOf(key, string.charCodeAt(start + 2), string.charCodeAt(start + 3))] === 1;
          if (isLikely && this.#begins(key, string, start, end)) marks[text] = (marks[text] as number) | mark;
        }
      }
      start = end;
    }
  }

  /** Whether a text begins with a phrase or, where nothing may follow the phrase, is it. */
  #begins(key: number, string: string, start: number, end: number): boolean {
    const { open, closed } = this.#patterns.get(key) ?? this.#patternsOf(key);
    if (open !== null) {
      open.lastIndex = start;
      if (open.test(string)) return true;
    }
    if (closed === null) return false;
    closed.lastIndex = start;
    return closed.test(string) && isMarks(string, closed.lastIndex, end);
  }

  /** Made when the first text begins with these two letters: a pattern of all phrases takes longer to make than to run. */
  #patternsOf(key: number): Patterns {
    const open = new Set<string>();
    const closed = new Set<string>();
    for (const { phrase } of this.#byStart.get(key) ?? [])
      (isOpen(phrase) ? open : closed).add(phrase.text.trimEnd().slice(0, lookedAt));
    const patterns = { open: beginning(open), closed: beginning(closed) };
    this.#patterns.set(key, patterns);
    return patterns;
  }

  /** The meanings of the phrases that `text` (as the page writes it) is; null for none. */
  find(text: string): readonly Meaning[] | null {
    if (this.#anywhere.length === 0 && !this.#mayBe(text)) return null;
    // A list says the same in each of its rows.
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#search(text);
    if (this.#found.size === mostKept) this.#found.clear();
    this.#found.set(text, found);
    return found;
  }

  #mayBe(text: string): boolean {
    const { length } = text;
    let start = 0;
    while (start < length && isBlank(text.charCodeAt(start))) start += 1;
    if (length - start < 2) return false;
    const second = text.charCodeAt(start + 1);
    return this.#starts[keyOf(text.charCodeAt(start), second)] !== 0 || isAccent(second);
  }

  #search(text: string): Meaning[] | null {
    const name = folded(text).trim();
    let found: Meaning[] | null = null;
    for (const entries of [this.#byStart.get(keyAt(name, 0)), this.#anywhere]) {
      for (const { phrase, meanings } of entries ?? []) {
        if (!fits(phrase, name)) continue;
        found ??= [];
        found.push(...meanings);
      }
    }
    return found;
  }
}

const lower = new Uint16Array(0x250).map((_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0));

function keyAt(text: string, at: number): number {
  return keyOf(text.charCodeAt(at), text.charCodeAt(at + 1));
}

function keyOf(a: number, b: number): number {
  return (((lower[a] ?? a) & 0x7f) << 7) | ((lower[b] ?? b) & 0x7f);
}

/** The two letters behind those of the key counted in. */
function fourOf(key: number, c: number, d: number): number {
  return (Math.imul(key, 0x9e5) ^ keyOf(c, d)) & (keys - 1);
}

const isAccent = (code: number) => (code & ~0x7f) === 0x300;

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** Whether nothing but white space and the marks behind a label stands there. */
function isMarks(string: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = string.charCodeAt(at);
    if (code !== 58 && code !== 42 && !isBlank(code) && !/\s/.test(string.charAt(at))) return false;
  }
  return true;
}

/** How many letters of a phrase the pattern looks at. */
const lookedAt = 16;

/** Whether its beginning is all that is looked at first. */
const isOpen = ({ openEnd, text }: Phrase) => openEnd || text.length > lookedAt;

/** Of two that begin alike the longer is tried first. */
function beginning(starts: Set<string>): RegExp | null {
  if (starts.size === 0) return null;
  const longestFirst = [...starts].sort((a, b) => (a < b ? 1 : -1)).map(inPattern);
  return new RegExp(longestFirst.join('|'), 'iy');
}

/** A text as a pattern finds it, whatever white space stands in it. */
export function inPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
