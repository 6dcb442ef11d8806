import type { CaseSign } from './page-context';

/**
 * Finds case signs in a text: `FN.3123.11.2026`, `AM-WZ.6730.214.2026`, `WIW.wl.2600.12.2018`,
 * `NK-N.4131.52.58.2019.MS2` and, with a space after the cell, `GKP 6220.2.2013`.
 *
 * - A sign without a cell („ZARZĄDZENIE NR 120.33.2012”) is none here: nothing tells it from a number or a date.
 * - Of two numbers between class and year the first is `subset`: podteczka or ordinal, kept and not interpreted.
 * - `raw` is the piece of the text as it stands. Soft hyphens and zero-width spaces, which pages put in to let a long
 *   sign break, are no part of the other strings; decomposed letters stay decomposed.
 *
 * The year is looked for first and the rest is read backwards from it in a bounded number of steps, so the time grows
 * with the length of the text and with nothing else.
 *
 * @returns in order of appearance, repeats included, none overlapping another
 * Source: rozporządzenie PRM z 18 stycznia 2011 r. (Dz.U. 2011 nr 14 poz. 67), § 5 of the instruction.
 */
export function findCaseSigns(text: string): CaseSign[] {
  const only = aloneSign(text);
  if (only !== null) return [only];
  if (!mayHoldCaseSign(text)) return [];
  const visible = text.replace(invisibles, '');
  const written = visible.length === text.length ? null : positionsIn(text);
  const signs: CaseSign[] = [];
  let end = 0;
  for (let dot = nextYear(visible, 0); dot >= 0; dot = nextYear(visible, Math.max(dot + 1, end))) {
    // „FN.3123.5.2011.2026” is the 2011th case of 2026: of years in a row the last is tried first.
    let at = dot;
    while (at < dot + 15 && isYearAt(visible, at + 5)) at += 5;
    let found = signAround(visible, at, end);
    for (; found === null && at > dot; at -= 5) found = signAround(visible, at - 5, end);
    if (found === null) continue;
    end = found.end;
    signs.push({
      raw: written ? text.slice(written(found.start), written(end - 1) + 1) : text.slice(found.start, end),
      ...found.parts,
    });
  }
  return signs;
}

/** A quick no for most texts; never a no for a text that holds a sign. */
export function mayHoldCaseSign(text: string): boolean {
  return text.length >= shortestSign && text.includes('.') && hint.test(text);
}

/** A plain sign with nothing beside it, as it stands in each row of a list: the same answer by a shorter way. */
function aloneSign(text: string): CaseSign | null {
  const found = alone.exec(text);
  if (found === null) return null;
  const [, raw = '', cell = '', jrwa = '', number, year] = found;
  if (neverCells.has(cell) || labelWords.has(cell) || Number(number) === 0) return null;
  return { raw, cell, jrwa, number: Number(number), year: Number(year) };
}

interface Found {
  start: number;
  end: number;
  parts: Omit<CaseSign, 'raw'>;
}

/** `A.12.1.2026` */
const shortestSign = 11;
const longestNumber = 6;
const longestPart = 8;
/** A cell and up to three cells within it. */
const mostParts = 4;

const letter = 'A-Za-z\\u00c0-\\u017f\\u0300-\\u036f';
const hyphen = '\\-\\u2010\\u2011\\u2013\\u2212';
const space = ' \\u00a0\\u2000-\\u200a\\u202f';
/** Soft hyphen, zero-width space and joiners, word joiner, byte-order mark. */
const invisible = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const invisibles = new RegExp(`[${invisible}]`, 'g');

/**
 * Source of a pattern that fits every text with a sign, hardly any date, and any text with an invisible character. It
 * captures nothing and repeats nothing without bound, so it may be part of a longer pattern that runs on every text.
 */
export const caseSignHint =
  `(?:[${letter}](?:\\.|\\.?[${space}]{1,2}(?=\\d{3}))|[${letter}${hyphen}]\\d{1,2}\\.)` +
  `\\d{2,5}\\.\\d{1,6}\\.(?:\\d{1,6}\\.)?(?:19|20)\\d\\d|[${invisible}]`;
const hint = new RegExp(caseSignHint);

const alone = /^\s*(([A-ZĄĆĘŁŃÓŚŹŻ]{1,6})\.(\d{3,5})\.(\d{1,6})\.((?:19|20)\d\d))\s*$/;

const words = (list: string) => new Set(list.split(' '));
/** Never a cell, whatever joins it to the number. */
const neverCells = words(
  'NR NUMER NUMERY DZ DZIAŁKA DZIAŁKI OBR ART UST PKT LIT POZ ZNAK SPRAWA TEL TELEFON FAX FAKS STR RPW ' +
    'KRS NIP REGON PESEL WERSJA WER VER HTTP HTTPS WWW FTP',
);
/** Words that stand before a space and a number; before a dot a cell may be called so. */
const wordsBeforeNumber = words(
  'KOM PAR ROK ROKU LATA DATA DATY DNIA DNIU TERMIN OKRES SPRAWY SPRAW AKT AKTA SYGN PISMO PISMA UMOWA UMOWY ANEKS ' +
    'DRUK TOM TOMY KARTA STRONA TECZKA SPIS JRWA KLASA POKÓJ SESJA SESJI KOD KONTO KWOTA SUMA RAZEM PLN EUR USD ' +
    'VAT EZD FINN DOKUS PUNKT USTĘP',
);
/** Words that stand before a date. */
const wordsBeforeDate = words('DATA DATY DNIA DNIU DN OD DO ROK TERMIN OKRES WAŻNE PISMO PISMA UMOWA UMOWY');
/** „Znak.FN.3123.11.2026”: the first word names what follows. */
const labelWords = words('ZNAK ZN SPRAWA SPRAWY SPR NR NUMER SYGN');
/** „FN.3123.11.2026.PDF” is a file, not a person. */
const fileTypes = words('PDF DOC DOCX ODT RTF XLS XLSX XML XADES HTML ZIP TXT JPG PNG TIF TIFF EML MSG');

const isDigit = (code: number) => code >= 48 && code <= 57;
const isHyphen = (code: number) =>
  code === 45 || code === 0x2010 || code === 0x2011 || code === 0x2013 || code === 0x2212;
const isJoiner = (code: number) => code === 46 || code === 47 || isHyphen(code);
const isSpace = (code: number) =>
  code === 32 || code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a);
/** Basic Latin and U+00C0–U+017F, which hold all of Polish. */
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7);
/** The accents of decomposed letters. */
const isAccent = (code: number) => code >= 0x300 && code <= 0x36f;

const joiners = new RegExp(`[./${hyphen}]`, 'u');
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const composedCapitals = (text: string) => text.normalize('NFC').toUpperCase();

/** Where the characters of the text without invisibles stand in the text; to be asked in ascending order. */
function positionsIn(text: string): (visible: number) => number {
  const isInvisible = new RegExp(`[${invisible}]`);
  let at = 0;
  let passed = 0;
  return (visible) => {
    for (; at < text.length; at += 1) {
      if (isInvisible.test(text.charAt(at))) continue;
      if (passed === visible) break;
      passed += 1;
    }
    return at;
  };
}

/** Whether a dot with a year of 1900–2099 stands at `dot`. */
function isYearAt(text: string, dot: number): boolean {
  if (text.charCodeAt(dot) !== 46) return false;
  const [a, b] = [text.charCodeAt(dot + 1), text.charCodeAt(dot + 2)];
  return (
    ((a === 50 && b === 48) || (a === 49 && b === 57)) &&
    isDigit(text.charCodeAt(dot + 3)) &&
    isDigit(text.charCodeAt(dot + 4)) &&
    !isDigit(text.charCodeAt(dot + 5))
  );
}

function nextYear(text: string, from: number): number {
  let dot = text.indexOf('.', from);
  while (dot >= 0 && !isYearAt(text, dot)) dot = text.indexOf('.', dot + 1);
  return dot;
}

/** Reads a sign backwards from the dot before its year, no further than `least`, where the sign before it ended. */
function signAround(text: string, dot: number, least: number): Found | null {
  const numbers = numbersBefore(text, dot, least);
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || numbers.length > 3) return null;
  const jrwa = text.slice(...first);
  const number = Number(text.slice(...(third ?? second)));
  if (jrwa.length < 2 || jrwa.length > 5 || number === 0) return null;

  const gap = gapBefore(text, first[0], least);
  if (gap === null) return null;
  const start = cellStart(text, gap.start, least);
  if (start === null) return null;
  const cell = text.slice(start, gap.start);
  if (!isCell(cell) || (gap.isSpaced && !isPlainCell(cell, jrwa))) return null;

  const yearEnd = dot + 5;
  if (third === undefined && isDate(cell, jrwa, text.slice(...second), text.slice(yearEnd, yearEnd + 6)))
    return null;
  const initials = initialsAt(text, yearEnd);
  const end = initials === '' ? yearEnd : yearEnd + 1 + initials.length;
  const isSure = !gap.isSpaced && jrwa.length >= 3;
  if (belongsToMore(text.slice(end, end + 64), isSure)) return null;
  return {
    start,
    end,
    parts: {
      cell,
      jrwa,
      ...(third === undefined ? {} : { subset: text.slice(...second) }),
      number,
      year: Number(text.slice(dot + 1, yearEnd)),
      ...(initials === '' ? {} : { initials }),
    },
  };
}

type Span = [start: number, end: number];

/** Up to four numbers joined by dots that end before `at`, in the order of the text. */
function numbersBefore(text: string, at: number, least: number): Span[] {
  const numbers: Span[] = [];
  for (let end = at; numbers.length < 4; end -= 1) {
    let start = end;
    while (start > least && end - start <= longestNumber && isDigit(text.charCodeAt(start - 1))) start -= 1;
    const before = text.charCodeAt(start - 1);
    if (start === end || end - start > longestNumber) break;
    // The digits of `AU-01` and `U08` are the cell's.
    if (isLetter(before) || isAccent(before) || isHyphen(before)) break;
    numbers.unshift([start, end]);
    end = start;
    if (before !== 46) break;
  }
  return numbers;
}

/** What parts cell and class: a dot; a space or two; or, mistyped, both. */
function gapBefore(text: string, at: number, least: number): { start: number; isSpaced: boolean } | null {
  let start = at;
  while (start > least && at - start < 2 && isSpace(text.charCodeAt(start - 1))) start -= 1;
  const isSpaced = start < at;
  if (start > least && text.charCodeAt(start - 1) === 46) start -= 1;
  return start < at ? { start, isSpaced } : null;
}

/** Where the cell that ends before `at` starts, cells within it included; null where there is none. */
function cellStart(text: string, at: number, least: number): number | null {
  let start = at;
  for (let parts = 1; ; parts += 1) {
    const end = start;
    start = partStart(text, end, least);
    if (start === end) return null;
    if (start === least) break;
    const before = text.charCodeAt(start - 1);
    if (isJoiner(before)) {
      // „FN.3123.11.2026/OR.0050.1.2026”
      if (start - 1 === least && least > 0) break;
      if (isApart(text, start - 1)) break;
      if (parts === mostParts) return null;
      start -= 1;
      continue;
    }
    if (before === 64 || wordCharacter.test(text.charAt(start - 1))) return null;
    break;
  }
  return afterLabels(text, start, at);
}

/** Where a part of a cell starts: letters, and behind them (`U08`) or alone (`AU-01`) up to two digits. */
function partStart(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && end - start < 2 && isDigit(text.charCodeAt(start - 1))) start -= 1;
  for (let letters = 0; start > least && end - start < 2 * longestPart; start -= 1) {
    const code = text.charCodeAt(start - 1);
    if (isLetter(code)) letters += 1;
    else if (!isAccent(code)) break;
    if (letters > longestPart) return end;
  }
  return start;
}

/**
 * Whether a joiner joins nothing: a dash or a slash that opens („/FN.3123.11.2026/”), leaders („....FN.3123.11.2026”)
 * or the number of a list („1.FN.3123.11.2026”). Two slashes are an address.
 */
function isApart(text: string, at: number): boolean {
  if (at === 0) return true;
  const [joiner, before] = [text.charCodeAt(at), text.charCodeAt(at - 1)];
  if (isJoiner(before)) return joiner !== 47 && before === joiner;
  if (joiner === 46 && isDigit(before)) return /(?:^|\s)\d{1,3}$/u.test(text.slice(Math.max(0, at - 4), at));
  return before !== 58 && before !== 64 && !wordCharacter.test(text.charAt(at - 1));
}

/** The start of the cell once words such as „Znak.” before it are left out. */
function afterLabels(text: string, start: number, end: number): number {
  let from = start;
  for (let dot = text.indexOf('.', from); dot >= 0 && dot < end; dot = text.indexOf('.', from)) {
    if (!labelWords.has(composedCapitals(text.slice(from, dot)))) break;
    from = dot + 1;
  }
  return from;
}

/** A capital first, digits only in cells within a cell, and no word that stands before numbers. */
function isCell(cell: string): boolean {
  const parts = composedCapitals(cell).split(joiners);
  const [head = '', last = ''] = [parts[0], parts.at(-1)];
  if (!/^\p{Lu}/u.test(cell) || !/^\p{Lu}+$/u.test(head) || /[./]\d+(?:\P{L}|$)/u.test(cell)) return false;
  return (
    !neverCells.has(head) && !(neverCells.has(last) && cell.charAt(cell.length - last.length - 1) === '.')
  );
}

/** With a space only two to six capitals before a class of three or four digits count: anything else is prose. */
function isPlainCell(cell: string, jrwa: string): boolean {
  if (jrwa.length < 3 || jrwa.length > 4) return false;
  const [head = '', ...within] = cell.normalize('NFC').split(joiners);
  return (
    /^\p{Lu}{2,6}$/u.test(head) &&
    !wordsBeforeNumber.has(head) &&
    within.every((part) => /^\p{Lu}+$/u.test(part))
  );
}

/**
 * „Gostynin.12.05.2024”: a word, a dot and a date. A symbol before the same digits is a sign of a two-digit class,
 * unless they are written as dates are: `05`, „r.”
 */
function isDate(cell: string, day: string, month: string, behind: string): boolean {
  if (day.length !== 2 || Number(day) > 31 || month.length > 2 || Number(month) > 12) return false;
  if (day.startsWith('0') || month.startsWith('0') || /^\s?r(?:\.|oku|$)/u.test(behind)) return true;
  const parts = cell.normalize('NFC').split(joiners);
  if (parts.some((part) => wordsBeforeDate.has(part.toUpperCase()))) return true;
  return parts.some((part) => {
    const letters = part.replace(/\P{L}/gu, '');
    const capitals = letters.replace(/\P{Lu}/gu, '').length;
    if (letters.length === capitals) return capitals > 5 && month.length === 2;
    return letters.length > 2 && capitals < 2;
  });
}

/** Initials behind the year, `JP`, `MS2` or `KaN`; empty where the next dot begins something else. */
function initialsAt(text: string, at: number): string {
  if (text.charCodeAt(at) !== 46) return '';
  const tail = text.slice(at, at + 48);
  const found =
    /^\.((?:(?:\p{Lu}\p{M}*){1,5}|(?:\p{Lu}\p{M}*(?:\p{Ll}\p{M}*)?){2,4})\d{0,2})(?![\p{L}\p{M}\p{N}])/u.exec(
      tail,
    );
  const initials = found?.[1] ?? '';
  if (initials === '' || fileTypes.has(initials)) return '';
  const behind = tail.slice(1 + initials.length);
  // The cell of the next sign: „….2026.AM-WZ.6730.214.2026”.
  if (/^(?:-[\p{L}\p{M}]{1,8})?\.\d{2,5}\.\d/u.test(behind)) return '';
  // „….2026.W dniu …”, „….2026.J.Nowak”: one letter may be a word or the start of a name.
  const isOneLetter = /^\p{Lu}\p{M}*$/u.test(initials);
  if (isOneLetter && (/^\.\p{L}/u.test(behind) || (/^[AIOUWZ]$/.test(initials) && /^\s+\p{L}/u.test(behind))))
    return '';
  return initials;
}

/**
 * Whether what follows makes the find a part of something else: an e-mail address or a host name; and, where the find
 * is not sure (a space after the cell, a class of two digits), a version, an amount or a word.
 */
function belongsToMore(behind: string, isSure: boolean): boolean {
  if (/^[\p{L}\p{M}\d_.%+-]*@/u.test(behind)) return true;
  if (/^\.(?:[a-z\d-]+\.){0,4}(?:pl|eu|com|org|net|gov|info)(?![\p{L}\d])/u.test(behind)) return true;
  return !isSure && /^(?:[.,]\d|(?!r(?!\p{L}))\p{L})/u.test(behind);
}
