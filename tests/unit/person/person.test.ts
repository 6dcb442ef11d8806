import { describe, expect, it } from 'vitest';
import { aboutPerson, personOf } from '@/lib/person';

const isFound = (typed: string, value: unknown) => {
  const person = personOf(typed);
  return person !== null && aboutPerson(person)(value);
};

describe('A person is found by name', () => {
  it.each([
    ['Żółkiewska', 'zolkiewska'],
    ['zolkiewska', 'oddzwonić do p. ŻÓŁKIEWSKIEJ'],
    ['Żółkiewski', 'prosi o Żółkiewskiego'],
    ['Nowak', 'z Nowakiem, działka'],
    ['Marek Lis', 'dla Marka Lisa'],
    ['Lis Marek', { name: 'Marek', note: 'nazwisko Lis' }],
    ['Nowak', 'Nowak-Kowalska'],
    ['Ob', 'Ob'],
  ])('%s in %o', (typed, value) => {
    expect(isFound(typed, value)).toBe(true);
  });

  it.each([
    ['Nowak', 'Nowakowski'],
    ['Anna Kowalska', 'Jan Kowalski'],
    ['Kowalska', 'w sprawie podatku'],
    ['Wilk', { id: 'wilk', encounterId: 'wilk' }],
  ])('%s not in %o', (typed, value) => {
    expect(isFound(typed, value)).toBe(false);
  });
});

describe('A person is found by number', () => {
  it.each([
    ['600 123 456', '+48600123456'],
    ['+48 600-123-456', 'tel. 600 12 34 56 po 14'],
    ['0048600123456', { note: ['albo (600) 123 456'] }],
    ['024 236 01 23', '+48242360123'],
    ['600123456', 'wew. 12, 600.123.456'],
    ['+49 30 123456', '+4930123456'],
    ['23456', '600 123 456'],
    ['Kowalska 600 123 456', { name: 'Nowak', phone: '+48600123456' }],
    ['Kowalska 600 123 456', { name: 'Kowalska' }],
  ])('%s in %o', (typed, value) => {
    expect(isFound(typed, value)).toBe(true);
  });

  it.each([
    ['600 123 456', '600 123 457'],
    ['600 123 456', { announced: ['due@6001234560000'], id: '600123456' }],
    ['600 123 456', 1_600_123_456_000],
  ])('%s not in %o', (typed, value) => {
    expect(isFound(typed, value)).toBe(false);
  });
});

it.each(['', '  ', '-', 'a', '§ 5'])('„%s” tells nobody', (typed) => {
  expect(personOf(typed)?.number ?? null).toBeNull();
});

it('A few digits are words, as in a case sign', () => {
  expect(isFound('FN.3120.12.2026', { caseSign: 'FN.3120.12.2026.AN' })).toBe(true);
  expect(isFound('112', 'wew. 112')).toBe(true);
  expect(isFound('112', '600 112 000')).toBe(true);
  expect(isFound('112', '+48600112000')).toBe(false);
});
