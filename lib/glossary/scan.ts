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
  const size = hashes.length;
  let room = (length >> 2) + 16;
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let forms = new Int32Array(room);
  let count = 0;
  const paragraphs: Words['paragraphs'] = [];
  let from = 0;
  let seen = 0;

  let start = -1;
  let end = 0;
  let hash = noLetters;
  let before = noLetters;
  let last = 0;

  const endWord = () => {
    if (count === room) {
      room *= 2;
      const grown = (old: Int32Array) => {
        const next = new Int32Array(room);
        next.set(old);
        return next;
      };
      starts = grown(starts);
      ends = grown(ends);
      forms = grown(forms);
    }
    starts[count] = start;
    ends[count] = end;
    let place = placeOf(hash, size);
    for (let index = places[place] as number; index !== 0; index = places[place] as number) {
      if (hashes[place] === hash) {
        if (isWritten(text, start, end, table.forms[index - 1] as string)) forms[count] = index;
        break;
      }
      place = (place + 1) & (size - 1);
    }
    count += 1;
    start = -1;
  };
  const endParagraph = () => {
    if (count > from) paragraphs.push({ from, to: count, hasMarks: seen > 127 });
    from = count;
    seen = 0;
  };

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
      if (start >= 0) endWord();
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
    } else if (code === hyphen || code === soft || code === 0x2010 || code === 0x2011) {
      if (start < 0) continue;
      const next = text.charCodeAt(i + 1);
      if (isLetter(next)) {
        if (code !== soft) {
          before = hash;
          hash = mixed(hash, hyphen);
          last = hyphen;
        }
        continue;
      }
      const resumed = afterLineBreak(text, i + 1);
      if (resumed > 0) i = resumed - 1;
      else if (code !== soft) endWord();
    } else if (code === dot || code === 64) {
      if (start < 0) continue;
      const next = text.charCodeAt(i + 1);
      if (isLetter(next) && (code !== dot || isLower(next))) {
        before = hash;
        hash = mixed(hash, code);
        last = code;
      } else endWord();
    } else if (code === 58 || code === 47) {
      const isAddress =
        code === 58
          ? text.startsWith('//', i + 1)
          : start >= 0 && /[a-z]\.[a-z]/i.test(text.slice(start, end)) && isLetter(text.charCodeAt(i + 1));
      if (start >= 0) endWord();
      if (isAddress) while (i + 1 < length && !/\s/.test(text.charAt(i + 1))) i += 1;
    } else if (code === 10 || code === 12 || code === 0x2029) {
      if (start >= 0) endWord();
      let next = i + 1;
      while (next < length && isBlank(text.charCodeAt(next))) next += 1;
      if (code !== 10 || text.charCodeAt(next) === 10) endParagraph();
    }
    // Signs of no width: nothing to do, the word goes on.
  }
  if (start >= 0) endWord();
  endParagraph();
  return { count, starts, ends, forms, paragraphs };
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
