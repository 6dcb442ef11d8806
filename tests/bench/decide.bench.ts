import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { PageContext } from '@/lib/page';
import { type Condition, type Profile, profileSchema } from '@/lib/profile';
import { type DecideInput, decide, type ReminderEvent } from '@/lib/reminders';
import { moments } from '@/lib/standard';

const reminders = 1_000;
const events = 3_000;
const rounds = 300;

/** The kinds of conditions team leads write, in turn. */
const conditions: Condition[] = [
  { view: 'case' },
  { all: [{ view: ['letter', 'decision'] }, { system: 'ezd-rp' }] },
  { field: { label: 'Rodzaj sprawy', equals: 'podatek rolny' } },
  { any: [{ text: 'klauzula wykonalności' }, { text: 'postanowienie' }] },
  { all: [{ caseSign: { cell: 'FN', jrwa: '312' } }, { not: { view: 'closing' } }] },
  { all: [{ channel: ['phone-in', 'phone-out'] }, { moment: 'greeting' }] },
  { all: [{ view: 'case' }, { time: { from: '08:00', to: '12:00', weekdays: [1, 2, 3, 4, 5] } }] },
  { all: [{ url: 'https://ezd.gostynin.example/sprawy/*' }, { element: '#dekretacja' }] },
];

function bigProfile(): Profile {
  return profileSchema.parse({
    format: 'obok-profile/1',
    id: 'bench',
    seq: 1,
    name: 'Tysiąc przypomnień',
    reminders: Array.from({ length: reminders }, (_, i) => ({
      id: `r${i}`,
      provisions: ['sok.powitanie.1'],
      moment: moments[i % moments.length],
      text: `Przypomnienie ${i}`,
      ...(i % 9 === 8 ? {} : { when: varied(conditions[i % conditions.length] ?? { view: 'case' }, i) }),
      ...(i % 5 === 0 ? { cadence: { atMost: { times: 2, per: 'day' }, coolDown: 30 } } : {}),
      priority: 1 + (i % 9),
    })),
  });
}

/** Every condition written the other way round: what is dear stands where the cheap stood. */
function turned(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(turned).reverse() };
  if ('any' in condition) return { any: condition.any.map(turned).reverse() };
  return 'not' in condition ? { not: turned(condition.not) } : condition;
}

/** One condition of everything, the dear first. */
const dearFirst = (i: number): Condition => ({
  all: [
    { url: `https://ezd.gostynin.example/sprawy/${i % 2 ? '*' : i}` },
    { text: 'postanowienie' },
    { element: '#dekretacja' },
    { field: { label: 'Rodzaj sprawy', contains: 'rolny' } },
    { any: [{ caseSign: { cell: 'FN' } }, { view: 'letter' }] },
    { system: 'dokus' },
  ],
});

it('decide costs the same in whatever order the clauses of a condition are written', () => {
  const profile = bigProfile();
  const withConditions = (write: (condition: Condition) => Condition): Profile => ({
    ...profile,
    reminders: profile.reminders.map((one, i) => ({ ...one, when: write(dearFirst(i)) })),
  });
  const [dear, cheap] = [withConditions((one) => one), withConditions(turned)];
  const run = (of: Profile) => (visit: number) => decide({ profile: of, now, context: pageAt(visit) });
  const [first, second] = [time(run(dear)), time(run(cheap))];
  const ratio = Math.max(first, second) / Math.min(first, second);
  const rows = [
    {
      what: 'decide, 1 000 conditions of seven clauses, the dear written first against last',
      ratio,
      bar: 1.25,
      detail: `${first.toFixed(2)} ms and ${second.toFixed(2)} ms`,
    },
  ];
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/decide-order.json', JSON.stringify(rows, null, 2));
  for (const { ratio, bar, what } of rows) expect(ratio, what).toBeLessThanOrEqual(bar);
});

/** No two address patterns of a real profile are the same. */
function varied(condition: Condition, i: number): Condition {
  return 'all' in condition && condition.all.some((part) => 'url' in part)
    ? { url: `https://ezd.gostynin.example/sprawy/${i % 16 < 8 ? '*' : i}` }
    : condition;
}

const now = new Date('2026-11-19T10:00:00+01:00');

function longHistory(): ReminderEvent[] {
  const kinds = ['shown', 'done', 'shown', 'closed', 'shown', 'later'] as const;
  return Array.from({ length: events }, (_, i) => ({
    reminderId: `r${(i * 7) % reminders}`,
    at: now.getTime() - (events - i) * 3 * 60 * 60_000,
    kind: kinds[i % kinds.length] ?? 'shown',
    caseKey: `k${i % 500}`,
    encounterId: `e${Math.floor(i / 3)}`,
    moment: moments[i % moments.length] ?? 'greeting',
  }));
}

function pageAt(visit: number): PageContext {
  const sign = { raw: `FN.3120.${visit}.2026`, cell: 'FN', jrwa: '3120', number: visit, year: 2026 };
  return {
    system: 'ezd-rp',
    view: 'case',
    caseSigns: [sign],
    caseInHand: sign,
    fields: { 'Rodzaj sprawy': 'podatek rolny', 'Termin realizacji': '2026-12-01', Prowadzący: 'Anna Nowak' },
    terms: ['postanowienie'],
    elements: ['#dekretacja'],
    address: `https://ezd.gostynin.example/sprawy/${visit}`,
    evidence: [],
  };
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Median milliseconds of one run, after a warm-up. */
function time(run: (visit: number) => unknown): number {
  for (let i = 0; i < 60; i += 1) run(i);
  return median(
    Array.from({ length: rounds }, (_, visit) => {
      const begun = performance.now();
      run(visit);
      return performance.now() - begun;
    }),
  );
}

it('decide with 1 000 reminders and 3 000 events against parsing the same data once', () => {
  const profile = bigProfile();
  const history = longHistory();
  const text = JSON.stringify({ profile, history });
  const encounter = { id: 'e-now', channel: 'desk', moment: 'greeting', startedAt: now.getTime() } as const;
  const input = (visit: number): DecideInput => ({
    profile,
    history,
    now,
    encounter,
    context: pageAt(visit),
  });

  const first = performance.now();
  const decisions = decide(input(0));
  const cold = performance.now() - first;
  expect(decisions).toHaveLength(reminders);

  const floor = time(() => JSON.parse(text));
  const sorted = time((visit) => decide(input(visit)));
  const alone = time((visit) => decide({ ...input(visit), encounter: null }));
  const backwards = history.toReversed();
  const unsorted = time((visit) => decide({ ...input(visit), history: backwards }));

  const row = (what: string, took: number) => ({
    what,
    ratio: took / floor,
    bar: 1,
    detail: `${took.toFixed(2)} ms (budget 2 ms); floor: JSON.parse of the same profile and history, ${floor.toFixed(2)} ms; the very first call ${cold.toFixed(1)} ms`,
  });
  const rows = [
    row('decide, 1 000 reminders and 3 000 events, with an encounter', sorted),
    row('decide, the same, without an encounter', alone),
    row('decide, the same, history handed in backwards', unsorted),
  ];
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/decide.json', JSON.stringify(rows, null, 2));
  for (const { ratio, bar, what } of rows) expect(ratio, what).toBeLessThanOrEqual(bar);
});
