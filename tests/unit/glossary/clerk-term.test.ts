import { describe, expect, it } from 'vitest';
import {
  clerkTermLimits,
  clerkTermOf,
  faultsOf,
  formsOf,
  type OwnTerm,
  openGlossary,
  proposeForms,
  shippedTerms,
  suggestionFile,
} from '@/lib/glossary';
import { parseProfile } from '@/lib/profile';

const draft = { headword: 'kwitariusz', meaning: 'zeszyt z pokwitowaniami', say: '', forms: null };
const words = (count: number) => Array.from({ length: count }, () => 'słowo').join(' ');
const many = (count: number): OwnTerm[] =>
  Array.from({ length: count }, (_, n) => ({ id: `t${n}`, headword: `hasło ${n}`, meaning: 'm' }));

describe('A term that a clerk adds', () => {
  it.each([
    ['without a word', { ...draft, headword: ' – ' }, ['no-headword']],
    ['without a meaning', { ...draft, meaning: '\n' }, ['no-meaning']],
    ['with a meaning of 25 words', { ...draft, meaning: words(25) }, []],
    ['with a meaning of 26 words', { ...draft, meaning: words(26) }, ['long-meaning']],
    ['with a form longer than any phrase', { ...draft, forms: 'x'.repeat(81) }, ['long-form']],
    [
      'with more forms than a profile takes',
      { ...draft, forms: [...Array(201).keys()].join() },
      ['many-forms'],
    ],
    ['that she has already, in other letters', { ...draft, headword: ' Hasło  1' }, ['known-headword']],
  ])('%s', (_, given, faults) => {
    expect(faultsOf(given, many(3))).toEqual(faults);
  });

  it('is one of 500 at most', () => {
    expect(faultsOf(draft, many(499))).toEqual([]);
    expect(faultsOf(draft, many(500))).toEqual(['too-many-terms']);
  });

  it('is stored tidied, with an id that no other has', () => {
    const typed = {
      headword: ' Łąka  gminna ',
      meaning: 'pole\ngminy',
      say: ' To pole gminy. ',
      forms: null,
    };
    const first = clerkTermOf(typed, []);
    expect(first).toEqual({
      id: 'moje-laka-gminna',
      headword: 'Łąka gminna',
      meaning: 'pole gminy',
      say: 'To pole gminy.',
    });
    expect(clerkTermOf(typed, [first]).id).toBe('moje-laka-gminna-2');
    expect(
      clerkTermOf({ ...typed, forms: ' łąki gminnej,\nłąką gminną ; łąki gminnej' }, [], 'x'),
    ).toMatchObject({
      id: 'x',
      forms: ['łąki gminnej', 'łąką gminną'],
    });
  });

  it('goes to the team lead as a file whose term a profile takes', () => {
    const full = {
      headword: 'h'.repeat(clerkTermLimits.headword),
      meaning: 'm'.repeat(clerkTermLimits.meaning),
      say: 's'.repeat(clerkTermLimits.say),
      forms: Array.from({ length: clerkTermLimits.forms }, (_, n) =>
        `${n}`.padEnd(clerkTermLimits.form, 'f'),
      ).join(),
    };
    for (const term of [
      clerkTermOf(draft, []),
      clerkTermOf(full, []),
      clerkTermOf({ ...draft, headword: '№ „7”' }, []),
    ]) {
      const { name, source } = suggestionFile(term);
      expect(name).toMatch(/^haslo-[a-z0-9-]+\.json$/);
      const { id: _, ...rest } = term;
      const { glossary } = JSON.parse(source);
      expect(glossary).toMatchObject([rest]);
      const profile = { format: 'obok-profile/1', id: 'g', seq: 1, name: 'Urząd', glossary };
      expect(parseProfile(JSON.stringify(profile))).toMatchObject({ ok: true, profile: { glossary } });
    }
  });
});

describe('The forms that are proposed', () => {
  it.each([
    [
      'opłata przyłączeniowa',
      ['opłaty przyłączeniowej', 'opłat przyłączeniowych', 'opłatami przyłączeniowymi'],
    ],
    ['karta mieszkańca', ['karty mieszkańca', 'kart mieszkańca']],
    ['niżej podpisany', ['niżej podpisanego', 'niżej podpisani']],
    ['wydać decyzję', ['wydałaby decyzję', 'wydano decyzję']],
    ['Karta Dużej Rodziny', ['Karty Dużej Rodziny', 'Kartą Dużej Rodziny']],
    ['GOPS', ['GOPS-u', 'GOPS-ie']],
  ])('for „%s” inflect what is inflected, and keep the capitals', (headword, forms) => {
    const proposed = proposeForms(headword);
    expect(proposed[0]).toBe(headword);
    expect(proposed).toEqual(expect.arrayContaining(forms));
    expect(new Set(proposed).size).toBe(proposed.length);
  });

  it('never fail, and are never more than a profile takes', () => {
    for (const headword of ['', '   ', '!!', '12 / 4', 'a b c d e f g h i j k', 'x'.repeat(80)])
      expect(proposeForms(headword).length).toBeLessThanOrEqual(200);
    expect(proposeForms('ubiegać się o dotację').length).toBeLessThanOrEqual(200);
  });
});

describe('The clerk’s terms in the glossary', () => {
  const shipped = shippedTerms();
  const own: OwnTerm[] = [{ id: 'kwit', headword: 'kwitariusz', meaning: 'urzędu' }];

  it('come before those of the office, and are marked', () => {
    const mine = clerkTermOf(draft, []);
    const [first, second] = openGlossary(shipped, own, [mine]).search('kwitariuszem');
    expect(first).toEqual({ ...mine, name: 'kwitariusz', isOwn: false, isClerks: true });
    expect(second).toMatchObject({ id: 'kwit', isOwn: true });
  });

  it('are found in the forms that are proposed, while none was corrected', () => {
    const opened = openGlossary(shipped, [], [clerkTermOf({ ...draft, headword: 'karta parkingowa' }, [])]);
    expect(opened.mentionedIn('Nie ma kart parkingowych.')).toHaveLength(1);
  });

  it('are found in the corrected forms and in no other, and shown without marks', () => {
    const corrected = clerkTermOf({ ...draft, headword: 'rad', forms: formsOf('rady, radów').join() }, []);
    const opened = openGlossary([], [], [corrected]);
    const count = (text: string) => opened.mentionedIn(text)[0]?.count ?? 0;
    expect([count('Rad i radów.'), count('radem, radowi')]).toEqual([2, 0]);
    expect(opened.entries[0]?.name).toBe('rad');
  });
});
