import { expect, it } from 'vitest';
import type { Target } from '@/components/passing';
import { briefSentence, checkSentence, mailDraft, tellSentence } from '@/components/passing/sentences';

const target = (more: Partial<Target> = {}): Target => ({
  entry: { id: 'a', person: 'Anna Wzorcowa', subjects: ['podatek rolny', 'podatek leśny'], jrwa: [] },
  person: 'Anna Wzorcowa',
  position: 'inspektor, pokój 12',
  referat: 'Referat Finansowy',
  why: [{ by: 'subjects', subjects: ['podatek leśny'] }],
  ...more,
});
const known = { target: target(), channel: 'phone-in' as const, matter: 'lasy', sign: null, clerk: {} };

it('The client hears to whom and why, without a name that would have to be declined', () => {
  expect(tellSentence(known)).toBe(
    'Przełączę Panią/Pana do właściwej osoby. To Anna Wzorcowa, inspektor, pokój 12, Referat Finansowy. Prowadzi sprawy: podatek leśny.',
  );
});

it('At the desk the client hears where to go', () => {
  expect(tellSentence({ ...known, channel: 'desk' })).toBe(
    'Proszę przejść do właściwej osoby. To Anna Wzorcowa, inspektor, pokój 12, Referat Finansowy. Prowadzi sprawy: podatek leśny.',
  );
});

it.each([
  ['desk', 'Proszę przejść do sekretariatu: tam ustalą, kto prowadzi tę sprawę.'],
  ['phone-in', 'Przełączę Panią/Pana do sekretariatu: tam ustalą, kto prowadzi tę sprawę.'],
] as const)('The secretariat finds out whose matter it is: %s', (channel, sentence) => {
  expect(tellSentence({ ...known, channel, target: target({ why: [{ by: 'secretariat' }] }) })).toBe(
    sentence,
  );
});

it('A subject that the client did not ask about is not put in the clerk’s mouth', () => {
  expect(tellSentence({ ...known, target: target({ why: [{ by: 'name' }] }) })).toMatch(
    /Zajmuje się takimi sprawami\.$/,
  );
  expect(tellSentence({ ...known, matter: '', target: target({ why: [{ by: 'name' }] }) })).toMatch(
    /Prowadzi sprawy: podatek rolny\.$/,
  );
});

it('The colleague is asked whether a client may come, in the clerk’s own name where it is known', () => {
  expect(checkSentence(known)).toBe(
    'Dzień dobry. Mam klienta w sprawie, którą Państwo prowadzą. Czy można z nim teraz porozmawiać?',
  );
  const clerk = { 'imię i nazwisko': 'Zofia Nieobecna', referat: 'Referat Organizacyjny' };
  expect(checkSentence({ ...known, channel: 'desk', clerk })).toBe(
    'Dzień dobry, tu Zofia Nieobecna, Referat Organizacyjny. Jest u mnie klient w sprawie, którą Państwo prowadzą. Czy można go teraz przyjąć?',
  );
});

it.each([
  [{ channel: 'phone-in', matter: 'lasy', sign: null }, 'Klient dzwoni w sprawie: lasy.'],
  [{ channel: 'phone-in', matter: '', sign: null }, 'Klient dzwoni w sprawie: ….'],
  [{ channel: 'desk', matter: '', sign: 'FN.1.2026' }, 'Klient przyszedł osobiście w sprawie FN.1.2026.'],
  [
    { channel: 'phone-out', matter: 'lasy', sign: 'FN.1.2026' },
    'Rozmawiam z klientem przez telefon w sprawie: lasy. Znak sprawy: FN.1.2026.',
  ],
] as const)('The colleague hears what is known, and no more: %o', (what, sentence) => {
  expect(briefSentence(what)).toBe(sentence);
});

it('A mail without an address is a draft all the same, and no text breaks out of its body', () => {
  const mail = new URL(mailDraft(undefined, 'a&subject=b\nŻółć #1'));
  expect([mail.pathname, mail.hash, mail.searchParams.getAll('subject').length]).toEqual(['', '', 1]);
  expect(mail.searchParams.get('body')).toBe('a&subject=b\r\nŻółć #1');
});
