import type { Sentence } from './measure';
import type { Span } from './words';

export interface Impersonal extends Span {
  kind: 'impersonal';
  /** What the office would write of itself: „wydaliśmy”. Empty where the form cannot be told from the ending. */
  instead: string[];
}

const listed = (words: string) => new Set(words.trim().split(/\s+/));

const form = /(?:[ao]n|[ęyu]t|art|[^l]it)o$/u;
/** Nouns and adverbs that look like one. */
const others = listed(`
  rano siano kolano wiano miano grono łono ono wymiono zielono czerwono słono żyto koryto kopyto święto auto warto
  jelito sito mito incognito znakomito rozmaito należyto obficie piano konto pięto mięto porto
`);
/** Endings of which the past of the office follows, the longest first. */
const personal: [RegExp, string][] = [
  [/(?<!zni)szczono$/u, 'ściliśmy'],
  [/czono$/u, 'czyliśmy'],
  [/dzono$/u, 'dziliśmy'],
  [/rzono$/u, 'rzyliśmy'],
  [/żono$/u, 'żyliśmy'],
  [/lono$/u, 'liliśmy'],
  [/cono$/u, 'ciliśmy'],
  [/([mnpwb])iono$/u, '$1iliśmy'],
  [/([^i])ano$/u, '$1aliśmy'],
  [/nięto$/u, 'nęliśmy'],
  [/ęto$/u, 'ęliśmy'],
  [/yto$/u, 'yliśmy'],
];

/** „Wydano decyzję”, „wszczęto postępowanie”: nobody is told who did it. */
export function findImpersonal({ words }: Sentence): Impersonal[] {
  return words.flatMap(({ text, start, end }): Impersonal[] => {
    const small = text.toLowerCase();
    const isForm = small.length > 3 && form.test(small) && !others.has(small);
    if (!isForm || !/^\p{L}\p{Ll}+$/u.test(text)) return [];
    const [pattern, ending] = personal.find(([one]) => one.test(small)) ?? [];
    const instead = pattern && ending ? [small.replace(pattern, ending)] : [];
    return [{ kind: 'impersonal', start, end, instead }];
  });
}

export interface Passive extends Span {
  kind: 'passive';
}

const auxiliary =
  /^(?:został[aoy]?|zostali|zostanie|zostaną|zostać|zostałaby|zostałby|zostałoby|zostałyby)$/u;
/** In the nominative: „została radną” is no passive. */
const participle = /(?:[ao]n[yae]|eni|ani|[ęyu]t[yae]|[ęyu]ci|art[yae]|arci|[^l]ite|[^l]ity)$/u;
const noParticiple = listed(
  'ona one strona strony żona żony inny inna inne pewna pewny sama tani oni pani przyjaciel',
);
/** In words, to either side of „został”. */
const reach = 4;

/** „Decyzja została wydana”: the passive of „zostać”, with its participle before or after it in the same clause. */
export function findPassive(text: string, { words }: Sentence): Passive[] {
  return words.flatMap(({ text: word, start, end }, index): Passive[] => {
    if (!auxiliary.test(word.toLowerCase())) return [];
    for (let at = index + 1; at <= index + reach; at += 1) {
      const next = words[at];
      // A comma ends the clause.
      if (!next || /[,;:–]/.test(text.slice(words[at - 1]?.end, next.start))) break;
      if (isParticiple(next.text)) return [{ kind: 'passive', start, end: next.end }];
    }
    const before = words[index - 1];
    return before && isParticiple(before.text) && text.slice(before.end, start).trim() === ''
      ? [{ kind: 'passive', start: before.start, end }]
      : [];
  });
}

const isParticiple = (word: string) => word.length >= 5 && participle.test(word) && !noParticiple.has(word);
