import { describe, expect, it } from 'vitest';
import { fadingOf, habitRung, ladder, type ReminderEvent } from '@/lib/reminders';
import { decideOn, event, pageOf, profileOf, signOf } from './office';

const profile = profileOf([{ id: 'r', when: { view: 'case' } }]);
const pinned = profileOf([{ id: 'r', when: { view: 'case' }, cadence: { repeat: 'always' } }]);

function at(now: string, history: ReminderEvent[], language: 'pl' | 'en' = 'pl') {
  const [decision] = decideOn(profile, { now: new Date(now), history, language });
  if (!decision) throw new Error('decide left the reminder out');
  return decision;
}

/** Confirmations on the days given, at 9:00. */
const done = (...days: string[]) => days.map((day) => event('done', `${day}T09:00:00+01:00`));

describe('a confirmed reminder', () => {
  it('returns later and later, at midnight in Warsaw', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-08', '2026-11-13', '2026-11-27'];
    const rests = days.map((day, i) => {
      const { restsUntil } = fadingOf('r', done(...days.slice(0, i + 1)));
      return ((restsUntil ?? 0) - Date.parse(`${day}T00:00:00+01:00`)) / 86_400_000;
    });
    expect(rests).toEqual(ladder.slice(1, 7));
  });

  it('rests to the minute, and says how often it was confirmed and when it returns', () => {
    const history = done('2026-12-01', '2026-12-03', '2026-12-09');
    const resting = at('2026-12-11T23:59:59+01:00', history);
    expect(resting).toMatchObject({ shown: false, restsUntil: Date.parse('2026-12-12T00:00:00+01:00') });
    expect(at('2026-12-10T10:00:00+01:00', history).why).toContain('Potwierdzone 3 razy – wróci 12 grudnia.');
    expect(at('2026-12-10T10:00:00+01:00', history, 'en').why).toContain(
      'Confirmed 3 times – back on 12 December.',
    );
    expect(resting.why).toContain('Potwierdzone 3 razy – wróci jutro.');
    expect(at('2026-12-12T00:00:00+01:00', history)).toMatchObject({ shown: true, where: 'page' });
  });

  it('uses the Polish forms of the count', () => {
    expect(at('2026-12-01T10:00:00+01:00', done('2026-12-01')).why).toContain(
      'Potwierdzone 1 raz – wróci jutro.',
    );
  });

  it('is a habit from the rung whose rest is longer than a week', () => {
    expect(ladder[habitRung]).toBeGreaterThan(7);
    expect(ladder[habitRung - 1]).toBeLessThanOrEqual(7);
    const days = ['2026-11-02', '2026-11-03', '2026-11-05', '2026-11-08', '2026-11-13'];
    expect(fadingOf('r', done(...days.slice(0, 4))).habit).toBe(false);
    expect(fadingOf('r', done(...days))).toMatchObject({ habit: true, rung: 5, confirmed: 5 });
    expect(at('2026-11-14T10:00:00+01:00', done(...days)).why).toContain(
      'Utrwalone: potwierdzone 5 razy – wróci 27 listopada.',
    );
  });

  it('climbs no higher than the ladder', () => {
    const many = Array.from({ length: 20 }, (_, i) => event('done', Date.UTC(2026, 0, i + 1)));
    expect(fadingOf('r', many).rung).toBe(ladder.length - 1);
  });

  it('rests over a clock change to Warsaw’s midnight', () => {
    const { restsUntil } = fadingOf('r', [event('done', '2026-10-24T22:30:00+02:00')]);
    expect(restsUntil).toBe(Date.parse('2026-10-25T00:00:00+02:00'));
    const next = fadingOf('r', [event('done', '2026-10-25T00:30:00+02:00')]);
    expect(next.restsUntil).toBe(Date.parse('2026-10-26T00:00:00+01:00'));
  });
});

describe('a reminder not confirmed', () => {
  it('comes back sooner: closed, it goes one rung down', () => {
    const history = [
      ...done('2026-11-02', '2026-11-03', '2026-11-05'),
      event('closed', '2026-11-08T09:00:00+01:00'),
    ];
    expect(fadingOf('r', history)).toMatchObject({
      rung: 2,
      restsUntil: Date.parse('2026-11-10T00:00:00+01:00'),
    });
    expect(at('2026-11-08T10:00:00+01:00', history).why).toContain(
      'Ostatnio zamknięte bez potwierdzenia – wróci 10 listopada.',
    );
  });

  it('never goes below the ladder, and may come again at once', () => {
    expect(fadingOf('r', [event('closed', '2026-11-02T09:00:00+01:00')])).toMatchObject({
      rung: 0,
      restsUntil: null,
    });
  });

  it('put off for later comes back after ten minutes', () => {
    const history = [event('later', '2026-11-02T09:00:00+01:00')];
    const waiting = at('2026-11-02T09:09:59+01:00', history);
    expect(waiting).toMatchObject({ shown: false, restsUntil: Date.parse('2026-11-02T09:10:00+01:00') });
    expect(waiting.why).toContain('Odłożone na później – wróci o 09:10.');
    expect(at('2026-11-02T09:10:00+01:00', history).shown).toBe(true);
  });

  it('put off for today comes back on the next day in Warsaw', () => {
    const history = [event('not-today', '2026-11-02T09:00:00+01:00')];
    expect(at('2026-11-02T23:59:59+01:00', history).shown).toBe(false);
    expect(at('2026-11-03T00:00:00+01:00', history).shown).toBe(true);
  });

  it('refused in a case stays away from that case alone, for good', () => {
    const history = [
      event('not-in-case', '2020-01-02T09:00:00+01:00', { caseKey: signOf('FN', '3120', 14).raw }),
    ];
    const there = at('2026-11-02T09:00:00+01:00', history);
    expect(there).toMatchObject({ shown: false });
    expect(there.restsUntil).toBeUndefined();
    expect(there.why).toContain('Wyłączone w tej sprawie: „Nie w tej sprawie”.');
    const context = pageOf({ caseInHand: signOf('FN', '3120', 15) });
    expect(decideOn(profile, { history, context })[0]?.shown).toBe(true);
  });

  it('refused at an address stays away from that address alone', () => {
    const { address } = pageOf();
    const history = [event('not-here', '2020-01-02T09:00:00+01:00', { address })];
    expect(decideOn(profile, { history })[0]).toMatchObject({ shown: false });
    expect(decideOn(profile, { history, context: pageOf({ address: `${address}5` }) })[0]?.shown).toBe(true);
  });
});

describe('a pinned reminder', () => {
  it('never fades, but can be put off and keeps to the caps', () => {
    const now = new Date('2026-11-02T09:30:00+01:00');
    const confirmed = done('2026-11-02');
    expect(decideOn(pinned, { now, history: confirmed })[0]).toMatchObject({ shown: true, where: 'page' });
    expect(decideOn(pinned, { now, history: confirmed })[0]?.why).toContain(
      'Przypięte w profilu: nie wygasa po potwierdzeniach.',
    );
    expect(
      decideOn(pinned, { now, history: [event('not-today', '2026-11-02T09:00:00+01:00')] })[0]?.shown,
    ).toBe(false);
    const strips = Array.from({ length: 8 }, (_, i) =>
      event('shown', '2026-11-02T09:00:00+01:00', { caseKey: `k${i}` }),
    );
    expect(decideOn(pinned, { now, history: strips })[0]?.where).toBe('panel');
  });
});
