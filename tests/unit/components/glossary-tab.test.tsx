// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GlossaryTab, type GlossaryTabProps } from '@/components/glossary';
import { openGlossary, shippedTerms } from '@/lib/glossary';

const shipped = shippedTerms();
const glossary = openGlossary(shipped, []);
const withOwn = openGlossary(shipped, [
  { id: 'kwitariusz', headword: 'kwitariusz', meaning: 'zeszyt z pokwitowaniami' },
]);

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

function show(more: Partial<GlossaryTabProps> = {}) {
  const props = {
    opening: { kind: 'open', glossary } as const,
    onRetry: vi.fn(),
    onCopy: vi.fn(),
    onTakeLetter: vi.fn(),
    ...more,
  };
  act(() => root.render(<GlossaryTab {...props} />));
  return props;
}

const found = <Kind extends HTMLElement>(selector: string, text = '') => {
  const all = [...place.querySelectorAll<Kind>(selector)];
  const one = all.find(({ textContent }) => textContent?.startsWith(text));
  if (!one) throw new Error(`No ${selector} „${text}” in: ${place.textContent?.slice(0, 400)}`);
  return one;
};
const search = () => found<HTMLInputElement>('[type=search]');
const rows = () => [...place.querySelectorAll<HTMLElement>('.term-name')];
const names = () => rows().map(({ textContent }) => textContent);
const open = () =>
  rows().flatMap((row) => (row.getAttribute('aria-expanded') === 'true' ? row.textContent : []));
const click = (name: string) => act(() => found<HTMLButtonElement>('button', name).click());
const type = (field: HTMLInputElement | HTMLTextAreaElement, text: string) =>
  act(() => {
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const choose = (value: string) =>
  act(() => {
    const field = found<HTMLSelectElement>('select');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
/** A key where the focus is; Enter on a button presses it, as in a browser. */
const press = (key: string) =>
  act(() => {
    const held = document.activeElement as HTMLElement;
    const isHandled = !held.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    if (!isHandled && key === 'Enter' && held instanceof HTMLButtonElement) held.click();
  });
const told = () => place.querySelector('[role=status]')?.textContent;

describe('„Słownik” on the screen', () => {
  it('has the meaning in sight once a form is typed, and the sentence one press away', () => {
    const { onCopy } = show();
    type(search(), 'zażalenia');
    expect(told()).toBe('Znaleziono 1 hasło.');
    expect(names()).toEqual(['zażalenie']);
    expect(found('.term').textContent).toContain('prośba do wyższego urzędu');
    expect(found('.term').textContent).toContain('do sprawdzenia przez prawnika');
    expect(place.textContent).not.toContain('Powiedz tak');
    click('zażalenie');
    expect(found('.say').textContent).toBe(
      'Powiedz tak „Na to postanowienie może Pan złożyć zażalenie w ciągu 7 dni.”',
    );
    expect([...place.querySelectorAll('dl > div')].map(({ textContent }) => textContent)).toEqual([
      'Podstawa prawnaart. 141 KPA',
      'DziedzinaPostępowanie',
    ]);
    click('Kopiuj');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      'Na to postanowienie może Pan złożyć zażalenie w ciągu 7 dni.',
    );
  });

  it('says all of a term in Polish, whatever the language of the screen', () => {
    show();
    type(search(), 'niniejszym');
    click('niniejszy');
    for (const said of ['niniejszy', 'to samo co „ten”', '„Ta decyzja, to pismo.”', 'ten'])
      expect([said, found('.term [lang=pl]', said).textContent]).toEqual([said, said]);
    expect(place.textContent).toContain('Napisz zamiast tegoten');
  });

  it('goes by keys from the search into the list, opens one at a time, and comes back', () => {
    show();
    type(search(), 'decyzja');
    search().focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[0]);
    press('Enter');
    expect(open()).toEqual([names()[0]]);
    // From anywhere in the open card.
    found('.term-card button').focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[1]);
    press('Enter');
    expect(open()).toEqual([names()[1]]);
    press('Enter');
    expect(open()).toEqual([]);
    press('Escape');
    expect(document.activeElement).toBe(search());
    press('ArrowDown');
    press('ArrowUp');
    expect(document.activeElement).toBe(search());
    press('Escape');
    expect(search().value).toBe('');
  });

  it('opens the first that was found by Enter in the search', () => {
    show();
    search().focus();
    press('Enter');
    expect(open()).toEqual([]);
    type(search(), 'stronom postępowania');
    press('Enter');
    expect(open()).toEqual(['strona postępowania']);
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('shows the first thirty, and says how many more there are', () => {
    show();
    expect(rows()).toHaveLength(30);
    click('Pokaż jeszcze 100 haseł');
    expect(rows()).toHaveLength(130);
    expect(document.activeElement).toBe(rows()[30]);
    click('Pokaż jeszcze 100 haseł');
    expect(document.activeElement).toBe(rows()[130]);
    click('Pokaż jeszcze 68 haseł');
    expect(rows()).toHaveLength(shipped.length);
    expect(place.querySelector('.term-more')).toBeNull();
    choose('tax');
    expect(rows()).toHaveLength(30);
  });

  it('keeps to an area, and says so where the word is in another one', () => {
    show();
    choose('tax');
    expect(found('button.term-more').textContent).toBe('Pokaż jeszcze 5 haseł');
    type(search(), 'zażalenia');
    expect(told()).toBe('W tej dziedzinie tego nie ma.');
    click('Szukaj we wszystkich');
    expect(names()).toEqual(['zażalenie']);
    expect(document.activeElement).toBe(search());
  });

  it('says what to do where nothing was found', () => {
    show();
    type(search(), 'qwertyuiop');
    expect(told()).toBe('Nie ma tego w słowniku. Wpisz sam początek słowa albo inne słowo.');
    expect(rows()).toEqual([]);
    search().focus();
    press('ArrowDown');
    expect(document.activeElement).toBe(search());
  });

  it('marks the words of the office, and offers them alone; without a sentence the meaning is copied', () => {
    const { onCopy } = show({ opening: { kind: 'open', glossary: withOwn } });
    choose('own');
    expect(names()).toEqual(['kwitariusz']);
    expect(found('.badge').textContent).toBe('ze słownika urzędu');
    click('kwitariusz');
    click('Kopiuj');
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('zeszyt z pokwitowaniami');
  });

  it('offers no words of the office where it has none', () => {
    show();
    expect([...place.querySelectorAll('option')].map(({ value }) => value)).not.toContain('own');
    expect(place.querySelector('.badge')).toBeNull();
  });

  it('says so while it is brought, and offers the way out where it could not be', () => {
    show({ opening: { kind: 'loading' } });
    expect(place.textContent).toBe('Otwieram słownik…');
    const { onRetry } = show({ opening: { kind: 'failed' } });
    expect(found('[role=alert]').textContent).toContain('Nie udało się otworzyć słownika.');
    click('Wczytaj panel od nowa');
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('„Wklej tekst”', () => {
  const field = () => found<HTMLTextAreaElement>('textarea');

  it('lists the terms of a letter in its order, with how often, and opens them like any other', () => {
    show();
    click('Wklej tekst');
    expect(rows()).toEqual([]);
    type(field(), 'Na postanowienie służy zażalenie. Zażalenia proszę składać u nas.');
    expect(told()).toBe('W tekście są 2 hasła ze słownika.');
    expect([...place.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'postanowienie1 raz',
      'zażalenie2 razy',
    ]);
    click('zażalenie');
    expect(found('.say').textContent).toContain('w ciągu 7 dni');
    rows()[0]?.focus();
    press('Escape');
    expect(document.activeElement).toBe(field());
  });

  it('says what it is for while it is empty, and where a text has none of the words', () => {
    show();
    click('Wklej tekst');
    expect(place.textContent).toContain('Obok nie zapisuje tego tekstu.');
    // Some browsers send what they check.
    expect(field().getAttribute('spellcheck')).toBe('false');
    expect(told()).toBe('');
    type(field(), 'Dzień dobry, dziękuję.');
    expect(told()).toBe('W tym tekście nie ma słów ze słownika.');
    click('Wyczyść');
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
  });

  it('gives way to the search, and has the text still when it is opened again', () => {
    show();
    click('Wklej tekst');
    type(field(), 'Zażalenie.');
    type(search(), 'odwołania');
    expect(place.querySelector('textarea')).toBeNull();
    expect(names()).toContain('odwołanie');
    click('Wklej tekst');
    expect(field().value).toBe('Zażalenie.');
    expect(names()).toEqual(['zażalenie']);
  });

  it('takes ten thousand letters', () => {
    show();
    click('Wklej tekst');
    const letter = shipped
      .map(({ headword, say }) => `${headword.replaceAll('!', '')}. ${say}`)
      .join(' ')
      .slice(0, 10_000);
    type(field(), letter);
    expect(rows()).toHaveLength(30);
    expect(found('.term-more').textContent).toMatch(/^Pokaż jeszcze \d+ has/);
  });
});
