import { describe, expect, it } from 'vitest';
import { asksOf, decisionsByMoment } from '@/lib/reminders';
import { decideOn, encounterOf, profileOf } from './office';

describe('what a profile asks of a page', () => {
  it('is what its conditions look at, however deep, each once, and nothing else', () => {
    const profile = profileOf(
      [
        {
          id: 'a',
          when: {
            all: [
              { field: { label: 'Rodzaj sprawy', equals: 'podatek rolny' } },
              { any: [{ text: 'klauzula wykonalności' }, { not: { element: '#dekretacja' } }] },
            ],
          },
        },
        { id: 'b', when: { field: { label: 'Rodzaj sprawy', contains: 'leśny' } } },
        { id: 'c', when: { view: 'case' } },
        { id: 'd' },
      ],
      { glossary: [{ id: 'ugoda', headword: 'ugoda', meaning: 'umowa, która kończy spór' }] },
    );
    expect(asksOf(profile)).toEqual({
      labels: ['Rodzaj sprawy'],
      terms: [{ term: 'klauzula wykonalności', forms: ['klauzula wykonalności'] }],
      elements: ['#dekretacja'],
    });
  });

  it('is what its ending lists look at, too: an unread label would never bring the list', () => {
    const when = { field: { label: 'Forma płatności' } };
    const items = [{ id: 'konto', text: 'Podaj numer konta.' }];
    const profile = profileOf([], { checklists: [{ id: 'wplata', name: 'Wpłata', when, items }] });
    expect(asksOf(profile).labels).toEqual(['Forma płatności']);
  });

  it('brings the forms of a term that the glossary knows by headword or id', () => {
    const glossary = [
      {
        id: 'tytul-wykonawczy',
        headword: 'tytuł wykonawczy',
        meaning: 'dokument, z którym można iść do komornika',
        forms: ['tytułu wykonawczego', 'tytułem wykonawczym'],
      },
    ];
    const forms = ['tytuł wykonawczy', 'tytułu wykonawczego', 'tytułem wykonawczym'];
    const profile = profileOf(
      [
        { id: 'a', when: { text: 'Tytuł wykonawczy' } },
        { id: 'b', when: { text: 'tytul-wykonawczy' } },
      ],
      { glossary },
    );
    expect(asksOf(profile).terms).toEqual([
      { term: 'Tytuł wykonawczy', forms },
      { term: 'tytul-wykonawczy', forms },
    ]);
  });
});

describe('the panel’s groups', () => {
  const profile = profileOf([
    { id: 'ending', moment: 'ending' },
    { id: 'greeting', moment: 'greeting' },
    { id: 'listening', moment: 'listening' },
    { id: 'hidden', moment: 'listening', when: { view: 'letter' } },
    { id: 'listening-7', moment: 'listening', priority: 7 },
  ]);

  it('follow the order of service, the present moment first, each best first', () => {
    const groups = (present: 'listening' | null) =>
      decisionsByMoment(
        decideOn(profile, { encounter: present && encounterOf({ moment: present }) }),
        profile,
        present,
      ).map(({ moment, due }) => [moment, ...due.map(({ reminder }) => reminder.id)]);
    expect(groups('listening')).toEqual([
      ['listening', 'listening-7', 'listening'],
      ['ending', 'ending'],
      ['greeting', 'greeting'],
    ]);
    expect(groups(null).map(([moment]) => moment)).toEqual(['greeting', 'listening', 'ending']);
  });
});
