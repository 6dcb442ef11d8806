import fc from 'fast-check';
import type { Callback } from '@/lib/callbacks';
import type { HandOver } from '@/lib/hand-over';
import { promise, tuesday } from '../callbacks/promises';

/** Randomness that is the same in every run. */
export const counted = (count: number) => Uint8Array.from({ length: count }, (_, index) => index * 7 + 3);

export const given = (...callbacks: Callback[]): HandOver => ({
  from: 'Anna Nowak, Referat Finansowy',
  to: 'Jan Lis',
  madeAt: tuesday.getTime(),
  callbacks: callbacks as HandOver['callbacks'],
});

const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
const text = fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' });
const attempt = fc.record({
  at: moment,
  outcome: fc.constantFrom('reached', 'no-answer', 'wrong-number', 'client-called', 'as-agreed'),
});

/** Any promise that still waits, with all that this computer knows of it. */
const anyPromise = fc.record(
  {
    id: fc.uuid(),
    kind: fc.constantFrom('call', 'message'),
    state: fc.constantFrom('open', 'attempted', 'broken'),
    reason: fc.constantFrom('missed', 'client-at-desk', 'colleague-absent', 'must-check', 'unfinished'),
    promisedAt: moment,
    due: moment,
    agreedAt: moment,
    name: text,
    phone: text,
    extension: text,
    subject: text,
    caseSign: text,
    note: text,
    colleague: text,
    encounterId: fc.uuid(),
    takenFrom: text,
    attempts: fc.array(attempt, { maxLength: 4 }),
    announced: fc.array(text),
    telling: text,
  },
  { requiredKeys: ['id', 'kind', 'state', 'reason', 'promisedAt', 'due', 'attempts'] },
) as fc.Arbitrary<Callback>;

export const anyPromises = fc.uniqueArray(anyPromise, {
  minLength: 1,
  maxLength: 12,
  selector: ({ id }) => id,
});

export { promise, tuesday };
