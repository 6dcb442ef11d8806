import { describe, expect, it } from 'vitest';
import type { ReminderEvent } from '@/lib/reminders';
import { decideOn, decisionFor, encounterOf, event, pageOf, profileOf, signOf, thursday } from './office';

const onCase = { view: 'case' } as const;
const one = profileOf([{ id: 'r', when: onCase }]);

/** Strips of other reminders, earlier the same day. */
function shownToday(times: number, changes: Partial<ReminderEvent> = {}): ReminderEvent[] {
  return Array.from({ length: times }, (_, i) =>
    event('shown', thursday.getTime() - (i + 1) * 600_000, {
      reminderId: `x${i}`,
      caseKey: `k${i}`,
      ...changes,
    }),
  );
}

describe('where a due reminder goes while nobody is served', () => {
  it('into the page where its condition holds', () => {
    expect(decideOn(one)).toEqual([
      {
        reminderId: 'r',
        shown: true,
        where: 'page',
        why: ['Widok to sprawa – tak.', 'Jedyne, które teraz pasuje.', 'Jeszcze się nie pokazało.'],
      },
    ]);
  });

  it('into the panel where the profile says so, where it has no condition, or where no page is read', () => {
    const profile = profileOf([
      { id: 'panel', when: onCase, where: 'panel' },
      { id: 'anywhere' },
      { id: 'hours', when: { time: { from: '08:00' } } },
    ]);
    const decisions = decideOn(profile, { context: null });
    expect(decisionFor('hours', decisions)).toMatchObject({ shown: true, where: 'panel' });
    expect(decisionFor('hours', decisions).why).toContain(
      'Czeka w panelu: żadna strona nie jest odczytywana.',
    );
    const read = decideOn(profile);
    expect(decisionFor('panel', read)).toMatchObject({ shown: true, where: 'panel' });
    expect(decisionFor('anywhere', read)).toMatchObject({ shown: true, where: 'panel' });
    expect(decisionFor('anywhere', read).why).toContain(
      'Czeka w panelu: nie jest związane z tym miejscem, a obsługa nie trwa.',
    );
  });

  it('nowhere where its condition does not hold', () => {
    const [decision] = decideOn(one, { context: pageOf({ view: 'search' }) });
    expect(decision).toMatchObject({ shown: false });
    expect(decision).not.toHaveProperty('where');
  });
});

describe('where a due reminder goes while a client is served', () => {
  const profile = profileOf([
    { id: 'ending', moment: 'ending' },
    { id: 'greeting', moment: 'greeting' },
    { id: 'listening', moment: 'listening' },
    {
      id: 'here',
      moment: 'plain-language',
      when: { all: [onCase, { not: { view: 'letter' } }] },
      priority: 1,
    },
    { id: 'hours', moment: 'ending', when: { time: { from: '08:00' } } },
    { id: 'not-letter', moment: 'ending', when: { not: { view: 'letter' } } },
  ]);

  it('into the page only for the present moment, or thanks to the view asked for', () => {
    const page = (moment: 'greeting' | 'listening' | 'noticing') =>
      decideOn(profile, { encounter: encounterOf({ moment }) }).find(({ where }) => where === 'page')
        ?.reminderId;
    expect(page('greeting')).toBe('greeting');
    expect(page('listening')).toBe('listening');
    expect(page('noticing')).toBe('here');
  });

  it('into the panel, the present moment first and those that are over last', () => {
    const decisions = decideOn(profile, { encounter: encounterOf({ moment: 'listening' }) });
    expect(decisions.map(({ reminderId }) => reminderId)).toEqual([
      'listening',
      'here',
      'ending',
      'hours',
      'not-letter',
      'greeting',
    ]);
    expect(decisionFor('ending', decisions).why).toContain(
      'Czeka w panelu: należy do etapu zakończenie, a trwa etap rozmowa.',
    );
  });

  it('an ended encounter is none', () => {
    const decisions = decideOn(profile, { encounter: encounterOf({ moment: 'ending', endedAt: 1 }) });
    expect(decisions[0]).toMatchObject({ where: 'page' });
    expect(decisionFor('greeting', decisions).why.join(' ')).toContain('obsługa nie trwa');
  });
});

describe('the place on the screen', () => {
  const everywhere = profileOf([{ id: 'r', when: { time: { from: '00:00' } } }]);
  const reasonOn = (changes: Parameters<typeof decideOn>[1]) => {
    const [decision] = decideOn(everywhere, changes);
    expect(decision).toMatchObject({ shown: true, where: 'panel' });
    return decision?.why.join(' ');
  };
  const encounters = [null, encounterOf()];

  it.each([
    ['case-list', 'lista spraw'],
    ['incoming', 'korespondencja przychodząca'],
    ['search', 'wyszukiwanie'],
    ['other', 'inna strona'],
  ] as const)('keeps strips out where the clerk only passes through: %s', (view, name) => {
    for (const encounter of encounters) {
      expect(reasonOn({ encounter, context: pageOf({ view }) })).toContain(
        `Czeka w panelu: na stronach takich jak ta (${name}) pasek się nie pokazuje.`,
      );
    }
  });

  it('keeps strips out of a page that was not recognised', () => {
    for (const encounter of encounters) {
      const context = pageOf({ system: null, view: 'other' });
      expect(reasonOn({ encounter, context })).toContain(
        'Czeka w panelu: ta strona nie została rozpoznana, więc pasek się na niej nie pokazuje.',
      );
      expect(reasonOn({ encounter, context, language: 'en' })).toContain(
        'Waits in the panel: this page is not recognised, so no strip comes up in it.',
      );
    }
  });

  it('keeps the talk out of a letter and a decision: there a strip speaks of what is written', () => {
    for (const view of ['letter', 'decision'] as const) {
      const context = pageOf({ view });
      expect(decideOn(everywhere, { context })[0]?.where).toBe('page');
      expect(reasonOn({ context, encounter: encounterOf() })).toContain('co na niej powstaje');
    }
  });

  it('yields where a profile names the view itself', () => {
    const named = profileOf([{ id: 'r', when: { view: ['search', 'other', 'letter'] } }]);
    for (const encounter of encounters) {
      for (const view of ['search', 'other', 'letter'] as const) {
        expect(decideOn(named, { encounter, context: pageOf({ view }) })[0]?.where).toBe('page');
      }
    }
  });
});

describe('the channels of a reminder', () => {
  const profile = profileOf([{ id: 'r', channels: ['phone-in', 'phone-out'], when: onCase }]);

  it('bind while an encounter runs or a channel is chosen, and not where none is known', () => {
    const shown = (changes: Parameters<typeof decideOn>[1]) => decideOn(profile, changes)[0]?.shown;
    expect(shown({})).toBe(true);
    expect(shown({ channel: 'desk' })).toBe(false);
    expect(shown({ channel: 'phone-out' })).toBe(true);
    expect(shown({ encounter: encounterOf({ channel: 'desk' }), channel: 'phone-in' })).toBe(false);
    expect(shown({ encounter: encounterOf({ channel: 'phone-in' }), channel: 'desk' })).toBe(true);
    expect(decideOn(profile, { channel: 'desk' })[0]?.why).toContain(
      'Kanał to przy biurku, a to przypomnienie jest na: telefon od klienta lub telefon do klienta.',
    );
  });
});

describe('the budget over all reminders', () => {
  it('lets one strip through at a time; the rest say what was better', () => {
    const decisions = decideOn(
      profileOf([
        { id: 'a', when: onCase },
        { id: 'b', when: onCase, priority: 7, text: 'Czy znasz stronę?' },
      ]),
    );
    expect(decisions.map(({ reminderId, where }) => [reminderId, where])).toEqual([
      ['b', 'page'],
      ['a', 'panel'],
    ]);
    expect(decisions[1]?.why).toContain('Czeka w panelu: teraz pilniejsze jest „Czy znasz stronę?”.');
  });

  it('ends the day after the eighth strip', () => {
    expect(decideOn(one, { history: shownToday(7) })[0]?.where).toBe('page');
    const [decision] = decideOn(one, { history: shownToday(8) });
    expect(decision?.where).toBe('panel');
    expect(decision?.why).toContain('Czeka w panelu: dzienny limit (8 przypomnień) jest wyczerpany.');
  });

  it('begins anew at midnight in Warsaw', () => {
    const history = Array.from({ length: 8 }, (_, i) =>
      event('shown', '2026-11-18T23:59:59+01:00', { reminderId: `x${i}` }),
    );
    expect(decideOn(one, { history, now: new Date('2026-11-18T23:59:59.5+01:00') })[0]?.where).toBe('panel');
    expect(decideOn(one, { history, now: new Date('2026-11-19T00:00:00+01:00') })[0]?.where).toBe('page');
  });

  it('has a day of 25 hours in October', () => {
    const history = Array.from({ length: 8 }, (_, i) =>
      event('shown', '2026-10-25T00:00:00+02:00', { reminderId: `x${i}` }),
    );
    expect(decideOn(one, { history, now: new Date('2026-10-25T23:59:59+01:00') })[0]?.where).toBe('panel');
    expect(decideOn(one, { history, now: new Date('2026-10-26T00:00:00+01:00') })[0]?.where).toBe('page');
  });

  it('gives one encounter three strips', () => {
    const encounter = encounterOf();
    const mine = { encounterId: 'e1', moment: 'listening' };
    const profile = profileOf([{ id: 'r' }], { budget: { perMoment: 5 } });
    expect(decideOn(profile, { encounter, history: shownToday(2, mine) })[0]?.where).toBe('page');
    const [decision] = decideOn(profile, { encounter, history: shownToday(3, mine) });
    expect(decision?.where).toBe('panel');
    expect(decision?.why).toContain(
      'Czeka w panelu: limit na jedną obsługę (3 przypomnienia) jest wyczerpany.',
    );
    const other = encounterOf({ id: 'e2' });
    expect(decideOn(profile, { encounter: other, history: shownToday(3, mine) })[0]?.where).toBe('page');
  });

  it('gives one moment of an encounter one strip', () => {
    const encounter = encounterOf();
    const profile = profileOf([{ id: 'r' }]);
    const [decision] = decideOn(profile, {
      encounter,
      history: shownToday(1, { encounterId: 'e1', moment: 'greeting' }),
    });
    expect(decision?.where).toBe('panel');
    expect(decision?.why).toContain(
      'Czeka w panelu: limit na etap powitanie (1 przypomnienie) jest wyczerpany.',
    );
    const history = shownToday(1, { encounterId: 'e1', moment: 'listening' });
    expect(decideOn(profile, { encounter, history })[0]?.where).toBe('page');
    expect(
      decideOn(profile, { history: shownToday(1, { encounterId: 'e1', moment: 'greeting' }) })[0]?.shown,
    ).toBe(true);
  });

  it('knows the moment of an old strip from the profile where the event lacks it', () => {
    const history = [event('shown', thursday.getTime() - 1, { reminderId: 'other', encounterId: 'e1' })];
    const profile = profileOf([{ id: 'r' }, { id: 'other', when: { view: 'letter' } }]);
    expect(decisionFor('r', decideOn(profile, { encounter: encounterOf(), history })).where).toBe('panel');
  });

  it('shows none twice for one case on one day', () => {
    const earlier = thursday.getTime() - 3_600_000;
    const raw = signOf('FN', '3120', 14).raw;
    const [decision] = decideOn(one, { history: [event('shown', earlier, { caseKey: raw })] });
    expect(decision?.where).toBe('panel');
    expect(decision?.why).toContain('Czeka w panelu: w tej sprawie już się dziś pokazało.');
    expect(decideOn(one, { history: [event('shown', earlier, { caseKey: 'another' })] })[0]?.where).toBe(
      'page',
    );
    expect(
      decideOn(one, { history: [event('shown', earlier - 86_400_000, { caseKey: raw })] })[0]?.where,
    ).toBe('page');
    const hashed = { history: [event('shown', earlier, { caseKey: 'hash' })], caseKey: 'hash' };
    expect(decideOn(one, hashed)[0]?.where).toBe('panel');
  });

  it('of nothing shows nothing in the page', () => {
    for (const budget of [{ perDay: 0 }, { perEncounter: 0 }, { perMoment: 0 }]) {
      const profile = profileOf([{ id: 'r', when: onCase }], { budget });
      expect(decideOn(profile, { encounter: encounterOf() })[0]?.where).toBe('panel');
    }
  });

  it('counts strips of reminders that have left the profile', () => {
    expect(decideOn(one, { history: shownToday(8, { reminderId: 'gone' }) })[0]?.where).toBe('panel');
  });
});

describe('the cadence of a reminder', () => {
  const withCadence = (cadence: object) =>
    profileOf([{ id: 'r', when: onCase, cadence }], {
      budget: { perDay: 50, perEncounter: 20, perMoment: 5 },
    });

  it('caps it per day and per week, the week beginning on Monday in Warsaw', () => {
    const day = withCadence({ atMost: { times: 2, per: 'day' } });
    const week = withCadence({ atMost: { times: 1, per: 'week' } });
    const strips = (...ats: string[]) => ats.map((at, i) => event('shown', at, { caseKey: `k${i}` }));
    expect(decideOn(day, { history: strips('2026-11-19T08:00+01:00') })[0]?.where).toBe('page');
    const [full] = decideOn(day, { history: strips('2026-11-19T08:00+01:00', '2026-11-19T09:00+01:00') });
    expect(full?.where).toBe('panel');
    expect(full?.why).toContain('Czeka w panelu: w ciągu dnia najwyżej 2 razy.');
    expect(decideOn(week, { history: strips('2026-11-16T00:00+01:00') })[0]?.where).toBe('panel');
    expect(decideOn(week, { history: strips('2026-11-15T23:59+01:00') })[0]?.where).toBe('page');
  });

  it('caps it per encounter and per case, over days', () => {
    const encounter = encounterOf();
    const perEncounter = withCadence({ atMost: { times: 1, per: 'encounter' } });
    const perCase = withCadence({ atMost: { times: 1, per: 'case' } });
    const raw = signOf('FN', '3120', 14).raw;
    const mine = [event('shown', thursday.getTime() - 1_000, { encounterId: 'e1', moment: 'greeting' })];
    expect(decideOn(perEncounter, { encounter, history: mine })[0]?.why).toContain(
      'Czeka w panelu: w jednej obsłudze najwyżej 1 raz.',
    );
    expect(decideOn(perEncounter, { encounter: encounterOf({ id: 'e2' }), history: mine })[0]?.where).toBe(
      'page',
    );
    const lastMonth = [event('shown', '2026-10-01T10:00+02:00', { caseKey: raw })];
    expect(decideOn(perCase, { history: lastMonth })[0]?.why).toContain(
      'Czeka w panelu: w jednej sprawie najwyżej 1 raz.',
    );
    expect(decideOn(perCase, { history: lastMonth, caseKey: 'another' })[0]?.where).toBe('page');
  });

  it('cools down for its minutes', () => {
    const profile = withCadence({ coolDown: 15 });
    const strip = [event('shown', thursday, { caseKey: 'k' })];
    const later = (minutes: number) => new Date(thursday.getTime() + minutes * 60_000);
    const [cooling] = decideOn(profile, { history: strip, now: later(14.9) });
    expect(cooling?.where).toBe('panel');
    expect(cooling?.why).toContain('Czeka w panelu: od ostatniego razu musi minąć 15 minut.');
    expect(decideOn(profile, { history: strip, now: later(15) })[0]?.where).toBe('page');
  });
});

describe('the cadence of a reminder that is shown only in the panel', () => {
  const inPanel = (cadence: object) => profileOf([{ id: 'r', where: 'panel', cadence }]);
  const pinned = { repeat: 'always' };
  const raw = signOf('FN', '3120', 14).raw;

  it('counts its confirmations: a pinned one is done for the day, and comes back on the next', () => {
    const profile = inPanel({ ...pinned, atMost: { times: 1, per: 'day' } });
    const history = [event('done', '2026-11-19T08:00+01:00')];
    expect(decideOn(profile)[0]).toMatchObject({ shown: true, where: 'panel' });
    const [enough] = decideOn(profile, { history });
    expect(enough).toMatchObject({ shown: false, restsUntil: Date.parse('2026-11-20T00:00+01:00') });
    expect(enough?.why).toContain('Już potwierdzone, a wystarczy 1 raz w ciągu dnia.');
    expect(decideOn(profile, { history, language: 'en' })[0]?.why).toContain(
      'Already confirmed, and 1 time a day is enough.',
    );
    expect(decideOn(profile, { history, now: new Date('2026-11-20T00:00+01:00') })[0]?.shown).toBe(true);
  });

  it('counts them per week, per case and per encounter, too', () => {
    const week = inPanel({ ...pinned, atMost: { times: 2, per: 'week' } });
    const twice = [event('done', '2026-11-16T08:00+01:00'), event('done', '2026-11-17T08:00+01:00')];
    expect(decideOn(week, { history: twice.slice(1) })[0]?.shown).toBe(true);
    expect(decideOn(week, { history: twice })[0]).toMatchObject({
      shown: false,
      restsUntil: Date.parse('2026-11-23T00:00+01:00'),
    });

    const perCase = inPanel({ ...pinned, atMost: { times: 1, per: 'case' } });
    const inCase = [event('done', '2026-10-01T10:00+02:00', { caseKey: raw })];
    expect(decideOn(perCase, { history: inCase })[0]?.shown).toBe(false);
    expect(decideOn(perCase, { history: inCase })[0]).not.toHaveProperty('restsUntil');
    expect(decideOn(perCase, { history: inCase, caseKey: 'another' })[0]?.shown).toBe(true);

    const perEncounter = inPanel({ ...pinned, atMost: { times: 1, per: 'encounter' } });
    const mine = [event('done', thursday.getTime() - 1_000, { encounterId: 'e1' })];
    expect(decideOn(perEncounter, { encounter: encounterOf(), history: mine })[0]?.shown).toBe(false);
    const next = encounterOf({ id: 'e2' });
    expect(decideOn(perEncounter, { encounter: next, history: mine })[0]?.shown).toBe(true);
  });

  it('cools down after a confirmation', () => {
    const profile = inPanel({ ...pinned, coolDown: 15 });
    const history = [event('done', thursday)];
    const later = (minutes: number) => new Date(thursday.getTime() + minutes * 60_000);
    const [cooling] = decideOn(profile, { history, now: later(14) });
    expect(cooling).toMatchObject({ shown: false, restsUntil: later(15).getTime() });
    expect(cooling?.why).toContain('Już potwierdzone: wróci, gdy minie 15 minut.');
    expect(decideOn(profile, { history, now: later(15) })[0]?.shown).toBe(true);
  });
});

describe('the clerk’s switches', () => {
  const none = { reminders: [], systems: [], addresses: [], quiet: false };

  it('turn a reminder off, unless the profile locks it', () => {
    const switches = { ...none, reminders: ['r'] };
    expect(decideOn(one, { switches })).toEqual([
      { reminderId: 'r', shown: false, why: ['Wyłączone w Twoich ustawieniach.'] },
    ]);
    const locked = profileOf([{ id: 'r', when: onCase }], { locked: ['r'] });
    expect(decideOn(locked, { switches })[0]).toMatchObject({ shown: true, where: 'page' });
  });

  it.each([
    ['a system', { systems: ['ezd-rp'] }, 'Czeka w panelu: w tym systemie paski są wyłączone.'],
    [
      'an address',
      { addresses: ['https://ezd.gostynin.example/sprawy/14'] },
      'Czeka w panelu: pod tym adresem paski są wyłączone.',
    ],
    ['quiet', { quiet: true }, 'Czeka w panelu: włączony jest tryb cichy.'],
  ])('keep strips out by %s, and the panel goes on', (_, changes, reason) => {
    const [decision] = decideOn(one, { switches: { ...none, ...changes } });
    expect(decision).toMatchObject({ shown: true, where: 'panel' });
    expect(decision?.why).toContain(reason);
  });

  it('of another system or address change nothing', () => {
    const switches = { ...none, systems: ['dokus'], addresses: ['https://ezd.gostynin.example/sprawy/15'] };
    expect(decideOn(one, { switches })[0]?.where).toBe('page');
  });
});

describe('the best of several', () => {
  const bestOf = (reminders: Parameters<typeof profileOf>[0], history: ReminderEvent[] = []) =>
    decideOn(profileOf(reminders, { budget: { perDay: 50 } }), { history }).find(
      ({ where }) => where === 'page',
    )?.reminderId;
  const when = onCase;
  const met = (reminderId: string, at: string) => event('shown', at, { reminderId, caseKey: 'other' });

  it('has the higher priority, even against one never met', () => {
    expect(
      bestOf(
        [
          { id: 'a', when },
          { id: 'b', when, priority: 6 },
        ],
        [met('b', '2026-11-19T09:00+01:00')],
      ),
    ).toBe('b');
  });

  it('was never met, even against one tied closer to the page', () => {
    expect(
      bestOf(
        [
          { id: 'a', when: { all: [when, { caseSign: { cell: 'FN' } }] } },
          { id: 'b', when },
        ],
        [met('a', '2026-11-01T09:00+01:00')],
      ),
    ).toBe('b');
  });

  it('is tied to what is on the screen, even by a day of difference', () => {
    expect(
      bestOf(
        [
          { id: 'a', when: { time: { from: '00:00' } } },
          { id: 'b', when },
          { id: 'c', when: { all: [when, { caseSign: { jrwa: '31' } }] } },
        ],
        [
          met('a', '2026-11-10T09:00+01:00'),
          met('b', '2026-11-11T09:00+01:00'),
          met('c', '2026-11-12T09:00+01:00'),
        ],
      ),
    ).toBe('c');
  });

  it('was met longest ago, and not today', () => {
    const reminders = ['a', 'b', 'c'].map((id) => ({ id, when }));
    expect(
      bestOf(reminders, [
        met('a', '2026-11-18T09:00+01:00'),
        met('b', '2026-11-17T09:00+01:00'),
        met('c', '2026-11-18T08:00+01:00'),
      ]),
    ).toBe('b');
  });

  it('stands first in the profile where all else is equal', () => {
    expect(
      bestOf([
        { id: 'z', when },
        { id: 'a', when },
      ]),
    ).toBe('z');
  });
});
