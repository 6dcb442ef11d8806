// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// The part is brought when it is opened; here it is there already.
import '@/components/studio/DescribedSystems';
import { type KeptDraft, type OpenTab, Studio, type StudioProps } from '@/components/studio';
import { nothingCounted } from '@/lib/ageing';
import { setLanguage } from '@/lib/i18n';
import { type PageLook, readPage, type System, shippedSystems } from '@/lib/page';
import { lookAtPage } from '@/lib/page/page';
import { pointedAt } from '@/lib/pointing/page';
import { type ProfileSource, parseProfile } from '@/lib/profile';
import { page } from '../page/paper';

const pages: Record<number, Document> = {
  1: page(
    '<title>Umowa 12/2026 – Rejestr umów</title><h1>Umowa 12/2026</h1><dl><dt>Wykonawca</dt><dd>Jan Kot</dd></dl>',
    'https://umowy.gmina.pl/umowy/12',
  ),
  2: page(
    '<title>Wykaz – Rejestr umów</title><h1>Wykaz umów</h1><h2>Umowa w toku</h2>',
    'https://umowy.gmina.pl/umowy',
  ),
  3: page('<title>EZD RP</title><h1>Sprawa FN.3120.1.2026</h1>', 'https://ezd.gmina.pl/sprawa'),
};
const umowy: System = {
  id: 'umowy',
  name: 'Rejestr umów',
  signals: [{ host: 'umowy.gmina.pl' }],
  views: [{ view: 'case', signals: [{ in: 'heading', text: 'Umowa *' }] }],
};
const draft: ProfileSource = { format: 'obok-profile/1', id: 'fn', seq: 0, name: 'FN' };
const tabsOf = (...ids: number[]): OpenTab[] =>
  ids.map((tabId) => ({ tabId, context: readPage(pages[tabId] as Document, shippedSystems) }));

let root: Root;
let place: HTMLElement;
let props: StudioProps;
let saved: KeptDraft[];
/** What is clicked in the page. */
let pointed: string;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  saved = [];
  pointed = 'h1';
  props = {
    kept: { profile: draft, issued: null },
    profiles: [],
    systems: shippedSystems,
    clerk: { name: 'Anna Nowak', position: '', referat: '', office: '', phone: '' },
    language: 'pl',
    tabs: tabsOf(1, 2, 3),
    pointIn: vi.fn(async (tabId) => pointedAt(pages[tabId]?.querySelector(pointed) as Element)),
    readIn: vi.fn(async () => null),
    labelsIn: vi.fn(async () => []),
    skeletons: () => null,
    lookIn: vi.fn(async (tabId, systems): Promise<PageLook> => lookAtPage(pages[tabId] as Document, systems)),
    isPermitted: () => true,
    permit: (first) => <output>{`zgoda: ${first}`}</output>,
    ageing: nothingCounted,
    signing: {
      state: 'none',
      name: null,
      publicKey: null,
      onMake: vi.fn(),
      onOpen: vi.fn(),
      onLock: vi.fn(),
      onSave: vi.fn(),
      onTake: vi.fn(),
      onForget: vi.fn(),
      onCopy: vi.fn(),
    },
    now: () => new Date('2026-11-27T10:00:00+01:00'),
    loadStarts: async () => [],
    proposeForms: async () => [],
    save: vi.fn(async (kept: KeptDraft) => {
      saved.push(kept);
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

const show = async (systems: System[] = [], more: Partial<StudioProps> = {}) => {
  const profile = systems.length > 0 ? { ...draft, systems } : draft;
  props = { ...props, kept: { profile, issued: null }, ...more };
  await act(async () => root.render(<Studio {...props} />));
  await click('Systemy i widoki');
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
const click = (name: string, which = 0) =>
  act(async () => find<HTMLButtonElement>('button', name, which).click());
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
const text = () => place.textContent ?? '';
const verdictOf = (tab: number) =>
  place
    .querySelectorAll('.verdicts li')
    .item(tab - 1)
    .querySelector('strong')?.textContent;
/** Points in a tab, in the n-th place where pointing begins. */
async function point(selector: string, tabId: number, which = 0) {
  pointed = selector;
  await click('Wskaż na stronie', which);
  await put(place.querySelector('.pointing select') as HTMLElement, String(tabId));
  await click('Przejdź tam i wskaż');
}

describe('A system described by pointing', () => {
  it('begins with a sentence that says what to do', async () => {
    await show();
    expect(text()).toContain('Ten profil nie opisuje jeszcze żadnego systemu.');
    expect(text()).toContain('EZD RP, EZD PUW, EZD FINN, DOKUS');
    await click('+ Opisz system');
    expect(document.activeElement).toBe(find('input', 'Nazwa systemu'));
    expect(text()).toContain('Obok jeszcze nie wie, po czym go poznać.');
  });

  it('is named, told by its server and its places, and every open page says at once what it is and why', async () => {
    await show();
    await click('+ Opisz system');
    await put(find('input', 'Nazwa systemu'), 'Rejestr umów');
    expect(verdictOf(1)).toBe('Nierozpoznana: nie ma tu żadnej z jego oznak.');
    // The server of an open page that nobody knows is proposed; that of EZD RP is not.
    await click('Dodaj oznakę: adres serwera zaczyna się od „umowy.gmina.pl”');
    expect(text()).toContain('Obok pozna go, gdy adres serwera zaczyna się od „umowy.gmina.pl”.');
    expect(text()).toContain('Jest na otwartych stronach: 2 z 3.');
    expect(verdictOf(1)).toContain('To ten system, ale widok nie jest rozpoznany.');
    expect(verdictOf(3)).toBe('Nierozpoznana: nie ma tu żadnej z jego oznak.');

    await click('+ Dodaj widok');
    await point('h1', 1, 1);
    expect(text()).toContain('Po czym to poznać?');
    const first = place.querySelector('.candidates li')?.textContent;
    expect(first).toContain('nagłówek zaczyna się od „Umowa”');
    expect(first).toContain('Przetrwa zmianę układu strony: po napisie systemu.');
    // A smaller heading of the list begins so, too.
    expect(first).toContain('Także do innych otwartych stron (1 z 2)');
    await click('Dodaj oznakę: nagłówek zaczyna się od „Umowa”');
    expect(text()).toContain('To sprawa, gdy nagłówek zaczyna się od „Umowa”.');
    expect(verdictOf(1)).toBe(
      'Rozpoznana: sprawa, bo adres serwera zaczyna się od „umowy.gmina.pl” i nagłówek zaczyna się od „Umowa”.',
    );

    await click('+ Dodaj widok');
    await put(find('select', 'Rodzaj widoku', 1), 'case-list');
    await point('h1', 2, 3);
    await click('Dodaj oznakę: nagłówek to „Wykaz umów”');
    expect(verdictOf(2)).toContain('Rozpoznana: lista spraw, bo');
    expect(verdictOf(2)).toContain('Są tu też słabsze oznaki: sprawa.');

    expect(now().systems).toEqual([
      {
        id: 'fn.1',
        name: 'Rejestr umów',
        signals: [{ host: 'umowy.gmina.pl' }],
        views: [
          { view: 'case', signals: [{ in: 'heading', text: 'Umowa *' }] },
          { view: 'case-list', signals: [{ in: 'heading', text: 'Wykaz umów' }] },
        ],
      },
    ]);
    expect(parseProfile(JSON.stringify(now())).ok).toBe(true);
    // Nothing of the client or the contract went into the file.
    expect(JSON.stringify(now())).not.toMatch(/Kot|12/);
  });

  it('is asked about by its name, and the bench takes an open page for it though no profile in force knows it', async () => {
    await show([umowy]);
    await open('umowy');
    await click('Dodaj przypomnienie dla widoku: sprawa');
    expect(text()).toContain('Pokaż, gdy system to Rejestr umów i widok to sprawa.');
    expect(document.activeElement).toBe(find('textarea', 'O czym przypomnieć'));
    await put(find('textarea', 'O czym przypomnieć'), 'Sprawdź termin umowy.');
    const bench = () => place.querySelector('.bench .line')?.textContent ?? '';
    await put(find('.bench select', 'Strona'), '1');
    expect(find<HTMLSelectElement>('.bench select', 'Strona').selectedOptions[0]?.text).toBe(
      'Rejestr umów, sprawa',
    );
    // A weightier one has the strip of a case.
    expect(bench()).toContain('W panelu');
    expect(bench()).toContain('System to Rejestr umów – tak.');
    await put(find('.bench select', 'Strona'), '3');
    expect(bench()).toContain('Nie pokazuje się');
  });

  it('tells that another system weighs more, and that a sign stands for two things', async () => {
    await show([
      {
        ...umowy,
        signals: [{ path: '/sprawa' }, { in: 'title', text: 'EZD RP' }],
        views: [...umowy.views, { view: 'letter', signals: [{ in: 'heading', text: 'Umowa *' }] }],
      },
    ]);
    await open('umowy');
    expect(text()).toContain('To, że tytuł strony to „EZD RP”, jest też oznaką innego systemu: EZD RP.');
    expect(text()).toContain(
      'To, że nagłówek zaczyna się od „Umowa”, jest też oznaką innego widoku: sprawa.',
    );
    await click('Usuń oznakę: tytuł strony to „EZD RP”');
    expect(verdictOf(3)).toBe(
      'Pasuje (ścieżka adresu zaczyna się od „/sprawa”), ale więcej wskazuje na: EZD RP. Dodaj następną oznakę tego systemu.',
    );
  });

  it('is told of a page that is left alone, and of one that cannot be asked', async () => {
    const lookIn = vi.fn(async (tabId: number): Promise<PageLook | null> => {
      if (tabId === 1) return { isLeftAlone: true, system: null, view: 'other', evidence: [], met: [] };
      throw new Error('closed');
    });
    await show([umowy], { lookIn });
    await open('umowy');
    expect(verdictOf(1)).toContain('Obok jej nie czyta');
    expect(verdictOf(2)).toBe('Tej strony nie da się teraz sprawdzić. Wczytaj ją od nowa.');
  });

  it('is written by hand, without a star, and a pasted address is cut to what counts', async () => {
    await show([{ ...umowy, signals: [{ in: 'title', text: '* Rejestr *' }] }]);
    await open('umowy');
    expect(find<HTMLSelectElement>('select', 'Jak pasuje').value).toBe('contains');
    expect(find<HTMLInputElement>('input', 'Treść oznaki').value).toBe('Rejestr');
    // Emptied and written anew it is compared as before.
    await put(find('input', 'Treść oznaki'), '');
    expect(find('input', 'Treść oznaki').getAttribute('aria-invalid')).toBe('true');
    expect(place.querySelector('.signals .fault')?.textContent).toBe(
      'Wpisz, co tam stoi, albo usuń tę oznakę.',
    );
    await put(find('input', 'Treść oznaki'), 'Umowy ');
    expect(now().systems?.[0]?.signals).toEqual([{ in: 'title', text: '* Umowy  *' }]);
    await put(find('select', 'Gdzie jest oznaka'), 'host');
    await put(find('input', 'Treść oznaki'), 'https://Umowy.gmina.pl:8443/umowy/1?a=b');
    expect(now().systems?.[0]?.signals).toEqual([{ host: 'umowy.gmina.pl:8443' }]);
    await put(find('select', 'Gdzie jest oznaka'), 'path');
    await put(find('input', 'Treść oznaki'), 'umowy');
    expect(now().systems?.[0]?.signals).toEqual([{ path: '/umowy' }]);
  });

  it('has exceptions, and the last one taken out leaves no trace in the file', async () => {
    await show([umowy]);
    await open('umowy');
    await click('Dodaj oznakę ręcznie', 2);
    await put(find('.unless input', 'Treść oznaki'), 'Kosz');
    expect(text()).toContain('To sprawa, gdy nagłówek zaczyna się od „Umowa”, chyba że nagłówek to „Kosz”.');
    expect(now().systems?.[0]?.views[0]?.not).toEqual([{ in: 'heading', text: 'Kosz' }]);
    await click('Usuń oznakę: nagłówek to „Kosz”');
    expect(now().systems?.[0]?.views[0]).toEqual(umowy.views[0]);
  });

  it('asks for an address that is not permitted, on its card and where somebody points', async () => {
    const pointIn = vi.fn(async () => 'not-permitted' as const);
    await show([umowy], { tabs: tabsOf(3), isPermitted: () => false, pointIn });
    await open('umowy');
    expect(text()).toContain('Obok nie ma jeszcze zgody na adres umowy.gmina.pl');
    expect(text()).toContain('zgoda: umowy.gmina.pl');
    await click('Wskaż na stronie');
    const help = () => place.querySelector<HTMLDetailsElement>('.pointing details');
    expect(help()?.open).toBe(false);
    await click('Przejdź tam i wskaż');
    expect(place.querySelector('.pointing [role=status]')?.textContent).toContain(
      'Obok nie ma zgody na adres strony, którą pokazuje ta karta.',
    );
    expect(help()?.open).toBe(true);
  });

  it('is removed and brought back, moved by keys, and says who asks about it', async () => {
    const asking = {
      id: 'a',
      provisions: ['ke.7.2'],
      moment: 'greeting' as const,
      text: 'A',
      when: { system: 'umowy' },
    };
    const other = { ...umowy, id: 'inny', name: 'Inny' };
    await show([], {
      kept: { profile: { ...draft, systems: [umowy, other], reminders: [asking] }, issued: null },
    });
    await act(async () => root.unmount());
    root = createRoot(place);
    await act(async () =>
      root.render(
        <Studio
          {...props}
          kept={{ profile: { ...draft, systems: [umowy, other], reminders: [asking] }, issued: null }}
        />,
      ),
    );
    await click('Systemy i widoki');
    const rows = () => [...place.querySelectorAll('[data-row] strong')].map((one) => one.textContent);
    const row = (id: string) => place.querySelector(`[data-row="${id}"]`) as HTMLElement;
    await key(row('umowy'), { key: 'ArrowDown', altKey: true });
    expect(rows()).toEqual(['Inny', 'Rejestr umów']);
    expect(document.activeElement).toBe(row('umowy'));
    await open('umowy');
    expect(text()).toContain('Przypomnienia i listy, które pytają o ten system: 1.');
    await click('Usuń system');
    expect(rows()).toEqual(['Inny']);
    expect(document.activeElement).toBe(row('inny'));
    await key(row('inny'), { key: 'z', ctrlKey: true });
    expect(rows()).toEqual(['Inny', 'Rejestr umów']);
    await key(row('inny'), { key: 'Delete' });
    expect(rows()).toEqual(['Rejestr umów']);
  });

  it('says what is wrong at its place, in the list and in English, too', async () => {
    setLanguage('en');
    props.language = 'en';
    props.kept = { profile: { ...draft, systems: [{ ...umowy, name: '' }] }, issued: null };
    await act(async () => root.render(<Studio {...props} />));
    await click('Systems and views (1)');
    await open('umowy');
    expect(find('input', 'Name of the system').getAttribute('aria-invalid')).toBe('true');
    expect(text()).toContain('Write the name of the system.');
    expect(text()).toContain('Obok knows it when server address begins with “umowy.gmina.pl”.');
    await click('+ Add a view');
    expect(text()).toContain('Add at least one sign: point at it on the page or write it by hand.');
    await click('Add a sign by hand');
    await put(find('select', 'Where the sign is', 1), 'element');
    await put(find('input', 'What the sign says', 1), 'a:has(b)');
    expect(text()).toContain('The selector “a:has(b)” is not allowed.');
    expect(text()).not.toMatch(/studio:/);
  });

  it('is found among forty, and a forty-first is refused with what to do', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ ...umowy, id: `s.${at}`, name: `System ${at}` }));
    await show(many);
    expect(place.querySelectorAll('.systems .thing')).toHaveLength(40);
    expect(text()).toContain('W profilu mieści się 40 systemów.');
    await put(find('input', 'Szukaj systemu'), 'system 39');
    expect(place.querySelectorAll('.systems .thing')).toHaveLength(1);
    await put(find('input', 'Szukaj systemu'), 'nie ma');
    expect(text()).toContain('Nie ma takiego systemu w tym profilu.');
  });

  it('asks the open pages once more after a change, and not once a letter', async () => {
    let answer = () => {};
    const lookIn = vi.fn(() => new Promise<PageLook | null>((resolve) => (answer = () => resolve(null))));
    await show([umowy], { lookIn, tabs: tabsOf(1) });
    await open('umowy');
    expect(lookIn).toHaveBeenCalledTimes(1);
    for (const name of ['U', 'Um', 'Umo']) await put(find('input', 'Nazwa systemu'), name);
    expect(lookIn).toHaveBeenCalledTimes(1);
    await act(async () => answer());
    expect(lookIn).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(lookIn.mock.calls[1])).toContain('"Umo"');
  });
});
