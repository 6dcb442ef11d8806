import { holidayOn, type OpeningHours, openingsOn, usualHours, warsawDay } from '@/lib/calendar';
import { type CaseSign, findCaseSigns } from '@/lib/page';
import { type Due, dueOf, type Moved } from './due';
import { type NameFound, NameReader } from './name';
import words from './office-words.json';
import { findPhones, type PhoneFound } from './phone';
import { findTimes, isNameOfTime, type TimePhrase } from './time';
import { foldedSet, type Token, tokensOf } from './tokens';

/** A stretch of the text as typed, in UTF-16 units, and what it was taken for. */
interface Understood {
  start: number;
  end: number;
  /** `filler`: „oddzwonić”, „tel.”. `separator`: a comma or dash that parted understood words from the rest. */
  as: 'phone' | 'name' | 'time' | 'filler' | 'separator';
}

/** What one line says: whom to call back, when, and about what. */
export interface QuickEntry {
  /** E.164: `+48600123456`. */
  phone?: string;
  extension?: string;
  /** Further numbers, E.164; as typed they stay in the subject. */
  otherPhones?: string[];
  /** As typed, without „p.” and without any un-inflecting. */
  name?: string;
  /** Within opening hours, closing included. */
  due?: Date;
  /** Why `due` is another time than the one typed. */
  movedToOpening?: Moved;
  /** What was not understood, in its order, white space collapsed. */
  subject?: string;
  /** The first case sign of the text, to be offered; as typed it stays in the subject. */
  caseSign?: CaseSign;
  /** In order of appearance, none overlapping another. All else that was typed stands in the subject. */
  understood: Understood[];
}

/**
 * Reads one line as a clerk types it: „600 123 456 Kowalska wymiar podatku jutro 10”. docs/callbacks.md tells the
 * grammar. Nothing typed is dropped: what is not in `understood` is in `subject`.
 *
 * @param now the moment of typing; where it is invalid, no time is understood
 * @param hours opening hours; where nothing in them is open, or they are malformed, `usualHours` stand in
 * @returns never throws, whatever the text
 */
export function parseQuickEntry(text: string, now: Date, hours: OpeningHours): QuickEntry {
  const tokens = tokensOf(text);
  const taken = new Array<Taken | undefined>(tokens.length);
  const isFree = (index: number) => index >= 0 && index < tokens.length && taken[index] === undefined;
  const take = (from: number, to: number, as: Taken) => {
    taken.fill(as, from, to);
  };

  const signs = findCaseSigns(text);
  for (const [from, to] of tokensOfSigns(text, tokens, signs)) take(from, to, 'kept');

  const names = new NameReader(tokens, isFree);
  const titled = names.titled();
  if (titled) take(titled.from, titled.to, 'name');
  const surnames = titled ? [] : names.namesOfTime();

  const isOfDate = datesIn(text, tokens);
  const phones = findPhones(tokens, (index) => isFree(index) && !isOfDate(index));
  for (const found of phones) take(found.from, found.to, found === phones[0] ? 'phone' : 'kept');

  const when = timeOf(tokens, (index) => isFree(index) && !surnames.includes(index), now, hours);
  for (const { from, to } of when.phrases) take(from, to, 'time');

  takeFillers(tokens, taken, phones[0]);
  const name = titled ?? names.untitled((from, to) => taken[from - 1] === 'phone' || taken[to] === 'phone');
  if (name) {
    take(name.from, name.to, 'name');
    takeWordsToName(tokens, taken, name);
  }

  const { subject, understood } = restOf(text, tokens, taken);
  const [phone, ...others] = phones;
  const [caseSign] = signs;
  return {
    ...(phone && { phone: phone.phone }),
    ...(phone?.extension && { extension: phone.extension }),
    ...(others.length > 0 && { otherPhones: others.map((other) => other.phone) }),
    ...(name && {
      name: text.slice(tokens[name.nameFrom]?.start, tokens[name.to - 1]?.end).replace(/\s+/gu, ' '),
    }),
    ...(when.due && { due: when.due.due }),
    ...(when.due?.moved && { movedToOpening: when.due.moved }),
    ...(subject !== '' && { subject }),
    ...(caseSign && { caseSign }),
    understood,
  };
}

/** `kept` stays in the subject and may be nothing else. */
type Taken = Understood['as'] | 'kept';

/** The tokens of each sign, from and up to without. */
function tokensOfSigns(text: string, tokens: Token[], signs: CaseSign[]): [number, number][] {
  const found: [number, number][] = [];
  let position = 0;
  let index = 0;
  for (const { raw } of signs) {
    const start = text.indexOf(raw, position);
    if (start < 0) continue;
    position = start + raw.length;
    while ((tokens[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index += 1;
    const from = index;
    while ((tokens[index]?.start ?? Number.POSITIVE_INFINITY) < position) index += 1;
    found.push([from, index]);
  }
  return found;
}

const fullDate = /(?<!\d)(?:\d{1,2}([.\-/])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)(?!\d)/g;

/** Whether a token is of a date with its year, whose digits are no telephone's. */
function datesIn(text: string, tokens: Token[]): (index: number) => boolean {
  const dates = [...text.matchAll(fullDate)].map(
    ({ 0: date, index }) => [index, index + date.length] as const,
  );
  if (dates.length === 0) return () => false;
  const ofDate = new Set<number>();
  let date = 0;
  tokens.forEach((token, index) => {
    while (date < dates.length && (dates[date]?.[1] ?? 0) <= token.start) date += 1;
    if (token.start >= (dates[date]?.[0] ?? Number.POSITIVE_INFINITY)) ofDate.add(index);
  });
  return (index) => ofDate.has(index);
}

interface When {
  due?: Due;
  phrases: TimePhrase[];
}

const verbs = foldedSet(words.callbackVerbs);

function timeOf(tokens: Token[], isFree: (index: number) => boolean, now: Date, hours: OpeningHours): When {
  // An invalid date, or one at the ends of what the calendar knows, has no tomorrow.
  const year = now.getUTCFullYear();
  if (!(year > 1000 && year < 9900)) return { phrases: [] };
  const usable = isUsable(hours, now) ? hours : usualHours;
  const found = findTimes(tokens, isFree, {
    day: warsawDay(now),
    isOpenDay: (day) => openingsOn(day, usable).length > 0,
    isHoliday: (day) => holidayOn(day) !== null,
  });
  const phrases = chosen(found, tokens, isFree);
  if (phrases.length === 0) return { phrases };
  return { due: dueOf(Object.assign({}, ...phrases), now, usable), phrases };
}

function isUsable(hours: OpeningHours, now: Date): boolean {
  try {
    dueOf({ minutes: 0 }, now, hours);
    return true;
  } catch {
    return false;
  }
}

/**
 * The phrase that tells when to call, and another that adds the day or the hour it lacks. Beside „oddzwonić” goes first,
 * then a day with its hour or a delay, then whatever was typed first.
 */
function chosen(found: TimePhrase[], tokens: Token[], isFree: (index: number) => boolean): TimePhrase[] {
  const isVerb = (index: number) => isFree(index) && verbs.has(tokens[index]?.word ?? '');
  const isWeight = (phrase: TimePhrase) => {
    if (isVerb(phrase.from - 1) || isVerb(phrase.to)) return 3;
    if (isSurname(phrase, tokens)) return 0;
    return phrase.minutes !== undefined || (phrase.day && phrase.clock) ? 2 : 1;
  };
  let main: TimePhrase | undefined;
  for (const phrase of found) if (main === undefined || isWeight(phrase) > isWeight(main)) main = phrase;
  if (main === undefined || main.minutes !== undefined) return main ? [main] : [];
  const { day, clock } = main;
  const other =
    day && clock
      ? undefined
      : found.find(
          (phrase) => phrase.minutes === undefined && !(day && phrase.day) && !(clock && phrase.clock),
        );
  return other ? [main, other] : [main];
}

/** „Sobota 600 123 456 jutro 10”: a weekday in the nominative, written as a name and alone, where another day is named. */
function isSurname({ from, to, clock }: TimePhrase, tokens: Token[]): boolean {
  const token = tokens[from];
  return (
    to === from + 1 &&
    clock === undefined &&
    token !== undefined &&
    isNameOfTime(token.word) &&
    /^\p{Lu}/u.test(token.text)
  );
}

const phoneWords = foldedSet(words.phoneWords);

/** Words that say no more than that somebody is to be called. */
function takeFillers(tokens: Token[], taken: (Taken | undefined)[], phone: PhoneFound | undefined): void {
  tokens.forEach(({ word }, index) => {
    if (taken[index] === undefined && verbs.has(word)) taken[index] = 'filler';
  });
  let at = (phone?.from ?? 0) - 1;
  for (; at >= 0 && taken[at] === undefined; at -= 1) {
    const { word, text } = tokens[at] ?? { word: '', text: '' };
    // „prosi o telefon 600 …” says what the client asks for.
    if (phoneWords.has(word) && tokens[at - 1]?.word !== 'o') taken[at] = 'filler';
    else if (text === ':' || (text === '.' && phoneWords.has(tokens[at - 1]?.word ?? '')))
      taken[at] = 'filler';
    else break;
  }
  // „zadzwonić pod 600 …”, „oddzwonić na numer 600 …”
  if (['pod', 'na'].includes(tokens[at]?.word ?? '') && taken[at] === undefined && taken[at - 1] === 'filler')
    taken[at] = 'filler';
}

/** „oddzwonić do Nowaka”, „telefon do Nowaka” */
function takeWordsToName(tokens: Token[], taken: (Taken | undefined)[], { from }: NameFound): void {
  const [verb, to] = [tokens[from - 2], tokens[from - 1]];
  if (to?.word !== 'do' || taken[from - 1] !== undefined || verb === undefined) return;
  if (taken[from - 2] !== 'filler' && !(taken[from - 2] === undefined && phoneWords.has(verb.word))) return;
  taken[from - 2] = 'filler';
  taken[from - 1] = 'filler';
}

const isSeparator = (text: string) => /^[,;:|/\-\u2013\u2014]$/u.test(text);
/** „(Kasprzak)”, „600 123 456.”: what is left of a pair or a sentence whose words were understood. */
const isLeftBehind = (text: string) => text === ')' || text === '.';
const isLeftBefore = (text: string) => text === '(';

function restOf(
  text: string,
  tokens: Token[],
  taken: (Taken | undefined)[],
): { subject: string; understood: Understood[] } {
  const isRest = (index: number) => taken[index] === undefined || taken[index] === 'kept';
  const isMark = (index: number, isLeft: (text: string) => boolean) => {
    const { text: mark } = tokens[index] ?? { text: '' };
    return taken[index] === undefined && (isSeparator(mark) || isLeft(mark));
  };
  const pieces: [from: number, to: number][] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!isRest(at)) {
      at += 1;
      continue;
    }
    let [from, to] = [at, at];
    while (to < tokens.length && isRest(to)) to += 1;
    at = to;
    for (; from < to && isMark(from, isLeftBehind); from += 1) taken[from] = 'separator';
    for (; to > from && isMark(to - 1, isLeftBefore); to -= 1) taken[to - 1] = 'separator';
    if (to > from) pieces.push([from, to]);
  }
  // „Starostwo, p. Rybicka, mapa” reads „Starostwo, mapa”.
  for (const piece of pieces.slice(0, -1)) {
    if (tokens[piece[1]]?.text !== ',' || taken[piece[1]] !== 'separator') continue;
    taken[piece[1]] = undefined;
    piece[1] += 1;
  }
  const subject = pieces.map(([from, to]) => text.slice(tokens[from]?.start, tokens[to - 1]?.end)).join(' ');
  return { subject: subject.replace(/\s+/gu, ' '), understood: spansOf(tokens, taken) };
}

/** Tokens side by side that were taken for the same are one span. */
function spansOf(tokens: Token[], taken: (Taken | undefined)[]): Understood[] {
  const spans: Understood[] = [];
  let last = -2;
  tokens.forEach(({ start, end }, index) => {
    const as = taken[index];
    if (as === undefined || as === 'kept') return;
    const span = spans.at(-1);
    if (span?.as === as && last === index - 1) span.end = end;
    else spans.push({ start, end, as });
    last = index;
  });
  return spans;
}
