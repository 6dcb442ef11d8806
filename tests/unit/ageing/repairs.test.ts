import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairsOf } from '@/lib/ageing';
import type { Condition } from '@/lib/profile';
import { fitsPage } from '@/lib/reminders';
import { pageOf, signOf } from '../reminders/office';

const labels = ['Kategoria sprawy', 'Typ sprawy', 'Prowadzący', 'Termin', 'Data wpływu'];
const page = { context: pageOf(), labels };
const proposed = (condition: Condition, now = page) => repairsOf(condition, now).map(({ to }) => to);

describe('Of a condition that no longer matches a page', () => {
  it('a renamed field is offered by the names that are most like it, the rest of the clause kept', () => {
    const when: Condition = { field: { label: 'Rodzaj sprawy', equals: 'ulga' } };
    expect(proposed(when)).toEqual([
      { field: { label: 'Typ sprawy', equals: 'ulga' } },
      { field: { label: 'Kategoria sprawy', equals: 'ulga' } },
    ]);
    expect(proposed({ field: { label: 'Prowadzacy' } })).toEqual([{ field: { label: 'Prowadzący' } }]);
  });

  it('nothing is offered that is not like it, and at most three names', () => {
    expect(proposed({ field: { label: 'Numer telefonu' } })).toEqual([]);
    const many = ['a', 'b', 'c', 'd'].map((end) => `Rodzaj sprawy ${end}`);
    expect(proposed({ field: { label: 'Rodzaj sprawy' } }, { ...page, labels: many })).toHaveLength(3);
  });

  it('the view is offered that the page is; of a page that is no known one, none', () => {
    expect(proposed({ view: ['decision', 'letter'] })).toEqual([{ view: 'case' }]);
    expect(proposed({ view: 'case' }, { ...page, context: pageOf({ view: 'other' }) })).toEqual([]);
  });

  it('the case sign is offered that stands there, told as closely as before', () => {
    const context = pageOf({ caseSigns: [signOf('FN', '3123', 1), signOf('FN', '3120', 2)] });
    const now = { context: { ...context, caseInHand: null }, labels };
    expect(proposed({ caseSign: { cell: 'FK', jrwa: '3121' } }, now)).toEqual([
      { caseSign: { cell: 'FN', jrwa: '3123' } },
      { caseSign: { cell: 'FN', jrwa: '3120' } },
    ]);
    expect(
      proposed(
        { caseSign: { jrwa: '31' } },
        { ...page, context: pageOf({ caseSigns: [], caseInHand: null }) },
      ),
    ).toEqual([]);
  });

  it('only what does not match is mended, and it alone is changed', () => {
    const kept: Condition = { view: 'case' };
    const any: Condition = { any: [{ field: { label: 'Typ sprav' } }, { channel: 'desk' }] };
    const [repair] = repairsOf({ all: [kept, { not: { view: 'letter' } }, any] }, page);
    expect(repair?.condition).toEqual({
      all: [
        kept,
        { not: { view: 'letter' } },
        { any: [{ field: { label: 'Typ sprawy' } }, { channel: 'desk' }] },
      ],
    });
  });

  it('what is meant not to be there is left alone', () => {
    expect(repairsOf({ not: { view: 'case' } }, page)).toEqual([]);
  });
});

it('A repair of a view makes the clause match, whatever stands around it', () => {
  const leaf = fc.constantFrom<Condition>({ view: 'letter' }, { view: 'case' }, { moment: 'ending' });
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), (parts) => {
      for (const { from, to, condition } of repairsOf({ all: parts }, page)) {
        expect(fitsPage(from, page.context)).toBe(false);
        expect(fitsPage(to, page.context)).toBe(true);
        expect(condition).toEqual({ all: parts.map((part) => (part === from ? to : part)) });
      }
    }),
    { seed: 20_261_128 },
  );
});
