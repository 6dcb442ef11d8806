// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallbacksTab, type CallbacksTabProps, dueCounts, phoneText } from '@/components/callbacks';
import { type Callback, type ListView, settle, usualView } from '@/lib/callbacks';
import { at, hours, minute, promise, rules, tuesday } from '../callbacks/promises';
import { directory } from '../directory/office';

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

const tab = (more: Partial<CallbacksTabProps> = {}): CallbacksTabProps => ({
  callbacks: [promise()],
  now: tuesday,
  hours,
  promptly: 120,
  retention: 14,
  escalation: rules,
  snoozes: [20],
  directory,
  clerk: { 'imię i nazwisko': 'Anna Wzorcowa', referat: 'Referat Finansowy' },
  maskPhones: false,
  pageSign: null,
  introduction: {
    text: 'Urząd Gminy Gostynin, Anna Nowak, dzień dobry. Dzwonię w sprawie …',
    missing: [],
    next: [],
  },
  view: usualView,
  onView: vi.fn(),
  calling: null,
  onCallOver: vi.fn(),
  entry: '',
  onEntry: vi.fn(),
  onAdd: vi.fn(async () => true),
  entryAsked: 0,
  handOver: { isOpen: false, onOpen: vi.fn(), part: null },
  onCall: vi.fn(),
  onOutcome: vi.fn(),
  onSnooze: vi.fn(),
  onReopen: vi.fn(),
  onCopyNumber: vi.fn(),
  onOpenCase: vi.fn(),
  onCopyMessage: vi.fn(),
  onEdit: vi.fn(async () => true),
  ...more,
});
const show = (props: CallbacksTabProps) => act(() => root.render(<CallbacksTab {...props} />));
const button = (name: string) => {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.startsWith(name),
  );
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  return found;
};
const click = (name: string) => act(() => button(name).click());
const rows = () => [...place.querySelectorAll<HTMLElement>('[data-callback]')];
const call = () => place.querySelector<HTMLElement>('a[href^="tel:"]') as HTMLElement;
const key = (target: HTMLElement, name: string, more: KeyboardEventInit = {}) =>
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, ...more })));
const submit = () =>
  act(
    async () =>
      void place
        .querySelector('form')
        ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  );

describe('„Oddzwonienia” on the screen', () => {
  it('shows of a line while it is typed: number, who, when and what', () => {
    show(tab({ entry: '600 123 456 Kowalska wymiar podatku jutro 10' }));
    expect([...place.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
      '600 123 456',
      'Kowalska',
      'jutro 10:00',
      'wymiar podatku',
    ]);
  });

  it('stores by Enter what was understood, all the rest as the subject, and a time where none was typed', async () => {
    const props = tab({ entry: 'coś zupełnie innego 12%' });
    show(props);
    await submit();
    expect(props.onAdd).toHaveBeenCalledWith({
      due: at('2026-11-24 12:00'),
      subject: 'coś zupełnie innego 12%',
    });
    expect(props.onEntry).toHaveBeenCalledWith('');
  });

  it('keeps the line where it could not be stored', async () => {
    const props = tab({ entry: '600 123 456', onAdd: vi.fn(async () => false) });
    show(props);
    await submit();
    expect(props.onEntry).not.toHaveBeenCalled();
  });

  it('takes the sign of the open case only when it is pressed', async () => {
    const props = tab({ entry: '600 123 456', pageSign: 'FN.3120.12.2026.AN' });
    show(props);
    await submit();
    expect(props.onAdd).toHaveBeenLastCalledWith(
      expect.not.objectContaining({ caseSign: expect.anything() }),
    );
    click('Dopisz sprawę FN.3120.12.2026.AN');
    await submit();
    expect(props.onAdd).toHaveBeenLastCalledWith(expect.objectContaining({ caseSign: 'FN.3120.12.2026.AN' }));
  });

  it('says that a time has passed, or that the office is closed then, and what it takes instead', () => {
    show(tab({ entry: '600 123 456 dziś o 8:30' }));
    expect(place.textContent).toContain('Ta pora już minęła, więc wpiszę: jutro 08:30.');
    show(tab({ entry: '600 123 456 w sobotę o 10' }));
    expect(place.textContent).toContain('Wtedy urząd jest zamknięty, więc wpiszę:');
  });

  it('offers in the full form the people of the directory and the sign of the open case, which is taken when pressed', async () => {
    const props = tab({ pageSign: 'FN.3120.12.2026.AN' });
    show(props);
    click('Wpisz dokładniej');
    const form = place.querySelector<HTMLFormElement>('.callback-form');
    const field = (name: string) => form?.querySelector<HTMLInputElement>(`[name=${name}]`);
    expect([...(field('colleague')?.list?.options ?? [])].map(({ value }) => value)).toEqual(
      directory.map(({ person }) => person),
    );
    expect(field('caseSign')?.value).toBe('');
    act(() => form?.querySelector<HTMLElement>('.chip')?.click());
    expect(field('caseSign')?.value).toBe('FN.3120.12.2026.AN');
    expect(
      [...(form?.querySelectorAll('[name=reason] option') ?? [])].map(({ textContent }) => textContent),
    ).toEqual([
      'Rozmowa niedokończona',
      'Nieodebrany telefon, gdy obsługiwany był klient przy biurku',
      'Rozmowę przerwał klient przy biurku',
      'Nie było osoby, która prowadzi sprawę',
      'Trzeba coś sprawdzić',
    ]);
  });

  it('opens the case of a row, and tells on it why the call was promised', () => {
    const props = tab({ callbacks: [promise({ caseSign: 'FN.3120.12.2026' })] });
    show(props);
    click('Otwórz sprawę');
    expect(props.onOpenCase).toHaveBeenCalledOnce();
    click('Więcej');
    expect(place.textContent).toContain('Obiecano: dziś 10:00 · Trzeba coś sprawdzić');
  });

  it('tells each time as one would say it', () => {
    const due = (minutes: number) => promise({ id: `${minutes}`, due: tuesday.getTime() + minutes * minute });
    show(tab({ callbacks: [due(-90), due(-1), due(20), due(120), due(24 * 60)] }));
    expect([...place.querySelectorAll('.callback-due')].map(({ textContent }) => textContent)).toEqual([
      'po terminie od 08:30',
      'teraz · 09:59',
      'za 20 min · 10:20',
      'dziś 12:00',
      'jutro 10:00',
    ]);
    expect([...place.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'Po terminie 2',
      'Dziś 2',
      'Później 1',
    ]);
  });

  it.each([
    ['t', { kind: 'reached' }],
    ['B', { kind: 'no-answer' }],
    ['z', { kind: 'wrong-number' }],
    ['k', { kind: 'client-called' }],
    ['w', { kind: 'withdrawn' }],
  ])('settles the row that has the focus by one letter: %s', (letter, outcome) => {
    const props = tab();
    show(props);
    key(call(), letter);
    expect(props.onOutcome).toHaveBeenCalledWith(expect.objectContaining({ id: 'kowalska' }), outcome);
  });

  it('leaves letters to a field that is typed in, and to the browser where a modifier is held', () => {
    const props = tab();
    show(props);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) key(call(), 't', { [modifier]: true });
    click('Więcej');
    click('Zmień');
    key(place.querySelector('.callback-form input') as HTMLElement, 't');
    key(place.querySelector('.quick-entry input') as HTMLElement, 't');
    expect(props.onOutcome).not.toHaveBeenCalled();
  });

  it('goes from row to row by the arrow keys', () => {
    show(tab({ callbacks: ['a', 'b'].map((id) => promise({ id })) }));
    call().focus();
    key(call(), 'ArrowDown');
    expect(document.activeElement?.closest('[data-callback]')).toBe(rows()[1]);
  });

  it('asks to whom before it hands over', async () => {
    const props = tab();
    show(props);
    key(call(), 'p');
    expect(props.onOutcome).not.toHaveBeenCalled();
    const field = place.querySelector<HTMLInputElement>('[name=colleague]');
    if (field) field.value = 'Jan Lis';
    await act(
      async () => void field?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    );
    expect(props.onOutcome).toHaveBeenCalledWith(expect.anything(), {
      kind: 'handed-over',
      colleague: 'Jan Lis',
    });
  });

  it('asks whether the time stays when the client rang first', () => {
    const props = tab({ callbacks: [settle(promise(), { kind: 'client-called' }, tuesday, hours)] });
    show(props);
    expect(place.textContent).toContain('Czy nadal oddzwonić: dziś 14:30?');
    click('Tak, jak umówiono');
    expect(props.onOutcome).toHaveBeenCalledWith(expect.anything(), { kind: 'as-agreed' });
  });

  it('proposes who stands in once it was due long ago, with a message ready to send', () => {
    const late = promise({
      extension: '12',
      attempts: [{ at: at('2026-11-24 15:00'), outcome: 'no-answer' }],
    });
    const props = tab({ callbacks: [late], now: new Date(at('2026-11-25 10:29')) });
    show(props);
    expect(place.querySelector('.callback-substitute')).toBeNull();
    // 14:30 and four working hours.
    show({ ...props, now: new Date(at('2026-11-25 10:30')) });
    expect(place.querySelector('.callback-substitute p')?.textContent).toBe(
      'Termin minął dawno. Zastępuje: Marek Zmyślony, podinspektor ds. księgowości podatkowej, Referat Finansowy, 24 000 00 12.',
    );
    click('Kopiuj wiadomość');
    const message = [
      'Wiadomość dla: Marek Zmyślony, podinspektor ds. księgowości podatkowej, Referat Finansowy',
      'Od klienta: Kowalska, tel. 600 123 456 wew. 12',
      'Treść: Proszę oddzwonić do klienta. Termin: 24 listopada 2026 14:30. Nie odebrano: 1.',
      'Przyjęto: 24 listopada 2026 10:00, Anna Wzorcowa, Referat Finansowy',
    ].join('\n');
    expect(props.onCopyMessage).toHaveBeenCalledWith(message);
    const draft = new URL(place.querySelector<HTMLAnchorElement>('a[href^="mailto:"]')?.href ?? '');
    // What lists and notifications show names nobody.
    expect(draft.searchParams.get('subject')).toBe('Prośba o oddzwonienie do klienta');
    expect(draft.searchParams.get('body')).toBe(message.replaceAll('\n', '\r\n'));
    click('Przekazane: Marek Zmyślony');
    expect(props.onOutcome).toHaveBeenCalledWith(late, {
      kind: 'handed-over',
      colleague: 'Marek Zmyślony',
    });
  });

  it('proposes for a colleague whoever stands in for that one, and asks to whom where nobody does', () => {
    const now = new Date(at('2026-11-25 12:00'));
    const props = tab({ callbacks: [promise({ colleague: 'Marek Zmyślony, podinspektor' })], now });
    show(props);
    expect(place.querySelector('.callback-substitute')?.textContent).toContain('Zastępuje: Anna Wzorcowa');
    show({ ...props, callbacks: [promise({ colleague: 'Nikt Znany' })] });
    click('Przekaż komu innemu');
    expect(place.querySelector('[name=colleague]')).not.toBeNull();
    for (const state of ['kept', 'broken'] as const) {
      show({ ...props, callbacks: [promise({ state })] });
      expect(place.querySelector('.callback-substitute')).toBeNull();
    }
  });

  it('has the sentence to begin with on top while somebody is called, and the outcomes at hand', () => {
    show(tab({ calling: promise() }));
    expect(place.querySelector('.calling')?.textContent).toContain('Dzwonisz: Kowalska, 600 123 456');
    expect(place.querySelector('.calling [lang=pl]')?.textContent).toContain('Urząd Gminy Gostynin');
    expect(button('Nie odebrano')).toBeTruthy();
  });

  it('finds a promise by its number, however it is spaced', () => {
    show(tab({ callbacks: [promise(), promise({ id: 'b', name: 'Lis', phone: '+48242360123' })] }));
    const search = place.querySelector<HTMLInputElement>('[type=search]');
    act(() => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(search, '24 236-01');
      search?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(rows().map((row) => row.dataset.callback)).toEqual(['b']);
  });

  describe('with numbers covered by the profile', () => {
    const number = () => place.querySelector('.callback-phone')?.textContent;
    const isInSight = () =>
      [...place.querySelectorAll('.callback-list, .calling')].some(({ innerHTML }) =>
        innerHTML.replace(/\D/g, '').includes('600123'),
      );

    it('keeps the last three digits, in sight and for a screen reader, and no link tells the rest', () => {
      show(tab({ maskPhones: true, calling: promise() }));
      expect(number()).toContain('••• ••• 456');
      expect(number()).toContain('numer zasłonięty, na końcu 4 5 6');
      expect(isInSight()).toBe(false);
    });

    it('shows a number by a press or by O, and covers it again when the focus leaves the row', () => {
      show(tab({ maskPhones: true, callbacks: [promise(), promise({ id: 'b', phone: '+48600123457' })] }));
      act(() => button('Pokaż').focus());
      click('Pokaż');
      expect(number()).toContain('600 123 456');
      act(() => button('Kopiuj numer').focus());
      expect(number()).toContain('600 123 456');
      act(() => rows()[1]?.querySelector('button')?.focus());
      expect(isInSight()).toBe(false);
      act(() => button('Kopiuj numer').focus());
      key(button('Kopiuj numer'), 'o');
      expect(number()).toContain('600 123 456');
      act(() => button('Kopiuj numer').blur());
      expect(isInSight()).toBe(false);
    });

    it('shows the message to a substitute without the number, and gives it on with it', () => {
      const long = promise({
        due: tuesday.getTime() - 30 * 60 * minute,
        promisedAt: tuesday.getTime() - 60 * 60 * minute,
      });
      const props = tab({
        maskPhones: true,
        callbacks: [long],
        clerk: { 'imię i nazwisko': directory[0]?.person ?? '' },
      });
      show(props);
      expect(place.querySelector('.callback-message')?.textContent).toContain('•••');
      expect(isInSight()).toBe(false);
      click('Kopiuj wiadomość');
      expect(props.onCopyMessage).toHaveBeenCalledWith(expect.stringContaining('600 123 456'));
    });

    it('calls and copies in one action all the same, and keeps a number that is a title covered', () => {
      const { name: _, ...nameless } = promise();
      const props = tab({ maskPhones: true, callbacks: [nameless] });
      show(props);
      expect(place.querySelector('h3')?.textContent).toContain('••• ••• 456');
      const called: string[] = [];
      const follow = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
        this: HTMLAnchorElement,
      ) {
        called.push(this.href);
      });
      click('Zadzwoń');
      key(button('Zadzwoń'), 'd');
      follow.mockRestore();
      expect(called).toEqual(['tel:+48600123456', 'tel:+48600123456']);
      expect(props.onCall).toHaveBeenCalledTimes(2);
      click('Kopiuj numer');
      expect(props.onCopyNumber).toHaveBeenCalledTimes(1);
    });

    it.each([
      ['+48242360123', '•• ••• •1 23'],
      ['112', '•••'],
      ['+4930123456', '••••••••456'],
      ['po 14, 600 12 3', '•• ••• ••• 12 3'],
    ])('%s is covered as %s', (phone, covered) => {
      show(tab({ maskPhones: true, callbacks: [promise({ phone })] }));
      expect(place.querySelector('.callback-phone [aria-hidden]')?.textContent).toBe(covered);
    });
  });

  describe('with a filter', () => {
    const settled = settle(promise({ id: 'kept' }), { kind: 'reached' }, tuesday, hours);
    const view = (parts: Partial<ListView>) => ({ ...usualView, ...parts });
    const choose = (label: string, value: string) =>
      act(() => {
        const named = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label);
        const select = document.getElementById(named?.htmlFor ?? '') as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });

    it('tells what it shows and what to press for everything, and gives the focus back', () => {
      const props = tab({
        callbacks: [promise(), settled],
        view: view({ state: 'overdue', caller: 'mine' }),
      });
      show(props);
      expect(rows()).toHaveLength(0);
      expect(place.querySelector('.filter-line')?.textContent).toContain('Widać: po terminie, dzwonię ja');
      expect(place.textContent).toContain('Nic nie pasuje do filtra. „Pokaż wszystkie czekające” go usuwa.');
      click('Pokaż wszystkie czekające');
      expect(props.onView).toHaveBeenCalledWith(usualView);
      expect(document.activeElement).toBe(button('Filtr'));
    });

    it('is chosen by three lists behind one button', () => {
      const props = tab({ callbacks: [promise(), settled] });
      show(props);
      expect(place.querySelector('.filter-line')).toBeNull();
      click('Filtr');
      choose('Pokaż', 'settled');
      expect(props.onView).toHaveBeenLastCalledWith(view({ state: 'settled' }));
      choose('Kolejność', 'name');
      expect(props.onView).toHaveBeenLastCalledWith(view({ order: 'name' }));
    });

    it('tells how long what is settled stays, where there is none', () => {
      show(tab({ view: view({ state: 'settled' }) }));
      expect(place.textContent).toContain('Załatwione znikają po 14 dniach.');
    });

    it('stands in one row, without groups, where it is not by time', () => {
      show(
        tab({ callbacks: [promise({ id: 'b', name: 'Wilk' }), promise()], view: view({ order: 'name' }) }),
      );
      expect([...place.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual(['Razem 2']);
      expect(rows().map((row) => row.dataset.callback)).toEqual(['kowalska', 'b']);
    });
  });

  it('says so while it reads, and where nobody waits', () => {
    show(tab({ callbacks: null }));
    expect(place.textContent).toContain('Wczytuję');
    show(tab({ callbacks: [] }));
    expect(place.textContent).toContain('Nikt nie czeka na telefon.');
  });

  it('makes no more rows than are near the screen, of however many', () => {
    // jsdom lays nothing out, and a row without a height would never fill a screen.
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(130);
    vi.stubGlobal('scrollTo', vi.fn());
    const many: Callback[] = Array.from({ length: 5_000 }, (_, index) => promise({ id: `${index}` }));
    show(tab({ callbacks: many }));
    expect(rows().length).toBeGreaterThan(3);
    expect(rows().length).toBeLessThan(60);
    expect(place.querySelector('h2')?.textContent).toBe('Dziś 5000');
    height.mockRestore();
  });
});

it('The tab counts what is overdue and what is due today', () => {
  const callbacks = [-10, 10, 20, 24 * 60].map((ahead) =>
    promise({ due: tuesday.getTime() + ahead * minute }),
  );
  expect(dueCounts(callbacks, tuesday)).toEqual({ overdue: 1, today: 2 });
});

it.each([
  [{ phone: '+48600123456' }, '600 123 456'],
  [{ phone: '+48242360123', extension: '12' }, '24 236 01 23 wew. 12'],
  [{ phone: '+4930123456' }, '+4930123456'],
  [{}, ''],
])('A number is written as it is read aloud: %o', (callback, text) => {
  expect(phoneText(callback)).toBe(text);
});
