import { describe, expect, it } from 'vitest';
import { endingItems, isOpen, mostItems, nothingKnown } from '@/lib/checklist';
import { views } from '@/lib/page';
import { baseProfile } from '@/lib/profile';
import { channels } from '@/lib/standard';
import { caseOn, itemsFor, list, now, page, serving, withLists } from './office';

const textsOf = (items: { text: string }[]) => items.map(({ text }) => text);
const known = (...facts: ('introduced' | 'number-given' | 'callback-promised' | 'note-made')[]) => ({
  ...nothingKnown,
  known: new Set(facts),
});

describe('What stands on the ending list', () => {
  it('is for the channel: a list without channels is for each, one with channels only for them', () => {
    const profile = withLists(
      list('zawsze', ['Pożegnaj się.']),
      list('telefon', ['Powtórz numer.'], { channels: ['phone-in', 'phone-out'] }),
    );
    const on = (channel: 'desk' | 'phone-in') =>
      textsOf(itemsFor({ profile, encounter: serving({ channel }) }));
    expect(on('desk')).toEqual(['Pożegnaj się.']);
    expect(on('phone-in')).toEqual(['Powtórz numer.', 'Pożegnaj się.']);
  });

  it('follows the service, not the switch; the switch speaks before the service begins', () => {
    const profile = withLists(list('telefon', ['Powtórz numer.'], { channels: ['phone-in'] }));
    expect(itemsFor({ profile, channel: 'phone-in' })).toEqual([]);
    expect(textsOf(itemsFor({ profile, channel: 'phone-in', encounter: null }))).toEqual(['Powtórz numer.']);
  });

  it('is for the place and the case, by the conditions that reminders have', () => {
    const profile = withLists(
      list('zamykanie', ['Powiedz, jak się odwołać.'], { when: { view: 'closing' } }),
      list('podatki', ['Podaj numer konta.'], { when: { caseSign: { jrwa: '312' } } }),
      list('po-południu', ['Zamknij okno.'], { when: { time: { from: '14:00' } } }),
    );
    expect(textsOf(itemsFor({ profile, context: page({ view: 'closing' }) }))).toEqual([
      'Powiedz, jak się odwołać.',
    ]);
    expect(textsOf(itemsFor({ profile, context: caseOn('case') }))).toEqual(['Podaj numer konta.']);
    expect(itemsFor({ profile })).toEqual([]);
    expect(textsOf(itemsFor({ profile, now: new Date('2026-11-24T14:00:00+01:00') }))).toEqual([
      'Zamknij okno.',
    ]);
  });

  it('begins with what is tied closest to this case and ends with what is always so', () => {
    const profile = withLists(
      list('zawsze', ['Pożegnaj się.']),
      list('biurko', ['Oddaj dokumenty.'], { channels: ['desk'] }),
      list('sprawa', ['Podaj termin.'], { when: { view: 'case' } }),
      list('podatki', ['Podaj numer konta.'], { when: { caseSign: { cell: 'FN' } } }),
    );
    expect(textsOf(itemsFor({ profile, context: caseOn('case') }))).toEqual([
      'Podaj numer konta.',
      'Podaj termin.',
      'Oddaj dokumenty.',
      'Pożegnaj się.',
    ]);
  });

  it('has at most ten; the general ones give way', () => {
    const many = Array.from({ length: 9 }, (_, index) => `Ogólna ${index + 1}.`);
    const profile = withLists(
      list('zawsze', many),
      list('sprawa', ['Sprawa 1.', 'Sprawa 2.', 'Sprawa 3.'], { when: { view: 'case' } }),
    );
    const texts = textsOf(itemsFor({ profile, context: caseOn('case') }));
    expect(texts).toHaveLength(mostItems);
    expect(texts.slice(0, 3)).toEqual(['Sprawa 1.', 'Sprawa 2.', 'Sprawa 3.']);
    expect(texts.slice(3)).toEqual(many.slice(0, 7));
  });

  it('says nothing twice: of the same id or the same text the narrower stands', () => {
    const profile = withLists(
      {
        id: 'zawsze',
        name: 'Zawsze',
        items: [
          { id: 'termin', text: 'Powiedz, co dalej.' },
          { id: 'jasne', text: 'Zapytaj, czy wszystko jest jasne.' },
        ],
      },
      {
        id: 'sprawa',
        name: 'Sprawa',
        when: { view: 'case' },
        items: [
          { id: 'termin', text: 'Podaj termin decyzji.' },
          { id: 'pytanie', text: 'zapytaj, czy wszystko jest jasne.' },
        ],
      },
    );
    expect(textsOf(itemsFor({ profile, context: caseOn('case') }))).toEqual([
      'Podaj termin decyzji.',
      'zapytaj, czy wszystko jest jasne.',
    ]);
  });
});

describe('What is known of an item', () => {
  const profile = withLists({
    id: 'koniec',
    name: 'Koniec',
    items: [
      { id: 'numer', text: 'Podaj numer.', knownBy: 'number-given' },
      { id: 'jasne', text: 'Zapytaj, czy wszystko jest jasne.' },
    ],
  });
  const answered = (checklist: NonNullable<ReturnType<typeof serving>['checklist']>) =>
    serving({ checklist });

  it('is nothing at first', () => {
    const items = itemsFor({ profile });
    expect(items.map(({ answer, knownBy, isPromised }) => [answer, knownBy, isPromised])).toEqual([
      [null, null, false],
      [null, null, false],
    ]);
    expect(items.every(isOpen)).toBe(true);
  });

  it('is what Obok knows, ticked and said so', () => {
    const [number, clear] = itemsFor({ profile, facts: known('number-given', 'introduced') });
    expect(number).toMatchObject({ answer: 'done', knownBy: 'number-given' });
    expect(clear).toMatchObject({ answer: null, knownBy: null });
  });

  it('is what the clerk says, above what Obok knows', () => {
    const facts = known('number-given');
    const number = (answer: 'done' | 'not-applicable' | 'not-done') =>
      itemsFor({ profile, facts, encounter: answered({ 'koniec/numer': answer }) })[0];
    expect(number('not-done')).toMatchObject({ answer: null, knownBy: null });
    expect(number('not-applicable')).toMatchObject({ answer: 'not-applicable', knownBy: null });
    expect(number('done')).toMatchObject({ answer: 'done', knownBy: null });
  });

  it('leaves nothing open where it is done, beside the point, or among the callbacks', () => {
    const items = itemsFor({
      profile,
      encounter: answered({ 'koniec/numer': 'not-applicable' }),
      facts: { ...nothingKnown, promised: new Set(['Zapytaj, czy wszystko jest jasne.']) },
    });
    expect(items.filter(isOpen)).toEqual([]);
  });

  it('goes with the text where a call becomes a visit', () => {
    const lists = withLists(
      list('telefon', ['Pożegnaj się.'], { channels: ['phone-in'] }),
      list('biurko', ['Pożegnaj się.'], { channels: ['desk'] }),
    );
    const encounter = answered({ 'telefon/Pożegnaj-się-x': 'done' });
    expect(itemsFor({ profile: lists, encounter })[0]).toMatchObject({
      key: 'biurko/Pożegnaj-się-x',
      answer: 'done',
    });
    const unticked = answered({ 'telefon/Pożegnaj-się-x': 'done', 'biurko/Pożegnaj-się-x': 'not-done' });
    expect(itemsFor({ profile: lists, encounter: unticked })[0]?.answer).toBeNull();
  });
});

describe('The base profile’s ending lists', () => {
  it('give every channel a list in every place, none longer than ten, none cutting off the goodbye', () => {
    for (const channel of channels) {
      for (const view of views) {
        const items = itemsFor({ encounter: serving({ channel }), context: caseOn(view) });
        expect(items.length, `${channel}, ${view}`).toBeGreaterThan(0);
        const uncut = baseProfile()
          .checklists.filter((one) => one.channels?.includes(channel))
          .flatMap((one) => one.items.map(({ text }) => text));
        expect(textsOf(items), `${channel}, ${view}`).toEqual(expect.arrayContaining(uncut));
      }
    }
  });

  const asksFor = (words: RegExp, more: Parameters<typeof itemsFor>[0]) =>
    itemsFor(more).some(({ text }) => words.test(text));

  it('ask for a note in the file where a case is settled by phone (KPA art. 14 § 2)', () => {
    const note = /w aktach/u;
    const call = serving({ channel: 'phone-in' });
    expect(asksFor(note, { encounter: call, context: caseOn('case') })).toBe(true);
    expect(asksFor(note, { encounter: call, context: page({ view: 'case-list' }) })).toBe(false);
    expect(asksFor(note, { encounter: serving(), context: caseOn('case') })).toBe(false);
  });

  it('ask whether the client knows the way of appeal where a case is decided or closed', () => {
    for (const view of ['closing', 'decision'] as const) {
      expect(asksFor(/odwołać/u, { context: caseOn(view) }), view).toBe(true);
    }
    expect(asksFor(/odwołać/u, { context: caseOn('case') })).toBe(false);
  });

  it('ask for an e-Doręczenia address where a letter is written', () => {
    expect(asksFor(/e-Doręczeń/u, { context: caseOn('letter') })).toBe(true);
    expect(asksFor(/e-Doręczeń/u, { encounter: serving({ channel: 'letter' }) })).toBe(true);
    expect(asksFor(/e-Doręczeń/u, { context: caseOn('case') })).toBe(false);
  });

  it('are the same for the same input, which is left as it was', () => {
    const input = {
      profile: baseProfile(),
      encounter: serving({ checklist: { 'zakonczenie.biurko/jasne': 'done' as const } }),
      channel: 'desk' as const,
      context: caseOn('closing'),
      facts: nothingKnown,
      now,
    };
    const before = structuredClone(input.encounter);
    expect(endingItems(input)).toEqual(endingItems(input));
    expect(input.encounter).toEqual(before);
  });
});
