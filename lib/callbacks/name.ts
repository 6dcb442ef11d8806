import firstNameList from './first-names.json';
import words from './office-words.json';
import { isNameOfTime, isWeekday } from './time';
import { fold, foldedSet, type Token } from './tokens';

/** A name among the tokens: `from`–`to` with title, `nameFrom`–`to` the name itself. */
export interface NameFound {
  from: number;
  nameFrom: number;
  to: number;
}

const firstNames = foldedSet(firstNameList);
const titles = foldedSet(words.titles);
const roles = foldedSet(words.roles);
const beforePlaces = foldedSet(words.beforePlaces);
const prepositions = foldedSet(words.prepositions);
const looseReferences = foldedSet(words.looseReferences);
const surnameEndings = words.surnameEndings.map(fold);
/** Whole words; and the beginnings of words, which their endings follow. */
const noNames = foldedSet(words.noNameWords);
const noNameStems = words.noNameStems.map(fold);
const stemsByStart = Map.groupBy(noNameStems, (stem) => stem.slice(0, 4));
const mostNameWords = 3;

const startsWithCapital = (text: string) => /^\p{Lu}/u.test(text);
const isAllCapitals = (text: string) => /^[\p{Lu}\p{M}-]+$/u.test(text) && text.length > 1;

/** „pani zgubiła dowód”, „pan przyjdzie”: what a client did or does, no surname. */
const isVerb = (text: string) => /(?:[iyaęą]ł|[iyaę]ł[ao]|dzie|uje)$/u.test(text.normalize('NFC'));

/** Reads names among those tokens that are free. */
export class NameReader {
  private readonly isShouted: boolean;

  constructor(
    private readonly tokens: Token[],
    private readonly isFree: (index: number) => boolean,
  ) {
    const letters = tokens.filter(({ kind }) => kind === 'word');
    this.isShouted = letters.length > 1 && letters.every(({ text }) => text === text.toUpperCase());
  }

  /**
   * A name that its title tells: „p. Zielińska”, „pani jadzia”, „Pan Wtorek”. Reads before times do, so that the surname
   * Sobota is no Saturday.
   */
  titled(): NameFound | null {
    for (let at = 0; at < this.tokens.length; at += 1) {
      const found = this.titledAt(at);
      if (found) return found;
    }
    return null;
  }

  private titledAt(from: number): NameFound | null {
    const title = this.token(from);
    if (title === null || !titles.has(title.word)) return null;
    const isShort = title.word === 'p' || title.word === 'pp';
    const hasDot = this.tokens[from + 1]?.text === '.';
    if (isShort && !hasDot && title.text !== 'p' && title.text !== 'P') return null;
    let nameFrom = from + (isShort && hasDot ? 2 : 1);
    // „p.o. kierownika”
    if (isShort && this.tokens[nameFrom + 1]?.text === '.' && this.token(nameFrom)?.word === 'o') return null;
    const first = this.token(nameFrom);
    if (first !== null && titles.has(first.word) && first.word.length > 2) nameFrom += 1;
    const to = this.nameEnd(nameFrom, true);
    return to > nameFrom ? { from, nameFrom, to } : null;
  }

  /** Where the name ends that begins there; the same place where none does. */
  private nameEnd(from: number, isTitled: boolean): number {
    let at = from;
    const role = this.token(at);
    if (role !== null && roles.has(role.word)) {
      at += this.tokens[at + 1]?.text === '.' ? 2 : 1;
      const afterRole = this.namesFrom(at, false);
      // „pani dyrektor” is somebody, „dyrektor” alone may be anybody's.
      return afterRole > at || isTitled ? afterRole : from;
    }
    return this.namesFrom(at, isTitled);
  }

  private namesFrom(from: number, isTitled: boolean): number {
    let at = from;
    const isSmall = this.isShouted || !startsWithCapital(this.tokens[from]?.text ?? '');
    for (let count = 0; count < mostNameWords; count += 1) {
      const token = this.token(at);
      if (token === null || token.kind !== 'word') break;
      if (this.isInitial(at)) {
        at += 2;
        continue;
      }
      const isFirst = count === 0;
      // „Shevchenko PESEL”
      if (!isFirst && !this.isShouted && this.isAbbreviation(token)) break;
      const isCapital = startsWithCapital(token.text) && !this.isShouted;
      const isKnown = firstNames.has(token.word);
      const isAfterFirstName = count > 0 && firstNames.has(this.tokens[at - 1]?.word ?? '');
      const isName = this.isNameWord(token, {
        isFirst,
        isCapital,
        isTitled,
        isKnown,
        isAfterFirstName,
        isSmall,
      });
      if (!isName || (!isCapital && isVerb(token.text))) break;
      // „p. Kowalska Jutro”, „Jan Piątek”, but „Nowak Piątek 10”.
      if (!isFirst && this.isTime(token.word) && !isAfterFirstName) break;
      if (isFirst && isTitled && !isNameOfTime(token.word) && this.isTime(token.word)) break;
      at += 1;
    }
    return at;
  }

  private isNameWord(
    { word }: Token,
    it: Record<'isFirst' | 'isCapital' | 'isTitled' | 'isKnown' | 'isAfterFirstName' | 'isSmall', boolean>,
  ): boolean {
    const isLikely = it.isKnown || !this.isCommon(word);
    if (it.isFirst) return it.isTitled ? it.isCapital || isLikely : it.isCapital ? isLikely : it.isKnown;
    // „Karol Wnuk”: behind a first name a capital is enough; „Ewa raty”: a small letter is not.
    if (it.isCapital) return it.isAfterFirstName || isLikely;
    return it.isSmall && (it.isKnown || it.isAfterFirstName) && isLikely;
  }

  /**
   * Weekdays and months in the nominative that are surnames, told by the first name beside them: „Wtorek Jan”, „Jan
   * Piątek”.
   */
  namesOfTime(): number[] {
    const found: number[] = [];
    for (let at = 0; at < this.tokens.length; at += 1) {
      const token = this.token(at);
      if (token === null || !isNameOfTime(token.word) || !startsWithCapital(token.text)) continue;
      const [before, after] = [this.token(at - 1), this.token(at + 1)];
      const isBeside = [before, after].some(
        (other) => other !== null && firstNames.has(other.word) && startsWithCapital(other.text),
      );
      const isBehindInitial = before?.text === '.' && this.isInitial(at - 2);
      if (isBeside || isBehindInitial) found.push(at);
    }
    return found;
  }

  /** The most likely name without a title, or null. */
  untitled(isBesidePhone: (from: number, to: number) => boolean): NameFound | null {
    let best: NameFound | null = null;
    let bestScore = 0;
    for (let at = 0; at < this.tokens.length; ) {
      const to = this.runEnd(at);
      if (to === at) {
        at += 1;
        continue;
      }
      const inItself = this.score(at, to);
      const score = inItself > 0 && isBesidePhone(at, to) ? inItself + 1 : inItself;
      if (score > bestScore) {
        best = { from: at, nameFrom: at, to };
        bestScore = score;
      }
      at = to;
    }
    return best;
  }

  private runEnd(from: number): number {
    const token = this.token(from);
    if (token === null || token.kind !== 'word') return from;
    // „PL1G”, „x”
    const isBound =
      !token.isSpaced && (this.tokens[from - 1]?.kind === 'number' || this.tokens[from - 1]?.text === '_');
    if (isBound || (token.text.length < 2 && !this.isInitial(from))) return from;
    if (this.isShouted || !startsWithCapital(token.text)) return this.plainRunEnd(from);
    return this.nameEnd(from, false);
  }

  /** In an entry of small or of capital letters alone only a first name or, in capitals, a surname's ending tells. */
  private plainRunEnd(from: number): number {
    const [first, second] = [this.token(from), this.token(from + 1)];
    if (first === null) return from;
    if (roles.has(first.word)) return this.nameEnd(from, false);
    if (this.isCommon(first.word) || this.isTime(first.word)) return from;
    const isSecondName = second?.kind === 'word' && !this.isCommon(second.word) && !this.isTime(second.word);
    const isFirstName = firstNames.has(first.word);
    if (isFirstName && isSecondName) return from + 2;
    // „nowak anna”: at the beginning of the entry, or of a piece of it.
    if (isSecondName && second && firstNames.has(second.word) && this.isPieceStart(from)) return from + 2;
    if (isFirstName) return from + 1;
    return this.isShouted && first.text.length > 4 && this.hasSurnameEnding(first.word) ? from + 1 : from;
  }

  private isPieceStart(at: number): boolean {
    const before = this.tokens[at - 1];
    return before === undefined || before.kind !== 'word' || !this.isFree(at - 1);
  }

  private score(from: number, to: number): number {
    let score = 0;
    const first = this.tokens[from];
    if (first === undefined) return 0;
    for (let at = from; at < to; at += 1) {
      const token = this.tokens[at];
      if (token?.kind !== 'word') continue;
      if (firstNames.has(token.word)) score += 5;
      else if (this.hasSurnameEnding(token.word)) score += 4;
      if (roles.has(token.word)) score += 5;
    }
    const isAbbreviation =
      to === from + 1 && isAllCapitals(first.text) && !this.isShouted && first.text.length <= 5;
    if (isAbbreviation && score === 0) return 0;
    score += this.isSentenceStart(from) ? 2 : 3;
    const [before, beforeDot] = [this.tokens[from - 1], this.tokens[from - 2]];
    const word = before?.text === '.' ? beforeDot : before;
    if (word?.kind === 'word' && this.isFree(word === before ? from - 1 : from - 2)) {
      if (beforePlaces.has(word.word)) return 0;
      if (before === word && prepositions.has(word.word)) return 0;
      if (before === word && looseReferences.has(word.word)) score -= 1;
    }
    // „Polna 3”
    const after = this.tokens[to];
    if (after?.kind === 'number' && this.isFree(to)) score -= 2;
    return score;
  }

  private isAbbreviation({ text, word }: Token): boolean {
    return isAllCapitals(text) && text.length <= 5 && !firstNames.has(word) && !this.hasSurnameEnding(word);
  }

  private isSentenceStart(at: number): boolean {
    const before = this.tokens[at - 1];
    return before === undefined || '.!?'.includes(before.text);
  }

  private hasSurnameEnding(word: string): boolean {
    return word.length > 4 && surnameEndings.some((ending) => word.endsWith(ending));
  }

  /** „J.” before a name. */
  private isInitial(at: number): boolean {
    const [initial, dot, next] = [this.token(at), this.tokens[at + 1], this.token(at + 2)];
    return (
      initial?.text.length === 1 &&
      startsWithCapital(initial.text) &&
      dot?.text === '.' &&
      !dot.isSpaced &&
      next !== null &&
      next.kind === 'word' &&
      next.text.length > 1 &&
      startsWithCapital(next.text)
    );
  }

  private isCommon(word: string): boolean {
    if (firstNames.has(word)) return false;
    if (noNames.has(word) || titles.has(word) || beforePlaces.has(word)) return true;
    if (this.hasSurnameEnding(word)) return false;
    return (stemsByStart.get(word.slice(0, 4)) ?? []).some(
      (stem) => word.startsWith(stem) && word.length <= stem.length + 5,
    );
  }

  private isTime(word: string): boolean {
    return (
      isWeekday(word) ||
      isNameOfTime(word) ||
      ['jutro', 'dzis', 'dzisiaj', 'pojutrze', 'rano', 'godz', 'poludnie', 'poludniu'].includes(word)
    );
  }

  private token(index: number): Token | null {
    return this.isFree(index) ? (this.tokens[index] ?? null) : null;
  }
}
