import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumberOf, fromWarsaw, isWorkingDay, publicHoliday } from '@/lib/calendar';
import holidays from '@/lib/calendar/public-holidays.json';

const noon = (date: string) => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return fromWarsaw({ year, month, day, hour: 12, minute: 0 });
};

/** Every holiday of a year, in its order. */
function holidaysOf(year: number): string[] {
  const first = dayNumberOf({ year, month: 1, day: 1 }) ?? Number.NaN;
  return Array.from({ length: 366 }, (_, index) => dateOfDay(first + index))
    .filter((date) => date.year === year)
    .flatMap(({ month, day }) => {
      const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const name = publicHoliday(noon(date));
      return name === null ? [] : [`${date} ${name}`];
    });
}

describe('the public holidays', () => {
  it('of 2026 are the fourteen of the act', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-01 Nowy Rok',
      '2026-01-06 Święto Trzech Króli',
      '2026-04-05 Wielkanoc',
      '2026-04-06 Poniedziałek Wielkanocny',
      '2026-05-01 Święto Państwowe 1 Maja',
      '2026-05-03 Święto Narodowe Trzeciego Maja',
      '2026-05-24 Zielone Świątki',
      '2026-06-04 Boże Ciało',
      '2026-08-15 Wniebowzięcie Najświętszej Maryi Panny',
      '2026-11-01 Wszystkich Świętych',
      '2026-11-11 Narodowe Święto Niepodległości',
      '2026-12-24 Wigilia Bożego Narodzenia',
      '2026-12-25 Boże Narodzenie',
      '2026-12-26 Drugi dzień Bożego Narodzenia',
    ]);
  });

  // Dates of Easter as the church calendar prints them; 2000 and 2100 are turns of the century, 2038 is the latest.
  it.each([
    ['1961-04-02'],
    ['1981-04-19'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2011-04-24'],
    ['2019-04-21'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2029-04-01'],
    ['2030-04-21'],
    ['2038-04-25'],
    ['2049-04-18'],
    ['2076-04-19'],
    ['2100-03-28'],
  ])('put Easter on %s', (date) => {
    expect(publicHoliday(noon(date))).toBe('Wielkanoc');
  });

  it.each([['2024-05-30'], ['2025-06-19'], ['2026-06-04'], ['2027-05-27'], ['2028-06-15'], ['2038-06-24']])(
    'put Corpus Christi on Thursday %s, and the office works on the Friday after',
    (date) => {
      expect(publicHoliday(noon(date))).toBe('Boże Ciało');
      expect(isWorkingDay(noon(date))).toBe(false);
      expect(isWorkingDay(new Date(noon(date).getTime() + 24 * 3_600_000))).toBe(true);
    },
  );

  it('count 24 December from 2025 on', () => {
    expect(
      [2023, 2024, 2025, 2026, 2040].map((year) => publicHoliday(noon(`${year}-12-24`)) !== null),
    ).toEqual([false, false, true, true, true]);
  });

  it('count 6 January from 2011 on', () => {
    expect([2010, 2011, 2026].map((year) => isWorkingDay(noon(`${year}-01-06`)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are written as a rule each: a day of the year or days after Easter', () => {
    for (const holiday of holidays) {
      expect(holiday.name).toMatch(/^\p{Lu}/u);
      expect('date' in holiday).not.toBe('daysAfterEaster' in holiday);
      if (holiday.date !== undefined) expect(holiday.date).toMatch(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);
      if (holiday.daysAfterEaster !== undefined) expect(holiday.daysAfterEaster).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-25', true],
    ['2026-11-28', false],
    ['2026-11-29', false],
    ['2026-12-23', true],
    ['2026-12-24', false],
    ['2026-12-31', true],
    ['2027-01-01', false],
    ['2026-05-03', false],
    ['2026-08-15', false],
    ['2028-02-29', true],
  ])('%s: %s', (date, expected) => {
    expect(isWorkingDay(noon(date))).toBe(expected);
  });

  it('begins and ends with midnight in Warsaw, not in Greenwich', () => {
    expect(isWorkingDay(new Date('2026-12-23T22:59:00Z'))).toBe(true);
    expect(isWorkingDay(new Date('2026-12-23T23:00:00Z'))).toBe(false);
    expect(isWorkingDay(new Date('2026-12-27T22:59:00Z'))).toBe(false);
    expect(isWorkingDay(new Date('2026-12-27T23:00:00Z'))).toBe(true);
  });

  it('comes 253 times in 2026: 261 from Monday to Friday, less the eight holidays among them', () => {
    const first = dayNumberOf({ year: 2026, month: 1, day: 1 }) ?? Number.NaN;
    const days = Array.from(
      { length: 365 },
      (_, index) => new Date((first + index) * 86_400_000 + 43_200_000),
    );
    expect(days.filter(isWorkingDay)).toHaveLength(253);
  });

  it('cannot be told of an invalid date', () => {
    expect(() => isWorkingDay(new Date(Number.NaN))).toThrow(RangeError);
    expect(() => publicHoliday(new Date('nie wiem'))).toThrow(RangeError);
  });
});
