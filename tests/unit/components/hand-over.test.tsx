// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HandOverDesk, type HandOverDeskProps } from '@/components/hand-over';
import { type Callback, settle } from '@/lib/callbacks';
import { handOverOf, openFile, sealFile } from '@/lib/hand-over';
import { setLanguage } from '@/lib/i18n';
import { hours, promise, tuesday } from '../callbacks/promises';

let root: Root;
let place: HTMLElement;
let saved: { name: string; bytes: Promise<Uint8Array<ArrayBuffer>> }[];

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  saved = [];
  // What a link with `download` hands to the browser.
  let last: Blob | undefined;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:obok';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last) saved.push({ name: this.download, bytes: bytesOf(last) });
  });
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  setLanguage('pl');
});

const bytesOf = (blob: Blob) =>
  new Promise<Uint8Array<ArrayBuffer>>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
const nowak = promise({ id: 'nowak', name: 'Nowak', phone: '+48242360123', due: tuesday.getTime() });
const desk = (more: Partial<HandOverDeskProps> = {}): HandOverDeskProps => ({
  callbacks: [promise(), nowak],
  now: tuesday,
  directory: [{ person: 'Jan Lis', email: 'jan.lis@gmina.example' }],
  from: 'Anna Nowak, Referat Finansowy',
  maskPhones: false,
  offered: [],
  onOffered: vi.fn(),
  onTell: vi.fn(),
  onCopy: vi.fn(),
  onPrint: vi.fn(),
  onHandedOver: vi.fn(async () => true),
  onTake: vi.fn(async () => true),
  ...more,
});
const show = (props: HandOverDeskProps) => act(() => root.render(<HandOverDesk {...props} />));
const text = () => place.textContent ?? '';
const button = (name: string) => {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.startsWith(name),
  );
  if (!found) throw new Error(`No button „${name}” among: ${text()}`);
  return found;
};
const click = (name: string) => act(async () => button(name).click());
const box = (name: string) => {
  const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(name));
  const input = found?.querySelector('input');
  if (!input) throw new Error(`No box „${name}” among: ${text()}`);
  return input;
};
const tick = (name: string) => act(() => box(name).click());
const field = (label: string) => {
  const found = [...place.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(label),
  );
  const input = found && place.querySelector<HTMLInputElement>(`[id="${found.htmlFor}"]`);
  if (!input) throw new Error(`No field „${label}” among: ${text()}`);
  return input;
};
const type = (label: string, value: string) =>
  act(() => {
    const input = field(label);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const alert = () => place.querySelector('[role=alert]')?.textContent;
const mail = () => place.querySelector<HTMLAnchorElement>('.hand-over-mail');
/** Sealing takes a tenth of a second or so: what comes of it is waited for. */
const waitFor = (what: () => boolean) =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((next) => setTimeout(next)));
      expect([what(), text()]).toEqual([true, text()]);
    },
    { timeout: 20_000 },
  );

describe('„Przekaż oddzwonienia”', () => {
  it('offers what still waits, the earliest due first, one, some or all', () => {
    const kept = settle(promise({ id: 'kept', name: 'Lis' }), { kind: 'reached' }, tuesday, hours);
    show(desk({ callbacks: [promise(), nowak, kept] }));
    const names = () =>
      [...place.querySelectorAll('fieldset:first-of-type label')].map(({ textContent }) => textContent);
    expect(names()).toEqual([
      'Wszystkie otwarte: 2',
      'Nowak, 24 236 01 23 dziś 10:00',
      'Kowalska, 600 123 456 dziś 14:30',
    ]);
    tick('Nowak');
    expect(box('Wszystkie').checked).toBe(false);
    tick('Wszystkie');
    expect([box('Nowak').checked, box('Kowalska').checked]).toEqual([true, true]);
  });

  it('covers numbers where the profile wants it, and not in what the colleague gets', async () => {
    const props = desk({ maskPhones: true });
    show(props);
    tick('Kowalska, ••• ••• 456');
    expect(place.querySelector('fieldset')?.textContent).not.toContain('600 123');
    type('Komu', 'Jan Lis');
    await click('Kopiuj');
    expect(vi.mocked(props.onCopy).mock.calls[0]?.[0]).toContain('telefon 600 123 456');
  });

  it('says in a sentence what is missing, and gives nothing away meanwhile', async () => {
    const props = desk();
    show(props);
    await click('Kopiuj');
    expect(alert()).toBe('Zaznacz, które oddzwonienia przekazujesz.');
    tick('Kowalska');
    await click('Drukuj');
    expect(alert()).toBe('Wpisz, komu je przekazujesz.');
    const pressed = new MouseEvent('click', { bubbles: true, cancelable: true });
    act(() => void mail()?.dispatchEvent(pressed));
    expect(pressed.defaultPrevented).toBe(true);
    await click('Plik z hasłem');
    expect(place.querySelector('[type=password]')).toBeNull();
    for (const deed of [props.onCopy, props.onPrint, props.onOffered]) expect(deed).not.toHaveBeenCalled();
  });

  it('copies and prints only what is ticked, and notes who was given it', async () => {
    const props = desk();
    show(props);
    tick('Kowalska');
    type('Komu', ' Jan Lis ');
    await click('Kopiuj');
    const [[copied = ''] = []] = vi.mocked(props.onCopy).mock.calls;
    expect(copied).toContain('Dla: Jan Lis\nOd: Anna Nowak, Referat Finansowy');
    expect(copied).toContain('1. Kowalska, telefon 600 123 456');
    expect(copied).not.toContain('Nowak, telefon');
    expect(props.onOffered).toHaveBeenCalledWith([{ ids: ['kowalska'], to: 'Jan Lis' }]);
    expect(document.querySelector('.hand-over-print')?.textContent).toBe(copied);
    await click('Drukuj');
    expect(props.onPrint).toHaveBeenCalledOnce();
    expect(mail()?.href).toMatch(/^mailto:jan\.lis@gmina\.example\?/);
  });

  it('has what is too long for a mail draft pasted', async () => {
    const many = Array.from({ length: 9 }, (_, index) => promise({ id: `${index}`, name: `Żółć ${index}` }));
    const props = desk({ callbacks: many });
    show(props);
    tick('Wszystkie');
    type('Komu', 'Ewa Sowa');
    await act(
      async () => void mail()?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
    );
    expect(mail()?.href).toMatch(/^mailto:\?.{1,300}$/);
    expect(props.onCopy).toHaveBeenCalledWith(
      expect.stringContaining('Żółć 8'),
      'To za dużo na szkic e-maila. Skopiowano treść: wklej ją w wiadomości (Ctrl+V).',
    );
  });

  it('saves a file that opens with the password typed twice, and with no other', async () => {
    const props = desk();
    show(props);
    tick('Wszystkie');
    type('Komu', 'Jan Lis');
    await click('Plik z hasłem');
    type('Hasło', 'krótkie');
    await click('Zapisz plik');
    await waitFor(() => alert()?.startsWith('To hasło jest za krótkie.') === true);
    type('Hasło', 'kot siedzi na płocie');
    type('To samo hasło', 'kot siedzi na plocie');
    await click('Zapisz plik');
    await waitFor(() => alert() === 'W drugim polu jest inne hasło. Wpisz w obu to samo.');
    expect(saved).toEqual([]);
    expect(props.onOffered).not.toHaveBeenCalled();
    type('To samo hasło', 'kot siedzi na płocie');
    expect(field('Hasło').type).toBe('password');
    tick('Pokaż hasło');
    expect(field('Hasło').type).toBe('text');
    await click('Zapisz plik');
    await waitFor(() => text().includes('Zapisano plik oddzwonienia-2026-11-24.obok.'));
    const [file] = saved;
    const bytes = await file?.bytes;
    expect(file?.name).toBe('oddzwonienia-2026-11-24.obok');
    expect(bytes && (await openFile(bytes, 'kot siedzi na płocie'))).toMatchObject({
      ok: true,
      given: { to: 'Jan Lis', callbacks: [{ name: 'Nowak' }, { name: 'Kowalska' }] },
    });
    expect(props.onOffered).toHaveBeenCalledWith([{ ids: ['nowak', 'kowalska'], to: 'Jan Lis' }]);
  });

  it('proposes a password, shows it, and keeps it in sight after the file is saved', async () => {
    show(desk());
    tick('Kowalska');
    type('Komu', 'Jan Lis');
    await click('Plik z hasłem');
    await click('Podpowiedz hasło');
    expect(field('Hasło').value).toMatch(/^\d{4}( \d{4}){3}$/);
    expect([field('Hasło').type, field('To samo hasło').value]).toEqual(['text', field('Hasło').value]);
    await click('Zapisz plik');
    await waitFor(() => text().includes('hasło podaj przez telefon.'));
    expect(field('Hasło').value).toMatch(/\d{4}$/);
  });

  it('tells that they stay until it is confirmed, and settles only those that still wait', async () => {
    const props = desk({ offered: [{ ids: ['kowalska', 'gone'], to: 'Jan Lis' }] });
    show(props);
    expect(text()).toContain(
      'Jan Lis: 1 oddzwonienie. Zostaje u Ciebie, dopóki nie potwierdzisz, że je przejęto.',
    );
    await click('Przejęto: oznacz jako przekazane');
    expect(props.onHandedOver).toHaveBeenCalledWith({ ids: ['kowalska'], to: 'Jan Lis' });
    expect(props.onOffered).toHaveBeenCalledWith([]);
    expect(document.activeElement?.textContent).toBe('Przekaż oddzwonienia');
  });

  it('asks of each colleague what that one was given last, once', async () => {
    const props = desk({
      offered: [
        { ids: ['kowalska', 'nowak'], to: 'Ewa Sowa' },
        { ids: ['nowak'], to: 'Jan Lis' },
      ],
    });
    show(props);
    expect(place.querySelectorAll('.hand-over-offered')).toHaveLength(2);
    tick('Kowalska');
    type('Komu', 'Jan Lis');
    await click('Kopiuj');
    expect(props.onOffered).toHaveBeenLastCalledWith([
      { ids: ['nowak'], to: 'Ewa Sowa' },
      { ids: ['nowak', 'kowalska'], to: 'Jan Lis' },
    ]);
    await click('Przejęto');
    expect(props.onHandedOver).toHaveBeenCalledWith({ ids: ['kowalska', 'nowak'], to: 'Ewa Sowa' });
    expect(props.onOffered).toHaveBeenLastCalledWith([{ ids: ['nowak'], to: 'Jan Lis' }]);
  });

  it('gives no more away at once than a colleague’s Obok takes', async () => {
    const many = Array.from({ length: 501 }, (_, index) => promise({ id: `${index}` }));
    const props = desk({ callbacks: many });
    show(props);
    tick('Wszystkie');
    type('Komu', 'Jan Lis');
    await click('Kopiuj');
    expect(alert()).toBe('Naraz przekażesz najwyżej 500. Zaznacz mniej.');
    expect(props.onCopy).not.toHaveBeenCalled();
    tick('Kowalska');
    await click('Kopiuj');
    expect(props.onCopy).toHaveBeenCalledOnce();
  });

  it('keeps the question where it could not be stored, and asks none about what is settled', async () => {
    const props = desk({
      offered: [{ ids: ['kowalska'], to: 'Jan Lis' }],
      onHandedOver: vi.fn(async () => false),
    });
    show(props);
    await click('Przejęto');
    expect(props.onOffered).not.toHaveBeenCalled();
    show(desk({ offered: [{ ids: ['gone'], to: 'Jan Lis' }] }));
    expect(text()).not.toContain('Do potwierdzenia');
  });

  it('leaves them on the list where they were not taken over', async () => {
    const props = desk({ offered: [{ ids: ['kowalska', 'nowak'], to: 'Jan Lis' }] });
    show(props);
    expect(text()).toContain('Jan Lis: 2 oddzwonienia. Zostają u Ciebie');
    await click('Nie przejęto');
    expect(props.onOffered).toHaveBeenCalledWith([]);
    expect(props.onHandedOver).not.toHaveBeenCalled();
    expect(props.onTell).toHaveBeenCalledWith('Zostają na Twojej liście.');
  });

  it('shows a long list in parts, and takes all of it at once', async () => {
    const many = Array.from({ length: 70 }, (_, index) => promise({ id: `${index}` }));
    const props = desk({ callbacks: many });
    show(props);
    expect(place.querySelectorAll('fieldset:first-of-type input')).toHaveLength(31);
    await click('Pokaż jeszcze 30');
    await click('Pokaż jeszcze 10');
    expect(place.querySelectorAll('fieldset:first-of-type input')).toHaveLength(71);
    tick('Wszystkie');
    type('Komu', 'Jan Lis');
    await click('Kopiuj');
    expect(vi.mocked(props.onCopy).mock.calls[0]?.[0]).toContain('70. Kowalska');
  });

  it('says so where nobody waits', () => {
    show(desk({ callbacks: [] }));
    expect(text()).toContain('Nikt nie czeka na telefon, więc nie ma czego przekazać.');
  });
});

describe('„Wczytaj plik od współpracownika”', () => {
  const password = 'kot siedzi na płocie';
  const fileOf = async (callbacks: Callback[], name = 'oddzwonienia-2026-11-24.obok') => {
    const given = handOverOf(callbacks, { from: 'Ewa Sowa', to: 'Anna Nowak', now: tuesday });
    const sealing = await sealFile(given, password, (count) => crypto.getRandomValues(new Uint8Array(count)));
    if (!sealing.ok) throw new Error('Not sealed.');
    return asFile(sealing.bytes, name);
  };
  /** jsdom's own files have no `arrayBuffer`. */
  const asFile = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
    Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.buffer });
  const choose = (file: File) =>
    act(async () => {
      const input = place.querySelector('input[type=file]');
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  async function open(file: File): Promise<void> {
    await choose(file);
    await waitFor(() => text().includes('Hasło do pliku'));
    type('Hasło do pliku', password);
    await click('Otwórz plik');
    await waitFor(() => text().includes('Co przejąć'));
  }

  it('asks for the password, tells a wrong one, and shows what it would do before it does it', async () => {
    const props = desk({ callbacks: [nowak] });
    show(props);
    await choose(await fileOf([promise(), nowak]));
    await waitFor(() => text().includes('Hasło do pliku'));
    await click('Otwórz plik');
    expect(alert()).toBe('Wpisz hasło.');
    type('Hasło do pliku', 'pies siedzi na płocie');
    await click('Otwórz plik');
    await waitFor(() => alert()?.startsWith('To hasło nie pasuje do tego pliku.') === true);
    type('Hasło do pliku', password);
    await click('Otwórz plik');
    await waitFor(() => text().includes('Od: Ewa Sowa'));
    expect(document.activeElement?.textContent).toBe('Od: Ewa Sowa');
    expect(text()).toContain('Kowalska, 600 123 456 dziś 14:30 nowe');
    const last = [...place.querySelectorAll('label')]
      .filter(({ textContent }) => textContent?.includes('Nowak'))
      .at(-1);
    expect(last?.textContent).toContain('już masz takie samo');
    expect(last?.querySelector('input')?.disabled).toBe(true);
    expect(props.onTake).not.toHaveBeenCalled();
    await click('Przejmij 1 oddzwonienie');
    const [[ids, change] = []] = vi.mocked(props.onTake).mock.calls;
    expect(ids).toEqual(['kowalska']);
    expect(change?.([nowak])).toEqual([{ ...promise(), takenFrom: 'Ewa Sowa' }]);
    expect(text()).not.toContain('Co przejąć');
    expect(document.activeElement?.textContent).toBe('Wybierz plik');
  });

  it('lets the clerk take some, and stays open where it could not be stored', async () => {
    const props = desk({ callbacks: [], onTake: vi.fn(async () => false) });
    show(props);
    await open(await fileOf([promise(), nowak]));
    tick('Nowak');
    await click('Przejmij 1 oddzwonienie');
    expect(vi.mocked(props.onTake).mock.calls[0]?.[0]).toEqual(['kowalska']);
    expect(text()).toContain('Co przejąć');
    tick('Kowalska');
    expect(button('Przejmij').disabled).toBe(true);
  });

  it('tells what differs and what is settled here, and ticks none of it', async () => {
    const mine = promise({ note: 'po 14' });
    const done = settle(nowak, { kind: 'reached' }, tuesday, hours);
    show(desk({ callbacks: [mine, done] }));
    await open(await fileOf([promise({ note: 'nie rano' }), nowak]));
    expect(text()).toContain('różni się od tego, co masz: uwagi');
    expect(text()).toContain('u Ciebie już załatwione');
    expect(button('Przejmij').disabled).toBe(true);
  });

  it('tells of a file that is damaged, too large, or no file of Obok', async () => {
    show(desk());
    const whole = new Uint8Array(await (await fileOf([promise()])).arrayBuffer());
    for (const [bytes, sentence] of [
      [whole.slice(0, -1), 'Ten plik jest uszkodzony.'],
      [new TextEncoder().encode('%PDF-1.7'), 'To nie jest plik z oddzwonieniami z Oboka.'],
      [new Uint8Array(3_000_000), 'Ten plik jest za duży'],
      [Uint8Array.of(...whole.slice(0, 4), 9, ...whole.slice(5)), 'Ten plik zapisał nowszy Obok.'],
    ] as const) {
      await choose(asFile(new Uint8Array(bytes), 'plik.obok'));
      await waitFor(() => alert()?.startsWith(sentence) === true);
      expect(text()).not.toContain('Hasło do pliku');
    }
    await choose(
      Object.assign(new File([], 'x.obok'), { arrayBuffer: () => Promise.reject(new Error('NotReadable')) }),
    );
    await waitFor(() => alert()?.startsWith('Nie udało się odczytać tego pliku.') === true);
    await click('Zamknij plik');
    expect([alert(), document.activeElement?.textContent]).toEqual([undefined, 'Wybierz plik']);
  });

  it('takes a file that is dropped on it', async () => {
    show(desk());
    const file = await fileOf([promise()]);
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
      dataTransfer: { types: ['Files'], files: [file] },
    });
    await act(async () => void button('Wybierz plik').dispatchEvent(drop));
    expect(drop.defaultPrevented).toBe(true);
    await waitFor(() => text().includes('Hasło do pliku'));
  });
});

describe('„Zapisz dla siebie”', () => {
  it('saves a calendar without anybody’s data, unless it is ticked and warned of', async () => {
    const props = desk();
    show(props);
    await click('Kalendarz');
    tick('W kalendarzu także nazwisko');
    expect(text()).toContain('Wtedy dane klientów zobaczy każdy, kto widzi Twój kalendarz.');
    await click('Kalendarz');
    const [bare = '', full = ''] = await Promise.all(
      saved.map(async ({ bytes }) => new TextDecoder().decode(await bytes)),
    );
    expect([bare.includes('Kowalska'), full.includes('Kowalska')]).toEqual([false, true]);
    expect(saved.map(({ name }) => name)).toEqual(Array(2).fill('oddzwonienia-2026-11-24.ics'));
    expect(props.onTell).toHaveBeenCalledWith('Zapisano plik oddzwonienia-2026-11-24.ics.');
  });

  it('saves a table of all, also of what is settled', async () => {
    const kept = settle(nowak, { kind: 'reached' }, tuesday, hours);
    show(desk({ callbacks: [promise(), kept] }));
    await click('Tabela');
    const [table] = saved;
    expect(new TextDecoder().decode(await table?.bytes)).toContain('rozmowa odbyta');
    expect(table?.name).toBe('oddzwonienia-2026-11-24.csv');
  });

  it('says so where there is nothing, in English too', async () => {
    setLanguage('en');
    const props = desk({ callbacks: [] });
    show(props);
    await click('Table');
    expect(props.onTell).toHaveBeenCalledWith('There is nothing to save.');
    expect(saved).toEqual([]);
  });
});
