import { type FormTable, mixed, noLetters, placeOf } from './form-table';

/** The words of a text, as places in it. */
export interface Words {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Of each word the index of the form it is, 0 for none. */
  forms: Int32Array;
  /** Paragraphs: the first word of each, and whether any of its letters is outside ASCII. */
  paragraphs: { from: number; to: number; hasMarks: boolean }[];
}

const separator = 0;
const special = 1;
const known = 0x250;
const soft = 0xad;
const hyphen = 45;
const dot = 46;
const at = 64;

/** Letter, digit → its lower case; else `separator`, or `special` where it depends on what stands around. */
const folded = new Uint16Array(known);
for (let code = 0; code < known; code += 1) folded[code] = foldedFar(code);
folded[soft] = special;
for (const sign of '-.@:/\n\f') folded[sign.charCodeAt(0)] = special;

function foldedFar(code: number): number {
  // Punctuation of letters, and the signs that are not seen.
  if (code >= 0x2000 && code <= 0x206f)
    return (code >= 0x200b && code <= 0x200d) ||
      code === 0x2060 ||
      (code >= 0x2010 && code <= 0x2011) ||
      code === 0x2029
      ? special
      : separator;
  if (code === 0xfeff || (code >= 0x300 && code <= 0x36f)) return special;
  if (code >= 0xd800 && code <= 0xdfff) return separator;
  const sign = String.fromCharCode(code);
  if (code !== 95 && !/[\p{L}\p{N}\p{M}]/u.test(sign)) return separator;
  const lower = sign.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

const isBlank = (code: number) => code === 32 || code === 9 || code === 13 || code === 0xa0;
const isLower = (code: number) => {
  const sign = String.fromCharCode(code);
  return sign !== sign.toUpperCase();
};

/**
 * Splits a text into words and tells those that are forms of the table. Soft hyphens and signs of no width are passed
 * over, a word that is broken at a line’s end is put together, letters with a mark of their own are composed.
 * Compounds with a hyphen, file names and addresses are one word.
 */
export function scan(text: string, table: FormTable, hashes: Int32Array, places: Int32Array): Words {
  const { length } = text;
  const sink = new WordSink(text, table, hashes, places);
  // No closure may take these: the engine would keep them in memory, and each letter of the text would be dearer.
  let seen = 0;
  let start = -1;
  let end = 0;
  let hash = noLetters;
  let before = noLetters;
  let last = 0;

  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i);
    const letter = code < known ? (folded[code] as number) : foldedFar(code);
    if (letter > special) {
      if (start < 0) {
        start = i;
        hash = noLetters;
      }
      before = hash;
      hash = Math.imul(hash ^ letter, 0x01000193);
      last = letter;
      seen |= letter;
      end = i + 1;
      continue;
    }
    if (letter === separator) {
      if (start >= 0) {
        sink.add(start, end, hash);
        start = -1;
      }
      continue;
    }

    // What follows is rare.
    if (code >= 0x300 && code <= 0x36f) {
      if (start < 0) continue;
      const composed = String.fromCharCode(last, code).normalize('NFC');
      if (composed.length === 1) {
        last = composed.charCodeAt(0);
        hash = mixed(before, last);
      } else {
        before = hash;
        hash = mixed(hash, code);
        last = code;
      }
      seen |= last;
      end = i + 1;
      continue;
    }
    if (code === hyphen || code === soft || code === 0x2010 || code === 0x2011) {
      if (start < 0) continue;
      if (isLetter(text.charCodeAt(i + 1))) {
        if (code !== soft) {
          before = hash;
          hash = mixed(hash, hyphen);
          last = hyphen;
        }
        continue;
      }
      const resumed = afterLineBreak(text, i + 1);
      if (resumed > 0) i = resumed - 1;
      if (resumed > 0 || code === soft) continue;
    } else if (code === dot || code === at) {
      const next = text.charCodeAt(i + 1);
      if (start >= 0 && isLetter(next) && (code === at || isLower(next))) {
        before = hash;
        hash = mixed(hash, code);
        last = code;
        continue;
      }
    } else if (isUnseen(code)) continue;

    if (start >= 0) sink.add(start, end, hash);
    if (isAddress(text, code, i, start, end)) while (i + 1 < length && !/\s/.test(text.charAt(i + 1))) i += 1;
    if (endsParagraph(text, code, i)) {
      sink.endParagraph(seen);
      seen = 0;
    }
    start = -1;
  }
  if (start >= 0) sink.add(start, end, hash);
  sink.endParagraph(seen);
  return sink;
}

/** Takes the words of a text, one after another. */
class WordSink implements Words {
  count = 0;
  starts: Int32Array;
  ends: Int32Array;
  forms: Int32Array;
  readonly paragraphs: Words['paragraphs'] = [];
  #from = 0;

  constructor(
    readonly text: string,
    readonly table: FormTable,
    readonly hashes: Int32Array,
    readonly places: Int32Array,
  ) {
    const room = (text.length >> 2) + 16;
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.forms = new Int32Array(room);
  }

  add(start: number, end: number, hash: number): void {
    const { hashes, places, count } = this;
    if (count === this.starts.length) this.#grow();
    this.starts[count] = start;
    this.ends[count] = end;
    const size = hashes.length;
    let place = placeOf(hash, size);
    for (let index = places[place] as number; index !== 0; index = places[place] as number) {
      if (hashes[place] === hash) {
        if (isWritten(this.text, start, end, this.table.forms[index - 1] as string))
          this.forms[count] = index;
        break;
      }
      place = (place + 1) & (size - 1);
    }
    this.count = count + 1;
  }

  /** @param seen all letters of the paragraph, laid over one another */
  endParagraph(seen: number): void {
    if (this.count > this.#from)
      this.paragraphs.push({ from: this.#from, to: this.count, hasMarks: seen > 127 });
    this.#from = this.count;
  }

  #grow(): void {
    const grown = (old: Int32Array) => {
      const next = new Int32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.starts = grown(this.starts);
    this.ends = grown(this.ends);
    this.forms = grown(this.forms);
  }
}

/** Soft hyphens apart, signs of no width. */
function isUnseen(code: number): boolean {
  return (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

/** „https://…”, or the path behind „gmina.pl”: none of it is text. */
function isAddress(text: string, code: number, at: number, start: number, end: number): boolean {
  if (code === 58) return text.startsWith('//', at + 1);
  if (code !== 47 || start < 0) return false;
  return /[a-z]\.[a-z]/i.test(text.slice(start, end)) && isLetter(text.charCodeAt(at + 1));
}

function endsParagraph(text: string, code: number, at: number): boolean {
  if (code === 12 || code === 0x2029) return true;
  if (code !== 10) return false;
  let next = at + 1;
  while (isBlank(text.charCodeAt(next))) next += 1;
  return text.charCodeAt(next) === 10;
}

function isLetter(code: number): boolean {
  return (code < known ? (folded[code] as number) : foldedFar(code)) > special;
}

/** Where a word goes on after a hyphen at a line’s end; 0 where it does not. */
function afterLineBreak(text: string, from: number): number {
  let i = from;
  while (isBlank(text.charCodeAt(i))) i += 1;
  if (text.charCodeAt(i) !== 10) return 0;
  i += 1;
  while (isBlank(text.charCodeAt(i))) i += 1;
  const code = text.charCodeAt(i);
  return isLetter(code) && isLower(code) ? i : 0;
}

/** Whether the word at this place is this form. */
function isWritten(text: string, start: number, end: number, form: string): boolean {
  if (end - start === form.length) {
    let at = 0;
    while (at < form.length) {
      const code = text.charCodeAt(start + at);
      if (code >= known || folded[code] !== form.charCodeAt(at)) break;
      at += 1;
    }
    if (at === form.length) return true;
  }
  return lettersOf(text.slice(start, end)) === form;
}

/** A word as the table has it. */
export function lettersOf(written: string): string {
  const lower = plain.test(written)
    ? written.toLowerCase()
    : [...withoutBreaks(written).normalize('NFC')]
        .map((sign) => String.fromCharCode(foldedAny(sign)))
        .join('');
  return lower;
}

const plain = /^[\w\u00c0-\u017f]+$/;

function withoutBreaks(written: string): string {
  return written
    .replace(/[-\u2010\u2011\u00ad][ \t\r\u00a0]*\n[ \t\r\u00a0]*/g, '')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2010\u2011]/g, '-');
}

function foldedAny(sign: string): number {
  const code = sign.charCodeAt(0);
  const letter = code < known ? (folded[code] as number) : foldedFar(code);
  return letter > special ? letter : code;
}
