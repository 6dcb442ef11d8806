import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileGlossary, proposeForms, shippedTerms, type Term } from '@/lib/glossary';
import heldBack from '../unit/glossary/held-back-words.json';

const length = 1_000_000;
const rounds = 40;
const wantedTerms = 1_000;

/**
 * Ordinary Polish and, one line in three, sentences of which each holds a term: about as dense as the letters of an
 * office, in a seeded order.
 */
function longText(): string {
  const linesOf = (...files: string[]) =>
    files
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => line.replace(/^#.*|[[\]|*`]/g, '').trim())
      .filter((line) => line.length > 20);
  const sentences = 'tests/unit/glossary/sentences';
  const ordinary = [
    ...linesOf('tests/fixtures/standard-obslugi-klienta.txt', 'docs/przewodnik-urzednika.md'),
    ...linesOf(`${sentences}/look-alikes.txt`),
    ...shippedTerms().flatMap(({ say = '' }) => say),
  ];
  const official = linesOf(`${sentences}/procedure.txt`, `${sentences}/other.txt`);
  let state = 20_261_125;
  const draw = (lines: string[]) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return lines[(state >>> 8) % lines.length];
  };
  const parts: string[] = [];
  for (let written = 0; written < length; ) {
    const line = `${draw(parts.length % 3 === 0 ? official : ordinary)}${parts.length % 7 === 0 ? '\n\n' : ' '}`;
    parts.push(line);
    written += line.length;
  }
  return parts.join('').slice(0, length);
}

/** The shipped terms, then words of our own, also with a prefix, until there are a thousand. */
function manyTerms(): Term[] {
  const terms = shippedTerms();
  const lemmas = ['', 'nad', 'pod', 'przy'].flatMap((prefix) =>
    Object.keys(heldBack).map((lemma) => prefix + lemma),
  );
  for (const headword of lemmas.slice(0, wantedTerms - terms.length))
    terms.push({ id: `own-${headword}`, headword, meaning: headword });
  return terms;
}

/** The least milliseconds of each, taken in turn: whatever else the machine does falls on all alike. */
function leastOf(runs: (() => unknown)[]): number[] {
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1)
    runs.forEach((run, i) => {
      const begun = performance.now();
      run();
      least[i] = Math.min(least[i] ?? 0, performance.now() - begun);
    });
  return least;
}

const word = /[\p{L}\p{N}]+/gu;

/** The text split into its words by one pattern, nothing else. */
function splitByPattern(text: string): number {
  return (text.match(word) ?? []).length;
}

/** The same by hand: one look at each letter, each word cut out. */
function splitByHand(text: string): number {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const isLetter =
      (code | 32) >= 97 && (code | 32) <= 122 ? true : code > 191 ? code < 0x250 : code >= 48 && code <= 57;
    if (isLetter) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      words.push(text.slice(start, i));
      start = -1;
    }
  }
  return words.length;
}

test('finding a thousand terms in 1 MB against only splitting it into words', () => {
  const text = longText();
  const terms = manyTerms();
  const begun = performance.now();
  const glossary = compileGlossary(terms);
  const compiled = performance.now() - begun;
  const forms = new Set(terms.flatMap(({ headword }) => headword.split(' ').flatMap(proposeForms))).size;
  const found = glossary.find(text).length;
  expect(found).toBeGreaterThan(1_000);

  const [took = 0, byPattern = 0, byHand = 0] = leastOf([
    () => glossary.find(text),
    () => splitByPattern(text),
    () => splitByHand(text),
  ]);
  const row = (name: string, floor: number, bar: number) => ({
    what: `glossary: ${terms.length} terms in 1 MB ÷ only splitting it into words, ${name}`,
    ratio: took / floor,
    bar,
    detail: `${took.toFixed(1)} ms ÷ ${floor.toFixed(1)} ms; ${found} found, about ${forms} forms, made ready in ${compiled.toFixed(0)} ms`,
  });
  const rows = [row('one pattern', byPattern, 2), row('a loop by hand', byHand, 4)];
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/glossary.json', JSON.stringify(rows, null, 2));
  for (const { what, ratio, bar } of rows) expect(ratio, what).toBeLessThanOrEqual(bar);
});
