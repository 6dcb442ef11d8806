import { afterEach, describe, expect, it } from 'vitest';
import { decide } from '@/lib/reminders';
import { event, pageOf, profileOf, thursday } from './office';

const hour = 60 * 60_000;
const day = 24 * hour;
const home = process.env.TZ;
afterEach(() => {
  // `= undefined` would leave the word.
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

const once = { id: 'r', when: { view: 'case' as const }, cadence: { coolDown: 60 } };
const profile = profileOf([once]);
const at = (now: Date, history: ReturnType<typeof event>[]) =>
  decide({ profile, context: pageOf(), encounter: null, history, now })[0];

describe('What was answered while the clock stood a year ahead', () => {
  const ahead = thursday.getTime() + 365 * day;
  it.each(['done', 'later', 'not-today', 'closed'] as const)(
    '(%s) does not silence a reminder for that year',
    (kind) => {
      const history = [event('shown', ahead), event(kind, ahead + 1_000)];
      expect(at(thursday, history)).toMatchObject({ shown: true, where: 'page' });
    },
  );

  it('still binds the case and the address that it was said of', () => {
    const { address } = pageOf();
    expect(at(thursday, [event('not-here', ahead, { address })])?.shown).toBe(false);
  });
});

describe('On one and the same day in Warsaw', () => {
  const full = Array.from({ length: 8 }, (_, index) =>
    event('shown', new Date(`2026-11-19T0${index + 1}:00:00+01:00`), { reminderId: `other-${index}` }),
  );
  it.each(['Europe/Warsaw', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati', 'UTC'])(
    'the eighth strip is the last, in whatever zone the computer is: %s',
    (zone) => {
      process.env.TZ = zone;
      expect(at(new Date('2026-11-19T23:59:00+01:00'), full)?.where).toBe('panel');
      expect(at(new Date('2026-11-20T00:00:00+01:00'), full)?.where).toBe('page');
    },
  );

  it.each([
    ['of 23 hours', '2026-03-29T00:30:00+01:00', '2026-03-29T23:30:00+02:00', '2026-03-30T00:00:00+02:00'],
    ['of 25 hours', '2026-10-25T00:30:00+02:00', '2026-10-25T23:30:00+01:00', '2026-10-26T00:00:00+01:00'],
  ])('„nie dziś” lasts to its midnight, also on the day %s', (_, said, late, next) => {
    const history = [event('not-today', new Date(said))];
    expect(at(new Date(late), history)?.shown).toBe(false);
    expect(at(new Date(next), history)?.shown).toBe(true);
  });

  it('a clock that goes over the hour of autumn twice, or back an hour, gives no strip twice', () => {
    const history = full.slice(0, 7).map((one, index) => ({
      ...one,
      at: new Date(`2026-10-25T02:${10 + index}:00+02:00`).getTime(),
    }));
    const more = [...history, event('shown', new Date('2026-10-25T02:10:00+01:00'), { reminderId: 'o' })];
    expect(at(new Date('2026-10-25T02:05:00+01:00'), more)?.where).toBe('panel');
  });
});
