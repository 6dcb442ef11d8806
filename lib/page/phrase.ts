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
/** Answers kept. */
const mostKept = 500;

/**
 * Finds which of many phrases a text is, at the price of looking at its first two letters: nearly every text of a page
 * is none of them, and must cost nearly nothing.
 */
export class PhraseIndex<Meaning> {
  readonly #byStart = new Map<number, { phrase: Phrase; meaning: Meaning }[]>();
  readonly #found = new Map<string, Meaning[] | null>();
  readonly #starts = new Uint8Array(keys);
  /** Phrases open at the start have no first letters to tell them by. */
  readonly #anywhere: { phrase: Phrase; meaning: Meaning }[] = [];

  add(phrase: Phrase, meaning: Meaning): void {
    if (phrase.openStart || phrase.text.length < 2) {
      this.#anywhere.push({ phrase, meaning });
      return;
    }
    const key = keyAt(phrase.text, 0);
    this.#starts[key] = 1;
    const entries = this.#byStart.get(key);
    if (entries) entries.push({ phrase, meaning });
    else this.#byStart.set(key, [{ phrase, meaning }]);
  }

  /**
   * A pattern (without case) that fits the start of every text that may be one of the phrases; null where any text may
   * be. Decomposed letters are let through: there are few of them.
   */
  get startPattern(): string | null {
    if (this.#anywhere.length > 0) return null;
    const starts = new Set<string>();
    for (const entries of this.#byStart.values())
      for (const { phrase } of entries)
        starts.add(
          // A phrase that is closed must be all of the text, but for its colon or star.
          phrase.openEnd || phrase.text.length > lookedAt
            ? escaped(phrase.text.trimEnd().slice(0, lookedAt))
            : `${escaped(phrase.text)}[\\s:*]*$`,
        );
    // In order, so that the engine joins those that begin alike.
    return starts.size === 0 ? '(?!)' : `^\\s*(?:${[...starts].sort().join('|')})|^.{1,12}[\u0300-\u036f]`;
  }

  /** The meanings of the phrases that `text` (as the page writes it) is; null for none. */
  find(text: string): readonly Meaning[] | null {
    // A list says the same in each of its rows.
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const found = this.#search(text);
    if (this.#found.size === mostKept) this.#found.clear();
    this.#found.set(text, found);
    return found;
  }

  #search(text: string): Meaning[] | null {
    const { length } = text;
    let start = 0;
    while (start < length && isBlank(text.charCodeAt(start))) start += 1;
    if (length - start < 2) return null;
    const key = keyAt(text, start);
    const isDecomposed = (text.charCodeAt(start + 1) & ~0x7f) === 0x300;
    if (this.#starts[key] === 0 && !isDecomposed && this.#anywhere.length === 0) return null;

    const name = folded(text).trim();
    let found: Meaning[] | null = null;
    for (const entries of [this.#byStart.get(isDecomposed ? keyAt(name, 0) : key), this.#anywhere]) {
      for (const { phrase, meaning } of entries ?? []) {
        if (!fits(phrase, name)) continue;
        found ??= [];
        found.push(meaning);
      }
    }
    return found;
  }
}

const lower = new Uint16Array(0x250).map((_, code) => String.fromCharCode(code).toLowerCase().charCodeAt(0));

function keyAt(text: string, at: number): number {
  const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (((lower[a] ?? a) & 0x7f) << 7) | ((lower[b] ?? b) & 0x7f);
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0;
}

/** How many letters of a phrase the pattern looks at. */
const lookedAt = 16;

function escaped(start: string): string {
  const safe = /[^\p{L}\p{N} ]/u.test(start) ? start.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') : start;
  return safe.includes(' ') ? safe.replaceAll(' ', '\\s+') : safe;
}
