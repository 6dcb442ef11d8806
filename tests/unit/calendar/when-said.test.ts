import { expect, it } from 'vitest';
import { clockSaid, whenSaid } from '@/lib/calendar';

const now = new Date('2026-11-25T12:00:00+01:00'); // Wednesday

it.each([
  ['2026-11-25T14:30:00+01:00', 'dziś około 14:30'],
  ['2026-11-26T08:05:00+01:00', 'jutro około 8:05'],
  ['2026-11-27T09:00:00+01:00', 'w piątek około 9:00'],
  ['2026-12-01T09:00:00+01:00', 'we wtorek około 9:00'],
  ['2026-12-02T09:00:00+01:00', 'w środę, 2 grudnia, około 9:00'],
  ['2026-11-24T09:00:00+01:00', 'we wtorek, 24 listopada, około 9:00'],
  ['2027-03-29T08:00:00+02:00', 'w poniedziałek, 29 marca, około 8:00'],
])('%s is said „%s”', (at, said) => {
  expect(whenSaid(new Date(at), now)).toBe(said);
});

it('the clock is Warsaw’s', () => {
  expect(clockSaid(new Date('2026-07-01T10:05:00Z'))).toBe('12:05');
});
