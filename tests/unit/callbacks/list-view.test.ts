import { describe, expect, it } from 'vitest';
import { arrange, type Callback, type ListView, settle, usualView } from '@/lib/callbacks';
import { hour, hours, promise, tuesday } from './promises';

const after = (id: string, kind: 'reached' | 'no-answer' | 'wrong-number' | 'withdrawn') =>
  settle(promise({ id }), { kind }, tuesday, hours);
const rows: Callback[] = [
  promise({ id: 'open' }),
  promise({ id: 'overdue', due: tuesday.getTime() - hour, promisedAt: tuesday.getTime() - 2 * hour }),
  after('tried', 'no-answer'),
  after('broken', 'wrong-number'),
  promise({ id: 'colleague', colleague: 'Jan Lis' }),
  after('kept', 'reached'),
  after('withdrawn', 'withdrawn'),
  settle(promise({ id: 'handed' }), { kind: 'handed-over', colleague: 'Jan Lis' }, tuesday, hours),
];
const ids = (view: Partial<ListView>, of = rows) =>
  arrange(of, { ...usualView, ...view }, tuesday).map(({ id }) => id);

describe('A list of promises shows', () => {
  it.each<[Partial<ListView>, string[]]>([
    [{}, ['open', 'overdue', 'tried', 'broken', 'colleague']],
    [{ state: 'overdue' }, ['overdue']],
    [{ state: 'open' }, ['open', 'overdue', 'colleague']],
    [{ state: 'attempted' }, ['tried', 'broken']],
    [{ state: 'settled' }, ['kept', 'withdrawn', 'handed']],
    [{ state: 'kept' }, ['kept']],
    [{ state: 'handed-over' }, ['handed']],
    [{ caller: 'mine' }, ['open', 'overdue', 'tried', 'broken']],
    [{ caller: 'colleague' }, ['colleague']],
    [{ state: 'overdue', caller: 'colleague' }, []],
  ])('%o', (view, shown) => {
    expect(ids(view)).toEqual(shown);
  });

  it('the latest noted first', () => {
    expect(ids({ state: 'open', order: 'noted' })).toEqual(['open', 'colleague', 'overdue']);
  });

  it('names as a Polish directory does, and those without one last', () => {
    const names = [
      'Łąk',
      'Żak',
      'Zięba',
      'lis',
      'Ćma',
      'Cyran',
      'Źródło',
      'Lis Anna',
      undefined,
      'Ósmak',
      'Ozga',
    ];
    const named = names.map((name, index) => {
      const { name: _, ...nameless } = promise({ id: `${index}` });
      return name === undefined ? nameless : { ...nameless, name };
    });
    const sorted = arrange(named, { ...usualView, order: 'name' }, tuesday).map(({ name }) => name);
    expect(sorted).toEqual([
      'Cyran',
      'Ćma',
      'lis',
      'Lis Anna',
      'Łąk',
      'Ozga',
      'Ósmak',
      'Zięba',
      'Źródło',
      'Żak',
      undefined,
    ]);
  });
});
