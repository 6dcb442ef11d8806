import fc from 'fast-check';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent } from '@/lib/reminders';
import type { KeptData } from '@/lib/store';
import { promise, tuesday } from '../callbacks/promises';

const start = tuesday.getTime();

/** Everything that can be kept, a row or two of each. */
export const fullDesk = (): KeptData => ({
  callbacks: [
    promise({ id: 'a', announced: ['due@1'] }),
    promise({
      id: 'b',
      state: 'kept',
      settledAt: start + 2,
      attempts: [{ at: start + 1, outcome: 'no-answer' }],
    }),
  ],
  encounters: [
    {
      id: 'e',
      channel: 'desk',
      moment: 'ending',
      startedAt: start,
      endedAt: start + 5,
      course: [{ moment: 'ending', at: start + 1 }],
      checklist: { 'list/item': 'done' },
    },
  ],
  history: [{ reminderId: 'r', at: start, kind: 'done', caseKey: 'abc', encounterId: 'e' }],
  singles: {
    clerk: { name: 'Anna Nowak', position: 'inspektor', language: 'pl', snoozes: [15, 60] },
    switches: { reminders: ['r'], systems: [], addresses: [], quiet: false },
    'first-run-done': true,
    underlining: { ezdrp: 'always' },
    'clerk-glossary': {
      favourites: ['strona'],
      terms: [{ id: 'own', headword: 'pismo', meaning: 'list z urzędu' }],
    },
    'callback-view': { state: 'waiting', caller: 'all', order: 'due' },
    figures: { '2026-W48': { inTime: 2, late: 1, times: [3, 0] } },
    profiles: [
      { layer: 'office', source: '{}', takenAt: start, from: { kind: 'file', name: 'profil.json' } },
    ],
    'profile-draft': { profile: {} as never, issued: null, revision: 3 },
    'signing-key': {
      format: 'obok-key/1',
      publicKey: `${'A'.repeat(43)}=`,
      salt: `${'A'.repeat(22)}==`,
      rounds: 600_000,
      iv: 'A'.repeat(16),
      locked: 'A'.repeat(64),
    },
  },
});

const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
/** Few ids, so that two desks know the same promises. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');

const callback = fc.record(
  {
    id,
    kind: fc.constantFrom('call', 'message'),
    state: fc.constantFrom('open', 'attempted', 'broken', 'kept', 'handed-over', 'withdrawn'),
    reason: fc.constantFrom('missed', 'client-at-desk', 'colleague-absent', 'must-check', 'unfinished'),
    promisedAt: moment,
    due: moment,
    agreedAt: moment,
    name: text,
    phone: text,
    note: text,
    attempts: fc.array(
      fc.record({ at: moment, outcome: fc.constantFrom('reached', 'no-answer', 'client-called') }),
      { maxLength: 3 },
    ),
    settledAt: moment,
    announced: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'kind', 'state', 'reason', 'promisedAt', 'due', 'attempts'] },
) as fc.Arbitrary<Callback>;

const encounter = fc.record(
  {
    id,
    channel: fc.constantFrom('desk', 'phone-in'),
    moment: fc.constantFrom('greeting', 'ending'),
    startedAt: moment,
    endedAt: moment,
    cases: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'channel', 'moment', 'startedAt', 'endedAt'] },
) as fc.Arbitrary<Encounter>;

const event = fc.record(
  { reminderId: id, at: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom('done', 'closed') },
  { requiredKeys: ['reminderId', 'at', 'kind'] },
) as fc.Arbitrary<ReminderEvent>;

const count = fc.nat({ max: 9 });
const singles = fc.record(
  {
    clerk: fc.record({ name: fc.string(), phone: fc.string() }, { requiredKeys: [] }),
    underlining: fc.dictionary(id, fc.constantFrom('off', 'on-request', 'always'), { noNullPrototype: true }),
    'clerk-glossary': fc.record({
      favourites: fc.uniqueArray(id),
      terms: fc.uniqueArray(fc.record({ id, headword: text, meaning: text }), { selector: (one) => one.id }),
    }),
    figures: fc.dictionary(
      fc.constantFrom('2026-W47', '2026-W48'),
      fc.record({ inTime: count, late: count, times: fc.array(count, { maxLength: 3 }) }),
      { noNullPrototype: true },
    ),
    'first-run-done': fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<KeptData['singles']>;

/** Any desk. */
export const anyDesk: fc.Arbitrary<KeptData> = fc.record({
  callbacks: fc.uniqueArray(callback, { selector: (one) => one.id }),
  encounters: fc.uniqueArray(encounter, { selector: (one) => one.id }),
  history: fc.uniqueArray(event, { selector: (one) => JSON.stringify(one), maxLength: 6 }),
  singles,
});
