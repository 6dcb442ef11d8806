import type { CompiledPattern, PatternsByForm } from './compile';
import { anyCase, bothNumbers } from './inflection';
import { type Gap, isPreposition } from './patterns';
import { lettersOf, type Words } from './scan';

/** A pattern found in a text: from which word to which, and how many letters long. */
export interface Match {
  pattern: CompiledPattern;
  from: number;
  to: number;
  length: number;
}

const accusative = bothNumbers('acc');

/** All patterns that can be read in a text, one over another. */
export function findPatterns(text: string, words: Words, { written, plain }: PatternsByForm): Match[] {
  const matches: Match[] = [];
  const reading = new Reading(text, words);
  const tryAll = (patterns: CompiledPattern[], paragraph: Words['paragraphs'][number], at: number) => {
    for (const pattern of patterns) {
      if (!reading.isOf(pattern, paragraph, at)) continue;
      const length = (words.ends[reading.to] as number) - (words.starts[reading.from] as number);
      matches.push({ pattern, from: reading.from, to: reading.to, length });
    }
  };
  for (const paragraph of words.paragraphs)
    for (let at = paragraph.from; at < paragraph.to; at += 1) {
      const form = words.forms[at] as number;
      if (form === 0) continue;
      tryAll(written[form] as CompiledPattern[], paragraph, at);
      if (!paragraph.hasMarks) tryAll(plain[form] as CompiledPattern[], paragraph, at);
    }
  return matches;
}

/** Tries to read patterns around a word. */
class Reading {
  from = 0;
  to = 0;
  #pattern!: CompiledPattern;
  #paragraph!: Words['paragraphs'][number];
  /** Of each slot the word that fills it. */
  readonly #at: number[] = [];

  constructor(
    readonly text: string,
    readonly words: Words,
  ) {}

  /** Whether the word is part of this pattern; then `from` and `to` are its first and last word. */
  isOf(pattern: CompiledPattern, paragraph: Words['paragraphs'][number], word: number): boolean {
    this.#pattern = pattern;
    this.#paragraph = paragraph;
    const { slots, anchor } = pattern;
    if (slots.length === 1) {
      this.from = word;
      this.to = word;
      return true;
    }
    this.#at.length = slots.length;
    this.#at[anchor] = word;
    return this.#before(anchor, word) && this.#isRight();
  }

  /** Finds the slots before `slot`, then those behind the anchor. */
  #before(slot: number, word: number): boolean {
    const { slots, anchor } = this.#pattern;
    if (slot === 0) return this.#behind(anchor, this.#at[anchor] ?? 0);
    const gap = slots[slot]?.gap;
    for (let passed = 0; gap && passed <= gap.most; passed += 1) {
      const candidate = word - 1 - passed;
      if (candidate < this.#paragraph.from) return false;
      if (!this.#fits(slot - 1, candidate)) continue;
      if (!mayStand(this.text, this.words, gap, candidate, word)) continue;
      this.#at[slot - 1] = candidate;
      if (this.#before(slot - 1, candidate)) return true;
    }
    return false;
  }

  #behind(slot: number, word: number): boolean {
    const { slots } = this.#pattern;
    if (slot === slots.length - 1) return this.#isAgreed();
    const gap = slots[slot + 1]?.gap;
    for (let passed = 0; gap && passed <= gap.most; passed += 1) {
      const candidate = word + 1 + passed;
      if (candidate >= this.#paragraph.to) return false;
      if (!this.#fits(slot + 1, candidate)) continue;
      if (!mayStand(this.text, this.words, gap, word, candidate)) continue;
      this.#at[slot + 1] = candidate;
      if (this.#behind(slot + 1, candidate)) return true;
    }
    return false;
  }

  #casesOf(slot: number, word: number): number {
    const form = this.words.forms[word] as number;
    const known = this.#pattern.slots[slot]?.word;
    if (form === 0 || !known) return 0;
    const cases = known.cases.get(form) ?? 0;
    return this.#paragraph.hasMarks ? cases : cases | (known.plainCases.get(form) ?? 0);
  }

  #fits(slot: number, word: number): boolean {
    return this.#casesOf(slot, word) !== 0;
  }

  /** Words of one group stand in one case and number. */
  #isAgreed(): boolean {
    const { slots } = this.#pattern;
    for (let slot = 0; slot < slots.length; slot += 1) {
      const group = slots[slot]?.group ?? 0;
      if (group === 0 || slots[slot - 1]?.group === group) continue;
      if (this.#casesOfGroup(group) === 0) return false;
    }
    return true;
  }

  #casesOfGroup(group: number): number {
    let mask = anyCase;
    this.#pattern.slots.forEach((slot, i) => {
      if (slot.group === group) mask &= this.#casesOf(i, this.#at[i] ?? 0);
    });
    return mask;
  }

  #isRight(): boolean {
    const { slots, objectGroup } = this.#pattern;
    this.from = this.#at[0] ?? 0;
    this.to = this.#at[slots.length - 1] ?? 0;
    return objectGroup < 0 || this.#isObject(objectGroup);
  }

  /** „wydał kopię decyzji” is not „wydał decyzję”: an object in the genitive stands beside its verb or behind a „nie”. */
  #isObject(group: number): boolean {
    if ((this.#casesOfGroup(group) & accusative) !== 0) return true;
    const { slots } = this.#pattern;
    const at = slots.flatMap((slot, i) => (slot.group === group ? [this.#at[i] ?? 0] : []));
    const verb = this.#at[slots.findIndex((slot) => slot.group !== group)] ?? 0;
    const isBeside = at.some((word) => word === verb + 1);
    if (isBeside) return true;
    const first = Math.max(this.#paragraph.from, Math.min(verb, ...at) - 3);
    for (let word = first; word < Math.max(verb, ...at); word += 1)
      if (letters(this.text, this.words, word) === 'nie') return true;
    return false;
  }
}

function letters(text: string, words: Words, word: number): string {
  return lettersOf(text.slice(words.starts[word], words.ends[word]));
}

/** Abbreviations whose dot ends no sentence. */
const abbreviations = new Set(
  'al art cd cz dot dr dz dyr godz gm hab im inż itd itp jw kier kpt lek lit lp m.in mgr min mjr mln nr np ok os par pkt pl podst pok por poz prof przyp r.pr rep rozp równ śp św str sygn t.j tel tj tys tzn tzw ul ust ur w.w wg woj wsp ww zał zam zd zł zm zob'.split(
    ' ',
  ),
);

/** Whether the next word belongs to the same run of words: only white space between, or the dot of an abbreviation. */
function isJoined(text: string, words: Words, word: number): boolean {
  const end = words.ends[word] as number;
  const next = words.starts[word + 1] as number;
  if (next - end === 1 && text.charCodeAt(end) === 32) return true;
  const between = text.slice(end, next);
  if (/^[\s\u200b-\u200d\u2060\ufeff\u00ad]*$/.test(between)) return true;
  if (!/^\.[\s\u200b-\u200d\u2060\ufeff]*$/.test(between)) return false;
  const before = letters(text, words, word);
  if (abbreviations.has(before)) return true;
  const follows = text.charAt(next);
  const isSmall = follows !== follows.toUpperCase() || /\d/.test(follows);
  return isSmall && (/^\p{L}$/u.test(before) || /^\d+$/.test(before));
}

/** Words that begin another clause. */
const breaks = new Set(
  'że żeby aby ażeby by gdy gdyż gdyby jeśli jeżeli ponieważ bo bowiem więc zatem dlatego natomiast zaś a ale lecz i oraz lub albo bądź czy ani jak jako niż który która które którego której któremu którą którym których którymi którzy jaki jaka jakie'.split(
    ' ',
  ),
);

/** What may stand between a noun and what is said of it: „decyzja nie jest jeszcze ostateczna”. */
const betweenQuality = new Set(
  'jest są był była było byli były będzie będą być nie się już jeszcze też także również dopiero stał stała stało stały stanie stają staje staną została zostanie ta ten to tę tej tego tym tych ww nasza nasz nasze moja mój moje pani pana państwa'.split(
    ' ',
  ),
);
const quality = /(?:[^aeiouy](?:ego|emu|ej|ych|ym|ymi)|ich|im|imi|(?:n|w|sk|ck|dzk|cz|ł|t)(?:y|a|e|ą|i|ie))$/;
const genitives = new Set(
  'tej tego tych jakiegoś jakiejś jakichś jej jego ich naszej naszego naszych swojej swojego mojej mojego pani pana'.split(
    ' ',
  ),
);
const ofGenitive = /..(?:ego|ej|ych|ich)$/;

/** Whether two words belong to one run, and what is between them may stand there. */
function mayStand(text: string, words: Words, gap: Gap, left: number, right: number): boolean {
  for (let word = left; word < right; word += 1) if (!isJoined(text, words, word)) return false;
  for (let word = left + 1; word < right; word += 1) {
    const between = letters(text, words, word);
    if (breaks.has(between)) return false;
    if (gap.of === 'quality' && !betweenQuality.has(between) && !quality.test(between)) return false;
    if (gap.of === 'genitive' && !genitives.has(between) && !ofGenitive.test(between)) return false;
    if (gap.of === 'object' && word === right - 1 && isPreposition(between)) return false;
  }
  return true;
}
