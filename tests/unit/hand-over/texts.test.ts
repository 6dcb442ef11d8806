import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, handOverMail, handOverSheet, tableFile } from '@/lib/hand-over';
import { anyPromises, promise, tuesday } from './promises';

const full = promise({
  extension: '12',
  subject: 'wymiar podatku',
  caseSign: 'FN.3120.12.2026.AN',
  note: 'po 14 w domu',
  state: 'attempted',
  attempts: [{ at: tuesday.getTime() - 3_600_000, outcome: 'no-answer' }],
});

describe('The message for a colleague', () => {
  it('can be read out: whom, when, about what, why, and what was tried', () => {
    const who = { to: 'Jan Lis', from: 'Anna Nowak, Referat Finansowy', now: tuesday };
    const message = promise({
      id: 'b',
      kind: 'message',
      name: 'Nowak',
      colleague: 'Ewa Sowa',
      due: tuesday.getTime(),
    });
    expect(handOverSheet([full, message], who)).toBe(
      [
        'Oddzwonienia do przejęcia: 2',
        'Dla: Jan Lis',
        'Od: Anna Nowak, Referat Finansowy',
        'Data: wtorek, 24 listopada 2026, 10:00',
        '',
        '1. Kowalska, telefon 600 123 456, wewnętrzny 12',
        'Oddzwonić: wtorek, 24 listopada 2026, 14:30',
        'Sprawa: wymiar podatku',
        'Znak sprawy: FN.3120.12.2026.AN',
        'Powód: trzeba coś sprawdzić',
        'Uwagi: po 14 w domu',
        'Próby: wtorek, 24 listopada 2026, 9:00, nie odebrano',
        '',
        '2. Nowak, telefon 600 123 456',
        'Przekazać wiadomość do Ewa Sowa: wtorek, 24 listopada 2026, 10:00 (po terminie)',
        'Powód: trzeba coś sprawdzić',
        '',
        'Proszę o potwierdzenie, że te oddzwonienia są przejęte.',
      ].join('\n'),
    );
  });

  it('goes into a mail draft whole where it is short, and is pasted where a mail program would cut it', () => {
    const who = { to: 'Jan Lis', from: 'Anna Nowak', now: tuesday };
    const short = handOverMail('jan.lis@gmina.example', handOverSheet([full], who));
    expect(short.isWhole).toBe(true);
    const { pathname, searchParams } = new URL(short.href);
    expect([pathname, searchParams.get('subject')]).toEqual([
      'jan.lis@gmina.example',
      'Oddzwonienia do przejęcia',
    ]);
    expect(searchParams.get('body')).toBe(handOverSheet([full], who).replaceAll('\n', '\r\n'));

    const long = handOverMail(undefined, handOverSheet(Array(9).fill(full), who));
    expect([long.isWhole, long.href.includes('Kowalska'), long.href.length < 2_000]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('takes a name with half a letter in it', () => {
    expect(() => handOverMail('a@b', 'zły znak \ud800')).not.toThrow();
  });
});

/** The lines as a calendar reads them. */
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('The calendar file', () => {
  it('says when to call and no more, unless it is to', () => {
    const file = calendarFile([full], false, tuesday);
    expect(unfolded(file)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Obok//Oddzwonienia//PL',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:kowalska@obok',
      'DTSTAMP:20261124T090000Z',
      'SEQUENCE:217674000',
      'DTSTART:20261124T133000Z',
      'DTEND:20261124T134500Z',
      'SUMMARY:Oddzwonienie',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Oddzwonienie',
      'TRIGGER:-PT10M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    const told = unfolded(calendarFile([full], true, tuesday));
    expect(told).toContain('SUMMARY:Oddzwonienie: Kowalska\\, 600 123 456\\, wewnętrzny 12');
    expect(told).toContain('DESCRIPTION:wymiar podatku\\nFN.3120.12.2026.AN\\npo 14 w domu');
  });

  it('puts an entry right when it is read again: the same UID, a higher SEQUENCE', () => {
    const entry = (due: number, now: Date) => {
      const lines = unfolded(calendarFile([promise({ due })], false, now));
      return {
        uid: lines.find((line) => line.startsWith('UID:')),
        sequence: Number(lines.find((line) => line.startsWith('SEQUENCE:'))?.slice(9)),
      };
    };
    const first = entry(1, tuesday);
    const second = entry(2, new Date(tuesday.getTime() + 1_000));
    expect(second.uid).toBe(first.uid);
    expect(second.sequence).toBeGreaterThan(first.sequence);
  });

  it('leaves out what is settled and whom no number reaches', () => {
    const settled = promise({ id: 'a', state: 'kept', settledAt: 1 });
    expect(calendarFile([settled, promise({ id: 'b', state: 'broken' })], true, tuesday)).not.toContain(
      'VEVENT',
    );
  });

  it('has no line over 75 octets, no half letter, and no line of somebody else’s making', () => {
    fc.assert(
      fc.property(anyPromises, (promises) => {
        const evil = promises.map((one) => ({
          ...one,
          name: `${one.name ?? ''}\r\nEND:VEVENT\nATTACH:http://zły.example ${'żółć😀'.repeat(20)}`,
        }));
        const file = calendarFile(evil, true, tuesday);
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\n\r]/);
          expect(line.isWellFormed()).toBe(true);
        }
        const lines = unfolded(file);
        expect(lines.filter((line) => line.startsWith('ATTACH'))).toEqual([]);
        const waiting = promises.filter(({ state }) => state !== 'broken').length;
        expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(waiting);
      }),
      { numRuns: 100 },
    );
  });
});

/** As RFC 4180 has it read, by semicolons. */
function cellsOf(file: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of file.slice(1).matchAll(/("(?:[^"]|"")*"|[^;\r\n"]*)(;|\r\n)/g)) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('The table', () => {
  it('opens in a Polish spreadsheet: a mark in front, semicolons, one row each', () => {
    const file = tableFile([full, promise({ state: 'kept', settledAt: tuesday.getTime() })]);
    expect(file.startsWith('\uFEFFStan;Termin;Obiecano;Kto;Telefon;')).toBe(true);
    const [, first, second] = cellsOf(file);
    expect(first).toEqual([
      'nie odebrano, czeka',
      '2026-11-24 14:30',
      '2026-11-24 10:00',
      'Kowalska',
      '600 123 456',
      '12',
      'wymiar podatku',
      'FN.3120.12.2026.AN',
      'trzeba coś sprawdzić',
      'po 14 w domu',
      '',
      '2026-11-24 09:00 nie odebrano',
      '',
    ]);
    expect([second?.[0], second?.[12]]).toEqual(['rozmowa odbyta', '2026-11-24 10:00']);
  });

  it('holds what was typed, whatever it is, and never a formula', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '|', '＝', ''),
        fc.string({ maxLength: 40, unit: fc.constantFrom(...'a;"\n\r=1ż\t') }),
        (begin, rest) => {
          const subject = `${begin}${rest}`;
          const cell = cellsOf(tableFile([promise({ subject })]))[1]?.[6] ?? '';
          expect([subject, `'${subject}`]).toContain(cell);
          expect(cell).not.toMatch(/^\s*[=+\-@|＝]/);
          expect(cell).not.toMatch(/^[\t\r]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});
