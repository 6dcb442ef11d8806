import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeenDays, seeDay, warsawDay } from '@/lib/calendar';

const today = warsawDay(new Date('2026-11-24T10:00:00+01:00'));
const after = (...days: number[]): SeenDays | null =>
  days.reduce<SeenDays | null>((seen, day) => seeDay(seen, day), null);
const isBelieved = (...days: number[]) => after(...days)?.believed === days.at(-1);

describe('A clock', () => {
  it('is believed at the first look, day by day, after a leave of two weeks, and set back', () => {
    expect(isBelieved(today)).toBe(true);
    expect(isBelieved(today, today, today + 1, today + 4)).toBe(true);
    expect(isBelieved(today, today + 14)).toBe(true);
    expect(isBelieved(today, today - 1)).toBe(true);
    expect(isBelieved(today, today - 400)).toBe(true);
  });

  it('that leaps a year ahead is believed on the third day it shows, however often it is looked at before', () => {
    const year = today + 365;
    expect(isBelieved(today, year)).toBe(false);
    expect(isBelieved(today, year, year, year, year)).toBe(false);
    expect(isBelieved(today, year, year + 1)).toBe(false);
    expect(isBelieved(today, year, year + 1, year + 1)).toBe(false);
    expect(isBelieved(today, year, year + 3, year + 4)).toBe(true);
  });

  it('set right again has left no doubt, and leaping once more begins it anew', () => {
    const year = today + 365;
    expect(after(today, year, year + 1, today)).toEqual({ believed: today });
    expect(isBelieved(today, year, year + 1, today, year + 1)).toBe(false);
    expect(isBelieved(today, year, year + 1, year + 365)).toBe(false);
    expect(isBelieved(today, year + 1, year, year + 2)).toBe(false);
  });

  it('that is right is believed on the third day after any leave', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 3 }),
        (away, steps) => {
          let seen = seeDay(null, today);
          let day = today + away;
          seen = seeDay(seen, day);
          for (const one of steps.slice(0, 2)) {
            day += one;
            seen = seeDay(seen, day);
          }
          expect(seen).toEqual({ believed: day });
        },
      ),
      { seed: 20_261_128 },
    );
  });
});
