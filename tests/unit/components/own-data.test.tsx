// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FoundData, KeptTable, type KeptTableProps, PersonSection } from '@/components/own-data';
import { type Callback, settle } from '@/lib/callbacks';
import { hours, promise, tuesday } from '../callbacks/promises';

let root: Root;
let place: HTMLElement;
let files: { name: string; text: Promise<string> }[];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  files = [];
  const texts = new Map<string, Promise<string>>();
  URL.createObjectURL = (blob) => {
    texts.set('blob:1', textOf(blob as Blob));
    return 'blob:1';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, text: texts.get(this.href) ?? Promise.resolve('') });
  });
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** jsdom's own Blob tells its text to no other than its own reader. */
const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });

const nothing: FoundData = { callbacks: [], encounters: [], others: [], served: [], ofOffice: [] };
const told = { onErase: vi.fn(async () => true), onSaved: vi.fn() };
const show = (onFind: () => Promise<FoundData | null>, maskPhones = false) =>
  act(() =>
    root.render(
      <PersonSection onFind={onFind} {...told} maskPhones={maskPhones} now={() => tuesday} language="pl" />,
    ),
  );
const search = async (typed: string) => {
  const input = place.querySelector<HTMLInputElement>('form input');
  if (input) input.value = typed;
  await act(
    async () =>
      void place
        .querySelector('form')
        ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );
};
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.startsWith(name),
  );
  if (!found) throw new Error(`No button „${name}” among: ${document.body.textContent}`);
  return found;
};
const click = (name: string) => act(async () => button(name).click());

const kept = settle(
  promise({ id: 'b', subject: 'wymiar podatku', note: 'dzwonić\npo 14', caseSign: 'FN.3120.7.2026' }),
  { kind: 'reached' },
  tuesday,
  hours,
);

describe('What is kept of one person', () => {
  it('is listed with what it is about, and a person of whom nothing is kept is told so', async () => {
    show(async () => ({ ...nothing, callbacks: [promise(), kept], ofOffice: ['profiles'] }));
    await search('Kowalska');
    expect(place.querySelector('[role=status]')?.textContent).toBe('Znaleziono 2 wpisy.');
    expect(place.textContent).toContain('Kowalska, 600 123 456');
    expect(place.textContent).toContain('wymiar podatku · FN.3120.7.2026 · rozmowa odbyta · dziś 10:00');
    expect(place.textContent).toContain('Tak samo jest w profilu z urzędu');
    show(async () => nothing);
    await search('Kowalska');
    expect(place.textContent).toContain('Niczego nie ma zapisanego o tej osobie.');
    show(async () => null);
    await search('x');
    expect(place.textContent).toContain('co najmniej pięć cyfr');
    show(async () => Promise.reject(new Error('The disk is full.')));
    await search('Kowalska');
    expect(place.textContent).toContain('Nie udało się przeszukać danych.');
  });

  it('keeps its numbers covered where the profile says so', async () => {
    show(async () => ({ ...nothing, callbacks: [promise()] }), true);
    await search('Kowalska');
    expect(place.textContent).not.toContain('600 123');
  });

  it('goes into a file that can be read, under a name that tells nobody; what is unticked stays out', async () => {
    show(async () => ({ ...nothing, callbacks: [kept, promise({ name: 'Kowalski' })] }));
    await search('Kowalska');
    await act(async () => place.querySelectorAll<HTMLInputElement>('[type=checkbox]')[1]?.click());
    await click('Zapisz do pliku (tekst)');
    expect(files[0]?.name).toBe('obok-dane-osoby-2026-11-24.txt');
    const text = await files[0]?.text;
    expect(text).toContain('1. Kowalska, 600 123 456');
    expect(text).toContain('   Uwagi: dzwonić\n   po 14');
    expect(text).toContain('   Próby: 24 listopada 2026 10:00 – rozmowa odbyta');
    expect(text).toContain('   Stan: rozmowa odbyta');
    expect(text).not.toContain('Kowalski');
    await click('Zapisz do pliku (JSON)');
    const json = JSON.parse((await files[1]?.text) ?? '');
    expect(json).toMatchObject({
      format: 'obok-person/1',
      callbacks: [{ id: 'b', phone: '+48600123456', settledAt: '2026-11-24T09:00:00.000Z' }],
    });
    expect(json.callbacks).toHaveLength(1);
  });

  it('is erased only when asked twice, and only what is ticked', async () => {
    const service = { id: 's', channel: 'desk', moment: 'ending', startedAt: tuesday.getTime() } as const;
    show(async () => ({
      ...nothing,
      callbacks: [promise(), kept],
      encounters: [service],
      others: [{ place: 'memory', key: 'callback-entry', value: 'Kowalska jutro' }],
    }));
    await search('Kowalska');
    expect(place.textContent).toContain('Wiersz, który wpisujesz w „Oddzwonieniach”');
    await act(async () => place.querySelectorAll<HTMLInputElement>('[type=checkbox]')[0]?.click());
    await click('Usuń 3 zaznaczone…');
    expect(told.onErase).not.toHaveBeenCalled();
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('Znikną 3 wpisy');
    await act(async () =>
      [...document.querySelectorAll<HTMLElement>('[role=alertdialog] button')].at(-1)?.click(),
    );
    expect(told.onErase).toHaveBeenCalledWith(
      'Kowalska',
      expect.objectContaining({ callbacks: [kept], encounters: [service] }),
    );
    expect(place.querySelector<HTMLInputElement>('form input')?.value).toBe('');
  });

  it('of very many shows the first, and tells of the rest', async () => {
    const many: Callback[] = Array.from({ length: 350 }, (_, index) => promise({ id: `${index}` }));
    show(async () => ({ ...nothing, callbacks: many }));
    await search('Kowalska');
    expect(place.querySelectorAll('[type=checkbox]')).toHaveLength(100);
    expect(place.textContent).toContain('i jeszcze 250, tak samo zaznaczonych');
    expect(button('Usuń 350 zaznaczonych…')).toBeTruthy();
  });
});

describe('What is kept', () => {
  const none = { callbacks: 0, encounters: 0, events: 0, terms: 0, profiles: 0, weeks: 0, conditions: 0 };
  const size = (bytes: number, nextAt: number | null = null) => ({ bytes, nextAt });
  const day = 86_400_000;
  const measured = {
    kind: 'measured',
    of: {
      callbacks: size(4_200_000, tuesday.getTime() + 3 * day),
      encounters: size(180, tuesday.getTime() - 1),
      events: size(0, tuesday.getTime() + 399 * day),
      terms: size(700),
      profiles: size(40_000),
      weeks: size(1_500),
      conditions: size(900),
      others: size(2_000),
    },
    disk: { taken: 5_234_567, room: 60_000_000_000 },
  } as const;
  const onMeasure = vi.fn(async () => {});
  const show = (given: Partial<KeptTableProps>) =>
    act(() =>
      root.render(
        <KeptTable
          hasClerk={false}
          counts={none}
          days={{ callbacks: 1, encounters: 30, events: 400 }}
          saidBy={{ callbacks: 'referat', encounters: 'base' }}
          measuring={{ kind: 'measuring' }}
          onMeasure={onMeasure}
          now={tuesday}
          language="pl"
          {...given}
        />,
      ),
    );
  const text = () => place.textContent?.replace(/\s/g, ' ');

  it('is told with how much and how long, by whose word, and when the next of it goes', () => {
    show({
      counts: { callbacks: 12_000, encounters: 1, events: 9, terms: 3, profiles: 2, weeks: 7, conditions: 5 },
      measuring: measured,
    });
    const rows = [...place.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) =>
        [...cell.childNodes].map((part) => part.textContent?.replace(/\s/g, ' ')),
      ),
    );
    expect(rows).toEqual([
      [['brak'], ['aż usuniesz']],
      [
        ['12 000', '4,2 MB'],
        [
          'czekające – aż je załatwisz, załatwione – 1 dzień',
          'tak mówi profil referatu',
          'najbliższe znikną 27 listopada',
        ],
      ],
      [
        ['1', '1 kB'],
        ['30 dni', 'tak jest w Oboku, gdy profil nie mówi inaczej', 'najbliższe znikną w ciągu doby'],
      ],
      [
        ['9', '1 kB'],
        ['400 dni', 'tak jest w Oboku zawsze', 'najbliższe znikną 28 grudnia 2027'],
      ],
      [['3', '1 kB'], ['aż usuniesz']],
      [['7', '2 kB'], ['rok']],
      [['5', '1 kB'], ['dopóki profil obowiązuje']],
      [['2', '40 kB'], ['aż usuniesz']],
      [['są', '2 kB'], ['aż usuniesz']],
      [['w pamięci'], ['do końca obsługi albo zamknięcia przeglądarki']],
    ]);
    expect(text()).toContain('Razem na dysku około 5,2 MB, wolne jest około 60 GB.');
  });

  it('says so where there is nothing, where it is being counted, and where that failed', async () => {
    show({});
    expect(text()).toContain('Nie ma tu jeszcze niczego Twojego ani o klientach.');
    expect(text()).toContain('Liczę, ile to zajmuje…');
    show({ hasClerk: true, measuring: { kind: 'failed' } });
    expect(text()).not.toContain('Nie ma tu jeszcze');
    expect(place.querySelector('[role=alert]')?.textContent).toContain('Dane są na miejscu.');
    await click('Spróbuj ponownie');
    expect(onMeasure).toHaveBeenCalledOnce();
    show({ measuring: { ...measured, disk: null } });
    expect(text()).toContain('przeglądarka nie mówi');
  });
});
