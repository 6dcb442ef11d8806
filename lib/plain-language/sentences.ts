import {
  labelled,
  namesOfActs,
  neverFinal,
  openers,
  plainVerbs,
  sometimesFinal,
  units,
  verbEnding,
} from './abbreviations';
import type { Span } from './words';

/**
 * The sentences of an official text, in its order, none over another; between them stands nothing but blanks. A heading
 * and an item of a list are each a sentence of their own.
 */
export function sentencesIn(text: string): Span[] {
  return blocksIn(text).flatMap((block) => splitBlock(text, block));
}

const marker = /^(?:[-–—•·*▪●]|\(?(?:\d{1,3}|\p{L})\)|(?:\d{1,2}\.)+(?:\d{1,2})?|[IVXLC]{1,5}\.)\s/u;
/** Words after which a line cannot end a sentence. */
const hanging =
  /(?:^|\s)(?:[\p{Ll}]|art\.|ust\.|pkt|lit\.|poz\.|nr|ul\.|al\.|pl\.|os\.|tel\.|dnia|do|od|na|po|za|ze|we|przez|przy|dla|oraz|lub|że|jak|ale)$|,$|\p{L}-$/u;

/** Paragraphs: lines that a mail program or a paste has wrapped are put together again. */
function blocksIn(text: string): Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  for (const line of text.matchAll(/[^\r\n\f\u2028\u2029]+|\r\n|[\r\n\f\u2028\u2029]/gu)) {
    const content = line[0].trim();
    if (content === '') {
      // A blank line, not the end of one.
      if (open !== null && /(?:\r\n|[\n\r])[^\S\r\n]*(?:\r\n|[\n\r])$/.test(gapBefore(text, open.end, line)))
        open = null;
      continue;
    }
    const start = line.index + (line[0].length - line[0].trimStart().length);
    const end = start + content.length;
    if (open !== null && goesOn(text.slice(open.start, open.end).slice(-60), content)) open.end = end;
    else {
      open = { start, end };
      blocks.push(open);
    }
  }
  return blocks;
}

const gapBefore = (text: string, end: number, line: RegExpExecArray) =>
  text.slice(end, line.index + line[0].length);

function goesOn(before: string, line: string): boolean {
  if (marker.test(line) || /[:;]$/.test(before)) return false;
  return hanging.test(before) || (/^\p{Ll}/u.test(line) && !/[.!?…]$/.test(before) && isWrapped(before));
}

/** A short line of its own („ul. Parkowa 32”) is not a wrapped one. */
const isWrapped = (before: string) => before.length >= 30;

/** What may end a sentence, with the quotation marks and brackets that close behind it. */
const stop = /(?<![.!?…])([.!?…]+)([”"»’')\]]*)(?=\s)/gu;
const blanks = /\s+/uy;

function splitBlock(text: string, block: Span): Span[] {
  const content = text.slice(block.start, block.end);
  const sentences: Span[] = [];
  const labelEnd = marker.exec(content)?.[0].length ?? 0;
  let from = 0;
  for (const found of content.matchAll(stop)) {
    const end = found.index + found[0].length;
    if (end <= labelEnd) continue;
    if (!endsHere(content, from, found)) continue;
    sentences.push({ start: block.start + from, end: block.start + end });
    blanks.lastIndex = end;
    from = blanks.test(content) ? blanks.lastIndex : end;
  }
  if (from < content.length) sentences.push({ start: block.start + from, end: block.end });
  return sentences;
}

function endsHere(content: string, from: number, found: RegExpExecArray): boolean {
  const [, sign = '', closers = ''] = found;
  const end = found.index + found[0].length;
  const next = content.slice(end, end + 60).trimStart();
  const [first = ''] = /[\p{L}\p{N}].*/su.exec(next) ?? [];
  // „Czy mogę?” zapytał: what goes on in small letters is the same sentence.
  if (/^\p{Ll}/u.test(first) && !marker.test(`${next} `)) return false;
  if (isInBrackets(content, from, found.index, closers)) return false;
  // „(…)” stands for words left out.
  if (sign !== '.') return !/[[(]$/.test(content.slice(from, found.index).slice(-1)) && first !== '';
  return endsWithDot(content, from, found.index, next);
}

/** „(patrz pkt 2.)” in the middle of a sentence, and anything before the bracket closes. */
function isInBrackets(content: string, from: number, at: number, closers: string): boolean {
  const sentence = content.slice(Math.max(from, at - 300), at);
  const opened = sentence.lastIndexOf('(');
  if (opened < 0 || sentence.indexOf(')', opened) >= 0) return false;
  const isOfSentence = sentence.slice(0, opened).trim() === '';
  return !isOfSentence || !(closers.includes(')') || sentence.length > 200);
}

function endsWithDot(content: string, from: number, at: number, next: string): boolean {
  const before = content.slice(Math.max(from, at - 80), at);
  const token = /[^\s„"”(«»[–—]*$/u.exec(before)?.[0] ?? '';
  const sooner =
    /(\S+)\s+\S*$/u
      .exec(before)?.[1]
      ?.toLowerCase()
      .replace(/[.,;:]+$/, '') ?? '';
  const isFirst = token.length === before.trimStart().length && at - from <= 80;
  const small = token.toLowerCase();
  const isDigit = /^\p{N}/u.test(next);
  if (/^\d+$/.test(token)) {
    // „Art. 5. Podatnik”, „§ 3. Uchwała”: a label, where the sentence begins with it.
    return !isDigit && !(at - from < 40 && isLabel(content.slice(from, at)));
  }
  // „J. Kowalski”
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(token)) {
    if (token.length > 1 && sometimesFinal.has(small)) return maySayAll(content, from, at, next);
    return !isFirst && labelled.test(sooner);
  }
  if (small === 'in' && sooner === 'm') return false;
  if (/^\p{Ll}$/u.test(token) && labelled.test(sooner)) return true;
  const isCounted = /^[\d,.]+$/.test(sooner);
  if (isCounted && units.has(small)) return !isDigit && !/^[„"–-]/.test(next);
  if (sometimesFinal.has(small)) return maySayAll(content, from, at, next);
  return !neverFinal.has(small);
}

const isLabel = (sentence: string) =>
  /^(?:(?:§|art\.|rozdział|pkt\.?)\s*\d+(?:\s+ust\.\s*\d+)?|\d+)$/iu.test(sentence.trim());

/** Behind an abbreviation that may be the last word: the sentence ends where its verb has been. */
function maySayAll(content: string, from: number, at: number, next: string): boolean {
  const word = /[^\s]*$/u.exec(content.slice(Math.max(from, at - 20), at))?.[0].toLowerCase() ?? '';
  if (/^[–—-]/.test(next)) return false;
  if (/^\p{N}/u.test(next)) return /^(?:itd|itp|etc)$/.test(word);
  if (namesOfActs.test(next.replace(/^[„"«(]+/u, ''))) return false;
  if (/^[„"«]/u.test(next) && /^(?:r|pt|pn)$/.test(word)) return false;
  const clause = /[^,;:]*$/u.exec(content.slice(Math.max(from, at - 300), at))?.[0].trim() ?? '';
  const words = clause.split(/\s+/u).map((one) => one.toLowerCase().replace(/[^\p{L}.-]/gu, ''));
  return !openers.test(words[0] ?? '') || words.some(isVerb);
}

const isVerb = (word: string) => plainVerbs.has(word) || (word.length > 3 && verbEnding.test(word));
