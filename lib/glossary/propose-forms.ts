import { anyCase } from './inflection';
import { formsOf, knownLexicon } from './lexicon';
import { type Pattern, patternsOf } from './patterns';

/** A profile takes no more for one term. */
const mostForms = 200;

/**
 * The forms in which a term of one or several words is expected, to be seen and corrected before they are used. Words
 * that agree are inflected together, of a verb’s phrase only the verb. How often they are right: docs/glossary.md.
 *
 * @param headword as a dictionary has it: nominative or infinitive
 * @returns each once, the headword first; only that one where nothing is known
 */
export function proposeForms(headword: string): string[] {
  const words = headword.normalize('NFC').trim().split(/\s+/);
  const [only = ''] = words;
  if (words.length === 1 && only !== only.toUpperCase()) return proposeWord(only);
  const [pattern] = patternsOf(words.join(' '), knownLexicon());
  if (!pattern || pattern.slots.length !== words.length) return [words.join(' ')];
  const found = new Set([words.join(' ')]);
  for (let bit = 1; bit <= anyCase; bit <<= 1)
    for (const phrase of phrasesIn(bit, words, pattern)) {
      if (found.size === mostForms) break;
      found.add(phrase);
    }
  return [...found];
}

/** A verb with its participles and its verbal noun. */
function proposeWord(written: string): string[] {
  const lemma = written.toLowerCase();
  const word = knownLexicon()
    .wordsOf(lemma)
    .find((known) => known.lemma === lemma);
  const forms = word ? formsOf(word).map((form) => likeWritten(form, written)) : [];
  return [...new Set([written, ...forms])].slice(0, mostForms);
}

/** The phrase in one case and number. */
function phrasesIn(bit: number, words: string[], { slots, objectGroup }: Pattern): string[] {
  // „niżej podpisany”, „wnieść pismo”: of words that agree with none the first that inflects.
  const free =
    slots.some(({ group }) => group === 1) && objectGroup < 0
      ? -1
      : slots.findIndex(({ forms }) => forms.size > 1);
  return slots.reduce<string[]>(
    (begun, { forms, group }, at) => {
      const word = words[at] ?? '';
      const agrees = group === 1 && objectGroup < 0;
      const fitting =
        agrees || at === free ? [...forms].filter(([, mask]) => (mask & bit) !== 0) : [[word] as const];
      return begun.flatMap((start) =>
        fitting.map(([form]) => (start === '' ? '' : `${start} `) + likeWritten(form, word)),
      );
    },
    [''],
  );
}

/** „BIP-ie” as „BIP”, „Karty” as „Karta”. */
function likeWritten(form: string, word: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return word + form.slice(word.length);
  return /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
