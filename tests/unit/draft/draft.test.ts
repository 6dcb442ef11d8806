import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addReminder,
  begin,
  benchOf,
  change,
  changeReminder,
  conditionOf,
  copyReminder,
  fileNameOf,
  firstSituation,
  formOf,
  isLocked,
  issueOf,
  lockReminder,
  mistakesUnder,
  moveReminder,
  placeReminder,
  playWeek,
  redo,
  remindersOf,
  removeReminder,
  undo,
} from '@/lib/draft';
import { type Condition, type ProfileSource, parseProfile } from '@/lib/profile';
import { startingProfiles } from '@/lib/starting-profiles';
import { anyCondition, anyProfile } from '../profile/any-profile';

const finance = startingProfiles.find(({ id }) => id === 'finansowy') as ProfileSource;
const idsOf = (draft: ProfileSource) => remindersOf(draft).map(({ id }) => id);

describe('A condition in menus', () => {
  it('is the same to the letter once it is put together again, however it is nested', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        expect(conditionOf(formOf(condition))).toEqual(condition);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is there for every kind, joined and turned, and one level of brackets', () => {
    const condition: Condition = {
      all: [
        { view: 'case' },
        { not: { channel: 'desk' } },
        { not: { any: [{ caseSign: { cell: 'FN' } }, { not: { text: 'ulga' } }] } },
      ],
    };
    expect(formOf(condition).clauses.map(({ kind }) => kind)).toEqual(['leaf', 'leaf', 'group']);
  });

  it('is kept in words where it is too deep for menus, or says two things of a field', () => {
    const deep: Condition = { any: [{ all: [{ any: [{ view: 'case' }] }] }, { view: 'letter' }] };
    const twofold: Condition = { field: { label: 'Status', equals: 'a', contains: 'b' } };
    expect(formOf(deep).clauses.map(({ kind }) => kind)).toEqual(['kept', 'leaf']);
    expect(formOf({ not: { not: { view: 'case' } } }).clauses.map(({ kind }) => kind)).toEqual(['kept']);
    expect(formOf(twofold).clauses).toEqual([{ kind: 'kept', condition: twofold }]);
  });

  it('that has lost its last clause is no condition', () => {
    expect(conditionOf({ joined: 'any', clauses: [], isJoined: true })).toBeUndefined();
  });
});

describe('What was done', () => {
  it('is taken back and done again, step by step', () => {
    const three = change(change(begin('a'), 'b', null), 'c', null);
    expect(undo(three).now).toBe('b');
    expect(undo(undo(undo(three))).now).toBe('a');
    expect(redo(redo(undo(undo(three)))).now).toBe('c');
    expect(redo(change(undo(three), 'd', null)).now).toBe('d');
  });

  it('in one field without a pause is one step; coming back to it later is another', () => {
    const typed = change(change(change(begin(''), 'u', 'text'), 'ul', 'text'), 'ulg', 'text');
    expect(undo(typed).now).toBe('');
    const again = change(change(typed, 'x', 'say'), 'ulga', 'text');
    expect(undo(again).now).toBe('x');
    // After a step back the next letter begins a step, or it could not be taken back alone.
    expect(undo(change(undo(again), 'y', 'say')).now).toBe('x');
  });
});

describe('The list of reminders', () => {
  it('takes a new one after the others of its moment, under an id of its own', () => {
    const { draft, id } = addReminder(finance, 'greeting');
    const added = remindersOf(draft);
    expect(id).toBe('finansowy.9');
    expect(added.findIndex((one) => one.id === id)).toBe(
      remindersOf(finance).findLastIndex(({ moment }) => moment === 'greeting') + 1,
    );
    const twice = addReminder(draft, 'greeting');
    expect(new Set(idsOf(twice.draft)).size).toBe(remindersOf(finance).length + 2);
  });

  it('copies one whole, but for its id', () => {
    const [first] = remindersOf(finance);
    const { draft, id } = copyReminder(finance, first?.id ?? '');
    expect(remindersOf(draft)[1]).toEqual({ ...first, id });
    expect(remindersOf(draft)[1]?.when).not.toBe(first?.when);
  });

  it('moves one among those of its moment only, there and back', () => {
    const listening = remindersOf(finance).filter(({ moment }) => moment === 'listening');
    const [first, second] = listening.map(({ id }) => id) as [string, string];
    const moved = moveReminder(finance, first, 1);
    const order = (draft: ProfileSource) =>
      remindersOf(draft).flatMap(({ id, moment }) => (moment === 'listening' ? [id] : []));
    expect(order(moved).slice(0, 2)).toEqual([second, first]);
    expect(order(moveReminder(moved, first, -1))).toEqual(order(finance));
    expect(moveReminder(finance, first, -1)).toBe(finance);
  });

  it('puts one where it is dropped, in the moment of that place', () => {
    const [first, , third] = idsOf(finance) as [string, string, string];
    const down = placeReminder(finance, first, third);
    expect(idsOf(down).slice(0, 3)).toEqual([idsOf(finance)[1], third, first]);
    expect(remindersOf(down)[2]?.moment).toBe(remindersOf(finance)[2]?.moment);
    expect(idsOf(placeReminder(finance, third, first)).slice(0, 2)).toEqual([third, first]);
  });

  it('takes a field out where it is left empty, and a lock with its reminder', () => {
    const [first] = idsOf(finance) as [string];
    const without = changeReminder(finance, first, { say: undefined, channels: undefined });
    expect(Object.keys(remindersOf(without)[0] ?? {})).not.toContain('say');
    const locked = lockReminder(finance, first, true);
    expect(isLocked(locked, first)).toBe(true);
    expect(lockReminder(locked, first, false)).toEqual(finance);
    expect(Object.keys(removeReminder(locked, first))).not.toContain('locked');
    expect(isLocked(lockReminder(finance, 'powitanie.krzeslo', true), 'powitanie.krzeslo')).toBe(true);
  });

  it('never changes what else a profile holds', () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { reminders, locked, ...rest } = profile;
        const { draft, id } = addReminder(profile, 'ending');
        const edited = removeReminder(changeReminder(draft, id, { text: 'Tekst.' }), id);
        const { reminders: left, locked: stillLocked, ...kept } = edited;
        expect(kept).toEqual(rest);
        expect(left).toEqual(reminders ?? []);
        expect(stillLocked).toEqual(locked);
      }),
    );
  });
});

describe('An issue', () => {
  it('has the next number, and is a file that is taken', () => {
    const first = issueOf(finance, null);
    expect(first.seq).toBe(1);
    const parsed = parseProfile(first.source);
    expect(parsed.ok && parsed.profile.seq).toBe(1);
    expect(fileNameOf(finance, first.seq)).toBe('finansowy-1.json');
  });

  it('of a draft that was not changed is the last one, to the letter', () => {
    const opened = `\uFEFF${JSON.stringify(finance, null, 7)}`;
    expect(issueOf(JSON.parse(opened.slice(1)), opened)).toEqual({ seq: 0, source: opened });
    expect(issueOf({ ...finance, name: 'Inny' }, opened).seq).toBe(1);
  });

  it('is higher than any that is known under its id, or nobody could take it', () => {
    expect(issueOf(finance, null, 7).seq).toBe(8);
  });

  it('of any profile comes back equal: 1 000 made ones', () => {
    fc.assert(
      fc.property(anyProfile, (draft) => {
        const { seq, source } = issueOf(draft, null);
        const taken = parseProfile(source);
        const asItStands = parseProfile(JSON.stringify({ ...draft, seq }));
        expect(taken.ok).toBe(true);
        expect(taken).toEqual(asItStands);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('A mistake stands at its field and at all above it', () => {
  const mistakes = [
    { path: 'reminders[1].when.all[0].url', message: 'a' },
    { path: 'reminders[12].text', message: 'b' },
  ];
  expect(mistakesUnder(mistakes, 'reminders[1]')).toEqual([mistakes[0]]);
  expect(mistakesUnder(mistakes, 'reminders[1].when.all[0]')).toEqual([mistakes[0]]);
  expect(mistakesUnder(mistakes, 'reminders[1].text')).toEqual([]);
  expect(mistakesUnder([{ path: 'officeHours', message: 'c' }], 'office')).toEqual([]);
});

describe('The bench', () => {
  const now = new Date('2026-11-27T10:00:00+01:00');
  const lines = (situation: Partial<typeof firstSituation>, draft = finance) =>
    benchOf({
      draft,
      below: [],
      page: null,
      situation: { ...firstSituation, ...situation },
      now,
      language: 'pl',
    });
  const lineOf = (id: string, situation: Partial<typeof firstSituation>, draft = finance) => {
    const found = lines(situation, draft).find(({ reminder }) => reminder.id === id);
    if (!found) throw new Error(`${id} is not on the bench`);
    return found;
  };

  it('tells of every reminder that would be in force whether it comes up, and why', () => {
    const all = lines({});
    expect(all.filter(({ isOwn }) => isOwn)).toHaveLength(remindersOf(finance).length);
    expect(all.length).toBeGreaterThan(50);
    for (const { decision } of all) expect(decision.why.length).toBeGreaterThan(0);
  });

  it('calls systems by their names', () => {
    const [first, ...others] = remindersOf(finance);
    const draft = { ...finance, reminders: [{ ...first, when: { system: 'dokus' } }, ...others] };
    const { why } = lineOf(first?.id ?? '', {}, draft as typeof finance).decision;
    expect(why[0]).toBe('System to EZD RP, oczekiwano: DOKUS – nie.');
  });

  it('goes by the case sign that was typed', () => {
    const relief = lineOf('finansowy.ulga', { caseSign: 'FN.3140.2.2026' });
    expect(relief.decision).toMatchObject({ shown: true, where: 'page' });
    const other = lineOf('finansowy.ulga', { caseSign: 'FN.3120.2.2026' });
    expect(other.decision.shown).toBe(false);
    expect(other.decision.why).toContain('Klasa JRWA w znaku sprawy to 3120, oczekiwano 314… – nie.');
  });

  it('goes by channel and moment of a service, and by the words and values of the page', () => {
    const calm = { moment: 'listening', channel: 'desk', terms: ['zaległość'] } as const;
    expect(lineOf('finansowy.spokoj', { ...calm, terms: [...calm.terms] }).decision.shown).toBe(true);
    expect(lineOf('finansowy.spokoj', { ...calm, terms: [] }).decision.shown).toBe(false);
    const fields = { 'Rodzaj sprawy': 'zaświadczenie o niezaleganiu' };
    expect(lineOf('finansowy.zaswiadczenie', { moment: 'ending', fields }).decision.shown).toBe(true);
  });

  it('follows a change at once, and works with mistakes in the draft', () => {
    const broken = changeReminder(finance, 'finansowy.ulga', { text: '', when: { view: 'letter' } });
    expect(parseProfile(JSON.stringify(broken)).ok).toBe(false);
    expect(lineOf('finansowy.ulga', { view: 'letter' }, broken).decision.shown).toBe(true);
  });
});

describe('A trial week', () => {
  const from = new Date('2026-11-27T10:00:00+01:00');
  const [tax] = remindersOf(finance).filter(({ id }) => id === 'finansowy.nakaz');

  it('is the same for the same draft, and keeps to the budget on each of its five days', () => {
    const week = playWeek(finance, [], from);
    expect(playWeek(finance, [], from)).toEqual(week);
    expect(week?.stripsADay).toHaveLength(5);
    for (const strips of week?.stripsADay ?? []) expect(strips).toBeLessThanOrEqual(week?.perDay ?? 0);
    const counted = [...(week?.strips.values() ?? [])].reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(week?.stripsADay.reduce((sum, one) => sum + one, 0));
  });

  it('shows a reminder that drowns the others, and one that never comes', () => {
    const loud = {
      ...finance,
      budget: { perDay: 8 },
      reminders: [
        { ...tax, id: 'a', when: { view: 'case' }, cadence: { repeat: 'always' }, priority: 9 },
        { ...tax, id: 'b', when: { view: 'letter' }, priority: 1, where: 'panel' },
      ],
    } as ProfileSource;
    const week = playWeek(loud, [], from);
    const total = week?.stripsADay.reduce((sum, one) => sum + one, 0) ?? 0;
    expect(week?.strips.get('a') ?? 0).toBeGreaterThan(total / 4);
    expect(week?.strips.has('b')).toBe(false);
    const quiet = { ...loud, budget: { perDay: 1, perEncounter: 1, perMoment: 1 } };
    expect(playWeek(quiet, [], from)?.stripsADay).toEqual([1, 1, 1, 1, 1]);
  });

  it('meets the cases, words and values that the conditions name', () => {
    const named = (when: Condition) =>
      playWeek(
        { ...finance, reminders: [{ ...tax, id: 'a', when, priority: 9 }] } as ProfileSource,
        [],
        from,
      )?.strips.get('a') ?? 0;
    expect(named({ all: [{ view: 'case' }, { caseSign: { cell: 'GK', jrwa: '7230' } }] })).toBeGreaterThan(0);
    expect(named({ all: [{ view: 'case' }, { text: 'ulga' }] })).toBeGreaterThan(0);
    expect(
      named({ all: [{ view: 'case' }, { field: { label: 'Tryb', contains: 'pilny' } }] }),
    ).toBeGreaterThan(0);
    expect(named({ all: [{ view: 'case' }, { element: 'form.pismo' }] })).toBeGreaterThan(0);
    expect(named({ all: [{ view: 'case' }, { system: 'dokus' }] })).toBeGreaterThan(0);
  });
});

it('Each reminder of a starting profile comes up somewhere', () => {
  const now = new Date('2026-11-27T09:00:00+01:00');
  for (const draft of startingProfiles) {
    const signs = [...JSON.stringify(draft).matchAll(/"jrwa":"(\d+)"/g)].map(([, jrwa = '']) => jrwa);
    const terms = (draft.glossary ?? []).map(({ headword }) => headword);
    const seen = new Set<string>();
    for (const jrwa of ['', ...new Set(signs)]) {
      for (const view of ['case', 'client', 'letter', 'decision', 'incoming', 'closing'] as const) {
        for (const channel of ['desk', 'phone-in', 'phone-out'] as const) {
          for (const moment of [null, 'listening'] as const) {
            const situation = {
              ...firstSituation,
              view,
              channel,
              moment,
              terms,
              caseSign: jrwa && `AB.${jrwa.padEnd(4, '0')}.1.2026`,
              fields: { 'Rodzaj sprawy': 'zaświadczenie' },
            };
            const lines = benchOf({ draft, below: [], page: null, situation, now, language: 'pl' });
            for (const { reminder, decision, isOwn } of lines) {
              if (isOwn && decision.shown) seen.add(reminder.id);
            }
          }
        }
      }
    }
    expect(idsOf(draft).filter((id) => !seen.has(id))).toEqual([]);
  }
});
