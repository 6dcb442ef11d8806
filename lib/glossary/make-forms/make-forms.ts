// Writes words.json, endings.json and the held-back words of the tests from PoliMorf; docs/glossary.md says how to run it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { adjectiveOf, nounOf, verbOf, type Word } from '../inflection';
import { formsOf, lexiconOf, type WordList, wordsIn } from '../lexicon';
import { patternsOf } from '../patterns';
import type { Term } from '../term';
import { withoutMarks } from '../without-marks';
import { learnEndings } from './learn-endings';
import { type Paradigm, paradigmsOf } from './paradigm';
import { type Entry, readPolimorf } from './polimorf';

const seed = 20_261_125;
const heldBackWords = 300;
/** Of the dictionary’s words one in so many teaches the endings. */
const oneIn = 5;
/** Words that a rule of its own must set right. */
const gain = 8;

const folder = new URL('..', import.meta.url).pathname;
const dictionary = process.env.POLISH_DICT;
if (!dictionary) throw new Error('Set POLISH_DICT to the path of polish.dict (docs/glossary.md).');

const terms = readdirSync(`${folder}terms`).flatMap(
  (file) => JSON.parse(readFileSync(`${folder}terms/${file}`, 'utf8')) as Term[],
);
const phrases = terms.flatMap(({ headword, also = [], unless = [] }) => [headword, ...also, ...unless]);
const wantedForms = new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(/\s+/)));

function drawOf(text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const wantedLemmas = new Set<string>();
const kinds = /(?:^|\+)(?:subst|adj|verb|ppas|pact|ger|pcon|pant)/;
readPolimorf(dictionary, ({ form, lemma, tags }) => {
  if (wantedForms.has(form) && kinds.test(tags)) wantedLemmas.add(lemma);
});

const byLemma = new Map<string, Entry[]>();
readPolimorf(dictionary, (entry) => {
  const { lemma, tags } = entry;
  if (!kinds.test(tags) || !/^\p{Ll}{3,}$/u.test(lemma)) return;
  if (!wantedLemmas.has(lemma) && drawOf(lemma) % oneIn !== 0) return;
  const known = byLemma.get(lemma);
  if (known) known.push(entry);
  else byLemma.set(lemma, [entry]);
});

const wordOf = ({ kind, stem, endings }: Paradigm): Word =>
  kind === 'noun'
    ? nounOf(stem, endings)
    : kind === 'adjective'
      ? adjectiveOf(stem, endings)
      : verbOf(stem, endings);

// Words of the terms.
const byHand = JSON.parse(readFileSync(`${folder}make-forms/by-hand.json`, 'utf8')) as WordList;
const handMade = wordsIn(byHand);
const paradigms = new Map<Word, Paradigm>();
for (const lemma of [...wantedLemmas].sort())
  for (const paradigm of paradigmsOf(lemma, byLemma.get(lemma) ?? []))
    if (!handMade.some((word) => word.lemma === lemma)) paradigms.set(wordOf(paradigm), paradigm);

const used = new Set<Word>();
const missing = new Set<string>();
const lexicon = lexiconOf([...paradigms.keys(), ...handMade]);
const owner = new Map<Word, Word>();
for (const word of paradigms.keys()) {
  owner.set(word, word);
  if (word.kind === 'verb')
    for (const part of [...word.participles, word.gerund]) if (part) owner.set(part, word);
}
for (const phrase of phrases)
  patternsOf(phrase, {
    wordsOf(form) {
      const found = lexicon.wordsOf(form);
      if (found.length === 0) missing.add(form);
      for (const word of found) {
        const whole = owner.get(word);
        if (whole) used.add(whole);
      }
      return found;
    },
  });

const list: WordList = { nouns: {}, adjectives: {}, verbs: {} };
const section = { noun: list.nouns, adjective: list.adjectives, verb: list.verbs };
for (const word of used) {
  const paradigm = paradigms.get(word);
  if (!paradigm) continue;
  const place = section[paradigm.kind];
  const known = place[paradigm.endings];
  place[paradigm.endings] = known ? `${known} ${paradigm.stem || '-'}` : paradigm.stem || '-';
}
for (const kind of ['nouns', 'adjectives', 'verbs'] as const)
  for (const [endings, stems] of Object.entries(byHand[kind]))
    list[kind][endings] = list[kind][endings] ? `${list[kind][endings]} ${stems}` : stems;

// Forms that, written without Polish marks, are another word: „żądanie” is „zadanie”.
const bare = new Map<string, string>();
for (const form of new Set([...used, ...handMade].flatMap(formsOf))) {
  const plain = withoutMarks(form);
  if (plain !== form) bare.set(plain, form);
}
const taken = new Set<string>();
readPolimorf(dictionary, ({ form }) => {
  const lower = form.toLowerCase();
  if (bare.has(lower)) taken.add(lower);
});
const shipped = { ...list, taken: [...taken].sort().join(' ') };
writeFileSync(`${folder}words.json`, `${JSON.stringify(shipped, null, 2)}\n`);

// Endings, and the words held back from learning them.
const others = [...byLemma.keys()].filter((lemma) => drawOf(lemma) % oneIn === 0);
const drawn = others.toSorted((a, b) => drawOf(`${a}?`) - drawOf(`${b}?`));
const heldBack = drawn
  .slice(0, heldBackWords * 2)
  .filter((lemma) => paradigmsOf(lemma, byLemma.get(lemma) ?? []).length > 0)
  .slice(0, heldBackWords);
const isHeldBack = new Set(heldBack);
const lessons = others
  .filter((lemma) => !isHeldBack.has(lemma))
  .flatMap((lemma) => paradigmsOf(lemma, byLemma.get(lemma) ?? []).slice(0, 1));
const endings = learnEndings(lessons, gain);
writeFileSync(`${folder}endings.json`, `${JSON.stringify(endings)}\n`);

const truth = Object.fromEntries(
  heldBack
    .toSorted()
    .map((lemma) => [
      lemma,
      [
        ...new Set(paradigmsOf(lemma, byLemma.get(lemma) ?? []).flatMap((word) => formsOf(wordOf(word)))),
      ].join(' '),
    ]),
);
writeFileSync(
  new URL('../../../tests/unit/glossary/held-back-words.json', import.meta.url),
  `${JSON.stringify(truth, null, 2)}\n`,
);

process.stdout.write(
  `${terms.length} terms, ${used.size} words, ${taken.size} forms taken without marks; ` +
    `${lessons.length} words taught ${Object.keys(endings.rules).length} endings of ${endings.paradigms.length} paradigms\n` +
    `not in the dictionary, and written as they are: ${[...missing].sort().join(', ')}\n`,
);
