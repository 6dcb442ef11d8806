import { describe, expect, it } from 'vitest';
import { type System, systemNames } from '@/lib/page';
import { type Condition, profileJsonSchema } from '@/lib/profile';
import type { DecideInput } from '@/lib/reminders';
import { decideOn, encounterOf, pageOf, profileOf, signOf } from './office';

/** What a condition alone leads to. */
function tryOut(when: Condition, changes: Partial<DecideInput> = {}) {
  const [decision] = decideOn(profileOf([{ id: 'r', when }]), changes);
  if (!decision) throw new Error('decide left the reminder out');
  return { holds: decision.shown, why: decision.why };
}

const kinds: [name: string, when: Condition, met: Partial<DecideInput>, unmet: Partial<DecideInput>][] = [
  ['view', { view: 'case' }, {}, { context: pageOf({ view: 'letter' }) }],
  [
    'view, one of several',
    { view: ['letter', 'decision'] },
    { context: pageOf({ view: 'decision' }) },
    { context: pageOf({ view: 'case' }) },
  ],
  ['system', { system: 'ezd-rp' }, {}, { context: pageOf({ system: 'dokus' }) }],
  ['system not recognised', { system: 'ezd-rp' }, {}, { context: pageOf({ system: null }) }],
  [
    'url',
    { url: 'https://ezd.gostynin.example/sprawy/*' },
    {},
    { context: pageOf({ address: 'https://ezd.gostynin.example/pisma/14' }) },
  ],
  [
    'caseSign: cell',
    { caseSign: { cell: 'fn' } },
    {},
    { context: pageOf({ caseInHand: signOf('OR', '3120', 1) }) },
  ],
  [
    'caseSign: head of a cell',
    { caseSign: { cell: 'AM' } },
    { context: pageOf({ caseInHand: signOf('AM-WZ', '6730', 2) }) },
    { context: pageOf({ caseInHand: signOf('AMB', '6730', 2) }) },
  ],
  [
    'caseSign: JRWA prefix',
    { caseSign: { jrwa: '312' } },
    {},
    { context: pageOf({ caseInHand: signOf('FN', '4312', 1) }) },
  ],
  [
    'caseSign: cell and class',
    { caseSign: { cell: 'FN', jrwa: '3120' } },
    {},
    { context: pageOf({ caseInHand: signOf('FN', '3121', 1) }) },
  ],
  [
    'field equals',
    { field: { label: 'Rodzaj sprawy', equals: 'podatek rolny' } },
    { context: pageOf({ fields: { 'RODZAJ  sprawy :': 'Podatek  rolny' } }) },
    { context: pageOf({ fields: { 'Rodzaj sprawy': 'podatek leśny' } }) },
  ],
  [
    'field contains',
    { field: { label: 'Rodzaj sprawy', contains: 'ROLNY' } },
    { context: pageOf({ fields: { 'Rodzaj sprawy': 'podatek rolny' } }) },
    { context: pageOf({ fields: { 'Rodzaj sprawy': 'podatek leśny' } }) },
  ],
  [
    'field is there',
    { field: { label: 'Termin realizacji' } },
    { context: pageOf({ fields: { 'Termin realizacji:': '' } }) },
    {},
  ],
  [
    'text',
    { text: 'klauzula wykonalności' },
    { context: pageOf({ terms: ['klauzula wykonalności'] }) },
    { context: pageOf({ terms: ['postanowienie'] }) },
  ],
  ['element', { element: '#dekretacja' }, { context: pageOf({ elements: ['#dekretacja'] }) }, {}],
  [
    'channel',
    { channel: ['phone-in', 'phone-out'] },
    { encounter: encounterOf({ channel: 'phone-in' }) },
    { encounter: encounterOf({ channel: 'desk' }) },
  ],
  [
    'moment',
    { moment: 'listening' },
    { encounter: encounterOf({ moment: 'listening' }) },
    { encounter: encounterOf({ moment: 'greeting' }) },
  ],
  [
    'time',
    { time: { from: '08:00', to: '10:00' } },
    { now: new Date('2026-11-19T09:59:59+01:00') },
    { now: new Date('2026-11-19T10:00:00+01:00') },
  ],
  [
    'weekday',
    { time: { weekdays: [4] } },
    { now: new Date('2026-11-19T12:00:00+01:00') },
    { now: new Date('2026-11-20T12:00:00+01:00') },
  ],
  ['all', { all: [{ view: 'case' }, { system: 'ezd-rp' }] }, {}, { context: pageOf({ system: 'dokus' }) }],
  ['any', { any: [{ view: 'letter' }, { system: 'ezd-rp' }] }, {}, { context: pageOf({ system: 'dokus' }) }],
  ['not', { not: { view: 'letter' } }, {}, { context: pageOf({ view: 'letter' }) }],
];

describe('each kind of condition', () => {
  it('of the vocabulary is tried below', () => {
    const schema = profileJsonSchema() as { $defs: { condition: { anyOf: { properties: object }[] } } };
    const vocabulary = schema.$defs.condition.anyOf.flatMap(({ properties }) => Object.keys(properties));
    expect(vocabulary).toHaveLength(13);
    expect(new Set(kinds.flatMap(([, when]) => Object.keys(when)))).toEqual(new Set(vocabulary));
  });

  it.each(kinds)('%s: holds where it is met', (_, when, met) => {
    const { holds, why } = tryOut(when, met);
    expect(holds).toBe(true);
    expect(why.join(' ')).toContain('– tak.');
  });

  it.each(kinds)('%s: does not hold where it is not met, and says so', (_, when, __, unmet) => {
    const { holds, why } = tryOut(when, unmet);
    expect(holds).toBe(false);
    expect(why.join(' ')).toContain('– nie.');
  });

  it.each(kinds)('%s: speaks English where asked', (_, when, met, unmet) => {
    expect(tryOut(when, { ...met, language: 'en' }).why.join(' ')).toContain('– yes.');
    expect(tryOut(when, { ...unmet, language: 'en' }).why.join(' ')).toContain('– no.');
  });

  it('asks of a page are unmet where no page is read', () => {
    for (const when of [
      { view: 'other' },
      { system: 'ezd-rp' },
      { url: 'https://*/*' },
      { caseSign: {} },
      { field: { label: 'x' } },
      { text: 'x' },
      { element: 'x' },
    ] satisfies Condition[]) {
      const { holds, why } = tryOut(when, { context: null });
      expect(holds).toBe(false);
      expect(why[0]).toBe('Warunek dotyczy strony, a żadna nie jest odczytywana – nie.');
    }
  });
});

describe('the sentences', () => {
  it('tell what was found and what was expected', () => {
    expect(tryOut({ view: 'case' }).why[0]).toBe('Widok to sprawa – tak.');
    expect(tryOut({ view: ['letter', 'decision'] }).why[0]).toBe(
      'Widok to sprawa, oczekiwano: pismo lub decyzja – nie.',
    );
    expect(
      tryOut(
        { field: { label: 'Rodzaj sprawy', equals: 'podatek leśny' } },
        { context: pageOf({ fields: { 'Rodzaj sprawy': 'podatek rolny' } }) },
      ).why[0],
    ).toBe('Pole „Rodzaj sprawy” ma wartość „podatek rolny”, oczekiwano „podatek leśny” – nie.');
    expect(tryOut({ time: { from: '08:00', to: '09:00', weekdays: [4, 5] } }).why[0]).toBe(
      'Jest czw. 10:00, wyznaczony czas to czw., pt. 08:00–09:00 – nie.',
    );
  });

  it('give every leaf of a compound condition, also after the answer is plain', () => {
    const { why } = tryOut({
      all: [{ view: 'letter' }, { any: [{ system: 'dokus' }, { not: { text: 'x' } }] }],
    });
    expect(why.slice(0, 5)).toEqual([
      'Widok to sprawa, oczekiwano: pismo – nie.',
      'System to ezd-rp, oczekiwano: dokus – nie.',
      'Na stronie jest wyrażenie „x” – nie.',
      'Powyższe ma nie zachodzić – tak.',
      'Choć jeden z 2 powyższych warunków – tak.',
    ]);
  });

  it('call a system that the profile describes by its name', () => {
    const umowy = { id: 'fn.1', name: 'Rejestr umów', signals: [], views: [] };
    const [decision] = decideOn(
      { ...profileOf([{ id: 'r', when: { system: 'fn.1' } }]), systems: [umowy] },
      { context: pageOf({ system: 'fn.1' }) },
    );
    expect(decision?.why[0]).toBe('System to Rejestr umów – tak.');
  });

  it('call a system that ships with Obok by the name that is handed in, where no profile calls it otherwise', () => {
    const why = (when: Condition, own: System[] = []) =>
      decideOn(
        { ...profileOf([{ id: 'r', when }]), systems: own },
        { context: pageOf({ system: 'ezd-rp' }), systemNames: systemNames() },
      )[0]?.why[0];
    expect(why({ system: 'ezd-rp' })).toBe('System to EZD RP – tak.');
    expect(why({ system: ['dokus', 'ezd-puw'] })).toBe(
      'System to EZD RP, oczekiwano: DOKUS lub EZD PUW – nie.',
    );
    const ours = { id: 'ezd-rp', name: 'Nasze EZD', signals: [], views: [] };
    expect(why({ system: 'ezd-rp' }, [ours])).toBe('System to Nasze EZD – tak.');
  });

  it('sum up a conjunction inside a negation', () => {
    const { holds, why } = tryOut({ not: { all: [{ view: 'case' }, { system: 'dokus' }] } });
    expect(holds).toBe(true);
    expect(why).toContain('Powyższe warunki razem (2) – nie.');
  });
});

describe('a case sign', () => {
  it('of the case in hand goes before the others on the page', () => {
    const context = pageOf({ caseSigns: [signOf('OR', '0120', 1), signOf('FN', '3120', 14)] });
    expect(tryOut({ caseSign: { cell: 'FN' } }, { context }).holds).toBe(true);
    expect(tryOut({ caseSign: { cell: 'OR' } }, { context }).holds).toBe(false);
  });

  it('counts without a case in hand only where it is the only one', () => {
    const one = pageOf({ caseInHand: null });
    const two = pageOf({ caseInHand: null, caseSigns: [signOf('FN', '3120', 1), signOf('FN', '3120', 2)] });
    expect(tryOut({ caseSign: { cell: 'FN' } }, { context: one }).holds).toBe(true);
    const { holds, why } = tryOut({ caseSign: { cell: 'FN' } }, { context: two });
    expect(holds).toBe(false);
    expect(why[0]).toBe('Wiadomo, o którą sprawę chodzi (znaków spraw na stronie: 2) – nie.');
  });

  it('has sub-cells after a dot, too', () => {
    const context = pageOf({ caseInHand: signOf('WIW.wl', '9011', 3) });
    expect(tryOut({ caseSign: { cell: 'wiw' } }, { context }).holds).toBe(true);
    expect(tryOut({ caseSign: { cell: 'WIW.WL' } }, { context }).holds).toBe(true);
  });
});

describe('a field', () => {
  it('keeps Polish letters apart from Latin ones', () => {
    const context = pageOf({ fields: { Załącznik: 'tak' } });
    expect(tryOut({ field: { label: 'załącznik' } }, { context }).holds).toBe(true);
    expect(tryOut({ field: { label: 'Zalacznik' } }, { context }).holds).toBe(false);
  });

  it('is the same in either Unicode form', () => {
    const context = pageOf({ fields: { [`Załącznik ó`.normalize('NFD')]: 'złożony'.normalize('NFD') } });
    expect(tryOut({ field: { label: 'Załącznik ó', equals: 'złożony' } }, { context }).holds).toBe(true);
  });

  it('must satisfy both parts where both are asked', () => {
    const context = pageOf({ fields: { Status: 'do wyjaśnienia' } });
    expect(
      tryOut({ field: { label: 'Status', equals: 'do wyjaśnienia', contains: 'zwrot' } }, { context }).holds,
    ).toBe(false);
  });
});

describe('an address pattern', () => {
  it('that cannot be read is false and says why, and the others go on', () => {
    const { holds, why } = tryOut({ any: [{ url: 'https://[' }, { view: 'case' }] });
    expect(why[0]).toBe('Wzór adresu „https://[” w profilu jest błędny, więc nic do niego nie pasuje.');
    expect(holds).toBe(true);
  });

  it('with a regular expression in it counts as bad: the vocabulary is closed', () => {
    expect(tryOut({ url: 'https://ezd.gostynin.example/sprawy/(\\d+)' }).holds).toBe(false);
  });

  it('answers anew for every address', () => {
    const when: Condition = { url: 'https://*/sprawy/*' };
    expect(tryOut(when).holds).toBe(true);
    expect(tryOut(when, { context: pageOf({ address: 'https://ezd.gostynin.example/' }) }).holds).toBe(false);
    expect(tryOut(when).holds).toBe(true);
  });
});

describe('the channel', () => {
  it('as a condition needs an encounter: the one chosen on the switch is not enough', () => {
    expect(tryOut({ channel: 'desk' }, { channel: 'desk' }).holds).toBe(false);
    expect(tryOut({ channel: 'desk' }, { encounter: encounterOf({ endedAt: 1 }) }).holds).toBe(false);
  });
});

describe('the moment', () => {
  it('is transferring on a forwarding page and ending on a closing page while somebody is served', () => {
    const encounter = encounterOf({ moment: 'listening' });
    const forwarding = pageOf({ view: 'forwarding' });
    const closing = pageOf({ view: 'closing' });
    expect(tryOut({ moment: 'transferring' }, { encounter, context: forwarding }).holds).toBe(true);
    expect(tryOut({ moment: 'ending' }, { encounter, context: closing }).holds).toBe(true);
    expect(tryOut({ moment: 'listening' }, { encounter, context: closing }).holds).toBe(false);
    expect(tryOut({ moment: 'ending' }, { context: closing }).holds).toBe(false);
  });
});

describe('the time', () => {
  const at = (now: string, time: Extract<Condition, { time: unknown }>['time']) =>
    tryOut({ time }, { now: new Date(now) }).holds;

  it('is from the first minute to just before the last', () => {
    expect(at('2026-11-19T07:59:59+01:00', { from: '08:00', to: '16:00' })).toBe(false);
    expect(at('2026-11-19T08:00:00+01:00', { from: '08:00', to: '16:00' })).toBe(true);
    expect(at('2026-11-19T15:59:59+01:00', { from: '08:00', to: '16:00' })).toBe(true);
    expect(at('2026-11-19T16:00:00+01:00', { from: '08:00', to: '16:00' })).toBe(false);
  });

  it('may run across midnight', () => {
    const night = { from: '22:00', to: '06:00' };
    expect(at('2026-11-19T23:59:59+01:00', night)).toBe(true);
    expect(at('2026-11-20T00:00:00+01:00', night)).toBe(true);
    expect(at('2026-11-20T05:59:59+01:00', night)).toBe(true);
    expect(at('2026-11-20T06:00:00+01:00', night)).toBe(false);
    expect(at('2026-11-20T12:00:00+01:00', night)).toBe(false);
  });

  it('may be open at one end', () => {
    expect(at('2026-11-19T23:00:00+01:00', { from: '22:00' })).toBe(true);
    expect(at('2026-11-19T01:00:00+01:00', { from: '22:00' })).toBe(false);
    expect(at('2026-11-19T01:00:00+01:00', { to: '02:00' })).toBe(true);
  });

  it('is Warsaw’s, in summer and in winter', () => {
    expect(at('2026-07-01T06:00:00Z', { from: '08:00', to: '08:01' })).toBe(true);
    expect(at('2026-12-01T07:00:00Z', { from: '08:00', to: '08:01' })).toBe(true);
  });

  it('is right around both clock changes', () => {
    const three = { from: '03:00', to: '04:00' };
    const two = { from: '02:00', to: '03:00' };
    // 29 March 2026: 01:59:59 is followed by 03:00:00.
    expect(at('2026-03-29T00:59:59Z', { from: '01:00', to: '02:00' })).toBe(true);
    expect(at('2026-03-29T01:00:00Z', three)).toBe(true);
    expect(at('2026-03-29T01:00:00Z', two)).toBe(false);
    // 25 October 2026: the hour from 2 to 3 comes twice.
    expect(at('2026-10-25T00:30:00Z', two)).toBe(true);
    expect(at('2026-10-25T01:30:00Z', two)).toBe(true);
    expect(at('2026-10-25T02:00:00Z', three)).toBe(true);
  });

  it('takes the weekday from the clock on Warsaw’s wall', () => {
    // Sunday 22 November 2026, 23:30 UTC is Monday in Warsaw.
    expect(at('2026-11-22T23:30:00Z', { weekdays: [1] })).toBe(true);
    expect(at('2026-11-22T22:30:00Z', { weekdays: [7] })).toBe(true);
  });
});
