import { describe, expect, it } from 'vitest';
import { usualHours } from '@/lib/calendar';
import { parseQuickEntry } from '@/lib/callbacks';
import { at } from './office';

const now = at('2026-11-25 09:15');
const read = (text: string) => parseQuickEntry(text, now, usualHours);

describe('a telephone number', () => {
  it.each([
    ['600 123 456', '+48600123456'],
    ['600-123-456', '+48600123456'],
    ['600.123.456', '+48600123456'],
    ['600123456', '+48600123456'],
    ['60 01 23 456', '+48600123456'],
    ['600 12 34 56', '+48600123456'],
    ['+48 600 123 456', '+48600123456'],
    ['+48600123456', '+48600123456'],
    ['(+48) 600 123 456', '+48600123456'],
    ['0048 600 123 456', '+48600123456'],
    ['48 600 123 456', '+48600123456'],
    ['0 24 235 40 01', '+48242354001'],
    ['(24) 235 40 01', '+48242354001'],
    ['24/235-40-01', '+48242354001'],
    ['24 2354001', '+48242354001'],
    ['600\u00a0123\u00a0456', '+48600123456'],
    ['+49 (30) 901820', '+4930901820'],
  ])('„%s” is %s', (text, phone) => {
    expect(read(text)).toMatchObject({ phone });
    expect(read(text).subject).toBeUndefined();
    expect(read(`Nowak, tel. ${text}, podatek`)).toMatchObject({ phone, name: 'Nowak', subject: 'podatek' });
  });

  it.each([
    ['wew. 12', '12'],
    ['wew 105', '105'],
    ['wewn. 3', '3'],
    ['w. 17', '17'],
    ['wewnętrzny 201', '201'],
    [', wew. 12', '12'],
  ])('with „%s” has an extension', (text, extension) => {
    expect(read(`Nowak 24 235 40 01 ${text} jutro`)).toMatchObject({ phone: '+48242354001', extension });
  });

  it.each([
    ['PESEL 80010112345'],
    ['80010112345'],
    ['48121512345'],
    ['NIP 774-123-45-67'],
    ['REGON 611015417'],
    ['konto 12 1020 3040 0000 1234 5678 9012'],
    ['KW PL1G/00012345/6'],
    ['dz. 123/4'],
    ['000 000 000'],
    ['235 40 01'],
  ])('is not „%s”, which stays in the subject', (text) => {
    expect(read(`${text} sprawa`).phone).toBeUndefined();
    expect(read(`${text} z urzędu`).subject).toContain(text);
  });

  it('of two is the first; the other stays in the subject', () => {
    const entry = read('600 123 456 lub 24 235 40 01 Nowak');
    expect(entry).toMatchObject({
      phone: '+48600123456',
      otherPhones: ['+48242354001'],
      subject: 'lub 24 235 40 01',
    });
  });
});

describe('a case sign', () => {
  it.each([
    ['FN.3123.11.2026', 'FN'],
    ['AM-WZ.6730.214.2026', 'AM-WZ'],
    ['GKP 6220.2.2013', 'GKP'],
    ['OR.152.3.2026.JK', 'OR'],
  ])('%s is offered and stays in the subject', (raw, cell) => {
    const entry = read(`p. Nowak, ${raw}, jutro 10`);
    expect(entry.caseSign).toMatchObject({ raw, cell });
    expect(entry).toMatchObject({ subject: raw, due: at('2026-11-26 10:00') });
    expect(entry.phone).toBeUndefined();
  });

  it('alone is no date and no number', () => {
    expect(read('RI.6220.12.2026')).toEqual({
      subject: 'RI.6220.12.2026',
      caseSign: expect.objectContaining({ jrwa: '6220' }),
      understood: [],
    });
  });
});

describe('what was understood', () => {
  it('is shown as typed', () => {
    const text = 'do 14:30 oddzwonić, p. Zielińska, działka';
    expect(read(text).understood.map(({ start, end, as }) => [text.slice(start, end), as])).toEqual([
      ['do 14:30', 'time'],
      ['oddzwonić', 'filler'],
      [',', 'separator'],
      ['p. Zielińska', 'name'],
      [',', 'separator'],
    ]);
  });

  it('says when a time was moved, and not when it was only vague', () => {
    expect(read('jutro 18').movedToOpening).toBe('closed');
    expect(read('dziś 8:30').movedToOpening).toBe('past');
    expect(read('rano').movedToOpening).toBeUndefined();
    expect(read('jutro 10').movedToOpening).toBeUndefined();
  });

  it('falls back on usual hours where the office’s open nothing', () => {
    expect(parseQuickEntry('jutro', now, {}).due).toEqual(at('2026-11-26 08:00'));
  });

  it('has no time where the computer’s clock has none', () => {
    expect(parseQuickEntry('Nowak jutro', new Date(Number.NaN), usualHours)).toMatchObject({
      name: 'Nowak',
      subject: 'jutro',
    });
  });

  it('counts a delay in full minutes', () => {
    const late = new Date(now.getTime() + 40_000);
    expect(parseQuickEntry('za 20 min', late, usualHours).due).toEqual(at('2026-11-25 09:36'));
  });
});

describe('a name', () => {
  it.each([
    ['pani zgubiła dowód', undefined, 'pani zgubiła dowód'],
    ['pan przyjdzie jutro', undefined, 'pan przyjdzie'],
    ['dyrektor szkoły 600 123 456', undefined, 'dyrektor szkoły'],
    ['pani dyrektor Nowak, dowóz', 'dyrektor Nowak', 'dowóz'],
    ['pani dyrektor, dowóz', 'dyrektor', 'dowóz'],
    ['p.o. kierownika prosi', undefined, 'p.o. kierownika prosi'],
    ['p. 12, parter', undefined, 'p. 12, parter'],
    ['Sobota 600 123 456 jutro 10', 'Sobota', undefined],
    ['p. Zielińska i p. Nowak, granica', 'Zielińska', 'i p. Nowak, granica'],
    ['ZUS 600 123 456', undefined, 'ZUS'],
    ['tel600123456 O’Brien', 'O’Brien', undefined],
  ])('in „%s” is %s', (text, name, subject) => {
    expect(read(text).name).toBe(name);
    expect(read(text).subject).toBe(subject);
  });
});

describe('a time in words', () => {
  it.each([
    ['o dwunastej trzydzieści', '2026-11-25 12:30'],
    ['jutro o drugiej czterdzieści pięć', '2026-11-26 14:45'],
    ['14-tego grudnia', '2026-12-14 08:00'],
    ['trzeciego grudnia o 10', '2026-12-03 10:00'],
    ['dwudziestego pierwszego grudnia', '2026-12-21 08:00'],
    ['do trzydziestego listopada', '2026-11-30 16:00'],
    ['za godzinę i 15 minut', '2026-11-25 10:30'],
    ['za dwie godziny i kwadrans', '2026-11-25 11:30'],
    ['za godzinę i pół', '2026-11-25 10:45'],
    ['rano o 8.15 jutro', '2026-11-26 08:15'],
    ['po południu o 2', '2026-11-25 14:00'],
    ['w ciągu 3 dni', '2026-11-27 16:00'],
    ['przed piątkiem', '2026-11-26 16:00'],
    ['przed świętami', '2026-12-23 16:00'],
    ['po wtorku', '2026-12-02 08:00'],
    ['wieczorem', '2026-11-26 08:00'],
    ['w drugi dzień świąt', undefined],
    ['co drugi dzień', undefined],
  ])('„%s” is %s', (text, due) => {
    expect(read(`Nowak ${text}`).due).toEqual(due === undefined ? undefined : at(due));
    expect(read(`Nowak ${text}`).subject).toBe(due === undefined ? text : undefined);
  });

  it.each([
    ['zadzwonić pod 600 123 456'],
    ['oddzwonić na numer 600 123 456'],
    ['oddzwonić tel. kom.: 600 123 456'],
  ])('„%s” leaves no subject', (text) => {
    expect(read(text)).toMatchObject({ phone: '+48600123456' });
    expect(read(text).subject).toBeUndefined();
  });
});
