import { describe, expect, it } from 'vitest';
import { type Encounter, type EncounterStep, isRunning, isSetAside, takeStep } from '@/lib/encounter';

const minute = 60_000;

/** A day at the desk: each step taken on what the ones before left. */
function day(...steps: EncounterStep[]): Encounter[] {
  const all = new Map<string, Encounter>();
  steps.forEach((step, index) => {
    for (const changed of takeStep(step, [...all.values()], index * minute)) all.set(changed.id, changed);
  });
  return [...all.values()];
}

const call: EncounterStep = { kind: 'start', id: 'call', channel: 'phone-in' };
const visitor: EncounterStep = { kind: 'set-aside', id: 'visit', channel: 'desk' };
const states = (encounters: Encounter[]) =>
  Object.fromEntries(
    encounters.map((one) => [one.id, isRunning(one) ? 'running' : isSetAside(one) ? 'set-aside' : 'ended']),
  );

describe('The person present comes first (sok.pierwszenstwo-obslugi.1)', () => {
  it('a client at the desk: the call waits, the visit runs', () => {
    const encounters = day(call, visitor);
    expect(states(encounters)).toEqual({ call: 'set-aside', visit: 'running' });
    expect(encounters[1]).toMatchObject({ channel: 'desk', moment: 'greeting', startedAt: minute });
    expect(encounters[0]).toMatchObject({ setAsideAt: minute });
  });

  it('the visit over, the call is taken up where it was left', () => {
    const encounters = day(
      call,
      { kind: 'move', moment: 'listening' },
      visitor,
      { kind: 'end' },
      { kind: 'take-up', id: 'call' },
    );
    expect(states(encounters)).toEqual({ call: 'running', visit: 'ended' });
    expect(encounters[0]).toMatchObject({ moment: 'listening' });
    expect(encounters[0]).not.toHaveProperty('setAsideAt');
  });

  it('the call taken up before the visit is over: the visit waits in its place', () => {
    expect(states(day(call, visitor, { kind: 'take-up', id: 'call' }))).toEqual({
      call: 'running',
      visit: 'set-aside',
    });
  });

  it('a call that waits can be ended without going back to it, and that can be taken back', () => {
    const ended: EncounterStep = { kind: 'end', id: 'call' };
    expect(states(day(call, visitor, ended))).toEqual({ call: 'ended', visit: 'running' });
    expect(states(day(call, visitor, ended, { kind: 'reopen', id: 'call' }))).toEqual({
      call: 'set-aside',
      visit: 'running',
    });
  });

  it('with nobody on the line a client at the desk simply begins', () => {
    expect(states(day(visitor))).toEqual({ visit: 'running' });
  });
});

describe('A service', () => {
  it('keeps the moments gone through, with their times, also those visited again', () => {
    const [encounter] = day(
      call,
      { kind: 'move', moment: 'listening' },
      { kind: 'move', moment: 'listening' },
      { kind: 'move', moment: 'ending' },
      { kind: 'move', moment: 'listening' },
    );
    expect(encounter?.course).toEqual([
      { moment: 'greeting', at: 0 },
      { moment: 'listening', at: minute },
      { moment: 'ending', at: 3 * minute },
      { moment: 'listening', at: 4 * minute },
    ]);
  });

  it('keeps each case once', () => {
    const [encounter] = day(
      call,
      ...['a', 'b', 'a'].map((caseKey): EncounterStep => ({ kind: 'meet-case', caseKey })),
    );
    expect(encounter?.cases).toEqual(['a', 'b']);
  });

  it('keeps answers to the checklist, and forgets one taken back', () => {
    const [encounter] = day(
      call,
      { kind: 'answer-item', item: 'koniec/jasne', answer: 'done' },
      { kind: 'answer-item', item: 'koniec/kartka', answer: 'not-applicable' },
      { kind: 'answer-item', item: 'koniec/jasne', answer: null },
    );
    expect(encounter?.checklist).toEqual({ 'koniec/kartka': 'not-applicable' });
  });

  it('keeps time of a wait until it is over, taken up, set aside or ended', () => {
    const wait: EncounterStep = { kind: 'ask-to-wait', minutes: 5 };
    expect(day(call, wait)[0]?.waiting).toEqual({ since: minute, minutes: 5 });
    expect(day(call, wait, { kind: 'ask-to-wait', minutes: null })[0]).not.toHaveProperty('waiting');
    expect(day(call, wait, { kind: 'end' })[0]).not.toHaveProperty('waiting');
    expect(day(call, wait, visitor)[0]).not.toHaveProperty('waiting');
  });
});

describe('A step that does not fit changes nothing', () => {
  const steps: EncounterStep[] = [
    { kind: 'take-up', id: 'call' },
    { kind: 'reopen', id: 'call' },
    { kind: 'end', id: 'nobody' },
    { kind: 'take-up', id: 'nobody' },
    call,
    { ...visitor, id: 'call' },
    { kind: 'move', moment: 'greeting' },
    { kind: 'change-channel', channel: 'phone-in' },
    { kind: 'ask-to-wait', minutes: null },
  ];
  it.each(steps)('$kind', (step) => {
    expect(takeStep(step, day(call), minute)).toEqual([]);
  });
  it('nothing within a service where none runs', () => {
    expect(takeStep({ kind: 'move', moment: 'ending' }, day(call, { kind: 'end' }), minute)).toEqual([]);
  });
});
