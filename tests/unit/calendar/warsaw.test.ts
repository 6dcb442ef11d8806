import { describe, expect, it } from 'vitest';
import { dayNumberOf, fromWarsaw, startOfWarsawDay, warsawDay, warsawParts } from '@/lib/calendar';

const iso = (date: Date | number) => new Date(date).toISOString();

describe('the clock on Warsaw’s wall', () => {
  it.each([
    ['2026-11-25T07:05:00Z', { year: 2026, month: 11, day: 25, hour: 8, minute: 5, weekday: 3 }],
    ['2026-07-01T22:30:00Z', { year: 2026, month: 7, day: 2, hour: 0, minute: 30, weekday: 4 }],
    ['2026-12-31T23:00:00Z', { year: 2027, month: 1, day: 1, hour: 0, minute: 0, weekday: 5 }],
    ['2026-03-29T00:59:00Z', { year: 2026, month: 3, day: 29, hour: 1, minute: 59, weekday: 7 }],
    ['2026-03-29T01:00:00Z', { year: 2026, month: 3, day: 29, hour: 3, minute: 0, weekday: 7 }],
    ['2026-10-25T00:59:00Z', { year: 2026, month: 10, day: 25, hour: 2, minute: 59, weekday: 7 }],
    ['2026-10-25T01:00:00Z', { year: 2026, month: 10, day: 25, hour: 2, minute: 0, weekday: 7 }],
  ])('shows %s as %o', (at, parts) => {
    expect(warsawParts(new Date(at))).toEqual(parts);
  });

  it.each([
    ['in winter', { year: 2026, month: 1, day: 5, hour: 8, minute: 0 }, '2026-01-05T07:00:00.000Z'],
    ['in summer', { year: 2026, month: 7, day: 5, hour: 8, minute: 0 }, '2026-07-05T06:00:00.000Z'],
    [
      'just before the gap',
      { year: 2026, month: 3, day: 29, hour: 1, minute: 59 },
      '2026-03-29T00:59:00.000Z',
    ],
    [
      'in the gap: moved on',
      { year: 2026, month: 3, day: 29, hour: 2, minute: 30 },
      '2026-03-29T01:30:00.000Z',
    ],
    ['after the gap', { year: 2026, month: 3, day: 29, hour: 3, minute: 0 }, '2026-03-29T01:00:00.000Z'],
    [
      'in the doubled hour: the first',
      { year: 2026, month: 10, day: 25, hour: 2, minute: 30 },
      '2026-10-25T00:30:00.000Z',
    ],
    ['after it', { year: 2026, month: 10, day: 25, hour: 3, minute: 0 }, '2026-10-25T02:00:00.000Z'],
    ['long ago', { year: 1946, month: 7, day: 1, hour: 12, minute: 0 }, '1946-07-01T10:00:00.000Z'],
  ])('is read %s', (_, parts, expected) => {
    expect(iso(fromWarsaw(parts))).toBe(expected);
  });

  it.each([
    [{ year: 2026, month: 2, day: 29, hour: 8, minute: 0 }],
    [{ year: 2026, month: 13, day: 1, hour: 8, minute: 0 }],
    [{ year: 2026, month: 1, day: 1, hour: 24, minute: 0 }],
    [{ year: 2026, month: 1, day: 1, hour: 8, minute: 60 }],
    [{ year: Number.NaN, month: 1, day: 1, hour: 8, minute: 0 }],
    [{ year: 26, month: 1, day: 1, hour: 8, minute: 0 }],
  ])('never shows %o', (parts) => {
    expect(() => fromWarsaw(parts)).toThrow(RangeError);
  });

  it('gives back every hour of two years, but for the one that autumn doubles', () => {
    const begin = Date.parse('2026-01-01T00:00:00Z');
    const lost = Array.from({ length: 2 * 365 * 24 }, (_, hour) => begin + hour * 3_600_000).filter(
      (at) => fromWarsaw(warsawParts(new Date(at))).getTime() !== at,
    );
    expect(lost.map(iso)).toEqual(['2026-10-25T01:00:00.000Z', '2027-10-31T01:00:00.000Z']);
  });

  it('has days of 23 and of 25 hours', () => {
    const lengthOf = (year: number, month: number, day: number) => {
      const number = dayNumberOf({ year, month, day }) ?? Number.NaN;
      expect(warsawDay(startOfWarsawDay(number))).toBe(number);
      expect(warsawDay(new Date(startOfWarsawDay(number) - 1))).toBe(number - 1);
      return (startOfWarsawDay(number + 1) - startOfWarsawDay(number)) / 3_600_000;
    };
    expect([lengthOf(2026, 3, 29), lengthOf(2026, 10, 25), lengthOf(2026, 11, 25)]).toEqual([23, 25, 24]);
  });
});
