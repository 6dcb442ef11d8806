import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addWorkingTime,
  isOpen,
  nextOpening,
  type OpeningHours,
  openingsOn,
  warsawDay,
} from '@/lib/calendar';

// fast-check prints the seed and the smallest failing example; this seed makes every run the same.
const settings = { seed: 20_261_125, numRuns: 400 };

const aMinute = fc
  .integer({
    min: Date.parse('2010-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2060-01-01T00:00:00Z') / 60_000,
  })
  .map((minute) => new Date(minute * 60_000));

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const intervals = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => {
    const inOrder = minutes.sort((a, b) => a - b);
    const pairs: [string, string][] = [];
    for (let index = 0; index + 1 < inOrder.length; index += 2)
      pairs.push([clockOf(inOrder[index] ?? 0), clockOf(inOrder[index + 1] ?? 0)]);
    return pairs;
  });
const someHours: fc.Arbitrary<OpeningHours> = fc
  .dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), intervals, { minKeys: 1, maxKeys: 7 })
  .map((hours) => hours as OpeningHours);
const minutes = fc.integer({ min: 0, max: 5_000 });

/** Open, or exactly at a closing. */
function isWithin(at: Date, hours: OpeningHours): boolean {
  return openingsOn(warsawDay(at), hours)
    .concat(openingsOn(warsawDay(at.getTime() - 1), hours))
    .some(({ from, to }) => at.getTime() >= from && at.getTime() <= to);
}

describe('whatever the hours and the moment', () => {
  it('the answer lies within opening hours and not before the start', () => {
    fc.assert(
      fc.property(aMinute, minutes, someHours, (start, amount, hours) => {
        const end = addWorkingTime(start, amount, hours);
        expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime());
        expect(isWithin(end, hours)).toBe(true);
      }),
      settings,
    );
  });

  it('a later start and more minutes never end earlier', () => {
    fc.assert(
      fc.property(
        aMinute,
        fc.nat(20_000),
        minutes,
        fc.nat(600),
        someHours,
        (start, later, amount, more, hours) => {
          const end = addWorkingTime(start, amount, hours).getTime();
          const laterStart = new Date(start.getTime() + later * 60_000);
          expect(addWorkingTime(laterStart, amount, hours).getTime()).toBeGreaterThanOrEqual(end);
          expect(addWorkingTime(start, amount + more, hours).getTime()).toBeGreaterThanOrEqual(end);
        },
      ),
      settings,
    );
  });

  it('two pieces of work end when one of their length does', () => {
    fc.assert(
      fc.property(
        aMinute,
        minutes,
        fc.integer({ min: 1, max: 3_000 }),
        someHours,
        (start, first, second, hours) => {
          const inTwo = addWorkingTime(addWorkingTime(start, first, hours), second, hours);
          expect(inTwo).toEqual(addWorkingTime(start, first + second, hours));
        },
      ),
      settings,
    );
  });

  it('the open minutes between start and end, counted one by one, are those that were asked for', () => {
    fc.assert(
      fc.property(aMinute, fc.nat(300), someHours, (start, amount, hours) => {
        const end = addWorkingTime(start, amount, hours);
        let open = 0;
        for (let at = start.getTime(); at < end.getTime(); at += 60_000) {
          if (isOpen(new Date(at), hours)) open += 1;
        }
        expect(open).toBe(amount);
      }),
      { ...settings, numRuns: 60 },
    );
  });

  it('the next opening is open, and nothing is open before it', () => {
    fc.assert(
      fc.property(aMinute, someHours, (start, hours) => {
        const opening = nextOpening(start, hours);
        expect(isOpen(opening, hours)).toBe(true);
        if (opening > start) expect(isOpen(new Date(opening.getTime() - 60_000), hours)).toBe(false);
        if (opening > start) expect(isOpen(start, hours)).toBe(false);
      }),
      settings,
    );
  });
});

describe('the zone of the computer changes nothing', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  const moments = Array.from(
    { length: 400 },
    (_, index) => Date.parse('2026-01-01T00:00:00Z') + index * 90_000_000,
  );

  it.each([
    ['America/New_York', 300],
    ['Asia/Tokyo', -540],
    ['Pacific/Apia', -780],
    ['UTC', 0],
  ])('%s', async (zone, offset) => {
    const answers = (calendar: typeof import('@/lib/calendar')) =>
      moments.map((moment) => [
        calendar.isWorkingDay(new Date(moment)),
        calendar.warsawParts(new Date(moment)),
        calendar.fromWarsaw(calendar.warsawParts(new Date(moment))).getTime(),
        calendar.addWorkingTime(new Date(moment), 777, calendar.usualHours).toISOString(),
      ]);
    const expected = answers(await import('@/lib/calendar'));
    vi.stubEnv('TZ', zone);
    // Proof that the zone did change: of one winter's day the local clock now says otherwise.
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(offset);
    vi.resetModules();
    expect(answers(await import('@/lib/calendar'))).toEqual(expected);
  });
});
