import { describe, expect, it } from 'vitest';
import { addSystem, askersOf, clashesOf, systemsInForce, verdictOn } from '@/lib/draft';
import { type PageLook, type System, shippedSystems } from '@/lib/page';
import { type ProfileSource, parseProfile, rereadProfile } from '@/lib/profile';

const umowy: System = {
  id: 'umowy',
  name: 'Rejestr umów',
  signals: [{ host: 'umowy.gmina.pl' }, { in: 'title', text: '* Rejestr umów' }],
  views: [
    { view: 'case', signals: [{ in: 'heading', text: 'Umowa *' }] },
    { view: 'case-list', signals: [{ in: 'heading', text: 'Umowy' }], not: [{ element: '.kosz' }] },
  ],
};
const draft: ProfileSource = { format: 'obok-profile/1', id: 'fn', seq: 1, name: 'FN', systems: [umowy] };
const looked = (more: Partial<PageLook>): PageLook => ({
  isLeftAlone: false,
  system: null,
  view: 'other',
  evidence: [],
  met: [],
  ...more,
});

describe('a system that is being described', () => {
  it('begins with nothing but an id that no system has', () => {
    const { draft: first, id } = addSystem({ ...draft, id: 'ezd' });
    expect(first.systems?.at(-1)).toEqual({ id, name: '', signals: [], views: [] });
    const ids = [...(addSystem(first).draft.systems ?? []), ...shippedSystems].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stands before the shipped ones and over one of the same id below, and what is half written is left out', () => {
    const below = rereadProfile(JSON.stringify({ ...draft, systems: [{ ...umowy, name: 'Stary' }] }));
    const half: System = {
      ...umowy,
      signals: [{ host: ' ' }, { in: 'title', text: '*' }, ...umowy.signals],
      views: [{ view: 'case', signals: [{ element: '' }, { path: '/a' }], not: [{ in: 'menu', text: '' }] }],
    };
    const [own, ...shipped] = systemsInForce({ ...draft, systems: [half] }, below ? [below] : []);
    expect(own).toEqual({
      ...umowy,
      views: [{ view: 'case', signals: [{ path: '/a' }], not: [] }],
    });
    expect(shipped).toEqual(shippedSystems);
  });

  it('is told of a page with the signals that made it so, and with the places that are meant, too', () => {
    expect(
      verdictOn(
        umowy,
        looked({
          system: 'umowy',
          view: 'case',
          // Another writes the same word with a capital letter.
          met: [
            { host: 'umowy.gmina.pl' },
            { in: 'heading', text: 'umowa *' },
            { in: 'heading', text: 'Umowy' },
          ],
        }),
      ),
    ).toEqual({
      is: 'recognised',
      view: 'case',
      by: [{ host: 'umowy.gmina.pl' }, { in: 'heading', text: 'Umowa *' }],
      also: ['case-list'],
    });
  });

  it('does not tell of a place whose exception is met', () => {
    const met: PageLook['met'] = [{ in: 'heading', text: 'Umowy' }, { element: '.kosz' }];
    expect(verdictOn(umowy, looked({ system: 'umowy', view: 'other', met }))).toMatchObject({ also: [] });
  });

  it('is told to be outweighed by another, not to be there, or left alone', () => {
    const met: PageLook['met'] = [{ host: 'umowy.gmina.pl' }];
    expect(verdictOn(umowy, looked({ system: 'ezd-rp', met }))).toEqual({
      is: 'outweighed',
      system: 'ezd-rp',
      by: met,
    });
    expect(verdictOn(umowy, looked({ system: 'ezd-rp' }))).toEqual({ is: 'not-recognised' });
    expect(verdictOn(umowy, looked({ isLeftAlone: true }))).toEqual({ is: 'left-alone' });
  });

  it('clashes with another system or another place of its own by a signal of both', () => {
    const own: System = {
      ...umowy,
      signals: [...umowy.signals, { in: 'title', text: 'ezd rp' }],
      views: [...umowy.views, { view: 'letter', signals: [{ in: 'heading', text: 'umowy' }] }],
    };
    expect(clashesOf(own, [own, ...shippedSystems])).toEqual([
      { signal: { in: 'title', text: 'ezd rp' }, with: { system: 'EZD RP' } },
      { signal: { in: 'heading', text: 'umowy' }, with: { view: 'case-list' } },
    ]);
    expect(clashesOf(umowy, [umowy, ...shippedSystems])).toEqual([]);
  });

  it('counts who asks about it, however deep', () => {
    const when = { any: [{ not: { system: ['ezd-rp', 'umowy'] } }, { all: [{ view: 'case' as const }] }] };
    const reminder = { id: 'a', provisions: ['ke.7.2'], moment: 'greeting' as const, text: 'A' };
    const asked: ProfileSource = {
      ...draft,
      reminders: [
        { ...reminder, when },
        { ...reminder, id: 'b', when: { system: 'ezd-rp' } },
      ],
      checklists: [{ id: 'c', name: 'C', when: { system: 'umowy' }, items: [{ id: 'd', text: 'D' }] }],
    };
    expect(askersOf(asked, 'umowy')).toBe(2);
    expect(askersOf(asked, 'inne')).toBe(0);
  });

  it('is a description that a profile may hold', () => {
    expect(parseProfile(JSON.stringify(draft))).toMatchObject({ ok: true, profile: { systems: [umowy] } });
  });
});
