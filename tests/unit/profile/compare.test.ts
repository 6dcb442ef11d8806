import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseProfile, compareProfiles, type Profile, profileSchema } from '@/lib/profile';
import { fullProfile, leastProfile } from './full-profile';

const profileOf = (source: object = {}): Profile => profileSchema.parse({ ...leastProfile, ...source });
const reminder = { id: 'a', provisions: ['sok.powitanie.1'], moment: 'greeting', text: 'Przedstaw się.' };
const nothing = { values: [], lists: [] };

describe('What taking a profile would change', () => {
  it('is nothing where it says the same', () => {
    expect(compareProfiles(baseProfile(), baseProfile())).toEqual(nothing);
    expect(compareProfiles(profileOf(fullProfile), profileOf(fullProfile))).toEqual(nothing);
  });

  it('is nothing where only the order differs', () => {
    const base = baseProfile();
    expect(compareProfiles(base, { ...base, reminders: base.reminders.toReversed() })).toEqual(nothing);
  });

  it('is told value by value, the old beside the new', () => {
    const before = profileOf({ office: { name: 'Urząd', phone: '24 100 00 00' }, budget: { perDay: 4 } });
    const after = profileOf({
      office: { name: 'Urząd Gminy' },
      callbacks: { hours: { 1: [['08:00', '17:00']] } },
    });
    expect(compareProfiles(before, after)).toEqual({
      values: [
        { path: 'office.name', before: 'Urząd', after: 'Urząd Gminy' },
        { path: 'office.phone', before: '24 100 00 00', after: undefined },
        { path: 'callbacks.hours', before: {}, after: { 1: [['08:00', '17:00']] } },
        { path: 'budget.perDay', before: 4, after: 8 },
      ],
      lists: [],
    });
  });

  it('tells of an office that was not named before each field, too', () => {
    const after = profileOf({ referat: { name: 'Referat Finansowy', cells: ['FN'] } });
    expect(compareProfiles(profileOf(), after).values).toEqual([
      { path: 'referat.name', before: undefined, after: 'Referat Finansowy' },
      { path: 'referat.cells', before: undefined, after: ['FN'] },
    ]);
  });

  it('tells of a reminder each field that changes, down to its cadence, and a condition as a whole', () => {
    const before = profileOf({ reminders: [{ ...reminder, when: { view: 'case' } }] });
    const after = profileOf({
      reminders: [
        {
          ...reminder,
          text: 'Przedstaw się z imienia.',
          when: { view: 'letter' },
          cadence: { repeat: 'always' },
        },
      ],
    });
    expect(compareProfiles(before, after).lists).toEqual([
      {
        list: 'reminders',
        added: [],
        removed: [],
        changed: [
          {
            id: 'a',
            title: 'Przedstaw się z imienia.',
            fields: [
              { path: 'text', before: 'Przedstaw się.', after: 'Przedstaw się z imienia.' },
              { path: 'when', before: { view: 'case' }, after: { view: 'letter' } },
              { path: 'cadence.repeat', before: 'fading', after: 'always' },
            ],
          },
        ],
      },
    ]);
  });

  it('tells of a checklist each point by its id', () => {
    const items = [{ id: 'numer', text: 'Podaj numer.' }];
    const before = profileOf({ checklists: [{ id: 'l', name: 'Na koniec', items }] });
    const after = profileOf({
      checklists: [
        {
          id: 'l',
          name: 'Na koniec',
          items: [
            { id: 'numer', text: 'Podaj numer telefonu.' },
            { id: 'termin', text: 'Podaj termin.' },
          ],
        },
      ],
    });
    expect(compareProfiles(before, after).lists[0]?.changed[0]?.fields).toMatchObject([
      { path: 'items.numer.text', before: 'Podaj numer.', after: 'Podaj numer telefonu.' },
      { path: 'items.termin', before: undefined },
    ]);
  });

  it('does not stumble over a point that is called as a part of the language is', () => {
    const list = (id: string) =>
      profileOf({ checklists: [{ id: 'l', name: 'L', items: [{ id, text: 'T' }] }] });
    expect(compareProfiles(list('constructor'), list('b')).lists[0]?.changed[0]?.fields).toMatchObject([
      { path: 'items.constructor', after: undefined },
      { path: 'items.b', before: undefined },
    ]);
  });

  it('tells what comes, what goes and what is locked, each by what a person knows it by', () => {
    const person = { id: 'podatki', person: 'Anna Wzorcowa' };
    const before = profileOf({ directory: [person], locked: ['b'] });
    const after = profileOf({ reminders: [reminder], locked: ['a'] });
    expect(compareProfiles(before, after).lists).toEqual([
      { list: 'reminders', added: [{ id: 'a', title: 'Przedstaw się.' }], changed: [], removed: [] },
      { list: 'directory', added: [], changed: [], removed: [{ id: 'podatki', title: 'Anna Wzorcowa' }] },
      {
        list: 'locked',
        added: [{ id: 'a', title: 'Przedstaw się.' }],
        changed: [],
        removed: [{ id: 'b', title: 'b' }],
      },
    ]);
  });

  it('is, the other way round, the same with what comes and what goes changing places', () => {
    const some = fc.subarray(baseProfile().reminders);
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [before, after] = [one, other].map((reminders) => ({ ...baseProfile(), reminders })) as [
          Profile,
          Profile,
        ];
        const [there, back] = [
          compareProfiles(before, after).lists[0],
          compareProfiles(after, before).lists[0],
        ];
        expect(there?.added).toEqual(back?.removed);
        expect(there?.removed).toEqual(back?.added);
      }),
      { seed: 20_261_125, numRuns: 100 },
    );
  });
});
