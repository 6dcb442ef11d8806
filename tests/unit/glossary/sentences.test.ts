import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileGlossary, shippedTerms } from '@/lib/glossary';

/** A sentence written for one term (`*`: for all), and what of it is the term. */
interface Sentence {
  termId: string;
  text: string;
  wanted: { start: number; end: number }[];
}

/** Files: „# term-id” and below it sentences, the term in [brackets]; without brackets it must not be found. */
function sentencesOf(file: string): Sentence[] {
  let termId = '';
  const sentences: Sentence[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# ')) termId = line.slice(2).trim();
    else if (line.trim() !== '') {
      const wanted: Sentence['wanted'] = [];
      let text = '';
      for (const sign of line) {
        if (sign === '[') wanted.push({ start: text.length, end: -1 });
        else if (sign === ']') for (const place of wanted.slice(-1)) place.end = text.length;
        else text += sign;
      }
      sentences.push({ termId, text, wanted });
    }
  }
  return sentences;
}

const folder = 'tests/unit/glossary/sentences';
const sentences = readdirSync(folder).flatMap((file) => sentencesOf(`${folder}/${file}`));
const glossary = compileGlossary(shippedTerms());

it('the sentences are many, and have two hundred terms in five forms', () => {
  const forms = new Map<string, Set<string>>();
  for (const { termId, text, wanted } of sentences)
    for (const { start, end } of wanted)
      forms.set(termId, (forms.get(termId) ?? new Set()).add(text.slice(start, end).toLowerCase()));
  expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThanOrEqual(1_500);
  expect(sentences.filter(({ wanted }) => wanted.length === 0).length).toBeGreaterThanOrEqual(500);
  expect([...forms.values()].filter(({ size }) => size >= 5).length).toBeGreaterThanOrEqual(200);
});

it('of the sentences of an office, terms are found in 99 of 100 and wrongly in less than one', () => {
  const known = new Set(['*', ...shippedTerms().map(({ id }) => id)]);
  expect(sentences.filter(({ termId }) => !known.has(termId)).map(({ termId }) => termId)).toEqual([]);
  let right = 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  for (const { termId, text, wanted } of sentences) {
    const found = glossary.find(text).filter((place) => termId === '*' || place.termId === termId);
    for (const { start, end } of wanted)
      if (found.some((place) => place.start === start && place.end === end)) right += 1;
      else missed.push(`${termId}: ${text.slice(start, end)} — ${text}`);
    for (const place of found)
      if (!wanted.some(({ start, end }) => place.start === start && place.end === end))
        wrong.push(`${place.termId}: ${text.slice(place.start, place.end)} — ${text}`);
  }
  if (process.env.SHOW_MISSES)
    console.log(
      `${sentences.length} sentences, ${sentences.filter(({ wanted }) => wanted.length === 0).length} look-alikes, ${right} right, ${missed.length} missed, ${wrong.length} wrong\nMISSED\n${missed.join('\n')}\nWRONG\n${wrong.join('\n')}`,
    );
  expect(right / (right + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.99);
  expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});
