import { describe, expect, it } from 'vitest';
import { isoWeekOf, lastWeeks } from '@/lib/calendar';
import {
  type Callback,
  type Figures,
  keptOf,
  settle,
  shownFigures,
  snooze,
  together,
  withKept,
  withoutKept,
} from '@/lib/callbacks';
import { at, hour, hours, minute, promise, tuesday } from './promises';

const reach = (callback: Callback, wall: string) =>
  settle(callback, { kind: 'reached' }, new Date(at(wall)), hours);
const miss = (callback: Callback, wall: string) =>
  settle(callback, { kind: 'no-answer' }, new Date(at(wall)), hours);

describe('A promise counts', () => {
  it.each([
    ['as in time when rung before it is due', reach(promise(), '2026-11-24 14:00'), false],
    ['as in time while the row says „teraz”', reach(promise(), '2026-11-24 14:35'), false],
    ['as late after that', reach(promise(), '2026-11-24 14:36'), true],
    ['by its first try: in time', reach(miss(promise(), '2026-11-24 14:00'), '2026-11-25 09:00'), false],
    ['by its first try: late', reach(miss(promise(), '2026-11-24 15:00'), '2026-11-24 15:10'), true],
    [
      'by the time that was agreed last',
      reach(snooze(promise(), at('2026-11-25 10:00'), tuesday), '2026-11-25 09:00'),
      false,
    ],
  ])('%s', (_, callback, isLate) => {
    expect(keptOf(callback, hours)?.isLate).toBe(isLate);
  });

  it.each([
    ['that waits', promise()],
    ['that was rung in vain', miss(promise(), '2026-11-24 14:00')],
    ['that was withdrawn', settle(promise(), { kind: 'withdrawn' }, tuesday, hours)],
    ['that a colleague calls', reach(promise({ colleague: 'Jan Lis' }), '2026-11-24 14:00')],
    ['of a message', reach(promise({ kind: 'message' }), '2026-11-24 14:00')],
  ])('not, %s', (_, callback) => {
    expect(keptOf(callback, hours)).toBeNull();
  });

  it('by the minutes in which the office is open, from the promise to the first try', () => {
    // Friday a quarter to four, rung on Monday at half past eight: 15 and 30 minutes.
    const friday = promise({ promisedAt: at('2026-11-27 15:45'), due: at('2026-11-30 09:00') });
    expect(keptOf(reach(friday, '2026-11-30 08:30'), hours)).toMatchObject({ time: 2, week: '2026-W49' });
  });
});

describe('The figures', () => {
  const kept = [10, 20, 40, 50, 130].flatMap((minutes) => {
    const rung = new Date(tuesday.getTime() + minutes * minute);
    return (
      keptOf(settle(promise({ due: tuesday.getTime() + hour }), { kind: 'reached' }, rung, hours), hours) ??
      []
    );
  });
  const all = kept.reduce<Figures>(withKept, {});

  it('add up by week, with a median that lies where the middle one does', () => {
    const { weeks, all: sum } = shownFigures(all, tuesday);
    expect(weeks).toHaveLength(12);
    expect(weeks.at(-1)).toMatchObject({ week: '2026-W48', inTime: 4, late: 1 });
    expect(weeks[0]).toMatchObject({ week: '2026-W37', inTime: 0, late: 0, median: null });
    expect(sum.median).toBeGreaterThan(30);
    expect(sum.median).toBeLessThanOrEqual(45);
  });

  it('are what they were when each is taken back, in whatever order', () => {
    const [first, ...rest] = kept;
    const left = [...rest.reverse(), ...(first ? [first] : [])].reduce<Figures>(withoutKept, all);
    expect(left).toEqual({});
    expect(first && withoutKept({}, first)).toEqual({});
  });

  it('are put together week by week', () => {
    const one = kept.slice(0, 1).reduce<Figures>(withKept, {});
    expect(shownFigures(together(all, one), tuesday).all).toMatchObject({ inTime: 5, late: 1 });
    expect(together({}, all)).toEqual(all);
  });

  it('stay for a year of weeks', () => {
    const weeks = lastWeeks(tuesday, 80).reduce<Figures>(
      (figures, { week }) => withKept(figures, { week, isLate: false, time: 0 }),
      {},
    );
    expect(Object.keys(weeks)).toHaveLength(53);
    expect(Object.keys(weeks).at(-1)).toBe('2026-W48');
  });
});

it.each([
  ['2026-11-24', '2026-W48'],
  ['2026-12-31', '2026-W53'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-01', '2020-W53'],
  ['2025-12-29', '2026-W01'],
])('%s is in week %s', (date, week) => {
  expect(isoWeekOf(new Date(`${date}T12:00:00+01:00`))).toBe(week);
});

it('A week begins in Warsaw, whatever the clock of the computer says', () => {
  expect(isoWeekOf(new Date('2026-11-29T22:59:00Z'))).toBe('2026-W48');
  expect(isoWeekOf(new Date('2026-11-29T23:00:00Z'))).toBe('2026-W49');
});
