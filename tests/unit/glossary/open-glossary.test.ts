import { describe, expect, it } from 'vitest';
import { type OwnTerm, openGlossary, shippedTerms } from '@/lib/glossary';

const shipped = shippedTerms();
const glossary = openGlossary(shipped, []);
const namesFor = (query: string) => glossary.search(query).map(({ name }) => name);

describe('A clerk who looks a word up', () => {
  it.each([
    ['zażalenia', 'zażalenie'],
    ['zazaleniem', 'zażalenie'],
    ['ZAŻALENIOM', 'zażalenie'],
    ['stronom postępowania', 'strona postępowania'],
    ['„Odwołania”, proszę pani', 'odwołanie'],
    ['przedkładał', 'przedłożyć'],
  ])('finds it first by any form: %s', (query, name) => {
    expect(namesFor(query)[0]).toBe(name);
  });

  it.each([
    ['strona post', 'strona postępowania'],
    ['Zaza', 'zażalenie'],
    ['  natura   2000 ', 'obszar Natura 2000'],
    ['przedklad', 'przedłożyć'],
    ['strony', 'strona postępowania'],
  ])('finds it by a beginning, typed as one likes: %s', (query, name) => {
    expect(namesFor(query)).toContain(name);
  });

  it('has the form before the beginning, the beginning before the middle, and the meaning last', () => {
    const own: OwnTerm[] = [
      { id: 'd', headword: 'inny druk', meaning: 'kartka, a na niej opłata miejscowa' },
      { id: 'c', headword: 'zwykła opłata miejscowa', meaning: 'pieniądze' },
      { id: 'b', headword: 'opłata miejscowa roczna', meaning: 'pieniądze' },
      { id: 'a', headword: 'opłata miejscowa', meaning: 'pieniądze' },
    ];
    const small = openGlossary([], own);
    const idsFor = (query: string) =>
      small
        .search(query)
        .map(({ id }) => id)
        .join('');
    expect(idsFor('opłata miejscowa')).toBe('abcd');
    // In this form it begins nothing.
    expect(idsFor('opłatę miejscową')[0]).toBe('a');
    expect(idsFor('druk')).toBe('d');
    expect(idsFor('pieniadze')).toBe('abc');
  });

  it('is not given every other word for two letters that stand in its meaning', () => {
    expect(namesFor('do').length).toBeLessThan(shipped.length / 4);
  });

  it('has all words by the Polish alphabet where nothing is typed', () => {
    const names = namesFor(' ');
    expect(names).toHaveLength(shipped.length);
    expect(names).toEqual(names.toSorted(new Intl.Collator('pl').compare));
    expect(names.filter((name) => name.includes('!'))).toEqual([]);
  });

  it('finds nothing for what no word has', () => {
    expect(namesFor('qwertyuiop')).toEqual([]);
    expect(namesFor('zażalenie qwertyuiop')[0]).toBe('zażalenie');
  });
});

describe('The words of an office', () => {
  it('stand over a shipped one of the same id, which keeps the sentence to say and the law', () => {
    const own = { id: 'zazalenie', headword: 'Zażalenie', meaning: 'po naszemu: prośba o zmianę' };
    const [entry, ...others] = openGlossary(shipped, [own]).search('zażaleniu');
    expect(others.map(({ id }) => id)).not.toContain('zazalenie');
    expect(entry).toMatchObject({ ...own, isOwn: true, area: 'procedure', law: 'art. 141 KPA' });
    expect(entry?.say).toContain('zażalenie');
  });

  it('of another word take nothing over from the shipped one whose id they have', () => {
    const own = { id: 'zazalenie', headword: 'kwitariusz', meaning: 'zeszyt z pokwitowaniami' };
    const opened = openGlossary(shipped, [own]);
    expect(opened.search('kwitariusze')[0]).toEqual({ ...own, name: 'kwitariusz', isOwn: true });
    expect(opened.search('zażalenia').map(({ name }) => name)).not.toContain('zażalenie');
  });

  it('come before a shipped one that is written alike, and leave the others as they are', () => {
    const own = { id: 'nasze-zazalenie', headword: 'zażalenie', meaning: 'nasze' };
    const opened = openGlossary(shipped, [own]);
    expect(opened.search('zażalenia')[0]).toMatchObject({ id: 'nasze-zazalenie', isOwn: true });
    expect(opened.entries.filter(({ isOwn }) => isOwn)).toHaveLength(1);
    expect(opened.entries).toHaveLength(shipped.length + 1);
  });

  it('are found by the forms that a team lead typed', () => {
    const own = { id: 'pit', headword: 'PIT', meaning: 'podatek', forms: ['pitu', 'pity'] };
    expect(openGlossary(shipped, [own]).search('pity')[0]?.id).toBe('pit');
  });
});

describe('A letter that was pasted', () => {
  it('gives its terms in its order, each once, with how often it stands there', () => {
    const letter =
      'Na postanowienie służy zażalenie. Zażalenia składa się w terminie 7 dni. Strony postępowania mogą złożyć zażalenie u nas.';
    expect(glossary.mentionedIn(letter).map(({ entry, count }) => [entry.name, count])).toEqual([
      ['postanowienie', 1],
      ['zażalenie', 3],
      ['strona postępowania', 1],
    ]);
  });

  it('may hold none, or be none', () => {
    expect(glossary.mentionedIn('Dzień dobry, dziękuję za miłą rozmowę.')).toEqual([]);
    expect(glossary.mentionedIn('')).toEqual([]);
  });
});
