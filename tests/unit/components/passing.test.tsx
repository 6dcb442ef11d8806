// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import {
  emptyDraft,
  type PassingDraft,
  PassingSection,
  type PassingSectionProps,
  type PromisedByPassing,
} from '@/components/passing';
import type { Callback } from '@/lib/callbacks';
import { subjectFinder } from '@/lib/directory';
import { directory } from '../directory/office';

let root: Root;
let place: HTMLElement;
let draft: PassingDraft;

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

type Told = 'onCopy' | 'onCopyNumber' | 'onNumberGiven' | 'onPromise' | 'onTell' | 'onPrint';
type Given = Omit<PassingSectionProps, 'draft' | 'onDraft' | Told> & {
  [Name in Told]: Mock<PassingSectionProps[Name]>;
};

const props = (more: Partial<Given> = {}): Given => ({
  directory,
  findSubjects: subjectFinder((more.directory ?? directory).flatMap(({ subjects }) => subjects)),
  caseSign: null,
  channel: 'phone-in',
  clerkName: 'Zofia Nieobecna',
  clerk: { 'imię i nazwisko': 'Zofia Nieobecna', referat: 'Referat Organizacyjny' },
  moment: 'transferring',
  officePhone: '24 000 00 00',
  onCopy: vi.fn(),
  onCopyNumber: vi.fn(),
  onNumberGiven: vi.fn(),
  onPromise: vi.fn(async (promised) => stored(promised)),
  onTell: vi.fn(),
  onPrint: vi.fn(),
  ...more,
});

const stored = (promised: PromisedByPassing): Callback => ({
  ...promised,
  id: '1',
  state: 'open',
  reason: 'colleague-absent',
  promisedAt: Date.parse('2026-11-24T10:05:00+01:00'),
  due: 0,
  attempts: [],
});

/** The panel keeps the draft; so does this. */
function Kept({ given, first }: { given: Given; first: Partial<PassingDraft> }) {
  const [kept, setKept] = useState({ ...emptyDraft, ...first });
  draft = kept;
  return (
    <PassingSection
      {...given}
      draft={kept}
      onDraft={(change) => setKept((before) => ({ ...before, ...change }))}
    />
  );
}

function show(more: Partial<Given> = {}, first: Partial<PassingDraft> = {}) {
  const given = props(more);
  act(() => root.render(<Kept given={given} first={first} />));
  return given;
}

const named = (name: string) => {
  const found =
    [...place.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent === name) ??
    [...place.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(name))?.control;
  if (!found) throw new Error(`Nothing named „${name}” among: ${place.textContent}`);
  return found;
};
/** Enter, as a browser takes it: presses a button, sends the form of a field. */
const enter = () =>
  act(async () => {
    const held = document.activeElement;
    if (held instanceof HTMLInputElement && held.type !== 'checkbox') held.form?.requestSubmit();
    else (held as HTMLElement).click();
  });
const press = async (name: string) => {
  act(() => named(name).focus());
  await enter();
};
const pressEscape = () =>
  act(() => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
/** Types over what stands in the field that is called so. */
const type = (name: string, text: string) =>
  act(() => {
    const field = named(name) as HTMLInputElement | HTMLTextAreaElement;
    field.focus();
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const text = () => place.textContent ?? '';

describe('„Przekaż klienta”', () => {
  it('is one folded line until the client is passed on, and folds again after', async () => {
    show({ moment: 'listening' });
    expect(text()).toBe('Przekaż klienta');
    await press('Przekaż klienta');
    expect(text()).toContain('W jakiej sprawie?');
    act(() => root.render(<Kept given={props({ moment: 'ending' })} first={{}} />));
    expect(text()).toBe('Przekaż klienta');
    act(() => root.render(<Kept given={props()} first={{}} />));
    expect(text()).toContain('W jakiej sprawie?');
  });

  it('names the person of the open case at once: who, where, number, and why', () => {
    show({ caseSign: { raw: 'FN.3123.1.2026.AW', jrwa: '3123' } });
    expect(place.querySelector('h3')?.textContent).toBe('Anna Wzorcowa');
    expect(text()).toContain('inspektor ds. wymiaru podatków · Referat Finansowy');
    expect(named('24 000 00 11').getAttribute('href')).toBe('tel:+48240000011');
    expect(text()).toContain('Prowadzi sprawy klasy 3123, jak ta na ekranie.');
  });

  it('gives the number with one press', async () => {
    const given = show({}, { matter: 'śmieci' });
    await press('Kopiuj numer');
    expect(given.onCopyNumber).toHaveBeenCalledWith('24 000 00 31');
  });

  it('does not speak of the open case where the client asks about something else', () => {
    show({ caseSign: { raw: 'FN.3123.1.2026.AW', jrwa: '3123' } }, { matter: 'śmieci', isPassing: true });
    expect(place.querySelector('h3')?.textContent).toBe('Ewa Papierowa');
    expect(text()).toContain('Klient dzwoni w sprawie: śmieci.”');
    act(() => (named('Dotyczy otwartej sprawy') as HTMLInputElement).click());
    expect(text()).toContain('Klient dzwoni w sprawie: śmieci. Znak sprawy: FN.3123.1.2026.AW.”');
  });

  it('quietly reminds of one’s own matter, with its source, and names nobody to take it', async () => {
    show({ clerkName: 'Anna Wzorcowa' }, { matter: 'podatek rolny' });
    expect(text()).toContain('Nie przekazuj jej dalej');
    expect(place.querySelector('.passing-target')).toBeNull();
    await press('Podstawa');
    expect(place.querySelector('figcaption')?.textContent).toBe('Kodeks etyki, § 5 ust. 2');
    // She may have a reason.
    await press('Wpisz inną osobę');
    expect(document.activeElement).toBe(named('Do kogo'));
  });

  it('goes through the steps in order, each ticked with one press, and copies the last', async () => {
    const given = show({}, { matter: 'śmieci' });
    await press('Przekaż tej osobie');
    const boxes = [...place.querySelectorAll<HTMLInputElement>('.passing-steps input')];
    expect(boxes).toHaveLength(3);
    for (const box of boxes) act(() => box.click());
    expect(draft.done).toEqual(['tell', 'check', 'brief']);
    expect(text()).toContain('Klient przekazany zgodnie ze standardem.');
    await press('Kopiuj zdanie');
    expect(given.onCopy).toHaveBeenCalledWith('Klient dzwoni w sprawie: śmieci.');
  });

  it('says where the directory comes from, and takes a person typed by hand', async () => {
    show({ directory: [] });
    expect(text()).toContain('przychodzi z profilem urzędu');
    await type('Do kogo', 'Jan Ręczny');
    await type('Numer telefonu', '24 000 00 77');
    await press('Przekaż tej osobie');
    expect(text()).toContain('„Przełączę Panią/Pana do właściwej osoby. To Jan Ręczny.');
  });

  it('fills in the secretariat of an office without a directory', async () => {
    show({ directory: [] });
    await press('Do sekretariatu');
    expect(draft.typed).toEqual({ person: 'sekretariat', phone: '24 000 00 00' });
  });

  it('keeps the person while the matter is typed on', async () => {
    show({}, { matter: 'śmieci' });
    await press('Przekaż tej osobie');
    await type('W jakiej sprawie?', 'śmieci i podatek od nieruchomości');
    expect(place.querySelector('h3')?.textContent).toBe('Ewa Papierowa');
  });
});

describe('Where the right person is absent or busy', () => {
  const away = { matter: 'podatek rolny', isPassing: true, chosen: 'wymiar' };

  it('another competent person is the substitute, then the next, and it can be taken back', async () => {
    const given = show({}, { ...away, done: ['tell'] });
    await press('Inna kompetentna osoba');
    expect(place.querySelector('h3')?.textContent).toBe('Marek Zmyślony');
    expect(draft.done).toEqual([]);
    const [said, undo] = given.onTell.mock.calls[0] ?? [];
    expect(said).toBe('Teraz: Marek Zmyślony.');
    act(() => undo?.());
    expect(place.querySelector('h3')?.textContent).toBe('Anna Wzorcowa');
    expect(draft.done).toEqual(['tell']);
  });

  it('two who stand in for one another are tried once each, then the clerk types somebody', async () => {
    const pair = directory.filter(({ id }) => id === 'wymiar' || id === 'ksiegowosc');
    const given = show({ directory: pair }, away);
    await press('Inna kompetentna osoba');
    await press('Inna kompetentna osoba');
    expect(given.onTell.mock.lastCall?.[0]).toMatch(/^Nie ma już nikogo innego/);
    expect(document.activeElement).toBe(named('Do kogo'));
  });

  it('a call is promised with a number, a name and the matter', async () => {
    const given = show({}, away);
    await press('Zbierz dane i oddzwonię');
    expect(document.activeElement).toBe(named('Imię i nazwisko'));
    await type('Imię i nazwisko', 'Jan Testowy');
    await enter();
    expect(given.onPromise).not.toHaveBeenCalled();
    expect(place.querySelector('[role=alert]')?.textContent).toMatch(/^Wpisz numer/);
    await type('Telefon klienta', '600 000 001');
    await enter();
    expect(given.onPromise.mock.calls[0]?.[0]).toEqual({
      kind: 'call',
      name: 'Jan Testowy',
      phone: '+48600000001',
      subject: 'podatek rolny',
      note: 'Anna Wzorcowa, inspektor ds. wymiaru podatków, Referat Finansowy, 24 000 00 11',
    });
    // The form has gone with what was typed; the focus is where it was opened.
    expect(document.activeElement).toBe(named('Zbierz dane i oddzwonię'));
    expect(draft.client).toEqual({ name: '', phone: '' });
    act(() => given.onPromise.mock.calls[0]?.[1]());
    expect(draft).toMatchObject({ way: 'call-back', client: { name: 'Jan Testowy', phone: '600 000 001' } });
  });

  it('what could not be stored stays in the form', async () => {
    show({ onPromise: vi.fn(async () => null) }, { ...away, way: 'call-back' });
    await type('Telefon klienta', '600 000 001');
    await enter();
    expect((named('Telefon klienta') as HTMLInputElement).value).toBe('600 000 001');
  });

  it('Esc leaves a form for the button that opened it', async () => {
    show({}, away);
    await press('Zbierz dane i oddzwonię');
    pressEscape();
    expect(draft.way).toBeNull();
    expect(document.activeElement).toBe(named('Zbierz dane i oddzwonię'));
  });

  it('the client is given a number and a time', async () => {
    const given = show({}, away);
    await press('Podaj numer i termin');
    await type('Kiedy można dzwonić', 'jutro od 8:00');
    await enter();
    const [target, when, sentence] = given.onNumberGiven.mock.calls[0] ?? [];
    expect([target?.person, target?.phone, when]).toEqual(['Anna Wzorcowa', '24 000 00 11', 'jutro od 8:00']);
    expect(sentence).toBe(
      'Proszę dzwonić: Anna Wzorcowa, inspektor ds. wymiaru podatków, Referat Finansowy, telefon 24 000 00 11. Kiedy: jutro od 8:00.',
    );
  });

  it('no number is given where there is none', async () => {
    const given = show({ directory: [] }, { typed: { person: 'Jan Ręczny', phone: '' }, isPassing: true });
    await press('Podaj numer i termin');
    await enter();
    expect(given.onNumberGiven).not.toHaveBeenCalled();
    expect(place.querySelector('[role=alert]')?.textContent).toMatch(/^Wpisz numer/);
  });

  it('a message is stored first, then copied, mailed or printed; the subject names no client', async () => {
    const given = show({ caseSign: { raw: 'FN.3120.1.2026.AW', jrwa: '3120' } }, away);
    await press('Zapisz wiadomość');
    await type('Imię i nazwisko', 'Jan Testowy');
    await type('Telefon klienta', '600 000 001');
    await press('Zapisz wiadomość dla tej osoby');
    expect(given.onPromise).not.toHaveBeenCalled();
    expect(text()).not.toContain('Drukuj');
    await type('Treść wiadomości', 'Prosi o telefon & wyjaśnienie');
    await press('Zapisz wiadomość dla tej osoby');
    expect(given.onPromise.mock.calls[0]?.[0]).toEqual({
      kind: 'message',
      name: 'Jan Testowy',
      phone: '+48600000001',
      subject: 'podatek rolny',
      caseSign: 'FN.3120.1.2026.AW',
      note: 'Prosi o telefon & wyjaśnienie',
      colleague: 'Anna Wzorcowa, inspektor ds. wymiaru podatków, Referat Finansowy',
    });
    expect(document.activeElement).toBe(named('Kopiuj'));
    await enter();
    const sheet = given.onCopy.mock.lastCall?.[0] as string;
    expect(sheet.split('\n').slice(0, 5)).toEqual([
      'Wiadomość dla: Anna Wzorcowa, inspektor ds. wymiaru podatków, Referat Finansowy',
      'Od klienta: Jan Testowy, tel. 600 000 001',
      'Sprawa: podatek rolny',
      'Znak sprawy: FN.3120.1.2026.AW',
      'Treść: Prosi o telefon & wyjaśnienie',
    ]);
    const mail = new URL(named('Napisz e-mail').getAttribute('href') ?? '');
    expect(mail.pathname).toBe('a.wzorcowa@gmina.example');
    expect(mail.searchParams.get('subject')).toBe('Wiadomość od klienta z prośbą o kontakt');
    expect(mail.searchParams.get('body')).toBe(sheet.replaceAll('\n', '\r\n'));
    await press('Drukuj');
    expect(given.onPrint).toHaveBeenCalled();
    expect(document.body.querySelector(':scope > .passing-print')?.textContent).toBe(sheet);
    // Taken back: the form is there again, with what was typed.
    act(() => given.onPromise.mock.calls[0]?.[1]());
    expect((named('Treść wiadomości') as HTMLTextAreaElement).value).toBe('Prosi o telefon & wyjaśnienie');
  });
});
