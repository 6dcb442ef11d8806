import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Callback, settle, snooze } from '@/lib/callbacks';
import { canTake, handOverOf, isProposed, planTaking, take } from '@/lib/hand-over';
import { hour, hours } from '../callbacks/promises';
import { anyPromises, given, promise, tuesday } from './promises';

const later = new Date(tuesday.getTime() + hour);
const all = new Set(['kowalska', 'nowak']);
const kinds = (what: ReturnType<typeof planTaking>) => what.map(({ kind }) => kind);
const only = (callbacks: Callback[]) => {
  const [first, ...more] = callbacks;
  if (!first || more.length > 0) throw new Error(`Not one: ${callbacks.length}`);
  return first;
};

describe('Taking promises from a colleague’s file', () => {
  it('adds what is new with whom it came from, and asked again adds nothing', () => {
    const file = given(promise(), promise({ id: 'nowak', name: 'Nowak' }));
    const taken = take(file, all, []);
    expect(taken.map(({ name, takenFrom }) => [name, takenFrom])).toEqual([
      ['Kowalska', 'Anna Nowak, Referat Finansowy'],
      ['Nowak', 'Anna Nowak, Referat Finansowy'],
    ]);
    expect(kinds(planTaking(file, taken))).toEqual(['same', 'same']);
    expect(take(file, all, taken)).toEqual([]);
  });

  it('takes only what is chosen', () => {
    const file = given(promise(), promise({ id: 'nowak' }));
    expect(take(file, new Set(['nowak']), []).map(({ id }) => id)).toEqual(['nowak']);
  });

  it('leaves alone what was settled here: nobody is rung twice', () => {
    for (const kind of ['reached', 'withdrawn'] as const) {
      const done = settle(promise(), { kind }, later, hours);
      const plan = planTaking(given(promise()), [done]);
      expect([kinds(plan), plan.some(canTake)]).toEqual([['done'], false]);
      expect(take(given(promise()), all, [done])).toEqual([]);
    }
  });

  it('shows what differs, and is ticked only where the file knows of something later', () => {
    const tried = settle(promise(), { kind: 'no-answer' }, later, hours);
    const [planned] = planTaking(given(tried), [promise()]);
    expect(planned).toMatchObject({ kind: 'changed', parts: ['due', 'state', 'attempts'], isNewer: true });
    expect(planned && isProposed(planned)).toBe(true);
    expect(only(take(given(tried), all, [promise()]))).toEqual(tried);

    const edited = promise({ note: 'po 14 w domu' });
    const [offered] = planTaking(given(promise({ note: 'nie rano' })), [edited]);
    expect(offered).toMatchObject({ kind: 'changed', parts: ['note'], isNewer: false });
    expect(offered && [canTake(offered), isProposed(offered)]).toEqual([true, false]);
    expect(only(take(given(promise({ note: 'nie rano' })), all, [edited])).note).toBe(
      'po 14 w domu\nnie rano',
    );
  });

  it('does not put an older time, state or number of tries over what happened here since', () => {
    const putOff = snooze(promise(), promise().due + 24 * hour, later);
    expect(kinds(planTaking(given(promise()), [putOff]))).toEqual(['same']);
    const tried = settle(promise(), { kind: 'no-answer' }, later, hours);
    expect(kinds(planTaking(given(promise()), [tried]))).toEqual(['same']);
  });

  it('keeps the tries of both, and what the clerk was told of', () => {
    const here = { ...settle(promise(), { kind: 'no-answer' }, tuesday, hours), announced: ['due@1'] };
    const there = settle(promise(), { kind: 'wrong-number' }, later, hours);
    const both = only(take(given(there), all, [here]));
    expect(both.attempts.map(({ outcome }) => outcome)).toEqual(['no-answer', 'wrong-number']);
    expect([both.state, both.announced]).toEqual(['broken', ['due@1']]);
  });

  it('takes back what was handed over once, but not from the very file that was given away', () => {
    const handedOver = settle(promise(), { kind: 'handed-over', colleague: 'Jan Lis' }, later, hours);
    const [own] = planTaking(given(promise()), [handedOver]);
    expect(own).toMatchObject({ kind: 'returned', isNewer: false });
    const back = { ...given(promise()), from: 'Jan Lis', madeAt: later.getTime() + 1 };
    const [returned] = planTaking(back, [handedOver]);
    expect(returned && isProposed(returned)).toBe(true);
    const row = only(take(back, all, [handedOver]));
    expect([row.state, row.takenFrom, row.settledAt, row.colleague]).toEqual([
      'open',
      'Jan Lis',
      undefined,
      undefined,
    ]);
  });

  it('doubles and loses nothing, whatever stands here: each promise once, taken twice as taken once', () => {
    fc.assert(
      fc.property(anyPromises, anyPromises, (theirs, mine) => {
        const file = handOverOf(theirs, { from: 'Anna', to: 'Jan', now: tuesday });
        const shared = mine.map((one, index) => ({ ...one, id: theirs[index * 2]?.id ?? one.id }));
        const chosen = new Set(theirs.map(({ id }) => id));
        const rows = new Map(shared.map((row) => [row.id, row]));
        for (const row of take(file, chosen, shared)) rows.set(row.id, row);
        expect([...rows.keys()].sort()).toEqual(
          [...new Set([...chosen, ...shared.map(({ id }) => id)])].sort(),
        );
        expect(take(file, chosen, [...rows.values()])).toEqual([]);
        for (const { id, attempts, subject } of theirs) {
          expect(rows.get(id)?.attempts).toEqual(expect.arrayContaining(attempts));
          if (subject !== undefined) expect(rows.get(id)?.subject).toBe(subject);
        }
      }),
      { numRuns: 300 },
    );
  });
});
