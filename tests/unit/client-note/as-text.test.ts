import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, type ClientNote, mailDraft, noteAsText, noteFields, searchOf } from '@/lib/client-note';

const seed = 20261124;
const full: ClientNote = {
  office: 'Urząd Gminy Gostynin, Referat Finansowy',
  date: '24 listopada 2026',
  matter: 'Podatek od działki',
  caseSign: 'FN.3120.12.2026',
  agreed: 'Decyzja przyjdzie pocztą.\nZadzwonimy do Pani/Pana.',
  toBring: 'akt notarialny',
  due: '1.12.2026',
  person: 'Anna Nowak',
  position: 'inspektor',
  phone: '24 236 07 50',
  when: 'wt. 8–10',
  hours: 'pon.–pt. 8–16',
};
const empty = Object.fromEntries(noteFields.map((field) => [field, ''])) as ClientNote;

describe('The note as text', () => {
  it('says the same as the page, in its order', () => {
    expect(noteAsText(full)).toBe(`Urząd Gminy Gostynin, Referat Finansowy
24 listopada 2026

Podatek od działki
Znak sprawy: FN.3120.12.2026

Co ustaliliśmy:
- Decyzja przyjdzie pocztą.
- Zadzwonimy do Pani/Pana.

Proszę przynieść:
- akt notarialny
Do kiedy: wtorek, 1 grudnia 2026

Pytania? Proszę zadzwonić:
Anna Nowak, inspektor
tel. 24 236 07 50
Kiedy dzwonić: wt. 8–10
Urząd jest otwarty: pon.–pt. 8–16`);
  });

  it('leaves out what is empty, with its heading', () => {
    expect(noteAsText({ ...empty, due: '1.12.2026', toBring: ' \n' })).toBe(
      'Informacja dla Pani/Pana\n\nDo kiedy: wtorek, 1 grudnia 2026',
    );
    expect(noteAsText({ ...empty, person: 'Anna Nowak' })).not.toContain('zadzwonić');
  });

  it('never holds a line that is only a heading, two blank lines together or a blank end', () => {
    const field = fc.constantFrom('', ' ', '\n', 'coś', '- a\n\n- b');
    const anyNote = fc.record(Object.fromEntries(noteFields.map((name) => [name, field])));
    fc.assert(
      fc.property(anyNote, (note) => {
        const text = noteAsText(note as ClientNote);
        expect(text).not.toMatch(/:\n\n|:$|\n\n\n|^\s|\s$/);
      }),
      { seed },
    );
  });
});

const partsOf = (href: string) => {
  const [, recipient, query = ''] = /^mailto:([^?]*)\?(.*)$/.exec(href) ?? [];
  const [subject, body] = query.split('&').map((part) => decodeURIComponent(part.split('=')[1] ?? ''));
  return { recipient, subject, body };
};

describe('The draft of a message', () => {
  it('names no recipient, and nothing of the matter in its subject', () => {
    const { href, isCut } = mailDraft(full);
    const { recipient, subject, body } = partsOf(href);
    expect({ recipient, subject, isCut }).toEqual({
      recipient: '',
      subject: 'Informacja z urzędu: Urząd Gminy Gostynin, Referat Finansowy',
      isCut: false,
    });
    expect(body?.replaceAll('\r\n', '\n')).toBe(noteAsText(full));
  });

  it('holds whole lines, and says where it breaks off, when the text is longer than a mail program takes', () => {
    const long = {
      ...full,
      agreed: Array.from({ length: 60 }, (_, at) => `Ustalenie numer ${at}, żółć`).join('\n'),
    };
    const { href, isCut } = mailDraft(long);
    expect(isCut).toBe(true);
    expect(href.length).toBeLessThanOrEqual(2_000);
    const lines = partsOf(href).body?.split('\r\n') ?? [];
    expect(lines.pop()).toBe('(…)');
    expect(noteAsText(long).split('\n').slice(0, lines.length)).toEqual(lines);
    expect(lines.length).toBeGreaterThan(10);
  });

  it('is an address that a mail program takes, whatever is typed', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 400 });
    const anyNote = fc.record(Object.fromEntries(noteFields.map((name) => [name, anything])));
    fc.assert(
      fc.property(anyNote, (note) => {
        const { href } = mailDraft(note as ClientNote);
        expect(href.length).toBeLessThanOrEqual(2_000);
        expect(href).toMatch(/^mailto:\?subject=[^&#\s]*&body=[^&#\s]*$/);
      }),
      { seed },
    );
    expect(() => mailDraft({ ...full, office: '\ud83d', matter: '\ude00' })).not.toThrow();
  });
});

it('The address of a note’s page holds ids and nothing of the client', () => {
  for (const address of [
    { encounterId: 'e1-x', tabId: 12 },
    { encounterId: null, tabId: 12 },
    { encounterId: 'e1', tabId: null },
    { encounterId: null, tabId: null },
  ])
    expect(addressOf(searchOf(address))).toEqual(address);
  expect(addressOf('?karta=-1&obsluga=')).toEqual({ encounterId: null, tabId: null });
});
