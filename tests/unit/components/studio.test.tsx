// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeptDraft, Studio, type StudioProps } from '@/components/studio';
import { type Ageing, countPage, nothingCounted } from '@/lib/ageing';
import { warsawDay } from '@/lib/calendar';
import { proposeForms } from '@/lib/glossary';
import { setLanguage } from '@/lib/i18n';
import { type PageContext, shippedSystems } from '@/lib/page';
import { type ProfileSource, parseProfile, rereadProfile } from '@/lib/profile';
import { startingProfiles } from '@/lib/starting-profiles';
import { fullProfile } from '../profile/full-profile';

const finance = startingProfiles.find(({ id }) => id === 'finansowy') as ProfileSource;

let root: Root;
let place: HTMLElement;
let props: StudioProps;
let saved: KeptDraft[];
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  saved = [];
  props = {
    kept: { profile: structuredClone(finance), issued: null },
    profiles: [],
    systems: shippedSystems,
    clerk: { name: 'Anna Nowak', position: 'inspektor', referat: '', office: '', phone: '24 000 00 00' },
    language: 'pl',
    tabs: [],
    pointIn: vi.fn(async () => null),
    readIn: vi.fn(async () => null),
    labelsIn: vi.fn(async () => []),
    lookIn: vi.fn(async () => null),
    isPermitted: () => null,
    permit: () => null,
    skeletons: () => null,
    ageing: nothingCounted,
    signing: {
      state: 'none',
      name: null,
      publicKey: null,
      onMake: vi.fn(async () => {}),
      onOpen: vi.fn(async () => false),
      onLock: vi.fn(),
      onSave: vi.fn(),
      onTake: vi.fn(async () => false),
      onForget: vi.fn(),
      onCopy: vi.fn(),
    },
    now: () => new Date('2026-11-27T10:00:00+01:00'),
    loadStarts: async () => startingProfiles,
    proposeForms: async (headword) => proposeForms(headword),
    save: vi.fn(async (draft: KeptDraft) => {
      saved.push(draft);
      return 'saved' as const;
    }),
    onReload: vi.fn(),
    onPutAside: vi.fn(async () => true),
    onExport: vi.fn(),
    onTake: vi.fn(async () => true),
  };
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  setLanguage('pl');
  vi.unstubAllGlobals();
});

const show = (more: Partial<StudioProps> = {}) => {
  props = { ...props, ...more };
  return act(async () => root.render(<Studio {...props} />));
};
const nameOf = (one: Element) => {
  const label = one.id && place.querySelector(`label[for="${one.id}"]`);
  return (one.getAttribute('aria-label') ?? (label || one).textContent ?? '').trim();
};
const find = <Kind extends Element>(css: string, name: string, which = 0): Kind => {
  const all = [...place.querySelectorAll<Kind>(css)];
  const found = all.filter((one) => nameOf(one) === name).at(which);
  if (!found) throw new Error(`No ${css} „${name}” among: ${all.map(nameOf).join(' · ')}`);
  return found;
};
const click = (name: string) => act(async () => find<HTMLButtonElement>('button', name).click());
const open = (id: string) =>
  act(async () => place.querySelector<HTMLButtonElement>(`[data-row="${id}"]`)?.click());
/** As a browser does it: React hears only a value set past it. */
async function put(field: HTMLElement, value: string) {
  const { prototype } = field.constructor as { prototype: object };
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}
const key = (target: Element, init: KeyboardEventInit) =>
  act(
    async () =>
      void target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })),
  );
const now = () => saved.at(-1)?.profile as ProfileSource;
const reminder = (id: string) => now().reminders?.find((one) => one.id === id);
const text = () => place.textContent ?? '';

describe('The beginning', () => {
  it('offers ten ready profiles, a file and an empty one, and keeps what was begun', async () => {
    await show({ kept: null });
    expect(place.querySelectorAll('.starts li')).toHaveLength(10);
    await click('Zacznij od tego: Referat Oświaty');
    expect(now().id).toBe('oswiata');
    expect(text()).toContain('Jeszcze nie rozdany');
    expect(text()).toContain('Szkic zapisany.');
  });

  it('offers what is in force here, as it was written, and goes on from its number', async () => {
    const source = JSON.stringify(fullProfile, null, 3);
    const read = rereadProfile(source);
    await show({
      kept: null,
      profiles: [
        {
          layer: 'referat',
          read,
          source,
          signature: null,
          from: { kind: 'file', name: 'a.json' },
          takenAt: new Date(0),
          isFixed: false,
        },
      ],
    });
    await click('Wczytany: Referat Finansowy (wydanie 7)');
    expect(saved.at(-1)).toEqual({ profile: fullProfile, issued: source });
    expect(text()).toContain('Ostatnie wydanie: 7');
    // Nothing was changed: it is the same issue, to the letter.
    await click('Zapisz do pliku');
    expect(props.onExport).toHaveBeenCalledWith(source, 'referat-finansowy-7.json');
  });

  it('says so where the ready profiles do not come', async () => {
    await show({ kept: null, loadStarts: () => Promise.reject(new Error('gone')) });
    expect(text()).toContain('Nie udało się wczytać gotowych profili.');
    await click('Pusty profil');
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
  });

  it('tells of a file with mistakes where they are, and begins nothing', async () => {
    await show({ kept: null });
    const input = place.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
    const file = new File([JSON.stringify({ ...finance, seq: 'x' })], 'zly.json');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    for (let tries = 0; tries < 200 && !text().includes('zly.json'); tries += 1) {
      await act(() => new Promise((passed) => setTimeout(passed, 10)));
    }
    expect(text()).toContain('Tego pliku nie da się otworzyć: zly.json.');
    expect(place.querySelector('.errors code')?.textContent).toBe('seq');
    expect(saved).toEqual([]);
  });
});

describe('A reminder on its card', () => {
  it('is written, counted, and each mistake stands at its field with the cure', async () => {
    await show();
    await open('finansowy.ulga');
    const field = find<HTMLTextAreaElement>('textarea', 'O czym przypomnieć');
    await put(field, 'x'.repeat(121));
    expect(text()).toContain('121 z 120 znaków');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const told = document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[1] ?? '');
    expect(told?.textContent).toContain('Skróć go o 1 znak.');
    await click('Zapisz do pliku');
    expect(props.onExport).not.toHaveBeenCalled();
    expect(text()).toContain('Popraw najpierw to, co zaznaczone');
    await put(field, 'Powiedz, kiedy będzie decyzja.');
    expect(text()).not.toContain('Popraw najpierw');
    expect(reminder('finansowy.ulga')?.text).toBe('Powiedz, kiedy będzie decyzja.');
  });

  it('has its sentence filled in by buttons, and shown as the clerk will see it', async () => {
    await show();
    await open('finansowy.ulga');
    const field = find<HTMLTextAreaElement>('textarea', 'Gotowe zdanie do powiedzenia');
    await put(field, 'Proszę dzwonić: ');
    field.setSelectionRange(16, 16);
    await click('Wstaw: telefon');
    expect(reminder('finansowy.ulga')?.say).toBe('Proszę dzwonić: {telefon}');
    expect(text()).toContain('Urzędnik zobaczy: „Proszę dzwonić: 24 000 00 00”');
    await put(field, '');
    expect(Object.keys(reminder('finansowy.ulga') ?? {})).not.toContain('say');
  });

  it('has provisions found in the standard by any words, without marks', async () => {
    await show();
    await open('finansowy.ulga');
    await click('Dodaj podstawę');
    await put(find('input', 'Szukaj w standardzie i kodeksie etyki'), 'premia');
    expect(text()).toContain('Nie ma takiego postanowienia.');
    await put(find('input', 'Szukaj w standardzie i kodeksie etyki'), 'podarunkow');
    const results = [...place.querySelectorAll<HTMLButtonElement>('.provision-search li button')];
    expect(results[0]?.textContent).toContain('podarunków');
    await act(async () => results[0]?.click());
    expect(reminder('finansowy.ulga')?.provisions).toContain('ke.4.8');
    expect((document.activeElement as HTMLElement).textContent).toBe('Dodaj podstawę');
  });

  it('has its condition made of menus that read as a sentence', async () => {
    await show();
    await open('finansowy.w-cztery-oczy');
    await click('Usuń warunek: obsługa to „Przy biurku”');
    expect(reminder('finansowy.w-cztery-oczy')?.when).toBeUndefined();
    await click('Dodaj warunek');
    await click('Dodaj warunek');
    await put(find('select', 'Czego dotyczy warunek', 1), 'caseSign');
    await put(find('input', 'Symbol komórki, na przykład FN'), 'FN');
    await put(find('input', 'Początek klasy JRWA, na przykład 3120'), '3120');
    expect(place.querySelector('.sentence')?.textContent).toBe(
      'Pokaż, gdy widok to sprawa i znak zaczyna się od FN.3120.',
    );
    await put(find('select', 'Jak połączone'), 'any');
    await put(find('select', 'Tak czy nie', 1), 'beginsNot');
    expect(reminder('finansowy.w-cztery-oczy')?.when).toEqual({
      any: [{ view: 'case' }, { not: { caseSign: { cell: 'FN', jrwa: '3120' } } }],
    });
  });

  const kinds = [
    'view',
    'caseSign',
    'channel',
    'moment',
    'field',
    'text',
    'system',
    'time',
    'url',
    'element',
  ];
  it.each(kinds)('has a menu, and a mistake at its place, for the condition „%s”', async (kind) => {
    await show();
    await open('finansowy.w-cztery-oczy');
    await put(find('select', 'Czego dotyczy warunek'), kind === 'view' ? 'time' : 'view');
    await put(find('select', 'Czego dotyczy warunek'), kind);
    expect(Object.keys(reminder('finansowy.w-cztery-oczy')?.when ?? {})).toEqual([kind]);
    const isUnfinished = ['field', 'text', 'url', 'element'].includes(kind);
    expect(place.querySelectorAll('.clause .mistakes li').length > 0).toBe(isUnfinished);
  });

  it('keeps what is too deep for menus, in words, while the rest is changed', async () => {
    const deep = { any: [{ all: [{ any: [{ view: 'case' }, { text: 'ulga' }] }, { channel: 'desk' }] }] };
    const profile = {
      ...finance,
      reminders: [{ ...finance.reminders?.[0], when: { all: [deep, { moment: 'ending' }] } }],
    } as ProfileSource;
    await show({ kept: { profile, issued: null } });
    await open('finansowy.w-cztery-oczy');
    expect(text()).toContain('Ten warunek jest zbyt złożony na menu.');
    expect(text()).toContain('widok to sprawa lub na stronie jest „ulga”');
    await put(find('select', 'Wartość'), 'listening');
    expect(reminder('finansowy.w-cztery-oczy')?.when).toEqual({ all: [deep, { moment: 'listening' }] });
  });

  it('says how often, where and how weighty, and leaves out what is ordinary', async () => {
    await show();
    await open('finansowy.ulga');
    await put(find('select', 'Gdzie'), 'panel');
    await put(find('select', 'Jak często'), 'always');
    await put(find('select', 'Najwyżej'), '2');
    await put(find('select', 'Na co'), 'day');
    await put(find('input', 'Wróci najwcześniej po (minuty)'), '30');
    expect(reminder('finansowy.ulga')).toMatchObject({
      where: 'panel',
      cadence: { repeat: 'always', atMost: { times: 2, per: 'day' }, coolDown: 30 },
    });
    await put(find('select', 'Najwyżej'), '');
    await put(find('select', 'Jak często'), 'fading');
    await put(find('input', 'Wróci najwcześniej po (minuty)'), '');
    expect(reminder('finansowy.ulga')?.cadence).toEqual({});
  });

  it('may be one that a clerk cannot switch off', async () => {
    await show();
    await open('finansowy.ulga');
    const boxes = [...place.querySelectorAll<HTMLLabelElement>('.card > .check')];
    await act(async () => boxes.at(-1)?.querySelector('input')?.click());
    expect(now().locked).toEqual(['finansowy.ulga']);
    expect(place.querySelector('[data-row="finansowy.ulga"]')?.textContent).toContain('zablokowane');
  });
});

describe('The list', () => {
  const rows = () =>
    [...place.querySelectorAll('.reminder [data-row]')].map((row) => row.getAttribute('data-row'));

  it('is moved through by keys, and the focus stays on what was moved', async () => {
    await show();
    const before = rows();
    const listening = ['finansowy.w-cztery-oczy', 'finansowy.spokoj'];
    const row = () => place.querySelector('[data-row="finansowy.w-cztery-oczy"]') as Element;
    await key(row(), { key: 'ArrowDown', altKey: true });
    expect(rows().filter((id) => listening.includes(id ?? ''))).toEqual(listening.toReversed());
    expect(document.activeElement).toBe(row());
    await key(row(), { key: 'ArrowUp', altKey: true });
    expect(rows()).toEqual(before);
  });

  it('loses one by Delete and has it back by Ctrl+Z, in a field as elsewhere', async () => {
    await show();
    const before = rows();
    await key(place.querySelector('[data-row="finansowy.ulga"]') as Element, { key: 'Delete' });
    expect(rows()).toHaveLength(before.length - 1);
    expect(document.activeElement?.getAttribute('data-row')).not.toBeNull();
    await key(document.activeElement as Element, { key: 'z', ctrlKey: true });
    expect(rows()).toEqual(before);
    await open('finansowy.ulga');
    const field = find<HTMLTextAreaElement>('textarea', 'O czym przypomnieć');
    await put(field, 'A');
    await put(field, 'Ab');
    await key(field, { key: 'z', ctrlKey: true });
    expect(field.value).toBe(
      'Powiedz, do kiedy będzie decyzja w sprawie ulgi i co dzieje się z terminem zapłaty.',
    );
    await key(field, { key: 'Z', ctrlKey: true, shiftKey: true });
    expect(field.value).toBe('Ab');
  });

  it('takes a dragged one where it is dropped', async () => {
    await show();
    const item = (id: string) => place.querySelector(`[data-row="${id}"]`)?.closest('li') as Element;
    const drag = (on: Element, type: string) =>
      act(async () => {
        const event = new Event(type, { bubbles: true, cancelable: true });
        Object.assign(event, { dataTransfer: { setData: () => null, effectAllowed: '' } });
        on.dispatchEvent(event);
      });
    await drag(item('finansowy.ulga'), 'dragstart');
    await drag(item('finansowy.w-cztery-oczy'), 'drop');
    expect(reminder('finansowy.ulga')?.moment).toBe('listening');
    expect(now().reminders?.[0]?.id).toBe('finansowy.ulga');
  });

  it('gets a new one at its moment, open and with the focus in it, and a copy after the first', async () => {
    await show();
    await click('Dodaj przypomnienie: Zakończenie');
    expect(nameOf(document.activeElement as Element)).toBe('O czym przypomnieć');
    expect(now().reminders?.findLast(({ moment }) => moment === 'ending')?.text).toBe('');
    await put(document.activeElement as HTMLElement, 'Powiedz, co dalej.');
    await click('Kopiuj');
    expect(now().reminders?.filter((one) => one.text === 'Powiedz, co dalej.')).toHaveLength(2);
  });
});

describe('The draft', () => {
  it('is kept with each change; what came while one was being written is written next', async () => {
    const gates: (() => void)[] = [];
    const save = vi.fn(
      (draft: KeptDraft) =>
        new Promise<'saved'>((done) => {
          saved.push(draft);
          gates.push(() => done('saved'));
        }),
    );
    await show({ save });
    await open('finansowy.ulga');
    const field = find<HTMLTextAreaElement>('textarea', 'O czym przypomnieć');
    await put(field, 'A');
    await put(field, 'Ab');
    await put(field, 'Abc');
    expect(saved).toHaveLength(1);
    expect(text()).toContain('Zapisuję szkic…');
    await act(async () => gates[0]?.());
    expect(saved).toHaveLength(2);
    expect(reminder('finansowy.ulga')?.text).toBe('Abc');
    await act(async () => gates[1]?.());
    expect(text()).toContain('Szkic zapisany.');
  });

  it('that could not be kept, or was changed elsewhere, is told with what to do', async () => {
    await show({ save: () => Promise.reject(new Error('full')) });
    await open('finansowy.ulga');
    await put(find('textarea', 'O czym przypomnieć'), 'A');
    expect(text()).toContain('Szkicu nie udało się zapisać.');
    await show({ save: async () => 'elsewhere' });
    await put(find('textarea', 'O czym przypomnieć'), 'Ab');
    expect(text()).toContain('Ten szkic zmieniono w innym oknie.');
    await click('Pokaż tamten szkic');
    expect(props.onReload).toHaveBeenCalled();
  });

  it('is handed out with the next number each time it has changed', async () => {
    await show();
    await click('Zapisz do pliku');
    await click('Zapisz do pliku');
    await open('finansowy.ulga');
    await put(find('textarea', 'O czym przypomnieć'), 'Powiedz, co dalej.');
    await click('Przyjmij u siebie');
    const names = vi.mocked(props.onExport).mock.calls.map(([, fileName]) => fileName);
    expect(names).toEqual(['finansowy-1.json', 'finansowy-1.json']);
    const [layer, issue] = vi.mocked(props.onTake).mock.calls[0] ?? [];
    expect([layer, issue?.id, issue?.fileName]).toEqual(['referat', 'finansowy', 'finansowy-2.json']);
    expect(parseProfile(issue?.source ?? '').ok).toBe(true);
    // Going back does not give a number out twice.
    await key(document.body, { key: 'z', ctrlKey: true });
    await click('Zapisz do pliku');
    expect(vi.mocked(props.onExport).mock.calls.at(-1)?.[1]).toBe('finansowy-3.json');
  });

  it('that was begun and could not be kept is not said to be safe', async () => {
    await show({ kept: null, save: () => Promise.reject(new Error('full')) });
    await click('Zacznij od tego: Referat Finansowy');
    expect(text()).toContain('Szkicu nie udało się zapisać.');
    expect(text()).not.toContain('Szkic zapisany.');
  });

  it('put aside while it is being written does not come back', async () => {
    const gates: (() => void)[] = [];
    const save = vi.fn(() => new Promise<'saved'>((done) => gates.push(() => done('saved'))));
    await show({ save });
    await open('finansowy.ulga');
    await put(find('textarea', 'O czym przypomnieć'), 'A');
    await put(find('textarea', 'O czym przypomnieć'), 'Ab');
    await click('Odłóż szkic');
    await act(async () => gates[0]?.());
    expect(save).toHaveBeenCalledTimes(1);
    const [aside] = vi.mocked(props.onPutAside).mock.calls[0] ?? [];
    expect(aside?.profile.reminders?.find(({ id }) => id === 'finansowy.ulga')?.text).toBe('Ab');
  });

  it('begun anew is handed out above what is in force under its id', async () => {
    const source = JSON.stringify({ ...finance, seq: 7 });
    const read = rereadProfile(source);
    await show({
      profiles: [
        {
          layer: 'referat',
          read,
          source,
          signature: null,
          from: { kind: 'file', name: 'a.json' },
          takenAt: new Date(0),
          isFixed: false,
        },
      ],
    });
    await click('Przyjmij u siebie');
    expect(vi.mocked(props.onTake).mock.calls[0]?.[1].fileName).toBe('finansowy-8.json');
  });

  it('of seven hundred reminders is listed whole, and its bench in parts', async () => {
    const [one] = finance.reminders ?? [];
    const reminders = Array.from({ length: 700 }, (_, index) => ({ ...one, id: `p.${index}` }));
    await show({ kept: { profile: { ...finance, reminders } as ProfileSource, issued: null } });
    expect(place.querySelectorAll('.reminder')).toHaveLength(700);
    expect(place.querySelectorAll('.line')).toHaveLength(80);
    await click('Pokaż jeszcze 200');
    expect(place.querySelectorAll('.line')).toHaveLength(280);
  });

  it('is put aside when asked, and the beginning is there again', async () => {
    await show();
    await click('Odłóż szkic');
    expect(text()).toContain('Od czego zacząć?');
  });

  it('says what of the file is not changed here', async () => {
    await show({ kept: { profile: { ...finance, nowsze: [] } as ProfileSource, issued: null } });
    expect(text()).toContain('W pliku jest też to, czego tu się nie zmienia: „nowsze”.');
  });
});

describe('The bench', () => {
  const lineOf = (words: string) =>
    [...place.querySelectorAll('.line')].find((line) => line.textContent?.includes(words))?.textContent ?? '';

  it('follows what is chosen and what is written', async () => {
    await show();
    expect(lineOf('Powiedz, do kiedy będzie decyzja')).toContain('Nie pokazuje się');
    await put(find('.bench input', 'Znak sprawy'), 'FN.3140.1.2026');
    expect(lineOf('Powiedz, do kiedy będzie decyzja')).toContain('Pasek na stronie');
    await open('finansowy.ulga');
    expect(place.querySelector('.card > .verdict')?.textContent).toContain('Pasek na stronie');
    await put(find('select', 'Gdzie'), 'panel');
    expect(lineOf('Powiedz, do kiedy będzie decyzja')).toContain('W panelu');
  });

  it('tells a sign that is none, and shows all that would be in force when asked', async () => {
    await show();
    await put(find('.bench input', 'Znak sprawy'), 'sprawa piąta');
    expect(text()).toContain('To nie jest znak sprawy.');
    expect(place.querySelectorAll('.line')).toHaveLength(finance.reminders?.length ?? 0);
    await act(async () => place.querySelector<HTMLInputElement>('.bench > .check input')?.click());
    expect(place.querySelectorAll('.line').length).toBeGreaterThan(50);
  });

  it('looks at a page that is open in another tab', async () => {
    const context = {
      system: 'ezd-rp',
      view: 'case' as const,
      caseSigns: [],
      caseInHand: { raw: 'FN.3140.2.2026', cell: 'FN', jrwa: '3140', number: 2, year: 2026 },
      fields: {},
      terms: [],
      elements: [],
      address: 'https://ezd.example/',
      evidence: [],
    };
    await show({ tabs: [{ tabId: 7, context }] });
    const menu = find<HTMLSelectElement>('select', 'Strona');
    expect(menu.options[1]?.textContent).toBe('EZD RP, sprawa, FN.3140.2.2026');
    await put(menu, '7');
    expect(lineOf('Powiedz, do kiedy będzie decyzja')).toContain('Pasek na stronie');
    expect(text()).toContain('Otwartą stronę Obok czyta na nowo');
    // The tab goes: what is described by hand is there again.
    await show({ tabs: [] });
    expect(lineOf('Powiedz, do kiedy będzie decyzja')).toContain('Nie pokazuje się');
  });

  it('plays a week when asked, and says when it is no longer of this draft', async () => {
    await show();
    await click('Policz próbny tydzień');
    const week = () => place.querySelector('.week')?.textContent ?? '';
    expect(week()).toMatch(/Paski w kolejnych dniach: \d+(?:, \d+){4}\. Limit dzienny: 8\./u);
    expect(week()).toMatch(/Wyjaśnij, za co jest podatek.*(?:raz|razy|ani razu)/u);
    expect(week()).not.toContain('Policzono przed ostatnią zmianą.');
    await open('finansowy.ulga');
    await put(find('select', 'Gdzie'), 'panel');
    expect(week()).toContain('Policzono przed ostatnią zmianą.');
    await click('Policz jeszcze raz');
    expect(week()).not.toContain('Powiedz, do kiedy będzie decyzja');
  });
});

describe('The other parts', () => {
  it('hold who handles what; whoever goes is nobody’s substitute any more', async () => {
    const people = [
      { id: 'a', person: 'Jan Przykładowy', substitute: 'b' },
      { id: 'b', person: 'Anna Wzorcowa' },
    ];
    await show({ kept: { profile: { ...finance, directory: people }, issued: null } });
    await click('Kto co prowadzi');
    await click('Jan Przykładowy');
    const subjects = find<HTMLInputElement>('input', 'Sprawy');
    await put(subjects, 'podatek rolny, ');
    expect(subjects.value).toBe('podatek rolny, ');
    await put(subjects, 'podatek rolny, ulga');
    await put(find('input', 'Telefon'), '24 000 00 11');
    expect(now().directory?.[0]).toEqual({
      ...people[0],
      subjects: ['podatek rolny', 'ulga'],
      phone: '24 000 00 11',
    });
    await click('Jan Przykładowypodatek rolny, ulga');
    await click('Anna Wzorcowa');
    await click('Usuń osobę');
    expect(now().directory?.map(({ id, substitute }) => [id, substitute])).toEqual([['a', undefined]]);
    await click('+ Dodaj osobę');
    expect(text()).toContain('(bez nazwiska)');
    await put(find('input', 'Osoba'), 'Ewa Zmyślona');
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
  });

  it('hold the hours of the office; what is left empty is left to the profile below', async () => {
    await show();
    await click('Godziny i oddzwonienia');
    expect(text()).toContain('obowiązują godziny z profilu urzędu albo podstawowego');
    await click('Dodaj godziny: poniedziałek');
    await click('Dodaj godziny: poniedziałek');
    await put(find('input', 'poniedziałek, do'), '12:00');
    await put(find('input', 'poniedziałek, od', 1), '11:00');
    expect(now().callbacks).toEqual({
      hours: {
        1: [
          ['08:00', '12:00'],
          ['11:00', '18:00'],
        ],
      },
    });
    expect(text()).toMatch(/11:00.{0,40}zachodz|nachodz|pokryw/u);
    await click('Usuń godziny: poniedziałek 11:00–18:00');
    await put(find('input', '„Niezwłocznie” to najwyżej tyle minut pracy'), '60');
    await put(find('input', 'Zapowiedź przed terminem, w minutach'), '5');
    expect(now().callbacks).toEqual({
      hours: { 1: [['08:00', '12:00']] },
      promptly: 60,
      escalation: { before: 5 },
    });
    await put(find('input', 'Zapowiedź przed terminem, w minutach'), '');
    await put(find('input', '„Niezwłocznie” to najwyżej tyle minut pracy'), '');
    await click('Usuń godziny: poniedziałek 08:00–12:00');
    expect(Object.keys(now())).not.toContain('callbacks');
    await put(find('input', 'Zakończona obsługa przechowywana, w dniach'), '10');
    await put(find('select', 'Znaki spraw przy obsługach'), 'as-written');
    expect(now().encounters).toEqual({ retention: 10, caseSigns: 'as-written' });
    await put(find('select', 'Znaki spraw przy obsługach'), '');
    await put(find('input', 'Zakończona obsługa przechowywana, w dniach'), '');
    expect(Object.keys(now())).not.toContain('encounters');
  });

  it('hold whose profile it is and how people introduce themselves', async () => {
    await show();
    await click('Referat i przedstawianie się');
    await put(find('input', 'Nazwa urzędu'), 'Urząd Gminy Przykładowo');
    await put(find('input', 'Symbole komórek w znakach spraw'), 'FN');
    await put(find('textarea', 'Jak się przedstawiać'), '{urząd}, {referat}, mówi {imię i nazwisko}');
    expect(text()).toContain('Urząd Gminy Przykładowo, Referat Finansowy, mówi Anna Nowak');
    expect(now().referat?.cells).toEqual(['FN']);
    await put(find('input', 'Nazwa profilu'), '');
    expect(find('input', 'Nazwa profilu').getAttribute('aria-invalid')).toBe('true');
    expect(place.querySelector('.parts .fault')?.textContent).toContain('1');
    await put(find('input', 'Nazwa profilu'), 'Finanse');
    await put(find('input', 'Ważny do'), '2027-12-31');
    expect(now().validUntil).toBe('2027-12-31');
    await put(find('input', 'Ważny do'), '');
    expect(Object.keys(now())).not.toContain('validUntil');
    await put(find('input', 'Nazwa referatu'), '');
    await put(find('input', 'Symbole komórek w znakach spraw'), '');
    expect(text()).toContain('Profil całego urzędu');
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
  });

  it('hold the limits, and locks on reminders of this profile and of those below', async () => {
    await show();
    await click('Limity i blokady');
    await put(find('input', 'Najwięcej pasków dziennie'), '5');
    await put(find('input', 'Najwięcej pasków przy jednym kliencie'), '6');
    expect(place.querySelector('.limits .mistakes')).not.toBeNull();
    await put(find('input', 'Najwięcej pasków przy jednym kliencie'), '2');
    expect(now().budget).toEqual({ perDay: 5, perEncounter: 2 });
    await put(find('input', 'Szukaj przypomnienia'), 'krzesło');
    const box = place.querySelector<HTMLInputElement>('.limits ul input');
    await act(async () => box?.click());
    expect(now().locked).toEqual(['powitanie.krzeslo']);
  });

  it('hold the ending lists, point by point', async () => {
    await show();
    await click('Listy na zakończenie');
    await click('+ Dodaj listę');
    await put(find('input', 'Nazwa'), 'Zanim klient odejdzie');
    await put(find('input', 'Punkt 1'), 'Oddaj dokumenty.');
    await click('Dodaj punkt');
    await put(find('input', 'Punkt 2'), 'Daj kartkę.');
    await put(find('select', 'Kto odhacza', 1), 'note-made');
    const up = [...place.querySelectorAll<HTMLButtonElement>('.items button')].filter(
      (one) => one.textContent === 'W górę',
    );
    await act(async () => up[1]?.click());
    expect(now().checklists?.at(-1)).toMatchObject({
      name: 'Zanim klient odejdzie',
      items: [{ text: 'Daj kartkę.', knownBy: 'note-made' }, { text: 'Oddaj dokumenty.' }],
    });
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
    await click('Usuń listę');
    expect(now().checklists).toEqual(finance.checklists);
  });

  it('hold the office’s words: an expression of a condition becomes one with its forms', async () => {
    await show();
    await open('finansowy.w-cztery-oczy');
    await put(find('select', 'Czego dotyczy warunek'), 'text');
    await put(find('input', 'Wyrażenie'), 'umorzenie');
    expect(text()).toContain('Obok znajdzie tylko dokładnie „umorzenie”.');
    await click('Dodaj do słownika z odmianą');
    expect(text()).not.toContain('Obok znajdzie tylko dokładnie');
    expect(now().glossary?.at(-1)?.forms).toContain('umorzenia');
    await click('Słownik (1)');
    await click('umorzenieznaczenie'.replace('znaczenie', '1 miejsce do poprawienia'));
    await put(find('input', 'Znaczenie'), 'urząd rezygnuje z długu');
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
    await click('Usuń hasło');
    expect(now().glossary).toEqual(finance.glossary);
  });

  it('take the words that a clerk proposes from her file, and leave those that are here', async () => {
    await show();
    await click('Słownik');
    const input = place.querySelector<HTMLInputElement>('.terms input[type=file]') as HTMLInputElement;
    const give = async (value: unknown, told: string) => {
      const file = new File([JSON.stringify(value)], 'haslo.json');
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
      for (let tries = 0; tries < 200 && !text().includes(told); tries += 1) {
        await act(() => new Promise((passed) => setTimeout(passed, 10)));
      }
      expect(text()).toContain(told);
    };
    const clash = { id: 'zaleglosc', headword: 'nadpłata', meaning: 'zapłacono za dużo' };
    await give(
      { glossary: [clash, { id: 'x', headword: 'Zaległość', meaning: 'inne' }] },
      'Dodano hasła: 1.',
    );
    expect(now().glossary?.map(({ headword }) => headword)).toEqual(['zaległość', 'nadpłata']);
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
    await give({ glossary: [{ headword: 5 }] }, 'nie ma haseł, które można dodać');
    await give([], 'nie ma haseł, które można dodać');
  });
});

describe('A signature', () => {
  it('make a key from a passphrase that is long enough and written twice alike', async () => {
    await show();
    await click('Podpis');
    const [first, second] = [
      () => find<HTMLInputElement>('input', 'Hasło do klucza (co najmniej 12 znaków)'),
      () => find<HTMLInputElement>('input', 'Hasło jeszcze raz'),
    ];
    await put(first(), 'krótkie');
    await click('Załóż klucz');
    expect(text()).toContain('Hasło jest za krótkie');
    await put(first(), 'koza w zielonym płaszczu');
    await put(second(), 'koza w zielonym plaszczu');
    await click('Załóż klucz');
    expect(text()).toContain('Hasła różnią się');
    expect(props.signing.onMake).not.toHaveBeenCalled();
    await put(second(), 'koza w zielonym płaszczu');
    await click('Załóż klucz');
    expect(props.signing.onMake).toHaveBeenCalledExactlyOnceWith('koza w zielonym płaszczu');
  });

  it('open the key by its passphrase and say when it is another one; an open key signs what is saved', async () => {
    const name = '3F1A 09C2 77D4 E01B';
    await show({ signing: { ...props.signing, state: 'locked', name, publicKey: 'AAAA' } });
    await click('Podpis');
    expect(text()).toContain(name);
    await put(find('input', 'Hasło do klucza'), 'nie to hasło');
    await click('Otwórz klucz');
    expect(text()).toContain('To nie to hasło');
    expect(text()).toContain('Zapisz do pliku');
    await show({ signing: { ...props.signing, state: 'open' } });
    expect(text()).toContain('Klucz otwarty: pliki zapisujesz podpisane.');
    await click('Zapisz podpisany plik');
    expect(props.onExport).toHaveBeenCalledOnce();
    await click('Zamknij klucz');
    expect(props.signing.onLock).toHaveBeenCalledOnce();
  });
});

describe('A condition that has aged', () => {
  const when = { field: { label: 'Rodzaj sprawy', contains: 'ulga' } };
  const [first] = finance.reminders ?? [];
  const draft = { ...finance, reminders: [{ ...first, id: 'p.rodzaj', when }] } as ProfileSource;
  const context: PageContext = {
    system: 'ezd-rp',
    view: 'case',
    caseSigns: [],
    caseInHand: null,
    fields: {},
    terms: [],
    elements: [],
    address: 'https://ezd.example/sprawa',
    evidence: [],
  };
  const today = warsawDay(new Date('2026-11-27T10:00:00+01:00'));
  let ageing: Ageing;
  beforeEach(async () => {
    ageing = nothingCounted;
    for (const day of [30, ...Array.from({ length: 18 }, (_, index) => 18 - index)])
      ageing = countPage(ageing, [{ id: 'p.rodzaj', when }], context, today - day) ?? ageing;
    await show({ kept: { profile: draft, issued: null }, ageing });
  });
  const sentence = 'Nie pasował od 30 dni, choć EZD RP był używany w 18 dniach';

  it('is marked in the list and on its card, which says what to open', async () => {
    expect(place.querySelector('[data-row="p.rodzaj"]')?.textContent).toContain(sentence);
    await open('p.rodzaj');
    expect(place.querySelector('.aged')?.textContent).toContain(sentence);
    expect(place.querySelector('.aged')?.textContent).toContain('Otwórz w drugiej karcie stronę');
    expect(place.querySelector('.aged button')).toBeNull();
  });

  it('is mended by one press with what stands on the page now; the bench turns there, and it can be undone', async () => {
    const labelsIn = vi.fn(async () => ['Prowadzący', 'Typ sprawy']);
    await show({ tabs: [{ tabId: 7, context }], labelsIn });
    await open('p.rodzaj');
    expect(labelsIn).toHaveBeenCalledWith(7);
    await click('Zamień na: pole „Typ sprawy” zawiera „ulga”');
    expect(reminder('p.rodzaj')?.when).toEqual({ field: { label: 'Typ sprawy', contains: 'ulga' } });
    expect(text()).not.toContain(sentence);
    expect(find<HTMLSelectElement>('select', 'Strona').value).toBe('7');
    expect(document.activeElement?.getAttribute('data-row')).toBe('p.rodzaj');
    await key(place.querySelector('[data-row="p.rodzaj"]') as Element, { key: 'z', ctrlKey: true });
    expect(reminder('p.rodzaj')?.when).toEqual(when);
    expect(text()).toContain(sentence);
  });

  it('has nothing offered where nothing is like it, or where the page cannot be asked', async () => {
    await show({ tabs: [{ tabId: 7, context }], labelsIn: vi.fn(async () => ['Prowadzący']) });
    await open('p.rodzaj');
    expect(text()).toContain('nie ma nic podobnego');
    await show({
      tabs: [{ tabId: 8, context }],
      labelsIn: vi.fn(async () => Promise.reject(new Error('gone'))),
    });
    expect(text()).toContain('nie ma nic podobnego');
  });

  it('is looked for in pages of its system alone', async () => {
    const labelsIn = vi.fn(async () => ['Typ sprawy']);
    await show({ tabs: [{ tabId: 9, context: { ...context, system: 'dokus' } }], labelsIn });
    await open('p.rodzaj');
    expect(labelsIn).not.toHaveBeenCalled();
  });
});

it('Studio speaks English, too', async () => {
  setLanguage('en');
  await show({ language: 'en' });
  expect(text()).toContain('Draft saved.');
  await open('finansowy.ulga');
  expect(place.querySelector('.sentence')?.textContent).toBe(
    'Show when the view is case or client card and the case sign begins with 314.',
  );
});
