import type { CaseSign } from './page-context';

/**
 * Finds case signs in a text: `FN.3123.11.2026`, `AM-WZ.6730.214.2026`, `WIW.wl.2600.12.2018`,
 * `NK-N.4131.52.58.2019.MS2` and, with a space after the cell, `GKP 6220.2.2013`.
 *
 * A sign without a cell („ZARZĄDZENIE NR 120.33.2012”) is not one here: nothing tells it from a number or a date.
 * Of two numbers between class and year the first is `subset`: podteczka or ordinal, kept and not interpreted.
 *
 * The year is looked for first and the rest is read backwards from it in a bounded number of steps, so the time grows
 * with the length of the text and with nothing else.
 *
 * @returns in order of appearance, repeats included
 * Source: rozporządzenie PRM z 18 stycznia 2011 r. (Dz.U. 2011 nr 14 poz. 67), § 5 of the instruction.
 */
export function findCaseSigns(text: string): CaseSign[] {
  const signs: CaseSign[] = [];
  let end = 0;
  for (let dot = nextYear(text, 0); dot >= 0; dot = nextYear(text, dot + 1)) {
    const sign = dot < end ? null : signAround(text, dot, end);
    if (sign === null) continue;
    signs.push(sign.sign);
    end = sign.end;
  }
  return signs;
}

/** A quick no for most texts. */
export function mayHoldCaseSign(text: string): boolean {
  return text.length > 8 && (text.includes('.20') || text.includes('.19'));
}

/** Words that stand before a number with dots and are no cell. */
const notCells = new Set(
  (
    'NR NUMER DZ ART UST PKT LIT POZ ZNAK TEL FAX FAKS STR RPW IP LP KRS NIP REGON PESEL VAT PLN EUR USD ' +
    'ROK DN DNIA DATA OD DO PISMO SPRAWA AKTA SYGN WERSJA WER VER UL KOD KONTO KW OBR DZIAŁKA ' +
    'HTTP HTTPS WWW'
  ).split(' '),
);

const longestNumber = 6;
const longestPart = 8;
const mostParts = 4;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isUpper = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && isLetterBeyondAscii(code) && isUpperBeyondAscii(code));
const isLetter = (code: number) =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && isLetterBeyondAscii(code));
const isHyphen = (code: number) => code === 45 || code === 0x2010 || code === 0x2011;
const isSpace = (code: number) => code === 32 || code === 0xa0 || code === 0x202f || code === 0x2009;

/** Latin letters of U+00C0–U+017F, which hold all of Polish. */
function isLetterBeyondAscii(code: number): boolean {
  return code <= 0x17f && code !== 0xd7 && code !== 0xf7;
}

function isUpperBeyondAscii(code: number): boolean {
  const letter = String.fromCharCode(code);
  return letter !== letter.toLowerCase();
}

/** The next dot with a year of 1900–2099 behind it, or -1. */
function nextYear(text: string, from: number): number {
  for (let dot = text.indexOf('.', from); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    const [a, b] = [text.charCodeAt(dot + 1), text.charCodeAt(dot + 2)];
    const isCentury = (a === 50 && b === 48) || (a === 49 && b === 57);
    if (
      isCentury &&
      isDigit(text.charCodeAt(dot + 3)) &&
      isDigit(text.charCodeAt(dot + 4)) &&
      !isDigit(text.charCodeAt(dot + 5))
    )
      return dot;
  }
  return -1;
}

/** Where the digits that end before `at` begin; `at` itself where there are none or too many. */
function digitsBefore(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start <= longestNumber && isDigit(text.charCodeAt(start - 1))) start -= 1;
  return at - start > longestNumber ? at : start;
}

function signAround(text: string, dot: number, least: number): { sign: CaseSign; end: number } | null {
  // Backwards: number, then one or two more numbers, the furthest of which is the class.
  const numbers: [start: number, end: number][] = [];
  let at = dot;
  while (numbers.length < 4) {
    const start = digitsBefore(text, at, least);
    if (start === at) break;
    numbers.unshift([start, at]);
    at = start;
    if (text.charCodeAt(at - 1) !== 46) break;
    at -= 1;
  }
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || numbers.length > 3) return null;
  const jrwa = text.slice(...first);
  const number = Number(text.slice(...(third ?? second)));
  if (jrwa.length < 2 || jrwa.length > 5 || number === 0) return null;

  const separator = text.charCodeAt(first[0] - 1);
  const cell = cellBefore(text, first[0] - 1, least);
  if (cell === null || (separator !== 46 && !isSpace(separator))) return null;
  if (isSpace(separator) && !isPlainCell(cell, jrwa)) return null;
  if (isWordBeforeDate(cell, jrwa, text.slice(...second))) return null;

  const yearEnd = dot + 5;
  if (isLetter(text.charCodeAt(yearEnd))) return null;
  const initials = initialsAt(text, yearEnd);
  const end = initials === '' ? yearEnd : yearEnd + 1 + initials.length;
  return {
    end,
    sign: {
      raw: text.slice(first[0] - 1 - cell.length, end),
      cell,
      jrwa,
      ...(third === undefined ? {} : { subset: text.slice(...second) }),
      number,
      year: Number(text.slice(dot + 1, yearEnd)),
      ...(initials === '' ? {} : { initials }),
    },
  };
}

/** The symbol of a cell, with its sub-cells, that ends before `at`; null where none does. */
function cellBefore(text: string, at: number, least: number): string | null {
  let start = at;
  for (let parts = 1; ; parts += 1) {
    const end = start;
    while (start > least && end - start <= longestPart && isLetter(text.charCodeAt(start - 1))) start -= 1;
    if (start === end || end - start > longestPart) return null;
    const before = start > least ? text.charCodeAt(start - 1) : Number.NaN;
    const isJoined = before === 46 || before === 47 || isHyphen(before);
    if (!isJoined) {
      if (isDigit(before) || before === 95 || before === 64) return null;
      break;
    }
    if (parts === mostParts) return null;
    start -= 1;
  }
  const cell = text.slice(start, at);
  const head = /^[^./\-\u2010\u2011]+/.exec(cell)?.[0] ?? cell;
  return isUpper(cell.charCodeAt(0)) && !notCells.has(head.toUpperCase()) ? cell : null;
}

/** With a space only two to six capitals before a class of three or four digits count: anything else is prose. */
function isPlainCell(cell: string, jrwa: string): boolean {
  if (jrwa.length < 3 || jrwa.length > 4) return false;
  const letters = cell.replace(/[./\-\u2010\u2011]/g, '');
  return letters.length >= 2 && letters.length <= 6 && letters === letters.toUpperCase();
}

/** „Gostynin.12.05.2024”: a word, a dot and a date. A cell in capitals before the same digits is a sign. */
function isWordBeforeDate(cell: string, day: string, month: string): boolean {
  return (
    day.length === 2 &&
    Number(day) <= 31 &&
    Number(month) <= 12 &&
    cell.length > 2 &&
    cell.slice(1) === cell.slice(1).toLowerCase() &&
    /^\p{L}+$/u.test(cell)
  );
}

/** Initials behind the year, `JP` or `MS2`; empty where the next dot begins something else. */
function initialsAt(text: string, at: number): string {
  const found = /^\.(\p{Lu}{1,5}\d{0,2}|\p{Lu}{2,4}\p{Ll}\d{0,2})(?![\p{L}\p{N}])/u.exec(
    text.slice(at, at + 10),
  );
  return found?.[1] ?? '';
}
