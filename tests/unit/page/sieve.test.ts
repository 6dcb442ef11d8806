import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCaseSigns, shippedSystems } from '@/lib/page';
import { PhraseIndex, phraseOf } from '@/lib/page/phrase';
import { mayBePhrase, mayHoldSign, mayHoldTerm, Sieve } from '@/lib/page/sieve';
import { watchSignals } from '@/lib/page/watched-signals';

// fast-check prints the seed and the smallest failing example; this seed makes every run the same.
const settings = { seed: 20_261_125, numRuns: 2_000 };

const { index } = watchSignals(shippedSystems, ['PIN', 'Prowadzący']);
const sieve = new Sieve(index, [['decyzja', 'decyzji', 'decyzję']]);

const sift = (texts: string[]) => {
  let end = 0;
  const ends = texts.map((text) => {
    end += text.length;
    return end;
  });
  const marks = new Uint8Array(texts.length);
  sieve.sift(texts.join(''), Uint32Array.from(ends), texts.length, marks);
  return [...marks];
};

const saying = [
  'FN.3123.11.2026',
  ' OR.0050.1.2026 z załącznikami',
  'GKP 6220.2.2013',
  'F\u00adN.3123.11.2026',
].concat(
  [
    'Sprawa FN',
    '\n\tSpis  spraw ',
    'Pisma: *',
    'PIN',
    'PIN: 12',
    'Prowadza\u0328cy',
    'Lista\u00a0zadań',
    'Do\u00a0akceptacji',
  ],
  ['Wydano DECYZJĘ.', 'decyzji nie ma'],
);
const silent = [
  '',
  ' ',
  '12',
  '.2026',
  '12.05.2026',
  'F',
  'FN',
  '3123',
  '.',
  'Pismo 12',
  'Podatek',
  'Otwórz',
  'w realizacji od',
  'decy',
  'zja',
];

test('whatever stands beside a text, it is let through when it says something', () => {
  const says = (text: string) =>
    (findCaseSigns(text).length > 0 ? mayHoldSign : 0) |
    (index.find(text) !== null ? mayBePhrase : 0) |
    (/decyzj[aię]/iu.test(text) ? mayHoldTerm : 0);
  expect(saying.filter((text) => says(text) === 0)).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...saying, ...silent), { maxLength: 12 }), (texts) => {
      const marks = sift(texts);
      const lost = texts.filter((text, at) => (says(text) & ~(marks[at] ?? 0)) > 0);
      expect(lost).toEqual([]);
    }),
    settings,
  );
});

test('a list of dates, numbers and buttons is passed by', () => {
  const texts = ['12', '12.05.2026', 'Otwórz', 'Pismo 12', 'w realizacji od 12.05.2026', 'Podatek'];
  expect(sift(texts)).toEqual(texts.map(() => 0));
});

test('a phrase is let through however the page writes it and whatever stands before it', () => {
  const words = new PhraseIndex<string>();
  for (const written of ['Żądania *', 'Spis spraw', 'Karta: *', 'Справи', 'Do*'])
    words.add(phraseOf(written)).push(written);
  const pieces = [
    'Żądania',
    'ŻĄDANIA',
    'spis',
    'Spraw',
    'karta:',
    'KARTA',
    'Справи',
    'СПРАВИ',
    'do',
    'x',
  ].concat([' ', '\n\t', '\u00a0', '\u2003', ':', ' *']);
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((each) => each.join(''));
  fc.assert(
    fc.property(text, text, (first, second) => {
      const marks = new Uint8Array(2);
      words.mayBegin(first + second, Uint32Array.of(first.length, first.length + second.length), 2, marks, 1);
      const lost = [first, second].filter((each, at) => words.find(each) !== null && marks[at] === 0);
      expect(lost).toEqual([]);
    }),
    settings,
  );
});
