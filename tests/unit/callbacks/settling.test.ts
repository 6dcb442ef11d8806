import { describe, expect, it } from 'vitest';
import {
  type Callback,
  editCallback,
  escalation,
  groupDue,
  isAsking,
  isPending,
  newCallback,
  nextTry,
  reopen,
  searchCallbacks,
  settle,
  snooze,
  snoozeChoices,
} from '@/lib/callbacks';
import { at, hour, hours, minute, promise, rules, tuesday } from './promises';

const noon = new Date(at('2026-11-24 12:00'));
const afterwards = (callback: Callback, ...outcomes: Parameters<typeof settle>[1]['kind'][]) =>
  outcomes.reduce(
    (row, kind) => settle(row, { kind } as Parameters<typeof settle>[1], noon, hours),
    callback,
  );

describe('A promise', () => {
  it('is kept once the client was reached, and rests from then', () => {
    const kept = afterwards(promise(), 'reached');
    expect(kept).toMatchObject({ state: 'kept', settledAt: noon.getTime() });
    expect(kept.attempts).toEqual([{ at: noon.getTime(), outcome: 'reached' }]);
  });

  it('stays when nobody answered, and is tried again later and later, in the other half of the day', () => {
    const tries = [1, 2, 3, 4].map((count) => nextTry(count, new Date(at('2026-11-24 10:00')), hours));
    expect(tries).toEqual([
      at('2026-11-24 10:30'),
      at('2026-11-24 12:00'),
      at('2026-11-25 14:00'),
      at('2026-11-25 14:00'),
    ]);
    expect(nextTry(3, new Date(at('2026-11-25 14:00')), hours)).toBe(at('2026-11-26 10:00'));
    const tried = afterwards(promise(), 'no-answer');
    expect(tried).toMatchObject({ state: 'attempted', due: at('2026-11-24 12:30') });
    expect(afterwards(tried, 'no-answer').due).toBe(at('2026-11-24 14:00'));
  });

  it('is not tried again at night, nor on a Sunday, nor where the profile has no hours', () => {
    expect(nextTry(1, new Date(at('2026-11-24 15:50')), hours)).toBe(at('2026-11-25 08:20'));
    expect(nextTry(3, new Date(at('2026-11-27 09:00')), hours)).toBe(at('2026-11-30 14:00'));
    expect(nextTry(1, new Date(at('2026-11-24 10:00')), {})).toBe(at('2026-11-24 10:30'));
  });

  it('with a wrong number stays in sight until another is given or it is withdrawn', () => {
    const broken = afterwards(promise(), 'wrong-number');
    expect(isPending(broken)).toBe(false);
    expect(groupDue([broken], noon).today).toEqual([broken]);
    expect(editCallback(broken, { subject: 'podatek' }, noon).state).toBe('broken');
    expect(editCallback(broken, { phone: '+48600999888' }, noon).state).toBe('attempted');
    expect(afterwards(broken, 'withdrawn')).toMatchObject({ state: 'withdrawn', settledAt: noon.getTime() });
  });

  it('is not taken back by a client who rings first: the clerk is asked', () => {
    const asked = afterwards(promise(), 'client-called');
    expect([asked.state, asked.due, isAsking(asked)]).toEqual(['open', promise().due, true]);
    const agreed = afterwards(asked, 'as-agreed');
    expect([agreed.state, agreed.due, isAsking(agreed)]).toEqual(['open', promise().due, false]);
    expect(afterwards(asked, 'reached').state).toBe('kept');
  });

  it('handed over rests with the colleague’s name', () => {
    const handed = settle(promise(), { kind: 'handed-over', colleague: 'Jan Lis' }, noon, hours);
    expect(handed).toMatchObject({ state: 'handed-over', colleague: 'Jan Lis', settledAt: noon.getTime() });
  });

  it('that rests already is left as it is by whatever another screen says', () => {
    const kept = afterwards(promise(), 'reached');
    expect(afterwards(kept, 'no-answer', 'wrong-number', 'withdrawn', 'client-called')).toBe(kept);
    expect(snooze(kept, kept.due + hour, noon)).toBe(kept);
    expect(editCallback(kept, { name: 'Nowak' }, noon)).toBe(kept);
    const waiting = reopen(kept);
    expect([waiting.state, waiting.settledAt]).toEqual(['attempted', undefined]);
  });

  it('holds no blank texts', () => {
    const made = newCallback('a', { due: 1, name: '', phone: '+48600123456' }, noon);
    expect(made).not.toHaveProperty('name');
    expect(editCallback(promise(), { name: '' }, noon)).not.toHaveProperty('name');
  });

  it('is put off to times in which the office is open', () => {
    const own = snoozeChoices(new Date(at('2026-11-27 15:55')), hours, [5, 480]);
    // Ten minutes before closing on Friday; a working day later is Monday at the same time.
    expect(own.slice(0, 2)).toEqual([
      { id: 'in-5', due: at('2026-11-27 16:00') },
      { id: 'in-480', due: at('2026-11-30 15:55') },
    ]);
    const choices = snoozeChoices(new Date(at('2026-11-27 15:55')), hours).map(({ due }) => due);
    expect(choices).toEqual([
      at('2026-11-30 08:10'),
      at('2026-11-30 08:55'),
      at('2026-11-30 10:00'),
      at('2026-11-30 14:00'),
    ]);
  });
});

describe('The clerk is told', () => {
  const kinds = (wall: string, parts: Partial<Callback> = {}) =>
    escalation(promise(parts), rules, new Date(at(wall))).map(({ kind }) => kind);

  it('ten minutes before, when it is due, each working hour after, and once that somebody else should call', () => {
    expect(kinds('2026-11-24 14:19')).toEqual([]);
    expect(kinds('2026-11-24 14:20')).toEqual(['before']);
    expect(kinds('2026-11-24 14:30')).toEqual(['before', 'due']);
    expect(kinds('2026-11-24 15:30')).toEqual(['before', 'due', 'again']);
    // 14:30 and four working hours are 10:30 on the next day.
    expect(kinds('2026-11-25 10:29')).toEqual(['before', 'due', 'again', 'again', 'again']);
    expect(kinds('2026-11-25 10:30').at(-1)).toBe('substitute');
  });

  it('afterwards once each working day, of days that passed only of the present one', () => {
    expect(kinds('2026-11-30 08:00').filter((kind) => kind === 'day')).toHaveLength(1);
    expect(kinds('2026-11-29 12:00')).not.toContain('day');
  });

  it('nothing beforehand of what was agreed only just before', () => {
    expect(kinds('2026-11-24 14:28', { promisedAt: at('2026-11-24 14:25') })).toEqual([]);
  });

  it('nothing of what rests, nor of a number that is wrong', () => {
    for (const state of ['kept', 'handed-over', 'withdrawn', 'broken'] as const)
      expect(kinds('2026-11-24 15:30', { state })).toEqual([]);
  });
});

describe('The list', () => {
  it('stands in groups, each by what comes first', () => {
    const rows = [
      promise({ id: 'later', due: at('2026-11-25 10:00') }),
      promise({ id: 'today', due: at('2026-11-24 15:00') }),
      promise({ id: 'now', due: tuesday.getTime() }),
      promise({ id: 'overdue', due: tuesday.getTime() - 5 * minute }),
      afterwards(promise({ id: 'settled' }), 'reached'),
    ];
    const groups = groupDue(rows, tuesday);
    const ids = Object.values(groups).map((group: Callback[]) => group.map(({ id }) => id));
    expect(ids).toEqual([['overdue', 'now'], ['today'], ['later'], ['settled']]);
  });

  it.each([
    ['zolw', 'a'],
    ['ŻÓŁW', 'a'],
    ['600 123', 'a'],
    ['600123456', 'a'],
    ['600-12-34', 'a'],
    ['+48 600', 'a'],
    ['wymiar zolw', 'a'],
    ['FN.3120', 'b'],
    ['lis', 'b'],
    ['3120.12', 'b'],
  ])('finds „%s”', (query, id) => {
    const rows = [
      promise({ id: 'a', name: 'Żółw', subject: 'wymiar podatku' }),
      promise({ id: 'b', name: 'Lis', phone: '+48242360123', caseSign: 'FN.3120.12.2026.AN' }),
    ];
    expect(
      searchCallbacks(rows)
        .find(query)
        .map((row) => row.id),
    ).toEqual([id]);
  });

  it('finds nothing where nothing is, and all for an empty line', () => {
    const search = searchCallbacks([promise()]);
    expect(search.find('nikt')).toEqual([]);
    expect(search.find('  ')).toHaveLength(1);
  });
});
