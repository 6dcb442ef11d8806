import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCaseSigns, shippedSystems } from '@/lib/page';
import { Sieve } from '@/lib/page/sieve';
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
  return sieve.sift(texts.join(''), ends, texts.length);
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
    findCaseSigns(text).length > 0 || index.find(text) !== null || /decyzj[aię]/iu.test(text);
  expect(saying.filter((text) => !says(text))).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...saying, ...silent), { maxLength: 12 }), (texts) => {
      const marked = sift(texts);
      expect(marked).toEqual([...new Set(marked)].sort((a, b) => a - b));
      const lost = texts.filter((text, at) => says(text) && !marked.includes(at));
      expect(lost).toEqual([]);
    }),
    settings,
  );
});

test('a list of dates, numbers and buttons is passed by', () => {
  expect(sift(['12', '12.05.2026', 'Otwórz', 'Pismo 12', 'w realizacji od 12.05.2026', 'Podatek'])).toEqual(
    [],
  );
});
