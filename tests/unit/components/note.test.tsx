// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteBar, NoteForm, NoteOver, NoteSheet } from '@/components/note';
import { NoteHints } from '@/components/plain-language';
import { type ClientNote, noteFields } from '@/lib/client-note';
import { openGlossary, shippedTerms } from '@/lib/glossary';

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
  vi.restoreAllMocks();
});

const empty = Object.fromEntries(noteFields.map((field) => [field, ''])) as ClientNote;
const labelled = (name: string) => {
  const label = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === name);
  const field = label?.htmlFor ? document.getElementById(label.htmlFor) : null;
  if (!field) throw new Error(`No field „${name}” among: ${place.textContent}`);
  return field as HTMLInputElement;
};
const button = (name: string) => {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  return found;
};
/** As a browser does when a person types: React listens to the event and asks the element. */
function type(field: HTMLElement, value: string, event = 'input') {
  act(() => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {};
    set?.call(field, value);
    field.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

describe('The form of the note', () => {
  const anna = { person: 'Anna Nowak', position: 'inspektor', phone: '24 236 07 50' };
  const jan = { person: 'Jan Kowalski', position: '', phone: '24 236 07 51' };
  const onEdit = vi.fn();
  const show = (note: Partial<ClientNote> = {}, people = [anna]) => {
    onEdit.mockClear();
    const whole = { ...empty, ...anna, ...note };
    act(() =>
      root.render(
        <NoteForm note={whole} people={people} caseSigns={['FN.1.2.2026']} isOfService onEdit={onEdit} />,
      ),
    );
  };

  it('begins with what only the clerk knows, under the cursor', () => {
    show();
    expect(document.activeElement).toBe(labelled('Czego dotyczy'));
  });

  it('has every field of the note, each with a label, and takes what is typed', () => {
    show();
    const labels = [...place.querySelectorAll('label')].map(({ htmlFor }) =>
      document.getElementById(htmlFor),
    );
    expect(labels).toHaveLength(noteFields.length);
    expect(labels).not.toContain(null);
    type(labelled('Czego dotyczy'), 'Podatek');
    type(labelled('Co klient ma przynieść'), 'akt\ndowód');
    expect(onEdit.mock.calls).toEqual([[{ matter: 'Podatek' }], [{ toBring: 'akt\ndowód' }]]);
  });

  it('offers the signs of the page beside', () => {
    show();
    const list = labelled('Znak sprawy').getAttribute('list') ?? '';
    expect(
      [...(document.getElementById(list)?.children ?? [])].map((one) => one.getAttribute('value')),
    ).toEqual(['FN.1.2.2026']);
  });

  it('takes a day from the calendar as people write it, and shows a typed one there', () => {
    show({ due: '1.12.2026' });
    const calendar = place.querySelector<HTMLInputElement>('input[type=date]');
    if (!calendar) throw new Error('There is no calendar.');
    expect(calendar.value).toBe('2026-12-01');
    calendar.showPicker = vi.fn();
    act(() => button('Kalendarz').click());
    expect(calendar.showPicker).toHaveBeenCalledTimes(1);
    type(calendar, '2026-12-09');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ due: '9.12.2026' });
  });

  it('puts a colleague in with one choice, and asks for none where there is only the clerk', () => {
    show();
    expect(place.querySelector('select')).toBeNull();
    show({}, [anna, jan]);
    expect(labelled('Wstaw osobę').value).toBe('0');
    type(labelled('Wstaw osobę'), '1', 'change');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({
      person: 'Jan Kowalski',
      position: '',
      phone: '24 236 07 51',
      when: '',
    });
    show({ person: 'Ewa Lis' }, [anna, jan]);
    expect(labelled('Wstaw osobę').value).toBe('-1');
  });
});

describe('The page as it prints', () => {
  const show = (note: Partial<ClientNote>, onFit = vi.fn()) => {
    act(() =>
      root.render(
        <NoteSheet
          note={{ ...empty, ...note }}
          look={{ paper: 'a5', print: 'normal' }}
          isOnePage={true}
          onFit={onFit}
        />,
      ),
    );
    return onFit;
  };
  const headings = () => [...place.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);

  it('has a heading for what it says and none for what it does not, in Polish', () => {
    show({ matter: 'Podatek', due: '1.12.2026', phone: '24 236 07 50' });
    expect(headings()).toEqual(['Podatek', 'Do kiedy', 'Pytania? Proszę zadzwonić']);
    expect(place.querySelector('[lang=pl]')?.textContent).toContain('wtorek, 1 grudnia 2026');
    show({});
    expect(headings()).toEqual(['Informacja dla Pani/Pana']);
    expect(place.querySelector('.sheet-frame')).toBeNull();
  });

  it('puts what to bring and by when into one frame, as a list', () => {
    show({ toBring: 'akt notarialny\ndowód osobisty', due: 'do piątku' });
    expect([...place.querySelectorAll('.sheet-frame li')].map(({ textContent }) => textContent)).toEqual([
      'akt notarialny',
      'dowód osobisty',
    ]);
    expect(place.querySelector('.sheet-frame')?.textContent).toContain('do piątku');
  });

  it('says when its text is longer than the paper', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(148);
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(205);
    expect(show({}).mock.lastCall).toEqual([true]);
    height.mockReturnValue(209);
    expect(show({}).mock.lastCall).toEqual([false]);
  });
});

describe('The bar of the note', () => {
  const props = () => ({
    look: { paper: 'a5', print: 'large' } as const,
    isOnePage: true,
    mailHref: 'mailto:?subject=a&body=b',
    onLook: vi.fn(),
    onPrint: vi.fn(),
    onCopy: vi.fn(),
    onMail: vi.fn(),
    onClose: vi.fn(),
  });
  const show = (given: React.ComponentProps<typeof NoteBar>) =>
    act(() => root.render(<NoteBar {...given} />));
  const status = () => place.querySelector('[role=status]');

  it('prints, copies and closes, and writes to nobody in particular', () => {
    const given = props();
    show(given);
    for (const name of ['Drukuj', 'Kopiuj', 'Zamknij']) act(() => button(name).click());
    for (const done of [given.onPrint, given.onCopy, given.onClose]) expect(done).toHaveBeenCalledTimes(1);
    expect(place.querySelector('a')?.getAttribute('href')).toMatch(/^mailto:\?/);
    expect(place.textContent).not.toContain('Wyczyść');
  });

  it('says nothing of length while the text fits', () => {
    show(props());
    expect(status()?.textContent).toBe('');
  });

  it('offers larger paper and smaller print where the text does not fit, and else asks to shorten it', () => {
    const given = { ...props(), isOnePage: false };
    show(given);
    expect(status()?.textContent).toContain('nie mieści się na jednej stronie');
    act(() => button('Zmień na A4').click());
    act(() => button('Zmień na zwykły druk').click());
    expect(given.onLook.mock.calls).toEqual([
      [{ paper: 'a4', print: 'large' }],
      [{ paper: 'a5', print: 'normal' }],
    ]);
    show({ ...given, look: { paper: 'a4', print: 'normal' } });
    expect(status()?.querySelector('button')).toBeNull();
    expect(status()?.textContent).toContain('Skróć');
  });
});

it('A note whose service has ended says so, and closes', () => {
  const onClose = vi.fn();
  act(() => root.render(<NoteOver onClose={onClose} />));
  expect(place.querySelector('[role=alert]')?.textContent).toContain('Kartka została usunięta');
  act(() => button('Zamknij').click());
  expect(onClose).toHaveBeenCalledTimes(1);
});

describe('Hints on the wording of the note', () => {
  const { replaceableIn } = openGlossary(shippedTerms(), []);
  const show = (note: Partial<ClientNote>, find = replaceableIn) =>
    act(() =>
      root.render(
        <NoteForm note={{ ...empty, ...note }} people={[]} caseSigns={[]} isOfService onEdit={vi.fn()}>
          <NoteHints note={{ ...empty, ...note }} replaceableIn={find} />
        </NoteForm>,
      ),
    );
  const hints = () => [...place.querySelectorAll('.note-hints li')].map(({ textContent }) => textContent);
  const long = Array.from({ length: 22 }, (_, index) => `słowo${index}`).join(' ');

  it('tell a long sentence and a word that has a plainer one, by the field in which they stand', () => {
    show({ agreed: long, toBring: 'Przedłożyć dowód\nUiścić opłatę', matter: 'Podatek' });
    expect(hints()).toEqual([
      'Co ustaliliśmy: zdanie „słowo0 słowo1 słowo2 słowo3 słowo4 słowo5 słowo6 słowo7 … słowo19 słowo20 słowo21” ma 22 słowa. Podziel je.',
      'Co klient ma przynieść: zamiast „Przedłożyć” napisz: złożyć, pokazać.',
      'Co klient ma przynieść: zamiast „Uiścić opłatę” napisz: zapłacić.',
    ]);
  });

  it('take each thing on its own line for a sentence of its own, and leave names and numbers alone', () => {
    show({ agreed: Array.from({ length: 22 }, () => 'Dowód osobisty').join('\n'), person: long });
    expect(hints()).toEqual([]);
    expect(place.querySelector('.note-hints')).toBeNull();
  });

  it('stand in the form, which is not printed, and are told once', () => {
    show({ toBring: 'Przedłożyć dowód\nPrzedłożyć dowód' });
    expect(hints()).toHaveLength(1);
    expect(place.querySelector('.note-hints')?.closest('.note-form')).not.toBeNull();
    expect(place.querySelector('[role=alert], [role=status]')).toBeNull();
  });

  it('do without the glossary until it is there', () => {
    show({ toBring: 'Przedłożyć dowód' }, () => []);
    expect(hints()).toEqual([]);
  });
});
