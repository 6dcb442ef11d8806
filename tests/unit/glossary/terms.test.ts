import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { areas, compileGlossary, openGlossary, shippedTerms } from '@/lib/glossary';
import { reviewText } from '@/lib/plain-language';

const terms = shippedTerms();
const glossary = compileGlossary(terms);
const words = (text: string) => text.trim().split(/\s+/).length;
const text = z
  .string()
  .min(1)
  .refine((value) => value === value.trim().normalize('NFC'));
const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  headword: text,
  meaning: text.refine((value) => words(value) <= 25),
  also: z.array(text).min(1).optional(),
  unless: z.array(text).min(1).optional(),
  say: text.regex(/[.?!…]$/),
  instead: text.optional(),
  law: text.optional(),
  area: z.enum(areas),
  toCheck: z.literal(true).optional(),
});
const written = (headword: string) => headword.replaceAll('!', '');

describe('the shipped terms', () => {
  it('are at least 250, each of one id and one headword', () => {
    expect(terms.length).toBeGreaterThanOrEqual(250);
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    expect(new Set(terms.map(({ headword }) => headword)).size).toBe(terms.length);
  });

  it('all have a meaning of at most 25 words and a sentence to say', () => {
    const wrong = terms.filter((term) => !termSchema.safeParse(term).success).map(({ id }) => id);
    expect(wrong).toEqual([]);
  });

  it('hold the words that an office cannot do without', () => {
    const wanted =
      'pełnomocnik, prekluzja, dekretacja, zaświadczenie, wniosek, postanowienie, zażalenie, prolongata, pouczenie, niniejszy, uprawomocnić się, przedłożyć, strona postępowania, organ pierwszej instancji, wezwanie do uzupełnienia braków formalnych, decyzja ostateczna, klauzula wykonalności, wszcząć postępowanie, wszczęcie postępowania, doręczenie zastępcze, operat szacunkowy, wypis i wyrys, warunki zabudowy, egzekucja administracyjna, rygor natychmiastowej wykonalności, tytuł wykonawczy, bezczynność organu, interes prawny, czynny żal, samowola budowlana, użytkowanie wieczyste, służebność gruntowa, zaległość podatkowa, legitymacja procesowa, sygnatura akt';
    const headwords = new Set(terms.map(({ headword }) => headword));
    expect(wanted.split(', ').filter((headword) => !headwords.has(headword))).toEqual([]);
  });

  it('are each found by their own headword, the whole of it', () => {
    const missed = terms.filter(({ id, headword }) => {
      const [found] = glossary.find(written(headword));
      return found?.termId !== id || found.start !== 0 || found.end !== written(headword).length;
    });
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it('are each found by their other wordings', () => {
    const missed = terms.flatMap(({ id, also = [] }) =>
      also.filter((phrase) => !glossary.find(written(phrase)).some(({ termId }) => termId === id)),
    );
    expect(missed).toEqual([]);
  });

  it('are explained in plain words: a term in a meaning is one whose own meaning has none', () => {
    const inMeaning = new Map(terms.map(({ id, meaning }) => [id, glossary.find(meaning)]));
    const wrong = terms.flatMap(({ id }) =>
      (inMeaning.get(id) ?? [])
        .filter(({ termId }) => termId === id || (inMeaning.get(termId) ?? []).length > 0)
        .map(({ termId }) => `${id}: ${termId}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have meanings that the office’s own meter finds plain: no long sentence, no chain of nouns, nothing impersonal', () => {
    const { replaceableIn } = openGlossary(terms, []);
    const wrong = terms.flatMap(({ id, meaning }) =>
      reviewText(meaning, replaceableIn(meaning)).findings.map(
        ({ kind, start, end }) => `${id}: ${kind} „${meaning.slice(start, end)}”`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('have sentences to say that name who does what, and are short', () => {
    // What is said aloud may hold the very word that it explains.
    const wrong = terms.flatMap(({ id, say = '' }) =>
      reviewText(say, []).findings.map(({ kind }) => `${id}: ${kind}`),
    );
    expect(wrong).toEqual([]);
  });

  it('weigh at most 60 kB with all their forms', () => {
    const at = (file: string) => gzipSync(readFileSync(`lib/glossary/${file}.json`)).length;
    const files = ['words', 'endings', ...areas.map((area) => `terms/${area}`)];
    expect(files.reduce((sum, file) => sum + at(file), 0)).toBeLessThanOrEqual(60_000);
  });
});
