import { expect, it } from 'vitest';
import { introductionOf } from '@/components/introduction';

const facts = {
  urząd: 'Urząd Gminy Gostynin',
  referat: 'Referat Finansowy',
  'imię i nazwisko': 'Anna Nowak',
  stanowisko: 'inspektor',
  telefon: '24 000 00 00',
};

it('The clerk who calls says the unit, her name and what for', () => {
  expect(introductionOf('phone-out', {}, facts).text).toBe(
    'Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak, dzień dobry. Dzwonię w sprawie …',
  );
});

it('The clerk who answers greets first, then says the unit and her name', () => {
  expect(introductionOf('phone-in', {}, facts).text).toBe(
    'Dzień dobry, Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak. W czym mogę pomóc?',
  );
});

it('At the desk the clerk greets and asks, and lacks nothing for it', () => {
  expect(introductionOf('desk', {}, {})).toEqual({
    text: 'Dzień dobry. W czym mogę pomóc?',
    missing: [],
    next: ['Proszę usiąść.', 'W jakiej sprawie Pani/Pan przychodzi?'],
  });
});

it('A letter names who leads the case and where to ask', () => {
  expect(introductionOf('letter', {}, facts).text).toBe(
    'Sprawę prowadzi Anna Nowak, inspektor, telefon 24 000 00 00.',
  );
});

it('The referat’s own way to introduce oneself wins', () => {
  const profile = { introduction: '{imię i nazwisko}, {urząd}' };
  expect(introductionOf('phone-out', profile, facts).text).toMatch(
    /^Anna Nowak, Urząd Gminy Gostynin, dzień/,
  );
});

it('A missing name is named as missing', () => {
  expect(introductionOf('phone-in', {}, { ...facts, 'imię i nazwisko': '' }).missing).toEqual([
    'imię i nazwisko',
  ]);
});

it('The clerk who calls gives time to write, and at the end a number for questions – where one is known', () => {
  const next = (telefon: string) => introductionOf('phone-out', {}, { ...facts, telefon }).next;
  expect(next('24 000 00 00')).toEqual([
    'Czy ma Pani/Pan coś do pisania? Chętnie poczekam.',
    'Z pytaniami proszę dzwonić pod numer 24 000 00 00.',
  ]);
  expect(next('')).toHaveLength(1);
});
