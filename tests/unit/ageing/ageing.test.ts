import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ageing,
  agedAfter,
  agedOf,
  type Counted,
  countPage,
  enoughUse,
  nothingCounted,
  usedDays,
} from '@/lib/ageing';
import type { PageContext } from '@/lib/page';
import type { Condition } from '@/lib/profile';
import { fitsPage } from '@/lib/reminders';
import { pageOf } from '../reminders/office';

const first = 20_000;
const kind: Counted = {
  id: 'rodzaj',
  when: { all: [{ system: 'ezd-rp' }, { field: { label: 'Rodzaj sprawy' } }] },
};
const old = pageOf({ fields: { 'Rodzaj sprawy': 'podatek rolny' } });
/** The system's maker has given the label another name. */
const renamed = pageOf({ fields: { 'Kategoria sprawy': 'podatek rolny' } });

/** What stands after these pages, day by day from `first`. */
function countedOver(
  pages: readonly (readonly PageContext[])[],
  reminders: readonly Counted[] = [kind],
): Ageing {
  let counted = nothingCounted;
  for (const [day, seen] of pages.entries())
    for (const page of seen) counted = countPage(counted, reminders, page, first + day) ?? counted;
  return counted;
}
const days = (count: number, ...pages: PageContext[]) => Array.from({ length: count }, () => pages);

describe('A condition whose label was renamed', () => {
  it('has aged after thirty days of which its system was in use in eighteen', () => {
    const counted = countedOver([[old], ...days(12), ...days(18, renamed)]);
    expect(agedOf(counted, kind, first + 30)).toEqual({
      reminderId: 'rodzaj',
      since: first,
      days: 30,
      system: 'ezd-rp',
      used: 18,
    });
  });

  it('has not aged a day sooner', () => {
    expect(agedOf(countedOver([[old], ...days(29, renamed)]), kind, first + 29)).toBeNull();
  });

  it('is no longer aged from the page on that it matches again', () => {
    const counted = countedOver([[old], ...days(40, renamed)]);
    expect(agedOf(counted, kind, first + 40)).not.toBeNull();
    const again = countPage(counted, [kind], old, first + 40) ?? counted;
    expect(agedOf(again, kind, first + 40)).toBeNull();
  });

  it('that was mended is watched anew', () => {
    const counted = countedOver([[old], ...days(40, renamed)]);
    const mended: Counted = { ...kind, when: { field: { label: 'Kategoria sprawy' } } };
    expect(agedOf(counted, mended, first + 40)).toBeNull();
    const taken = countPage(counted, [mended], pageOf(), first + 41) ?? counted;
    expect(taken.matched.rodzaj).toMatchObject({ since: first + 41 });
    expect(agedOf(taken, kind, first + 99)).toBeNull();
  });

  it('is the same condition however its file orders the fields of a clause', () => {
    const sign: Counted = { id: 'z', when: { caseSign: { cell: 'OR', jrwa: '05' } } };
    const counted = countedOver(days(31, pageOf()), [sign]);
    const written: Counted = { id: 'z', when: { caseSign: { jrwa: '05', cell: 'OR' } } };
    expect(agedOf(counted, written, first + 30)).toMatchObject({ days: 30 });
  });
});

describe('It has not aged', () => {
  it('in its first thirty days, though nothing has matched it yet', () => {
    const counted = countedOver(days(30, renamed));
    expect(agedOf(counted, kind, first + 29)).toBeNull();
    expect(agedOf(counted, kind, first + 30)).toMatchObject({ since: first, days: 30 });
  });

  it('while its system was not in use: the clerk was away, or the case lies elsewhere', () => {
    expect(agedOf(countedOver([[old]]), kind, first + 60)).toBeNull();
    const elsewhere = pageOf({ system: 'dokus' });
    expect(agedOf(countedOver([[old], ...days(40, elsewhere)]), kind, first + 40)).toBeNull();
    const nine = countedOver([[old], ...days(40), ...days(enoughUse - 1, renamed)]);
    expect(agedOf(nine, kind, first + 50)).toBeNull();
  });

  it('where it asks nothing of a page, and nothing is kept of it', () => {
    for (const when of [undefined, { moment: 'ending' }, { not: { channel: 'desk' } }] as const) {
      const reminder: Counted = when === undefined ? { id: 'r', when } : { id: 'r', when };
      expect(countedOver(days(50, old), [reminder])).toEqual(nothingCounted);
      expect(
        agedOf(countedOver(days(50, old), [kind]), { ...reminder, id: 'rodzaj' }, first + 50),
      ).toBeNull();
    }
  });

  it('by what the clerk does: who is served and when has no part in it', () => {
    const never: Counted = { id: 'r', when: { all: [{ view: 'case' }, { moment: 'ending' }] } };
    const counted = countedOver(days(60, pageOf()), [never]);
    expect(counted.matched.r).toMatchObject({ last: first + 59 });
    const elsewhere: Counted = { id: 'r', when: { all: [{ moment: 'ending' }, { view: 'letter' }] } };
    expect(agedOf(countedOver(days(31, pageOf()), [elsewhere]), elsewhere, first + 30)).not.toBeNull();
  });
});

describe('With no system named', () => {
  it('the one that was in use most stands for the others', () => {
    const sign: Counted = { id: 'z', when: { caseSign: { cell: 'OR' } } };
    const counted = countedOver(
      [...days(14, pageOf()), ...days(17, pageOf({ system: 'dokus' }), pageOf({ system: null }))],
      [sign],
    );
    expect(agedOf(counted, sign, first + 30)).toMatchObject({ system: 'dokus', used: 17 });
  });
});

describe('What is kept', () => {
  it('changes once a day for a system and a condition, whatever number of pages is looked at', () => {
    const counted = countedOver([[old]]);
    expect(countPage(counted, [kind], old, first)).toBeNull();
    expect(countPage(counted, [kind], renamed, first)).toBeNull();
    expect(countPage(counted, [kind], old, first + 1)).not.toBeNull();
  });

  it('holds ids and days alone: nothing of a page and not the condition', () => {
    const text = JSON.stringify(countedOver([[old]]));
    expect(text).not.toMatch(/podatek|sprawy|FN|3120|gostynin/i);
  });

  it('holds no day of use that is older than ninety days', () => {
    const counted = countedOver(days(200, renamed));
    expect(counted.used['ezd-rp']).toHaveLength(usedDays);
    expect(agedOf(counted, kind, first + 199)).toMatchObject({ days: 199, used: usedDays });
    const later = countPage(counted, [kind], pageOf({ system: 'dokus' }), first + 400);
    expect(later?.used).toEqual({ dokus: [first + 400] });
  });

  it('forgets a reminder that the profile no longer holds, and all once nothing is watched', () => {
    const other: Counted = { id: 'inne', when: { view: 'case' } };
    const counted = countedOver([[old]], [kind, other]);
    expect(Object.keys(counted.matched)).toEqual(['rodzaj', 'inne']);
    expect(Object.keys(countPage(counted, [other], old, first)?.matched ?? {})).toEqual(['inne']);
    expect(countPage(counted, [], old, first)).toEqual(nothingCounted);
  });
});

describe('A clock that is wrong', () => {
  it('a month ahead marks nothing: no system was in use in that month', () => {
    const counted = countedOver(days(20, old));
    expect(agedOf(counted, kind, first + 60)).toBeNull();
    const ahead = countPage(counted, [kind], renamed, first + 60) ?? counted;
    expect(agedOf(ahead, kind, first + 60)).toBeNull();
  });

  it('and set right again leaves no day that lies ahead', () => {
    const ahead = countedOver([...days(60), [old]]);
    const right = countPage(ahead, [kind], renamed, first + 5);
    expect(right).toMatchObject({
      used: { 'ezd-rp': [first + 5] },
      matched: { rodzaj: { last: first + 5 } },
    });
  });
});

describe('For any course of days', () => {
  const leaf = fc.constantFrom<Condition>(
    { view: 'case' },
    { view: 'letter' },
    { system: 'ezd-rp' },
    { field: { label: 'Rodzaj sprawy' } },
    { moment: 'ending' },
    { time: { from: '08:00' } },
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2 },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ) as fc.Arbitrary<Condition>,
  }));
  const page = fc
    .record({
      system: fc.constantFrom('ezd-rp', 'dokus', null),
      view: fc.constantFrom<PageContext['view']>('case', 'letter', 'search'),
      fields: fc.constantFrom<PageContext['fields']>({}, { 'Rodzaj sprawy': 'x' }),
    })
    .map((parts) => pageOf(parts));
  const visit = fc.record({ page, skip: fc.integer({ min: 0, max: 9 }) });

  it('a mark is never false: it tells since when nothing has matched, and of days on which the system was in use', () => {
    fc.assert(
      fc.property(condition, fc.array(visit, { maxLength: 80 }), (when, visits) => {
        const reminder: Counted = { id: 'r', when };
        let counted = nothingCounted;
        let day = first;
        const seen: { day: number; page: PageContext }[] = [];
        for (const { page, skip } of visits) {
          day += skip;
          seen.push({ day, page });
          counted = countPage(counted, [reminder], page, day) ?? counted;
          expect(countPage(counted, [reminder], page, day)).toBeNull();
        }
        const aged = agedOf(counted, reminder, day);
        if (aged === null) return;
        expect(aged.days).toBeGreaterThanOrEqual(agedAfter);
        expect(aged.used).toBeGreaterThanOrEqual(enoughUse);
        expect(aged.used).toBeLessThanOrEqual(Math.min(aged.days, usedDays));
        const later = seen.filter((one) => one.day > aged.since);
        expect(later.every((one) => !fitsPage(when, one.page))).toBe(true);
        const used = later.filter((one) => one.page.system === aged.system && one.day > day - usedDays);
        expect(new Set(used.map((one) => one.day)).size).toBe(aged.used);
      }),
      { seed: 20_261_128, numRuns: 500 },
    );
  });
});
