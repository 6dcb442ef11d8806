// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenTab } from '@/components/studio';
import { Pointing } from '@/components/studio/Pointing';
import { PointingDesk } from '@/components/studio/pointing-desk';
import type { Leaf } from '@/lib/draft';
import { setLanguage } from '@/lib/i18n';
import type { Pointed } from '@/lib/pointing';

const nothing: Pointed = { field: null, text: null, signs: [], elements: [], isView: false, signals: [] };
const label: Pointed = { ...nothing, field: { label: 'Rodzaj sprawy', value: 'Ulga', isChoice: true } };

const tab = (tabId: number, fields: Record<string, string> = {}): OpenTab => ({
  tabId,
  context: {
    system: null,
    view: 'case',
    caseSigns: [],
    caseInHand: null,
    fields,
    terms: [],
    elements: [],
    address: 'https://ezd.gmina.pl/sprawa',
    evidence: [],
  },
});

let root: Root;
let place: HTMLElement;
let desk: PointingDesk;
let taken: Leaf[];
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  taken = [];
  desk = {
    tabs: [tab(1, { 'Rodzaj sprawy': 'Ulga' }), tab(2)],
    pointIn: vi.fn(async () => label),
    readIn: vi.fn(async () => null),
    labelsIn: vi.fn(async () => []),
    lookIn: vi.fn(async () => null),
    isPermitted: () => null,
    permit: () => null,
    now: () => new Date('2026-11-27T10:00:00+01:00'),
  };
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
  setLanguage('pl');
});

const draw = () =>
  act(async () =>
    root.render(
      <PointingDesk.Provider value={desk}>
        <Pointing systems={new Map()} onTake={(leaf) => taken.push(leaf)} />
      </PointingDesk.Provider>,
    ),
  );
const button = (name: string) =>
  [...place.querySelectorAll('button')].find((one) => one.textContent === name) as HTMLButtonElement;
const press = (name: string) => act(async () => button(name).click());
const status = () => place.querySelector('[role=status]')?.textContent;
const open = async () => {
  await draw();
  await press('Wskaż na stronie');
};
const point = async () => {
  await open();
  await press('Przejdź tam i wskaż');
};

describe('pointing at a page, as the team lead sees it', () => {
  it('says where to begin when no page of a system is open, and has nothing to press but closing', async () => {
    desk = { ...desk, tabs: [] };
    await open();
    expect(place.textContent).toContain('Otwórz w drugiej karcie stronę systemu');
    expect([...place.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
      'Zamknij wskazywanie',
    ]);
    expect(document.activeElement).toBe(button('Zamknij wskazywanie'));
  });

  it('waits until the place is pointed at, and meanwhile no other page can be chosen', async () => {
    let answer = (_: Pointed | null) => {};
    desk.pointIn = () => new Promise((resolve) => (answer = resolve));
    await point();
    expect(status()).toBe('Wskaż miejsce w tamtej karcie. Esc kończy bez wyboru.');
    expect(place.querySelector('select')?.disabled).toBe(true);
    expect(button('Przejdź tam i wskaż').disabled).toBe(true);
    await act(async () => answer(null));
    expect(status()).toBe('Nic nie wskazano.');
    expect(document.activeElement).toBe(place.querySelector('select'));
  });

  it('says what to do when the page is closed, changed or no longer permitted, and the next try succeeds', async () => {
    desk.pointIn = vi.fn(async () => Promise.reject(new Error('Cannot access contents of the page')));
    await point();
    expect(status()).toContain('Nie udało się wskazać na tej stronie');
    expect(place.textContent).not.toContain('Cannot access');
    desk = { ...desk, pointIn: vi.fn(async () => label) };
    await draw();
    await press('Wskaż jeszcze raz');
    expect(status()).toBe('Co ma być warunkiem?');
  });

  it('says so when nothing stands at the place by which a page is known', async () => {
    desk = { ...desk, tabs: [{ ...tab(1), context: { ...tab(1).context, view: 'other' } }] };
    desk.pointIn = async () => nothing;
    await point();
    expect(status()).toContain('W tym miejscu nie ma nic, po czym Obok pozna stronę');
    expect(place.querySelector('.candidates li')).toBeNull();
  });

  it('offers conditions, tells where each matches, and a page that no longer answers is no hindrance', async () => {
    desk.readIn = vi.fn(async () => Promise.reject(new Error('closed')));
    await point();
    const first = place.querySelector('.candidates li');
    expect(first?.textContent).toContain('Pasuje do wskazanej strony.');
    expect(first?.textContent).toContain('Do żadnej innej otwartej strony.');
    await act(async () => first?.querySelector('button')?.click());
    expect(taken).toEqual([{ field: { label: 'Rodzaj sprawy', equals: 'Ulga' } }]);
    // The focus is back where the draft's keys work.
    expect(document.activeElement).toBe(button('Wskaż na stronie'));
  });

  it('points in the page that was chosen', async () => {
    await open();
    const select = place.querySelector('select') as HTMLSelectElement;
    await act(async () => {
      select.value = '2';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press('Przejdź tam i wskaż');
    expect(desk.pointIn).toHaveBeenCalledWith(2, expect.anything());
    expect(place.querySelector('.candidates li')?.textContent).toContain('Nie pasuje teraz');
  });

  it('closed before the answer comes, it stays closed and takes nothing', async () => {
    let answer = (_: Pointed | null) => {};
    desk.pointIn = () => new Promise((resolve) => (answer = resolve));
    await point();
    await press('Zamknij wskazywanie');
    expect(document.activeElement).toBe(button('Wskaż na stronie'));
    await act(async () => answer(label));
    expect(place.querySelector('fieldset')).toBeNull();
    expect(taken).toEqual([]);
  });

  it('speaks English too', async () => {
    setLanguage('en');
    desk.pointIn = async () => Promise.reject(new Error('closed'));
    await draw();
    await press('Point at the page');
    await press('Go there and point');
    expect(status()).toBe(
      'Pointing failed on this page: it has changed or is closed. Load it again and point once more.',
    );
  });
});
