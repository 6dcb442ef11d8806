import { countSyllables } from './syllables';
import { type Span, type Word, wordsIn } from './words';

/** Sentences of more words than these are long. */
export const mostWords = 20;
/** Syllables from which a Polish word counts as hard; in Gunning’s English it is three. */
const hardSyllables = 4;
/** In words: of a shorter text a formula says nothing. */
export const enoughForFormulas = 100;

/** A sentence with its words. */
export interface Sentence extends Span {
  words: Word[];
}

export interface Figures {
  words: number;
  /** Headings, addresses and signatures are none. */
  sentences: number;
  longSentences: number;
  /** In words; 0 for a text without any. */
  averageSentence: number;
  /** Between 0 and 1. */
  hardShare: number;
  /** Null for a text of less than `enoughForFormulas` words. */
  difficulty: Difficulty | null;
}

/** What the formulas say of a text. */
interface Difficulty {
  /** Gunning’s index: about the years of school that a reader needs. */
  fog: number;
  /** Pisarek’s index, without a limit and without steps of its own: the lower, the easier. */
  pisarek: number;
  /** Gunning’s index if the long sentences were divided and nothing else changed; null where none is long. */
  fogIfDivided: number | null;
  /** Gunning’s index if every other hard word gave way to a shorter one; null where none is hard. */
  fogIfShorterWords: number | null;
}

/**
 * R. Gunning, The Technique of Clear Writing, 1952: 0.4 × (words in a sentence + hard words in a hundred). For Polish a
 * hard word has four syllables or more, in the form in which it stands; names and numbers are not counted as hard.
 */
function fogOf(averageSentence: number, hardShare: number): number {
  return 0.4 * (averageSentence + 100 * hardShare);
}

/**
 * W. Pisarek, Jak mierzyć zrozumiałość tekstu?, „Zeszyty Prasoznawcze” 4/1969: half the root of the sum of the squares of
 * the words in a sentence and the hard words in a hundred. He counted dictionary forms, this counts the words as they
 * stand, and gives somewhat more.
 */
function pisarekOf(averageSentence: number, hardShare: number): number {
  return Math.hypot(averageSentence, 100 * hardShare) / 2;
}

/** Steps of Gunning’s index as they are used for Polish: a text is of the last step whose `from` it reaches. */
const fogSteps = [
  { from: 0, name: 'primary' },
  { from: 7, name: 'lower-secondary' },
  { from: 10, name: 'secondary' },
  { from: 13, name: 'bachelor' },
  { from: 16, name: 'master' },
  { from: 18, name: 'very-hard' },
] as const;
type FogStep = (typeof fogSteps)[number]['name'];

/** The step of an index, rounded as it is shown. */
export function fogStepOf(fog: number): FogStep {
  return fogSteps.findLast(({ from }) => Math.round(fog) >= from)?.name ?? 'primary';
}

/** The words of each sentence. */
export function withWords(text: string, sentences: Span[]): Sentence[] {
  return sentences.map((sentence) => ({ ...sentence, words: wordsIn(text, sentence) }));
}

export function measure(text: string, all: Sentence[]): Figures {
  const spoken = all.filter((sentence) => isSentence(text, sentence));
  const lengths = spoken.map(({ words }) => words.length);
  const words = lengths.reduce((sum, length) => sum + length, 0);
  const hard = spoken.reduce((sum, sentence) => sum + sentence.words.filter(isHard).length, 0);
  const averageSentence = words / (spoken.length || 1);
  const hardShare = hard / (words || 1);
  const more = lengths.reduce((sum, length) => sum + Math.ceil(length / mostWords) - 1, 0);
  const fog = fogOf(averageSentence, hardShare);
  const difficulty: Difficulty = {
    fog,
    pisarek: pisarekOf(averageSentence, hardShare),
    fogIfDivided: more > 0 ? fogOf(words / (spoken.length + more), hardShare) : null,
    fogIfShorterWords: hard > 0 ? fogOf(averageSentence, hardShare / 2) : null,
  };
  return {
    words,
    sentences: spoken.length,
    longSentences: lengths.filter((length) => length > mostWords).length,
    averageSentence,
    hardShare,
    difficulty: words < enoughForFormulas ? null : difficulty,
  };
}

/** In words: a line this short, without a stop at its end, is a heading, an address or a signature. */
const mostOfHeading = 6;

function isSentence(text: string, { words, end }: Sentence): boolean {
  return words.length > mostOfHeading || (words.length > 0 && /[.!?…:”"»)]/.test(text.charAt(end - 1)));
}

/** Names, numbers, signs of cases and addresses are long without being hard. */
function isHard({ text }: Word, index: number): boolean {
  if (!/^[\p{L}'’-]+$/u.test(text) || (index > 0 && /^\p{Lu}/u.test(text))) return false;
  return countSyllables(text) >= hardSyllables;
}
