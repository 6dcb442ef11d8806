import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpeningHours, openingsOn, usualHours, warsawDay } from '@/lib/calendar';
import { parseQuickEntry, type QuickEntry } from '@/lib/callbacks';
import { at, type Group, hoursByName } from './office';
import table from './quick-entries.json';
import heldBack from './quick-entries-held-back.json';
import secondLook from './quick-entries-second-look.json';

// fast-check prints the seed and the smallest failing example; this seed makes every run the same.
const settings = { seed: 20_261_125, numRuns: 500 };

const groups = [...table, ...heldBack, ...secondLook] as Group[];
const typed = groups.flatMap(({ entries }) => entries.map(({ text }) => text));
const pieces = [...new Set(typed.flatMap((text) => text.split(' ')))];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 .,:-/()+'), maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'aąćęłńóśźżAŁ \u0301\u00ad\u200b\u00a0\t\n.,„”'), maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(...pieces, 'za', 'w', 'do', 'po', 'o', 'p.', '10', '12.30', '3.12', '\u00a0', ','),
      { maxLength: 14 },
    )
    .map((words) => words.join(' ')),
  fc.tuple(fc.constantFrom(...typed), fc.constantFrom(...typed)).map(([one, other]) => `${one} ${other}`),
);
const aMoment = fc
  .integer({
    min: Date.parse('2025-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2031-01-01T00:00:00Z') / 60_000,
  })
  .map((minute) => new Date(minute * 60_000));
const someHours = fc.constantFrom<OpeningHours>(
  ...Object.values(hoursByName),
  { 6: [['07:30', '12:00']] },
  { 1: [['00:00', '24:00']], 7: [['01:30', '03:30']] },
);

/** All that was typed but white space: what was understood, and the subject. */
function accountedFor(
  text: string,
  { understood, subject = '' }: QuickEntry,
): { rest: string; subject: string } {
  let rest = '';
  let end = 0;
  for (const span of understood) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    rest += text.slice(end, span.start);
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  const bare = (piece: string) => piece.replace(/\s+/gu, '');
  return { rest: bare(rest + text.slice(end)), subject: bare(subject) };
}

describe('whatever is typed', () => {
  it('nothing is dropped: what was not understood is the subject, in its order', () => {
    fc.assert(
      fc.property(anyText, aMoment, someHours, (text, now, hours) => {
        const { rest, subject } = accountedFor(text, parseQuickEntry(text, now, hours));
        expect(subject).toBe(rest);
      }),
      settings,
    );
  });

  it('a comma, a dash or a bracket is all that counts as separator', () => {
    fc.assert(
      fc.property(anyText, aMoment, (text, now) => {
        for (const { start, end, as } of parseQuickEntry(text, now, usualHours).understood) {
          if (as === 'separator') expect(text.slice(start, end)).toMatch(/^[,;:|/().\-–—\s]+$/u);
        }
      }),
      settings,
    );
  });

  it('the due time lies within opening hours and not in the past', () => {
    fc.assert(
      fc.property(anyText, aMoment, someHours, (text, now, hours) => {
        const { due } = parseQuickEntry(text, now, hours);
        if (due === undefined) return;
        // A day that closes at 24:00 closes on the next.
        const openings = [due.getTime(), due.getTime() - 1].flatMap((moment) =>
          openingsOn(warsawDay(moment), hours),
        );
        expect(openings.some(({ from, to }) => due.getTime() >= from && due.getTime() <= to)).toBe(true);
        expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime());
      }),
      settings,
    );
  });

  it('a field has its span and a span its field', () => {
    fc.assert(
      fc.property(anyText, aMoment, (text, now) => {
        const entry = parseQuickEntry(text, now, usualHours);
        const spans = new Set(entry.understood.map(({ as }) => as));
        expect(spans.has('phone')).toBe(entry.phone !== undefined);
        expect(spans.has('name')).toBe(entry.name !== undefined);
        expect(spans.has('time')).toBe(entry.due !== undefined);
        if (entry.phone !== undefined) expect(entry.phone).toMatch(/^\+[1-9]\d{6,14}$/);
        if (entry.name !== undefined) expect(entry.name.trim()).not.toBe('');
        expect(entry.subject?.trim()).toBe(entry.subject);
        expect(entry.subject).not.toBe('');
      }),
      settings,
    );
  });

  it('an impossible office or clock does not make it throw', () => {
    const impossible: OpeningHours[] = [{}, { 1: [] }, { 1: [['rano', 'noc']] }, { 1: [['16:00', '08:00']] }];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...impossible), (text, hours) => {
        parseQuickEntry(text, at('2026-11-25 09:15'), hours);
        expect(parseQuickEntry(text, new Date(Number.NaN), usualHours).due).toBeUndefined();
        parseQuickEntry(text, new Date(8.64e15), usualHours);
        parseQuickEntry(text, new Date(-8.64e15), hours);
      }),
      settings,
    );
  });

  it('ten thousand characters are read like ten', () => {
    const long = [
      '1',
      '1 ',
      '00',
      '+1',
      '12.',
      'za ',
      'p. ',
      'J.',
      'Anna ',
      'po ',
      '1.1.',
      'a',
      'FN.3123.1.2026 ',
      '\u0301',
      '600 123 456 ',
      'jutro 10 ',
      '(',
      ',',
      '- ',
    ];
    for (const piece of long) {
      const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
      const { rest, subject } = accountedFor(text, parseQuickEntry(text, at('2026-11-25 09:15'), usualHours));
      expect(subject).toBe(rest);
    }
  });
});

describe('the same is read', () => {
  const read = (text: string, now: string, hours: OpeningHours) => {
    const { phone, due, movedToOpening } = parseQuickEntry(text, at(now), hours);
    return { phone, due, movedToOpening };
  };

  it.each(groups)('without Polish letters, typed on $now', ({ now, hours = 'usual', entries }) => {
    const plain = (text: string) =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L');
    for (const { text } of entries)
      expect(read(plain(text), now, hoursByName[hours] ?? {}), text).toEqual(
        read(text, now, hoursByName[hours] ?? {}),
      );
  });

  it.each(groups)(
    'with decomposed letters and spaces that do not break, typed on $now',
    ({ now, hours = 'usual', entries }) => {
      for (const { text } of entries) {
        const other = text.normalize('NFD').replaceAll(' ', '\u00a0');
        expect(read(other, now, hoursByName[hours] ?? {}), text).toEqual(
          read(text, now, hoursByName[hours] ?? {}),
        );
      }
    },
  );
});
