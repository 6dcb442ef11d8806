import { type CalendarDate, dateOfDay, dayNumberOf, isoWeekday, mondayOf } from '@/lib/calendar';
import officeWords from './office-words.json';
import words from './time-words.json';
import { fold, foldedSet, type Token } from './tokens';

/** `by`: a latest moment („do piątku”). `at`: the moment itself or the first of a stretch („po 13”, „10–12”). */
type Bound = 'at' | 'by';

interface DayPhrase {
  /** Counted from 1 January 1970. */
  day: number;
  bound: Bound;
  /** Names no single day („po świętach”): the first open one from there on, or the last before, is meant as it is. */
  isLoose?: boolean;
}

/** `forenoon` is over at noon; `end` is the last hour, `close` the last moment. */
export type PartOfDay = 'morning' | 'forenoon' | 'afternoon' | 'evening' | 'end' | 'close';

export type ClockPhrase = { minute: number; bound: Bound; isAsWritten: boolean } | { part: PartOfDay };

/** What a stretch of words says of time. */
export interface TimePhrase {
  /** Tokens from, and up to without. */
  from: number;
  to: number;
  day?: DayPhrase;
  clock?: ClockPhrase;
  /** From now on, in minutes that pass. */
  minutes?: number;
}

interface Read<T> {
  to: number;
  value: T;
}

const set = foldedSet;
const weekdays = new Map(
  words.weekdays.flatMap((forms, index) => forms.map((form) => [fold(form), index + 1])),
);
const shortWeekdays = set(words.weekdays.flatMap((forms) => forms.filter((form) => form.length <= 4)));
const months = new Map(words.months.flatMap((forms, index) => forms.map((form) => [fold(form), index + 1])));
const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const hours = new Map(
  words.hours.flatMap((stem, hour) =>
    hour === 0 ? [] : ['a', 'ej', 'iej', 'ia'].map((ending) => [fold(stem) + ending, hour] as const),
  ),
);
const ordinals = new Map(
  [...words.hours.entries(), [30, 'trzydziest'] as const].flatMap(([day, stem]) =>
    day === 0 ? [] : ['ego', 'iego'].map((ending) => [fold(stem) + ending, day] as const),
  ),
);
const numbers = new Map(Object.entries(words.numbers).map(([word, value]) => [fold(word), value]));
const today = set(words.today);
const tomorrow = set(words.tomorrow);
const dayAfterTomorrow = set(words.dayAfterTomorrow);
const nextAdjectives = set(words.nextAdjectives);
const thisAdjectives = set(words.thisAdjectives);
const minuteWords = set(words.minutes);
const hourWords = set(words.hoursLong);
const quarterWords = set(words.quarters);
const clockWords = set(words.clockWords);
const about = set(words.about);
const between = set(words.between);
const noDateAfter = set(officeWords.beforeNumbersThatAreNoDates);
const units = set(officeWords.units);
const unitStems = officeWords.unitStems.map(fold);

/** How far back a date without a year is still this year's, in days; a date with a year says nothing of a call beyond it. */
const lately = 90;
const farAhead = 400;

/** Nominative names of weekdays and months, which are surnames, too. */
export function isNameOfTime(word: string): boolean {
  return nominatives.has(word);
}
const nominatives = set([
  ...words.weekdays.map(([name = '']) => name),
  ...words.months.map(([, name = '']) => name),
]);

export function isWeekday(word: string): boolean {
  return weekdays.has(word);
}

/** What the reader of times has to know of the day on which it reads. */
export interface Today {
  day: number;
  isOpenDay: (day: number) => boolean;
  isHoliday: (day: number) => boolean;
}

/**
 * Finds what an entry says of time: stretches of words that name a day, an hour or a delay, side by side ones as one.
 * @param isFree whether a token may be read as time: a number's, a case sign's or a name's may not
 */
export function findTimes(tokens: Token[], isFree: (index: number) => boolean, now: Today): TimePhrase[] {
  const reader = new TimeReader(tokens, isFree, now);
  const found: TimePhrase[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const phrase = reader.phraseAt(index);
    if (phrase === null) continue;
    found.push(phrase);
    index = phrase.to - 1;
  }
  return found;
}

class TimeReader {
  constructor(
    private readonly tokens: Token[],
    private readonly isFree: (index: number) => boolean,
    private readonly now: Today,
  ) {}

  phraseAt(from: number): TimePhrase | null {
    const phrase: TimePhrase = { from, to: from };
    for (let at = from; ; ) {
      const isFirst = at === from;
      if (phrase.minutes === undefined && !phrase.clock && !phrase.day) {
        const delay = this.delay(at);
        if (delay) {
          phrase.minutes = delay.value;
          phrase.to = delay.to;
          break;
        }
      }
      const clockFirst = phrase.day && !phrase.clock ? this.clock(at, phrase.to === at) : null;
      const day = clockFirst || phrase.day ? null : this.day(at);
      const isClosable = phrase.clock === undefined || 'part' in phrase.clock;
      const clock = clockFirst ?? (day || !isClosable ? null : this.closerClock(at, phrase.clock));
      const read = day ?? clock;
      if (read === null) {
        // „dzisiaj do końca dnia”, „poniedziałek 30 listopada”: a second day that says the same more closely.
        const closer = phrase.day && !phrase.clock && !isFirst ? this.closerDay(at, phrase.day) : null;
        if (closer === null) break;
        phrase.day = closer.value;
        phrase.to = closer.to;
      } else {
        if (day) phrase.day = day.value;
        if (clock) phrase.clock = clock.value;
        phrase.to = read.to;
      }
      at = phrase.to;
      if (this.word(at) === ',') at += 1;
    }
    return phrase.to > from ? phrase : null;
  }

  /** „rano o 8.15”, „po południu, o 2”: the hour tells what the part of the day left open. */
  private closerClock(at: number, said: ClockPhrase | undefined): Read<ClockPhrase> | null {
    const clock = this.clock(at, false);
    if (clock === null || said === undefined || !('part' in said)) return clock;
    if ('part' in clock.value) return null;
    const isAfternoon = said.part === 'afternoon' && clock.value.minute < 720;
    const minute = clock.value.minute + (isAfternoon ? 720 : 0);
    return { to: clock.to, value: { ...clock.value, minute, isAsWritten: true } };
  }

  private word(index: number): string {
    return this.isFree(index) ? (this.tokens[index]?.word ?? '') : '';
  }

  private number(index: number, most: number): number | null {
    const token = this.tokens[index];
    if (token?.kind !== 'number' || !this.isFree(index) || token.text.length > 4) return null;
    const value = Number(token.text);
    return value <= most ? value : null;
  }

  private isTight(index: number): boolean {
    return this.tokens[index]?.isSpaced === false;
  }

  /** Skips the dot of an abbreviation. */
  private pastDot(index: number): number {
    return this.word(index) === '.' && this.isTight(index) ? index + 1 : index;
  }

  // ── delays: „za pół godziny”

  private delay(from: number): Read<number> | null {
    let at = this.pastDelayWord(from);
    if (at === from) return null;
    if (quarterWords.has(this.word(at))) return this.hourAt(at + 1) ? null : { to: at + 1, value: 15 };
    const amount = this.amount(at);
    at = amount?.to ?? at;
    const unit = this.word(at);
    if (amount !== null && minuteWords.has(unit)) return { to: this.pastDot(at + 1), value: amount.value };
    if (amount !== null && quarterWords.has(unit)) return { to: at + 1, value: 15 * amount.value };
    if (!hourWords.has(unit) || (amount === null && !unit.startsWith('godz'))) return null;
    const whole = { to: this.pastDot(at + 1), value: 60 * (amount?.value ?? 1) };
    const rest = this.restOfDelay(whole.to);
    return rest === null ? whole : { to: rest.to, value: whole.value + rest.value };
  }

  /** „za godzinę i 15 minut”, „za godzinę i kwadrans”, „za godzinę i pół” */
  private restOfDelay(from: number): Read<number> | null {
    const isAnd = this.word(from) === 'i';
    const at = isAnd ? from + 1 : from;
    if (isAnd && quarterWords.has(this.word(at))) return { to: at + 1, value: 15 };
    const amount = this.amount(at);
    if (amount === null) return null;
    if (minuteWords.has(this.word(amount.to)))
      return { to: this.pastDot(amount.to + 1), value: amount.value };
    return isAnd && amount.value === 0.5 ? { to: amount.to, value: 30 } : null;
  }

  /** „za”, „w ciągu” */
  private pastDelayWord(at: number): number {
    if (this.word(at) === 'za') return at + 1;
    return this.word(at) === 'w' && this.word(at + 1) === 'ciagu' ? at + 2 : at;
  }

  /** `20`, `1,5`, „dwie”, „pół”. */
  private amount(at: number): Read<number> | null {
    const word = numbers.get(this.word(at));
    const isAndHalf = this.word(at + 1) === 'i' && this.word(at + 2) === 'pol';
    if (word !== undefined)
      return isAndHalf ? { to: at + 3, value: word + 0.5 } : { to: at + 1, value: word };
    const whole = this.number(at, 999);
    if (whole === null) return null;
    if (isAndHalf) return { to: at + 3, value: whole + 0.5 };
    const isDecimal = [',', '.'].includes(this.word(at + 1)) && this.isTight(at + 1) && this.isTight(at + 2);
    const tenths = isDecimal ? this.number(at + 2, 9) : null;
    return tenths === null ? { to: at + 1, value: whole } : { to: at + 3, value: whole + tenths / 10 };
  }

  // ── days

  private day(from: number): Read<DayPhrase> | null {
    const delayed = this.delayedDay(from);
    if (delayed) return delayed;
    let at = from;
    let isLatest = false;
    if (this.word(at) === 'najpozniej') {
      isLatest = true;
      at += 1;
    }
    const preposition = this.word(at);
    const hasPreposition = ['w', 'we', 'na', 'do', 'od', 'po', 'przed', 'dnia', 'dn'].includes(preposition);
    if (hasPreposition) at += 1;
    if (preposition === 'dn') at = this.pastDot(at);
    if (['w', 'do', 'od', 'na'].includes(preposition) && ['dniu', 'dnia', 'dzien'].includes(this.word(at)))
      at += 1;
    const bound: Bound = isLatest || preposition === 'do' || preposition === 'przed' ? 'by' : 'at';

    if (preposition === 'po' || preposition === 'przed') {
      const feast = this.feast(at, preposition);
      if (feast) return feast;
    }
    if (['do', 'na', 'pod'].includes(preposition)) {
      const end = this.endOf(at);
      if (end) return end;
    }
    if (hasPreposition) {
      const week = this.week(at);
      if (week) return week;
      const leave =
        preposition === 'po' && this.word(at).startsWith('urlop') ? this.date(at + 1, true) : null;
      if (leave) return { to: leave.to, value: { day: leave.value, bound: 'at' } };
    }
    const named = this.namedDay(at, hasPreposition || isLatest);
    const date = named ?? this.date(at, hasPreposition || this.isAtPieceStart(at));
    if (date === null) return null;
    if (preposition === 'przed') return { to: date.to, value: { day: date.value - 1, bound, isLoose: true } };
    if (preposition === 'po') return { to: date.to, value: { day: date.value + 1, bound, isLoose: true } };
    return { to: date.to, value: { day: date.value, bound } };
  }

  /** „za 3 dni”, „za tydzień w piątek”. */
  private delayedDay(from: number): Read<DayPhrase> | null {
    const start = this.pastDelayWord(from);
    if (start === from) return null;
    const bound: Bound = start === from + 1 ? 'at' : 'by';
    const amount = this.amount(start);
    const at = amount?.to ?? start;
    const count = amount?.value ?? 1;
    const unit = this.word(at);
    if (!Number.isInteger(count) || count > 366) return null;
    if (/^(dni|dzien)$/.test(unit)) return { to: at + 1, value: { day: this.now.day + count, bound } };
    if (/^(tydzien|tygodnia|tygodnie|tygodni)$/.test(unit)) {
      const day = this.now.day + 7 * count;
      const weekdayAt = ['w', 'we'].includes(this.word(at + 1)) ? at + 2 : at + 1;
      const weekday = weekdays.get(this.word(weekdayAt));
      if (weekday === undefined) return { to: at + 1, value: { day, bound } };
      return { to: this.pastShort(weekdayAt), value: { day: mondayOf(day) + weekday - 1, bound } };
    }
    if (/^(miesiac|miesiaca|miesiace|miesiecy)$/.test(unit))
      return { to: at + 1, value: { day: this.monthsOn(count), bound } };
    return null;
  }

  private monthsOn(count: number): number {
    const { year, month, day } = dateOfDay(this.now.day);
    const first = dayNumberOf({
      year: year + Math.floor((month - 1 + count) / 12),
      month: ((month - 1 + count) % 12) + 1,
      day: 1,
    });
    if (first === null) return this.now.day;
    // 31 January and a month: the last of February.
    const target = dateOfDay(first);
    for (let of = day; of > 27; of -= 1) {
      const number = dayNumberOf({ ...target, day: of });
      if (number !== null) return number;
    }
    return first + day - 1;
  }

  /** „przyszłym tygodniu”, „przyszłym tygodniu w piątek”, „tym tygodniu”. */
  private week(at: number): Read<DayPhrase> | null {
    const [which, noun] = [this.word(at), this.word(at + 1)];
    if (noun !== 'tygodniu' && noun !== 'tydzien') return null;
    const monday = mondayOf(this.now.day);
    if (['tym', 'biezacym'].includes(which))
      return { to: at + 2, value: { day: monday + 6, bound: 'by', isLoose: true } };
    if (!['przyszlym', 'nastepnym', 'przyszly', 'nastepny', 'kolejnym'].includes(which)) return null;
    const comma = this.word(at + 2) === ',' ? at + 3 : at + 2;
    const next = ['w', 'we'].includes(this.word(comma)) ? comma + 1 : comma;
    const weekday = weekdays.get(this.word(next));
    if (weekday === undefined) return { to: at + 2, value: { day: monday + 7, bound: 'at', isLoose: true } };
    return { to: this.pastShort(next), value: { day: monday + 6 + weekday, bound: 'at' } };
  }

  /** „końca tygodnia” */
  private endOf(at: number): Read<DayPhrase> | null {
    if (!['konca', 'koniec'].includes(this.word(at))) return null;
    const isNext = nextAdjectives.has(this.word(at + 1));
    const isThis = thisAdjectives.has(this.word(at + 1));
    const noun = this.word(isNext || isThis ? at + 2 : at + 1);
    const to = isNext || isThis ? at + 3 : at + 2;
    const { year, month } = dateOfDay(this.now.day);
    const monday = mondayOf(this.now.day);
    const ends = (date: CalendarDate) => (dayNumberOf(date) ?? this.now.day + 1) - 1;
    const answer = (day: number): Read<DayPhrase> => ({ to, value: { day, bound: 'by', isLoose: true } });
    if (noun === 'tygodnia') return answer(monday + (isNext ? 13 : 6));
    if (noun === 'roku') return answer(ends({ year: year + (isNext ? 2 : 1), month: 1, day: 1 }));
    if (noun === 'miesiaca') {
      const later = month + (isNext ? 2 : 1);
      return answer(ends({ year: year + (later > 12 ? 1 : 0), month: ((later - 1) % 12) + 1, day: 1 }));
    }
    return null;
  }

  /** „świętach”, „nowym roku”, „weekendzie”: the first day after, or the last before. */
  private feast(at: number, preposition: 'po' | 'przed'): Read<DayPhrase> | null {
    const [first, second] = [this.word(at), this.word(at + 1)];
    const found = (to: number, begins: (day: number) => boolean): Read<DayPhrase> | null => {
      for (let day = this.now.day; day <= this.now.day + 366; day += 1) {
        if (!begins(day)) continue;
        if (preposition === 'przed') return { to, value: { day: day - 1, bound: 'by', isLoose: true } };
        while (!this.now.isOpenDay(day) && day < this.now.day + 400) day += 1;
        return { to, value: { day, bound: 'at', isLoose: true } };
      }
      return null;
    };
    const on = (month: number, day: number) => (number: number) => {
      const date = dateOfDay(number);
      return date.month === month && date.day === day;
    };
    const isSaturday = (day: number) => isoWeekday(day) === 6;
    if (/^swiet(ach|ami)$/.test(first)) {
      const isGreat = (day: number) =>
        on(12, 25)(day) || (isoWeekday(day) === 7 && this.now.isHoliday(day + 1) && isEasterTime(day));
      return found(at + 1, isGreat);
    }
    if (/^nowym$/.test(first) && /^rok(u|iem)$/.test(second)) return found(at + 2, on(1, 1));
    if (/^trzech$/.test(first) && /^krol(ach|ami)$/.test(second)) return found(at + 2, on(1, 6));
    if (/^wszystkich$/.test(first) && second.startsWith('swiet')) return found(at + 2, on(11, 1));
    if (/^sylwest(rze|rem)$/.test(first)) return found(at + 1, on(12, 31));
    if (/^majow(ce|ka)$/.test(first)) return found(at + 1, on(5, preposition === 'po' ? 3 : 1));
    if (/^weekend(zie|em)$/.test(first)) return found(at + 1, isSaturday);
    if (/^dlugim$/.test(first) && /^weekend(zie|em)$/.test(second)) {
      // The holiday that makes it long, and the weekend nearest behind it.
      const holiday = (day: number) => this.now.isHoliday(day) && isoWeekday(day) <= 5;
      if (preposition === 'przed') return found(at + 2, holiday);
      let seen = false;
      return found(at + 2, (day) => {
        seen ||= holiday(day);
        return seen && (isoWeekday(day) >= 6 || isoWeekday(day) <= 2) && !this.now.isOpenDay(day);
      });
    }
    return null;
  }

  private namedDay(at: number, hasPreposition: boolean): Read<number> | null {
    const word = this.word(at);
    if (today.has(word)) return { to: at + 1, value: this.now.day };
    if (tomorrow.has(word)) return { to: at + 1, value: this.now.day + 1 };
    if (dayAfterTomorrow.has(word)) return { to: at + 1, value: this.now.day + 2 };
    if (hasPreposition && /^sylwestra$/.test(word)) return this.yearly(at + 1, 12, 31);
    if (hasPreposition && /^wigili[ei]$/.test(word)) return this.yearly(at + 1, 12, 24);
    const isNext = nextAdjectives.has(word);
    const isAdjective = isNext || thisAdjectives.has(word);
    const weekday = weekdays.get(this.word(isAdjective ? at + 1 : at));
    if (weekday === undefined) return null;
    const monday = mondayOf(this.now.day);
    const onWeekday = monday + weekday - 1;
    const day = isNext || onWeekday <= this.now.day ? onWeekday + 7 : onWeekday;
    return { to: this.pastShort(isAdjective ? at + 1 : at), value: day };
  }

  private yearly(to: number, month: number, day: number): Read<number> | null {
    const { year } = dateOfDay(this.now.day);
    const number = dayNumberOf({ year, month, day });
    return number === null ? null : { to, value: number };
  }

  /** Behind a weekday and, where it is one, the dot of its abbreviation. */
  private pastShort(index: number): number {
    return shortWeekdays.has(this.word(index)) ? this.pastDot(index + 1) : index + 1;
  }

  /** A weekday and its date are one day; „dziś”, „do piątku”. */
  private closerDay(at: number, day: DayPhrase): Read<DayPhrase> | null {
    const date = this.date(at, false);
    if (date === null) return null;
    return { to: date.to, value: { ...day, day: date.value } };
  }

  /** A date with or without a year. */
  private date(at: number, mayBeSlashed: boolean): Read<number> | null {
    if (noDateAfter.has(this.wordBefore(at))) return null;
    const written = this.isoDate(at) ?? this.dottedDate(at, mayBeSlashed) ?? this.spokenDate(at);
    if (written === null || this.isUnit(written.to) || this.word(written.to) === 'ur') return null;
    const number = this.inYear(written.value);
    return number === null ? null : { to: this.pastYearMark(written.to), value: number };
  }

  private wordBefore(index: number): string {
    const before = this.tokens[index - 1];
    if (before?.text === '.') return this.tokens[index - 2]?.word ?? '';
    if (before?.word === 'dnia') return this.wordBefore(index - 1) === '' ? '' : this.wordBefore(index - 1);
    return before?.word ?? '';
  }

  private isoDate(at: number): Read<Partial<CalendarDate>> | null {
    const [year, month, day] = [this.number(at, 9999), this.number(at + 2, 12), this.number(at + 4, 31)];
    if (year === null || year < 1900 || month === null || day === null) return null;
    if (this.word(at + 1) !== '-' || this.word(at + 3) !== '-' || !this.isAllTight(at + 1, at + 4))
      return null;
    return { to: at + 5, value: { year, month, day } };
  }

  private dottedDate(at: number, mayBeSlashed: boolean): Read<Partial<CalendarDate>> | null {
    const [day, separator, month] = [this.number(at, 31), this.word(at + 1), this.number(at + 2, 12)];
    if (!day || !month || (this.tokens[at + 2]?.text.length ?? 3) > 2) return null;
    if (!['.', '-', '/'].includes(separator) || !this.isTight(at + 1)) return null;
    if (separator !== '.' && !this.isTight(at + 2)) return null;
    const hasYear = this.word(at + 3) === separator && this.isTight(at + 3) && this.isTight(at + 4);
    const year = hasYear ? this.number(at + 4, 9999) : null;
    const digits = this.tokens[at + 4]?.text.length ?? 0;
    if (year !== null && (digits === 4 || digits === 2))
      return { to: at + 5, value: { year: digits === 2 ? 2000 + year : year, month, day } };
    if (separator === '-' || (separator === '/' && !mayBeSlashed)) return null;
    // „3.12.5” is a number of a chapter.
    if (hasYear) return null;
    const isDotted =
      this.word(at + 3) === '.' && this.isTight(at + 3) && this.tokens[at + 4]?.kind !== 'number';
    return { to: isDotted && separator === '.' ? at + 4 : at + 3, value: { month, day } };
  }

  /** „3 grudnia”, „3-go grudnia 2026”, „3 XII”. */
  private spokenDate(at: number): Read<Partial<CalendarDate>> | null {
    const said = this.ordinalDay(at);
    const day = said?.value ?? this.number(at, 31);
    if (!day) return null;
    let next = said?.to ?? this.pastDot(at + 1);
    if (said === null) {
      if (this.word(next) === '-' && /^(go|ego|tego)$/.test(this.word(next + 1))) next += 2;
      else if (/^(go|ego|tego)$/.test(this.word(next))) next += 1;
    }
    const token = this.tokens[next];
    if (token === undefined || !this.isFree(next) || !token.isSpaced) return null;
    const roman = romanMonths.indexOf(token.text) + 1;
    const month = months.get(token.word) ?? (roman > 0 ? roman : undefined);
    if (month === undefined) return null;
    const year = this.tokens[next + 1]?.text.length === 4 ? this.number(next + 1, 2099) : null;
    if (year !== null && year >= 1900) return { to: next + 2, value: { year, month, day } };
    return { to: next + 1, value: { month, day } };
  }

  /** „trzeciego”, „dwudziestego pierwszego” */
  private ordinalDay(at: number): Read<number> | null {
    const day = ordinals.get(this.word(at));
    if (day === undefined) return null;
    const unit = day === 20 || day === 30 ? ordinals.get(this.word(at + 1)) : undefined;
    return unit !== undefined && unit < 10 ? { to: at + 2, value: day + unit } : { to: at + 1, value: day };
  }

  private pastYearMark(at: number): number {
    const word = this.word(at);
    if (word === 'roku') return at + 1;
    return word === 'r' ? this.pastDot(at + 1) : at;
  }

  /** The year meant by a date without one; null where the calendar has no such date or it lies too far away. */
  private inYear({ year, month = 0, day = 0 }: Partial<CalendarDate>): number | null {
    const thisYear = dateOfDay(this.now.day).year;
    const number = dayNumberOf({ year: year ?? thisYear, month, day });
    if (year !== undefined) {
      const isNear = number !== null && number >= this.now.day - lately && number <= this.now.day + farAhead;
      return isNear ? number : null;
    }
    if (number !== null && number >= this.now.day - lately) return number;
    return dayNumberOf({ year: thisYear + 1, month, day });
  }

  private isAllTight(from: number, to: number): boolean {
    for (let at = from; at <= to; at += 1) if (!this.isTight(at)) return false;
    return true;
  }

  /** At the start of the entry or behind a comma, a dash or a number a slash makes a date; behind „Polna” a house. */
  private isAtPieceStart(at: number): boolean {
    const before = this.tokens[at - 1];
    return before === undefined || ',;–-('.includes(before.text) || !this.isFree(at - 1);
  }

  private isUnit(at: number): boolean {
    const token = this.tokens[at];
    if (token === undefined) return false;
    if (token.text === '%' || token.text === '/') return true;
    if (token.kind !== 'word' || hourWords.has(token.word) || /^\p{Lu}\p{Ll}/u.test(token.text)) return false;
    return units.has(token.word) || unitStems.some((stem) => token.word.startsWith(stem));
  }

  // ── hours

  private clock(from: number, isBehindDay: boolean): Read<ClockPhrase> | null {
    const part = this.partOfDay(from);
    if (part) return part;
    const toHour = this.quarterTo(from);
    if (toHour) return toHour;
    let at = from;
    let bound: Bound = 'at';
    let isSaid = false;
    let isRange = false;
    if (this.word(at) === 'najpozniej') {
      bound = 'by';
      at += 1;
    }
    const preposition = this.word(at);
    if (preposition === 'do' || preposition === 'przed') bound = 'by';
    if (about.has(preposition) || ['do', 'przed', 'od', 'po'].includes(preposition)) {
      isSaid = true;
      at = this.pastDot(at + 1);
      if (this.word(at) === 'o') at += 1;
    } else if (between.has(preposition)) {
      isRange = true;
      at += 1;
    } else if (
      (preposition === 'na' && isBehindDay) ||
      (['na', 'punkt'].includes(preposition) && this.isPieceEnd(at + 2))
    ) {
      isSaid = true;
      at += 1;
    } else if (preposition === 'w' && clockWords.has(this.word(at + 1))) at += 1;
    let isNamed = false;
    if (clockWords.has(this.word(at)) && this.hasClock(this.pastDot(at + 1))) {
      isNamed = true;
      at = this.pastDot(at + 1);
    }
    if (this.word(at).startsWith('poludni') && isSaid)
      return { to: at + 1, value: { minute: 720, bound, isAsWritten: true } };
    // „do”, „przed” and „po” stand before dates, too: „do 15.12”.
    const isHour = isNamed || isBehindDay || about.has(preposition);
    const time = this.timeAt(at, { isSaid: isSaid || isNamed || isBehindDay, isHour, isRange });
    if (time === null) return null;
    let { to } = time;
    let minute = time.value;
    const second = this.rangeEnd(to, isRange, isNamed || isBehindDay || preposition === 'od');
    if (isRange && second === null) return null;
    if (second !== null) to = second;
    const after = this.partOfDay(to);
    const isAfternoon = after !== null && 'part' in after.value && after.value.part === 'afternoon';
    if (isAfternoon && minute < 720) minute += 720;
    const isMorning = this.word(to) === 'rano';
    if (isAfternoon) to = after.to;
    else if (isMorning) to += 1;
    return {
      to,
      value: {
        minute,
        bound,
        isAsWritten: isAfternoon || isMorning || this.tokens[at]?.text.startsWith('0') === true,
      },
    };
  }

  /** At the end of the entry, or before a name or a comma: „na 14 Pietras”, but not „na 14 działek”. */
  private isPieceEnd(at: number): boolean {
    const token = this.tokens[at];
    return token === undefined || token.text === ',' || (token.isSpaced && /^\p{Lu}/u.test(token.text));
  }

  private hasClock(at: number): boolean {
    return this.number(at, 2400) !== null || hours.has(this.word(at));
  }

  private timeAt(
    at: number,
    { isSaid, isHour, isRange }: { isSaid: boolean; isHour: boolean; isRange: boolean },
  ): Read<number> | null {
    const spoken = this.spokenTime(at, isSaid || isRange);
    if (spoken) return spoken;
    const token = this.tokens[at];
    const hour = this.number(at, 2359);
    if (token === undefined || hour === null || this.isBoundBefore(at)) return null;
    const separator = this.word(at + 1);
    const minute = this.number(at + 2, 59);
    const hasMinutes =
      minute !== null &&
      this.tokens[at + 2]?.text.length === 2 &&
      this.isTight(at + 1) &&
      this.isTight(at + 2);
    const isMore =
      ['.', ':', '-'].includes(this.word(at + 3)) &&
      this.isTight(at + 3) &&
      this.isTight(at + 4) &&
      this.tokens[at + 4]?.kind === 'number';
    if (hour <= 23 && hasMinutes && separator === ':' && !isMore)
      return { to: this.pastHourWord(at + 3), value: hour * 60 + minute };
    if (hour <= 23 && hasMinutes && separator === '.' && token.text.length <= 2) {
      const isDate = minute >= 1 && minute <= 12 && hour >= 1 && !isHour;
      if (!isMore && !isDate && !this.isUnit(at + 3) && !noDateAfter.has(this.wordBefore(at)))
        return { to: this.pastHourWord(at + 3), value: hour * 60 + minute };
      return null;
    }
    if (token.text.length === 4 && isHour && hour % 100 < 60 && !this.isUnit(at + 1))
      return { to: at + 1, value: Math.floor(hour / 100) * 60 + (hour % 100) };
    if (!(isSaid || isRange) || hour > 23 || token.text.length > 2) return null;
    if (this.isFollowed(at + 1) || this.isUnit(at + 1) || months.has(this.word(at + 1))) return null;
    return { to: this.pastHourWord(at + 1), value: hour * 60 };
  }

  /** Whether the number goes on in a way hours do not: „10/2”, „10.12”, „3-go”, „10,5”. */
  private isFollowed(at: number): boolean {
    const [sign, next] = [this.tokens[at], this.tokens[at + 1]];
    if (sign === undefined || sign.isSpaced) return false;
    if (sign.kind === 'word') return !/^(h|ej|tej)$/.test(sign.word);
    if (sign.text === '/' || sign.text === '%') return true;
    return '.:,'.includes(sign.text) && next?.kind === 'number' && !next.isSpaced;
  }

  private isBoundBefore(at: number): boolean {
    const before = this.tokens[at - 1];
    return (
      before !== undefined &&
      this.isTight(at) &&
      ('/:.-+#'.includes(before.text) || before.kind === 'word') &&
      !this.isDotOfWord(at - 1)
    );
  }

  /** „godz.9”, „o.9” */
  private isDotOfWord(at: number): boolean {
    return this.tokens[at]?.text === '.' && this.tokens[at - 1]?.kind === 'word';
  }

  private pastHourWord(at: number): number {
    if (['h', 'ej'].includes(this.word(at))) return at + 1;
    return this.word(at) === '-' && ['ej', 'tej'].includes(this.word(at + 1)) && this.isTight(at + 1)
      ? at + 2
      : at;
  }

  private spokenTime(at: number, isSaid: boolean): Read<number> | null {
    const word = this.word(at);
    if (word === 'wpol' && this.word(at + 1) === 'do') {
      const hour = this.hourAt(at + 2);
      if (hour) return { to: hour.to, value: hour.value * 60 - 30 };
    }
    const amount = quarterWords.has(word) ? 15 : (numbers.get(word) ?? this.number(at, 59));
    if (amount !== null && Number.isInteger(amount) && this.word(at + 1) === 'po') {
      const hour = this.hourAt(at + 2);
      if (hour) return { to: hour.to, value: hour.value * 60 + amount };
    }
    if (!isSaid) return null;
    const hour = this.hourAt(at);
    if (hour === null || this.isUnit(hour.to) || months.has(this.word(hour.to))) return null;
    const minutes = this.saidMinutes(hour.to);
    return { to: minutes?.to ?? hour.to, value: hour.value * 60 + (minutes?.value ?? 0) };
  }

  /** „dziesiątej piętnaście”, „drugiej czterdzieści pięć” */
  private saidMinutes(at: number): Read<number> | null {
    const tens = numbers.get(this.word(at));
    if (tens === undefined || tens < 5 || tens > 50 || tens % 5 !== 0 || this.isUnit(at + 1)) return null;
    const five = tens >= 20 && numbers.get(this.word(at + 1)) === 5;
    return { to: five ? at + 2 : at + 1, value: five ? tens + 5 : tens };
  }

  private hourAt(at: number): Read<number> | null {
    const hour = hours.get(this.word(at));
    return hour === undefined ? null : { to: at + 1, value: hour };
  }

  /** „za kwadrans jedenasta”, „za dziesięć druga” */
  private quarterTo(from: number): Read<ClockPhrase> | null {
    if (this.word(from) !== 'za') return null;
    const amount = quarterWords.has(this.word(from + 1)) ? 15 : this.amount(from + 1)?.value;
    const hour = this.hourAt(from + 2);
    if (hour === null || amount === undefined || amount >= 60) return null;
    return { to: hour.to, value: { minute: hour.value * 60 - amount, bound: 'at', isAsWritten: false } };
  }

  /** The end of „10–12”, „10 a 11”, „od 10 do 12”; null where nothing of the kind follows. */
  private rangeEnd(at: number, isBetween: boolean, mayBeDashed: boolean): number | null {
    const word = this.word(at);
    const isJoint = isBetween
      ? ['a', 'i', '-'].includes(word)
      : mayBeDashed && ['-', '–', '—', 'do'].includes(word);
    if (!isJoint) return null;
    const hour = this.number(at + 1, 24) ?? this.hourAt(at + 1)?.value ?? null;
    if (hour === null) return null;
    const hasMinutes =
      [':', '.'].includes(this.word(at + 2)) &&
      this.isTight(at + 2) &&
      this.isTight(at + 3) &&
      this.tokens[at + 3]?.text.length === 2 &&
      this.number(at + 3, 59) !== null;
    const to = hasMinutes ? at + 4 : at + 2;
    return this.isUnit(to) || this.isFollowed(to) ? null : this.pastHourWord(to);
  }

  private partOfDay(at: number): Read<ClockPhrase> | null {
    const [first, second, third] = [this.word(at), this.word(at + 1), this.word(at + 2)];
    const part = (to: number, name: PartOfDay): Read<ClockPhrase> => ({ to, value: { part: name } });
    if (first === 'rano') return part(at + 1, 'morning');
    if (first === 'z' && second === 'rana') return part(at + 2, 'morning');
    if (first === 'z' && second === 'samego' && third === 'rana') return part(at + 3, 'morning');
    if (first === 'przed' && second === 'poludniem') return part(at + 2, 'forenoon');
    if (first === 'przedpoludniem') return part(at + 1, 'forenoon');
    if (first === 'w' && second === 'poludnie')
      return { to: at + 2, value: { minute: 720, bound: 'at', isAsWritten: true } };
    if (first === 'po' && second === 'poludniu') return part(at + 2, 'afternoon');
    if (first === 'popoludniu' || first === 'popoludniem') return part(at + 1, 'afternoon');
    if (first === 'wieczorem') return part(at + 1, 'evening');
    const isOfDay = ['dnia', 'pracy', 'urzedowania'].includes(third);
    if (['pod', 'na'].includes(first) && second === 'koniec' && isOfDay) return part(at + 3, 'end');
    if (first === 'przed' && second === 'koncem' && isOfDay) return part(at + 3, 'end');
    if (first === 'do' && second === 'konca' && isOfDay) return part(at + 3, 'close');
    return null;
  }
}

function isEasterTime(day: number): boolean {
  const { month, day: date } = dateOfDay(day);
  return (month === 3 && date >= 22) || (month === 4 && date <= 25);
}
