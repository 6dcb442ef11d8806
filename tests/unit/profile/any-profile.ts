import fc from 'fast-check';
import { signalPlaces, views } from '@/lib/page';
import { type Condition, type ProfileSource, sentenceFields } from '@/lib/profile';
import { channels, moments, provisions } from '@/lib/standard';

const letters = [...'aąbcćdeęfghijklłmnńoóprsśtuwyzźż'];
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 }).map((all) => all.join(''));
const text = (words: number) =>
  fc.array(word, { minLength: 1, maxLength: words }).map((all) => all.join(' '));
const id = fc.tuple(word, fc.nat(9_999)).map(([name, number]) => `${name}.${number}`);
const someOf = <T>(values: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: Math.min(most, values.length) });
const oneOrMore = <T>(values: readonly T[]) => fc.oneof(fc.constantFrom(...values), someOf(values, 4));
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const jrwa = fc.stringMatching(/^[1-9][0-9]{0,4}$/);
const cell = fc.constantFrom('FN', 'OŚ', 'AM-WZ', 'USC', 'WIW.wl');
const selector = fc.constantFrom('form.pismo', '#akta', '[data-view="sprawa"]', 'main > h1', 'div.a .b');
const maybe = { requiredKeys: [] as [] };

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ view: oneOrMore(views) }),
  fc.record({ system: fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 3 })) }),
  fc
    .record({ url: fc.constantFrom('https://ezd.example/sprawy/*', 'https://*.example/*', '/pisma/:numer') })
    .filter(({ url }) => url.startsWith('https')),
  fc.record({ caseSign: fc.record({ cell, jrwa }, maybe) }),
  fc.record({
    field: fc.record({ label: text(3), equals: text(3), contains: text(3) }, { requiredKeys: ['label'] }),
  }),
  fc.record({ text: text(3) }),
  fc.record({ element: selector }),
  fc.record({ channel: oneOrMore(channels) }),
  fc.record({ moment: oneOrMore(moments) }),
  fc
    .record({ from: clock, to: clock, weekdays: someOf([1, 2, 3, 4, 5, 6, 7], 7) }, maybe)
    .filter(({ from, to, weekdays }) => (from ?? to ?? weekdays) !== undefined && from !== to)
    .map((time) => ({ time })),
);

/** Any condition of at most three levels. */
export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
})).condition;

const provisionIds = someOf(
  provisions.map((provision) => provision.id),
  4,
);
const sentence = fc
  .tuple(text(5), fc.constantFrom(...sentenceFields), text(3))
  .map(([before, field, after]) => `${before} {${field}} ${after}`);
const listOf = <T extends { id: string }>(item: fc.Arbitrary<T>, most: number) =>
  fc.uniqueArray(item, { maxLength: most, selector: (one) => one.id });

const anyReminder = fc.record(
  {
    id,
    provisions: provisionIds,
    moment: fc.constantFrom(...moments),
    text: text(9),
    say: sentence,
    channels: someOf(channels, 4),
    when: anyCondition,
    where: fc.constantFrom('page' as const, 'panel' as const),
    cadence: fc.record(
      {
        repeat: fc.constantFrom('fading' as const, 'always' as const),
        atMost: fc.record({
          times: fc.integer({ min: 1, max: 50 }),
          per: fc.constantFrom('encounter' as const, 'case' as const, 'day' as const, 'week' as const),
        }),
        coolDown: fc.nat(10_080),
      },
      maybe,
    ),
    priority: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ['id', 'provisions', 'moment', 'text'] },
);

const signal = fc.oneof(
  fc.record({ in: fc.constantFrom(...signalPlaces), text: text(4) }),
  fc.record({ element: selector }),
  fc.record({ host: fc.constantFrom('ezd.', 'ezdrp-web.') }),
  fc.record({ path: fc.constantFrom('/ezd/', '/app') }),
);
const system = fc.record(
  {
    id,
    name: text(3),
    signals: fc.array(signal, { maxLength: 3 }),
    views: fc.array(
      fc.record(
        {
          view: fc.constantFrom(...views),
          signals: fc.array(signal, { minLength: 1, maxLength: 3 }),
          not: fc.array(signal, { maxLength: 2 }),
        },
        { requiredKeys: ['view', 'signals'] },
      ),
      { maxLength: 3 },
    ),
    leaveAlone: fc.array(fc.constantFrom('/logowanie', '/silent-renew'), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'name', 'signals', 'views'] },
);
const checklist = fc.record(
  {
    id,
    name: text(4),
    channels: someOf(channels, 4),
    when: anyCondition,
    items: fc.uniqueArray(
      fc.record(
        {
          id,
          text: text(9),
          provisions: provisionIds,
          knownBy: fc.constantFrom('introduced', 'number-given', 'callback-promised', 'note-made'),
        },
        { requiredKeys: ['id', 'text'] },
      ),
      { minLength: 1, maxLength: 5, selector: (one) => one.id },
    ),
  },
  { requiredKeys: ['id', 'name', 'items'] },
);
const entry = fc.record(
  {
    id,
    person: text(2),
    position: text(3),
    referat: text(2),
    phone: fc.constantFrom('24 000 00 11', '600 000 000'),
    email: fc.constant('kto@urzad.example'),
    subjects: fc.array(text(2), { maxLength: 3 }),
    jrwa: fc.array(jrwa, { maxLength: 3 }),
    substitute: id,
    secretariat: fc.boolean(),
  },
  { requiredKeys: ['id', 'person'] },
);
const hours = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }).map((days) =>
  Object.fromEntries(
    days.map((day) => [
      day,
      [
        ['08:00', '12:00'],
        ['12:30', '16:00'],
      ],
    ]),
  ),
);

/** Any profile that the format takes, as it may stand in a file: with and without what can be left out. */
export const anyProfile = fc.record(
  {
    $schema: fc.constant('./profile.schema.json'),
    format: fc.constant('obok-profile/1' as const),
    id,
    seq: fc.nat(1_000),
    name: text(4),
    validUntil: fc.constantFrom('2027-12-31', '2028-02-29'),
    office: fc.record({ name: text(3), phone: fc.constant('24 000 00 00') }, { requiredKeys: ['name'] }),
    referat: fc.record(
      { name: text(2), cells: fc.array(cell, { maxLength: 3 }), phone: fc.constant('24 000 00 01') },
      { requiredKeys: ['name'] },
    ),
    introduction: sentence,
    systems: listOf(system, 2),
    reminders: listOf(anyReminder, 4),
    checklists: listOf(checklist, 2),
    glossary: listOf(
      fc.record(
        { id, headword: text(2), meaning: text(6), forms: fc.array(text(2), { maxLength: 4 }) },
        { requiredKeys: ['id', 'headword', 'meaning'] },
      ),
      3,
    ),
    directory: listOf(entry, 3),
    callbacks: fc.record(
      { promptly: fc.integer({ min: 5, max: 4_800 }), hours, retention: fc.integer({ min: 1, max: 365 }) },
      maybe,
    ),
    encounters: fc.record(
      {
        retention: fc.integer({ min: 1, max: 400 }),
        caseSigns: fc.constantFrom('hashed' as const, 'as-written' as const),
      },
      maybe,
    ),
    // All three or none: the parser compares only limits that are written.
    budget: fc.record({
      perDay: fc.integer({ min: 20, max: 50 }),
      perEncounter: fc.integer({ min: 5, max: 20 }),
      perMoment: fc.nat(5),
    }),
    locked: fc.array(id, { maxLength: 3 }),
  },
  { requiredKeys: ['format', 'id', 'seq', 'name'] },
) as fc.Arbitrary<ProfileSource>;
