import { describe, expect, it } from 'vitest';
import {
  addWorkingTime,
  fromWarsaw,
  isOpen,
  nextOpening,
  type OpeningHours,
  usualHours,
  warsawParts,
} from '@/lib/calendar';

const eightToFour = usualHours;
const withLunch: OpeningHours = {
  1: [
    ['08:00', '12:00'],
    ['12:30', '17:00'],
  ],
  3: [['08:00', '12:00']],
  5: [
    ['13:00', '14:00'],
    ['08:00', '10:00'],
  ],
};
const nights: OpeningHours = { 6: [['22:00', '24:00']], 7: [['00:00', '04:00']] };
const market: OpeningHours = { 6: [['07:30', '12:00']] };
const always: OpeningHours = {
  1: [['00:00', '24:00']],
  2: [['00:00', '24:00']],
  3: [['00:00', '24:00']],
  4: [['00:00', '24:00']],
  5: [['00:00', '24:00']],
  6: [['00:00', '24:00']],
  7: [['00:00', '24:00']],
};

/** `2026-11-25 08:00` on Warsaw's wall. */
function at(text: string): Date {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return fromWarsaw({ year, month, day, hour, minute });
}

function onTheWall(date: Date): string {
  const { year, month, day, hour, minute } = warsawParts(date);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

describe('working time runs only while the office is open', () => {
  it.each<[string, string, number, OpeningHours, string]>([
    ['within a day', '2026-11-25 09:00', 120, eightToFour, '2026-11-25 11:00'],
    ['over the night', '2026-11-25 15:30', 60, eightToFour, '2026-11-26 08:30'],
    ['from before opening', '2026-11-25 06:00', 60, eightToFour, '2026-11-25 09:00'],
    ['from after closing', '2026-11-25 20:00', 60, eightToFour, '2026-11-26 09:00'],
    ['up to closing and no further', '2026-11-25 15:00', 60, eightToFour, '2026-11-25 16:00'],
    ['a minute past closing', '2026-11-25 15:00', 61, eightToFour, '2026-11-26 08:01'],
    ['from closing on', '2026-11-25 16:00', 30, eightToFour, '2026-11-26 08:30'],
    ['a whole day', '2026-11-25 08:00', 480, eightToFour, '2026-11-25 16:00'],
    ['over the weekend', '2026-11-27 15:00', 120, eightToFour, '2026-11-30 09:00'],
    ['over a full week', '2026-11-25 12:00', 5 * 480, eightToFour, '2026-12-02 12:00'],
    ['over Christmas with its Eve', '2026-12-23 15:00', 120, eightToFour, '2026-12-28 09:00'],
    ['through the Eve when it was a working day', '2024-12-23 15:00', 120, eightToFour, '2024-12-24 09:00'],
    ['over Christmas of 2024', '2024-12-24 15:00', 120, eightToFour, '2024-12-27 09:00'],
    ['into the new year', '2026-12-31 15:30', 60, eightToFour, '2027-01-04 08:30'],
    ['over Epiphany', '2027-01-05 15:30', 60, eightToFour, '2027-01-07 08:30'],
    ['over Easter Monday', '2026-04-03 15:30', 60, eightToFour, '2026-04-07 08:30'],
    ['over 1 and 3 May', '2026-04-30 15:00', 90, eightToFour, '2026-05-04 08:30'],
    ['over 3 May on a Monday', '2027-04-30 15:00', 90, eightToFour, '2027-05-04 08:30'],
    ['over Corpus Christi', '2026-06-03 15:00', 90, eightToFour, '2026-06-05 08:30'],
    ['over 11 November', '2026-11-10 15:30', 45, eightToFour, '2026-11-12 08:15'],
    ['over All Saints on a Sunday', '2026-10-30 15:30', 45, eightToFour, '2026-11-02 08:15'],
    ['over the change to summer time', '2026-03-27 15:30', 60, eightToFour, '2026-03-30 08:30'],
    ['over the change to winter time', '2026-10-23 15:30', 60, eightToFour, '2026-10-26 08:30'],
    ['over lunch', '2026-11-30 11:30', 60, withLunch, '2026-11-30 13:00'],
    ['from lunch', '2026-11-30 12:10', 10, withLunch, '2026-11-30 12:40'],
    ['over a closed Tuesday', '2026-11-30 16:30', 60, withLunch, '2026-12-02 08:30'],
    ['over intervals in any order', '2026-12-04 09:30', 60, withLunch, '2026-12-04 13:30'],
    ['on a Saturday that the hours name', '2026-11-25 12:00', 30, market, '2026-11-28 08:00'],
    ['not on a Saturday that is a holiday', '2026-12-26 08:00', 30, market, '2027-01-02 08:00'],
    ['through the night in which an hour is missing', '2026-03-28 23:00', 180, nights, '2026-03-29 03:00'],
    ['through the night that has an hour twice', '2026-10-24 23:00', 180, nights, '2026-10-25 02:00'],
    ['round the clock', '2026-11-25 23:00', 26 * 60, always, '2026-11-27 01:00'],
    ['nothing while open', '2026-11-25 09:07', 0, eightToFour, '2026-11-25 09:07'],
    ['nothing at opening', '2026-11-25 08:00', 0, eightToFour, '2026-11-25 08:00'],
    ['nothing at closing', '2026-11-25 16:00', 0, eightToFour, '2026-11-26 08:00'],
    ['nothing on a Sunday', '2026-11-29 12:00', 0, eightToFour, '2026-11-30 08:00'],
  ])('%s: %s and %i minutes', (_, start, minutes, hours, expected) => {
    expect(onTheWall(addWorkingTime(at(start), minutes, hours))).toBe(expected);
  });

  it('keeps seconds, and counts half a minute', () => {
    const start = new Date('2026-11-25T08:00:20.500Z');
    expect(addWorkingTime(start, 0, eightToFour)).toEqual(start);
    expect(addWorkingTime(start, 0.5, eightToFour).toISOString()).toBe('2026-11-25T08:00:50.500Z');
  });

  it('takes intervals that touch or overlap as one', () => {
    const touching: OpeningHours = {
      1: [
        ['12:00', '16:00'],
        ['08:00', '12:00'],
        ['11:00', '13:00'],
      ],
    };
    expect(onTheWall(addWorkingTime(at('2026-11-30 08:00'), 480, touching))).toBe('2026-11-30 16:00');
  });

  it('leaves what it was given as it was', () => {
    const start = at('2026-11-25 15:30');
    const before = [start.getTime(), JSON.stringify(withLunch)];
    addWorkingTime(start, 600, withLunch);
    expect([start.getTime(), JSON.stringify(withLunch)]).toEqual(before);
  });
});

describe('working time refuses', () => {
  const start = at('2026-11-25 09:00');
  it.each<[string, Date, number, OpeningHours]>([
    ['negative minutes', start, -1, eightToFour],
    ['minutes that are no number', start, Number.NaN, eightToFour],
    ['endless minutes', start, Number.POSITIVE_INFINITY, eightToFour],
    ['an invalid date', new Date(Number.NaN), 10, eightToFour],
    ['an empty week', start, 10, {}],
    ['an empty week even for no minutes', start, 0, {}],
    ['days without intervals', start, 10, { 1: [], 2: undefined }],
    ['an interval without a minute', start, 10, { 1: [['08:00', '08:00']] }],
    ['an interval turned round', start, 10, { 1: [['16:00', '08:00']] }],
    ['a time of no day', start, 10, { 1: [['08:00', '25:00']] }],
    ['a time that is none', start, 10, { 1: [['rano', '16:00']] }],
    ['more than a hundred years', start, 1e9, eightToFour],
  ])('%s', (_, from, minutes, hours) => {
    expect(() => addWorkingTime(from, minutes, hours)).toThrow(RangeError);
  });

  it('nothing open, for the next opening too', () => {
    expect(() => nextOpening(start, {})).toThrow(RangeError);
    expect(isOpen(start, {})).toBe(false);
  });
});

describe('an office', () => {
  it.each<[string, boolean]>([
    ['2026-11-25 07:59', false],
    ['2026-11-25 08:00', true],
    ['2026-11-25 15:59', true],
    ['2026-11-25 16:00', false],
    ['2026-11-28 10:00', false],
    ['2026-12-24 10:00', false],
  ])('at %s is open: %s', (time, expected) => {
    expect(isOpen(at(time), eightToFour)).toBe(expected);
  });

  it.each([
    ['2026-11-25 09:30', '2026-11-25 09:30'],
    ['2026-11-25 16:00', '2026-11-26 08:00'],
    ['2026-12-23 16:00', '2026-12-28 08:00'],
  ])('asked at %s for its next opening says %s', (time, expected) => {
    expect(onTheWall(nextOpening(at(time), eightToFour))).toBe(expected);
  });
});
