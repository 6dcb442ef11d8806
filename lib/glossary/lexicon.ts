import ending from './endings.json';
import { adjectiveOf, nounOf, regularAdjective, type Verb, verbOf, type Word } from './inflection';
import words from './words.json';

/** Knows words by any of their forms. */
export interface Lexicon {
  /** The words of which this (lower-case) is a form; none for a word that does not inflect. */
  wordsOf(form: string): Word[];
}

/** Paradigm → the stems it stands with, „-” for none. The data files hold this. */
export interface WordList {
  nouns: Record<string, string>;
  adjectives: Record<string, string>;
  verbs: Record<string, string>;
}

export function wordsIn(list: WordList): Word[] {
  const all = (paradigms: Record<string, string>, make: (stem: string, paradigm: string) => Word) =>
    Object.entries(paradigms).flatMap(([paradigm, stems]) =>
      stems.split(' ').map((stem) => make(stem === '-' ? '' : stem, paradigm)),
    );
  return [...all(list.nouns, nounOf), ...all(list.adjectives, adjectiveOf), ...all(list.verbs, verbOf)];
}

export function formsOf(word: Word): string[] {
  if (word.kind === 'noun') return [...word.forms.keys()];
  return word.kind === 'adjective' ? word.forms : allFormsOf(word);
}

function allFormsOf({ forms, participles, gerund }: Verb): string[] {
  return [...forms, ...participles.flatMap(formsOf), ...(gerund ? formsOf(gerund) : [])];
}

/** @param unknown what to think of a form that no word of the list has */
export function lexiconOf(list: Word[], unknown: (form: string) => Word[] = () => []): Lexicon {
  const byForm = new Map<string, Word[]>();
  const add = (word: Word) => {
    for (const form of new Set(formsOf(word))) {
      const known = byForm.get(form);
      if (known) known.push(word);
      else byForm.set(form, [word]);
    }
  };
  for (const word of list) {
    add(word);
    if (word.kind !== 'verb') continue;
    word.participles.forEach(add);
    if (word.gerund) add(word.gerund);
  }
  return {
    wordsOf(form) {
      const known = byForm.get(form);
      if (known) return known;
      const guessed = unknown(form);
      if (guessed.length > 0) byForm.set(form, guessed);
      return guessed;
    },
  };
}

const longestEnding = Math.max(...Object.keys(ending.rules).map(({ length }) => length));
const rules = new Map<string, number>(Object.entries(ending.rules));

/**
 * The word that a dictionary form most likely is, told by its ending. How often that is right: docs/glossary.md.
 * @param lemma lower case
 */
function guessWord(lemma: string): Word | null {
  if (!/^\p{L}{3,}$/u.test(lemma)) return null;
  for (let length = Math.min(longestEnding, lemma.length - 1); length >= 0; length -= 1) {
    const rule = rules.get(lemma.slice(lemma.length - length));
    if (rule === undefined) continue;
    const [kind = '', paradigm = ''] = (ending.paradigms[rule] ?? '').split(':');
    const [first = ''] = paradigm.replace(/^(?:m1|m2|m3|f|n|p) /, '').split(/[ /|]/);
    const stem = lemma.slice(0, lemma.length - first.replace('0', '').length);
    if (kind === 'noun') return nounOf(stem, paradigm);
    return kind === 'adjective' ? adjectiveOf(stem, paradigm) : verbOf(stem, paradigm);
  }
  return null;
}

/** An adjective in -a, -e, -i, -y as headwords have it: „planistyczna”. */
const adjectival = /(?:n|w|sk|ck|dzk|zk|cz|sz|ł|ln|t)(?:y|a|e)$|(?:sk|ck|dzk|zk|ni)(?:i|a|ie)$/;

/** The words of which a form may be one, by its ending. */
function guessed(form: string): Word[] {
  const found: Word[] = [];
  const word = guessWord(form);
  if (word) found.push(word);
  if (word?.kind !== 'adjective' && adjectival.test(form)) {
    const stem = form.replace(/(?:ie|[yaei])$/, '');
    found.push(regularAdjective(/(?:sk|ck|dzk|zk)$/.test(stem) ? `${stem}i` : `${stem}y`));
  }
  return found;
}

/** The words of the shipped terms; of any other a guess. */
function shippedLexicon(): Lexicon {
  return lexiconOf(wordsIn(words), guessed);
}

let shipped: Lexicon | undefined;

/** The same, made once: it takes some ten milliseconds. */
export function knownLexicon(): Lexicon {
  shipped ??= shippedLexicon();
  return shipped;
}

/** Forms that are another word when written without Polish letters. */
export function takenWithoutMarks(): Set<string> {
  return new Set(words.taken.split(' '));
}
