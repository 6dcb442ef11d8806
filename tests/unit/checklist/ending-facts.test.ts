import { describe, expect, it } from 'vitest';
import { type EndingItem, endingFacts, nothingKnown, promiseOf, tellsNumber } from '@/lib/checklist';
import { baseProfile } from '@/lib/profile';
import { now, promise, serving } from './office';

const factsOf = (more: Partial<Parameters<typeof endingFacts>[0]> = {}) =>
  endingFacts({
    encounter: serving(),
    profile: baseProfile(),
    history: [],
    callbacks: [],
    noted: new Set(),
    ...more,
  });
const answer = (reminderId: string, kind: 'done' | 'shown' | 'closed', encounterId = 'e1') => ({
  reminderId,
  kind,
  encounterId,
  at: now.getTime(),
});

describe('Obok knows', () => {
  it('that the clerk introduced herself, once „Gotowe” was said to it in this very service', () => {
    for (const id of ['odbieranie.przedstawienie', 'telefon.przedstawienie', 'sprawa.kto-prowadzi']) {
      expect(factsOf({ history: [answer(id, 'done')] }).known, id).toContain('introduced');
    }
    expect(factsOf({ history: [answer('odbieranie.przedstawienie', 'shown')] }).known).toEqual(new Set());
    expect(factsOf({ history: [answer('odbieranie.przedstawienie', 'done', 'e0')] }).known).toEqual(
      new Set(),
    );
    // A greeting without a name is no introduction, nor is the goodbye.
    for (const id of ['powitanie.dzien-dobry', 'pismo.kontakt']) {
      expect(factsOf({ history: [answer(id, 'done')] }).known, id).toEqual(new Set());
    }
  });

  it('that a callback was promised in this very service and not taken back', () => {
    expect(factsOf({ callbacks: [promise()] }).known).toEqual(new Set(['callback-promised']));
    expect(factsOf({ callbacks: [promise({ encounterId: 'e0' })] }).known).toEqual(new Set());
    expect(factsOf({ callbacks: [promise({ state: 'withdrawn' })] }).known).toEqual(new Set());
    expect(factsOf({ callbacks: [promise({ kind: 'message' })] }).known).toEqual(new Set());
  });

  it('what was seen on the screen: a number copied, a note made', () => {
    expect(factsOf({ noted: new Set(['number-given', 'note-made']) }).known).toEqual(
      new Set(['number-given', 'note-made']),
    );
  });

  it('nothing while nobody is served', () => {
    expect(factsOf({ encounter: null, noted: new Set(['note-made']), callbacks: [promise()] })).toEqual(
      nothingKnown,
    );
  });

  it('the number in what was copied, however it is spaced, and only the clerk’s own', () => {
    expect(tellsNumber('Proszę dzwonić: 24 100-20 30.', '24 100 20 30')).toBe(true);
    expect(tellsNumber('Proszę dzwonić: 24 100 20 31.', '24 100 20 30')).toBe(false);
    expect(tellsNumber('Dzień dobry.', '')).toBe(false);
  });
});

describe('An item left open', () => {
  const item: EndingItem = {
    key: 'koniec/termin',
    list: { id: 'koniec', name: 'Koniec' },
    text: 'Powiedz, co będzie dalej.',
    provisions: [],
    answer: null,
    knownBy: null,
    isPromised: false,
  };
  const due = new Date(now.getTime() + 7_200_000);
  const facts = { id: 'c2', encounterId: 'e1', now, due, caseSign: null, others: [] };

  it('becomes a promise to call back, of this service', () => {
    const made = promiseOf(item, { ...facts, caseSign: 'FN.3120.12.2026.AN' });
    expect(made).toEqual({
      id: 'c2',
      kind: 'call',
      state: 'open',
      reason: 'unfinished',
      promisedAt: now.getTime(),
      due: due.getTime(),
      subject: item.text,
      caseSign: 'FN.3120.12.2026.AN',
      encounterId: 'e1',
      attempts: [],
    });
    expect(factsOf({ callbacks: [made] }).promised).toEqual(new Set([item.text]));
  });

  it('takes the number over that the client has given in this service', () => {
    const others = [promise({ phone: '+48241002030', name: 'Jan Kowalski' })];
    expect(promiseOf(item, { ...facts, others })).toMatchObject({
      phone: '+48241002030',
      name: 'Jan Kowalski',
    });
  });
});
