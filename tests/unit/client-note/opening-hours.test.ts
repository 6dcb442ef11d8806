import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursInWords } from '@/lib/client-note';

type Hours = Parameters<typeof hoursInWords>[0];
const day: [string, string][] = [['08:00', '16:00']];
const seed = 20261124;

it.each<[Hours, string]>([
  [{ 1: day, 2: day, 3: day, 4: day, 5: day }, 'pon.–pt. 8–16'],
  [
    { 1: [['08:00', '17:00']], 2: day, 3: day, 4: day, 5: [['08:00', '15:00']] },
    'pon. 8–17, wt.–czw. 8–16, pt. 8–15',
  ],
  [{ 1: day, 2: day }, 'pon. i wt. 8–16'],
  [{ 1: day, 3: day, 5: day }, 'pon. 8–16, śr. 8–16, pt. 8–16'],
  [{ 1: [['07:30', '15:30']] }, 'pon. 7:30–15:30'],
  [
    {
      4: [
        ['08:00', '12:00'],
        ['13:00', '17:05'],
      ],
    },
    'czw. 8–12 i 13–17:05',
  ],
  [
    {
      4: [
        ['08:00', '12:00'],
        ['12:00', '16:00'],
      ],
      5: day,
    },
    'czw. i pt. 8–16',
  ],
  [{ 1: day, 2: [], 3: day }, 'pon. 8–16, śr. 8–16'],
  [{ 5: day, 6: day, 7: day }, 'pt.–niedz. 8–16'],
  [{ 6: [['00:00', '23:59']] }, 'sob. 0–23:59'],
  [{ 7: day, 1: day }, 'pon. 8–16, niedz. 8–16'],
  [{}, ''],
  [{ 1: [] }, ''],
])('Opening hours are told in words: %j', (hours, told) => {
  expect(hoursInWords(hours)).toBe(told);
});

it('Every day with hours is told once, whatever the week looks like', () => {
  const interval = fc.constantFrom<[string, string]>(['08:00', '16:00'], ['07:30', '15:30']);
  const week = fc.array(fc.option(interval, { nil: undefined }), { minLength: 7, maxLength: 7 });
  const names = ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'];
  fc.assert(
    fc.property(week, (days) => {
      const hours = Object.fromEntries(days.map((open, index) => [index + 1, open ? [open] : []])) as Hours;
      const told = hoursInWords(hours);
      const open = new Map<string, string>();
      for (const part of told === '' ? [] : told.split(', ')) {
        const [, from = '', to = from, clock = ''] =
          /^(\S+?\.)(?:(?:–| i )(\S+?\.))? (\S+)$/.exec(part) ?? [];
        for (const name of names.slice(names.indexOf(from), names.indexOf(to) + 1)) open.set(name, clock);
      }
      const expected = days.flatMap((one, index) =>
        one ? [[names[index], one[0] === '08:00' ? '8–16' : '7:30–15:30']] : [],
      );
      expect([...open]).toEqual(expected);
    }),
    { seed },
  );
});
