import { describe, expect, it } from 'vitest';
import { fillSentence, sentenceFactsOf, sentenceFields } from '@/lib/profile';

const introduction = '{urząd}, {referat}, {imię i nazwisko}, dzień dobry.';
const known = {
  urząd: 'Urząd Gminy Gostynin',
  referat: 'Referat Finansowy',
  'imię i nazwisko': 'Anna Nowak',
};
const { referat: _, ...withoutReferat } = known;

describe('a ready sentence', () => {
  it('is filled with what is known', () => {
    expect(fillSentence(introduction, known)).toEqual({
      text: 'Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak, dzień dobry.',
      missing: [],
    });
  });

  it.each([
    ['between commas', introduction, 'Urząd Gminy Gostynin … Anna Nowak, dzień dobry.'],
    ['at the start', '{referat}, dzień dobry.', '…, dzień dobry.'],
    ['before the full stop', 'Mówi {imię i nazwisko}, {referat}.', 'Mówi Anna Nowak …'],
    ['at the end', 'Mówi {imię i nazwisko}, {referat}', 'Mówi Anna Nowak …'],
    ['before a question mark', 'Czy to {referat}?', 'Czy to …?'],
    ['in the middle of words', 'Tu {referat} w gminie', 'Tu … w gminie'],
    ['in a new line', 'Dzień dobry,\n{referat}, {urząd}', 'Dzień dobry,\n…, Urząd Gminy Gostynin'],
  ])('reads naturally with a field missing %s', (_where, template, text) => {
    expect(fillSentence(template, withoutReferat)).toEqual({ text, missing: ['referat'] });
  });

  it('says one „…” for several missing in a row, and names each', () => {
    expect(fillSentence(introduction, { 'imię i nazwisko': 'Anna Nowak', urząd: '  ' })).toEqual({
      text: '…, Anna Nowak, dzień dobry.',
      missing: ['urząd', 'referat'],
    });
  });

  it('knows each of its fields', () => {
    for (const field of sentenceFields) {
      expect(fillSentence(`{${field}}`, { [field]: 'tak' })).toEqual({ text: 'tak', missing: [] });
      expect(fillSentence(`{${field}}`, {})).toEqual({ text: '…', missing: [field] });
    }
  });

  it('leaves an unknown field as written', () => {
    expect(fillSentence('{pogoda} i {}', {})).toEqual({ text: '{pogoda} i {}', missing: [] });
  });

  it('does not fill a field that came in with a fact, and does not touch the fact’s own commas', () => {
    const facts = { urząd: 'Urząd {referat}, …, $& $1', referat: 'Referat' };
    expect(fillSentence('{urząd}', facts).text).toBe('Urząd {referat}, …, $& $1');
  });

  it('knows a field typed with combining diacritics', () => {
    expect(fillSentence('{urząd}'.normalize('NFD'), known).text).toBe('Urząd Gminy Gostynin');
    expect(fillSentence('{urząd}'.normalize('NFD'), {}).text).toBe('…');
  });
});

describe('the facts of a sentence', () => {
  const blank = { name: '', position: '', referat: '', office: '', phone: '' };
  const profile = {
    office: { name: 'Urząd Gminy', phone: '24 100 00 00' },
    referat: { name: 'Referat Finansowy', phone: '24 100 00 01' },
  };

  it('are the clerk’s own words before the profile’s', () => {
    const clerk = { ...blank, name: 'Anna Nowak', position: 'inspektor', referat: 'Podatki', phone: '500' };
    expect(sentenceFactsOf(profile, clerk)).toEqual({
      urząd: 'Urząd Gminy',
      referat: 'Podatki',
      'imię i nazwisko': 'Anna Nowak',
      stanowisko: 'inspektor',
      telefon: '500',
    });
  });

  it('take the office’s number where the referat has none', () => {
    expect(sentenceFactsOf(profile, blank).telefon).toBe('24 100 00 01');
    expect(sentenceFactsOf({ office: profile.office }, blank).telefon).toBe('24 100 00 00');
  });
});
