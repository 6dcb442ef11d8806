import { readFileSync } from 'node:fs';
import { shippedTerms, type Term } from '@/lib/glossary';
import heldBack from '../unit/glossary/held-back-words.json';

const length = 1_000_000;
const wantedTerms = 1_000;

/**
 * Ordinary Polish and, one line in three, sentences of which each holds a term: about as dense as the letters of an
 * office, in a seeded order.
 */
export function longText(): string {
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
export function manyTerms(): Term[] {
  const terms = shippedTerms();
  const lemmas = ['', 'nad', 'pod', 'przy'].flatMap((prefix) =>
    Object.keys(heldBack).map((lemma) => prefix + lemma),
  );
  for (const headword of lemmas.slice(0, wantedTerms - terms.length))
    terms.push({ id: `own-${headword}`, headword, meaning: headword });
  return terms;
}
