// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GlossaryTab, type GlossaryTabProps, type PageBeside } from '@/components/glossary';
import { type OwnTerm, openGlossary, shippedTerms } from '@/lib/glossary';
import { noPage, noWords } from './glossary-desk';

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
    words: noWords,
    ways: noPage,
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

/** Lets what was promised come. */
const settle = () => act(async () => new Promise((next) => setTimeout(next)));

describe('Favourites', () => {
  const favourites = new Set(['zazalenie', 'wniosek']);

  it('stand first while nothing is looked up, and alone where only they are wanted', () => {
    show({ words: { ...noWords, favourites } });
    expect(names().slice(0, 2)).toEqual(['wniosek', 'zażalenie']);
    expect(names()).toHaveLength(30);
    // What fits best comes first in a search, whoever likes it.
    type(search(), 'odwołania');
    expect(names()[0]).toBe('odwołanie');
    type(search(), '');
    choose('favourites');
    expect(names()).toEqual(['wniosek', 'zażalenie']);
  });

  it('are marked by the star and by its key, and do not jump away under the hand', () => {
    const words = { ...noWords, onFavourite: vi.fn() };
    show({ words });
    const before = names();
    const star = rows()[3]?.parentElement?.querySelector<HTMLElement>('.term-favourite');
    expect(star?.getAttribute('aria-label')).toBe(`Ulubione: ${before[3]}`);
    expect(star?.getAttribute('aria-pressed')).toBe('false');
    act(() => star?.click());
    rows()[4]?.focus();
    press('*');
    expect(words.onFavourite.mock.calls.map(([entry, isIn]) => [entry.name, isIn])).toEqual([
      [before[3], true],
      [before[4], true],
    ]);
    const marked = new Set(words.onFavourite.mock.calls.map(([{ id }]) => id));
    show({ words: { ...words, favourites: marked } });
    expect(names()).toEqual(before);
    expect(place.querySelectorAll('.term-favourite[aria-pressed=true]')).toHaveLength(2);
    press('*');
    expect(words.onFavourite.mock.lastCall).toEqual([expect.objectContaining({ name: before[4] }), false]);
    // With the next look they are on top.
    choose('tax');
    choose('all');
    expect(names().slice(0, 2)).toEqual([before[3], before[4]]);
  });

  it('that were all taken out leave a sentence', () => {
    show({ words: { ...noWords, favourites } });
    choose('favourites');
    show();
    choose('all');
    expect(place.querySelector('option[value=favourites]')).toBeNull();
    show({ words: { ...noWords, favourites } });
    choose('favourites');
    show();
    click('Wklej tekst');
    click('Wklej tekst');
    expect(place.textContent).toContain('Nie masz ulubionych haseł.');
  });
});

describe('A term of the clerk’s own', () => {
  const mine: OwnTerm = { id: 'moje-kwitariusz', headword: 'kwitariusz', meaning: 'zeszyt z pokwitowaniami' };
  const withMine = openGlossary(shipped, [], [mine]);
  const field = (label: string) => {
    const named = found<HTMLLabelElement>('label', label);
    return place.querySelector(`[id="${named.htmlFor}"]`) as HTMLInputElement;
  };
  const formOpens = async () => {
    await act(async () => void (await import('@/components/glossary/OwnTermForm')));
    await settle();
  };

  it('is stored with what was typed, while the proposed forms stand', async () => {
    const words = { ...noWords, onKeep: vi.fn(async () => true) };
    show({ words });
    click('Dodaj własne hasło');
    await formOpens();
    expect(document.activeElement).toBe(field('Hasło'));
    type(field('Hasło'), 'kwitariusz');
    expect(field('Formy').value).toContain('kwitariuszem');
    type(field('Co to znaczy'), 'zeszyt z pokwitowaniami');
    expect(place.textContent).toContain('3 słowa z 25');
    type(field('Zdanie'), 'Wypiszę pani pokwitowanie.');
    click('Zapisz hasło');
    await settle();
    expect(words.onKeep).toHaveBeenCalledExactlyOnceWith({ ...mine, say: 'Wypiszę pani pokwitowanie.' });
    expect(place.querySelector('form')).toBeNull();
  });

  it('is stored with the forms that were corrected; the proposal can be had back', async () => {
    const words = { ...noWords, onKeep: vi.fn(async () => true) };
    show({ words });
    click('Dodaj własne hasło');
    await formOpens();
    type(field('Hasło'), 'rad');
    type(field('Co to znaczy'), 'pierwiastek');
    type(field('Formy'), 'radu, rady');
    click('Przywróć propozycję');
    expect(field('Formy').value).toContain('radem');
    type(field('Formy'), 'radu, rady');
    click('Zapisz hasło');
    await settle();
    expect(words.onKeep).toHaveBeenCalledWith(expect.objectContaining({ forms: ['radu', 'rady'] }));
  });

  it('with a fault is not stored, the fault is told, and what was typed stays', async () => {
    const words = { ...noWords, terms: [mine], onKeep: vi.fn(async () => true) };
    show({ words });
    click('Dodaj własne hasło');
    await formOpens();
    type(field('Hasło'), 'Kwitariusz');
    type(field('Co to znaczy'), 'słowo '.repeat(26));
    click('Zapisz hasło');
    expect(found('[role=alert]').textContent).toBe(
      'Znaczenie jest za długie. Zmieść je w 25 słowach.Masz już takie hasło. Znajdź je w „Moje hasła” i popraw.',
    );
    expect(words.onKeep).not.toHaveBeenCalled();
    type(search(), 'wniosek');
    click('Dodaj własne hasło');
    await formOpens();
    expect(field('Hasło').value).toBe('Kwitariusz');
  });

  it('begins with the word that was looked up in vain', async () => {
    show();
    type(search(), 'qwertyuiop');
    click('Dodaj to jako własne hasło');
    await formOpens();
    expect(field('Hasło').value).toBe('qwertyuiop');
  });

  it('that could not be stored stays in the form', async () => {
    show({ words: { ...noWords, onKeep: async () => false } });
    click('Dodaj własne hasło');
    await formOpens();
    type(field('Hasło'), 'kwitariusz');
    type(field('Co to znaczy'), 'zeszyt');
    click('Zapisz hasło');
    await settle();
    expect(field('Hasło').value).toBe('kwitariusz');
  });

  it('is corrected, deleted and suggested from its card; a shipped one is not', async () => {
    const words = { ...noWords, terms: [mine], onKeep: vi.fn(async () => true), onDrop: vi.fn() };
    const { onCopy } = show({ words, opening: { kind: 'open', glossary: withMine } });
    choose('mine');
    click('kwitariusz');
    expect(found('.badge').textContent).toBe('moje hasło');
    click('Usuń');
    expect(words.onDrop).toHaveBeenCalledExactlyOnceWith(mine);
    expect(document.activeElement).toBe(search());
    click('Zaproponuj kierownikowi');
    click('Kopiuj tekst');
    expect(onCopy).toHaveBeenLastCalledWith(
      'Propozycja hasła do słownika: kwitariusz\nZnaczenie: zeszyt z pokwitowaniami',
    );
    click('Popraw');
    await formOpens();
    expect(field('Hasło').value).toBe('kwitariusz');
    type(field('Co to znaczy'), 'zeszyt kasjera');
    click('Zapisz hasło');
    await settle();
    expect(words.onKeep).toHaveBeenCalledExactlyOnceWith({ ...mine, meaning: 'zeszyt kasjera' });
    choose('all');
    type(search(), 'zażalenie');
    click('zażalenie');
    expect(found('.term-card').textContent).not.toContain('Zaproponuj');
  });
});

describe('„Na tej stronie”', () => {
  const open = (key = 'a'): PageBeside => ({ kind: 'open', key });
  const ask = (text: string, isCut = false) => vi.fn(async () => ({ text, isCut }));

  it('asks the page once and lists its terms in its order', async () => {
    const onAsk = ask('Zażalenie na postanowienie.\n\nZażalenie.');
    show({ ways: { ...noPage, page: open(), onAsk } });
    expect(onAsk).not.toHaveBeenCalled();
    click('Na tej stronie');
    expect(told()).toBe('Czytam stronę…');
    await settle();
    expect(told()).toBe('Na tej stronie są 2 hasła ze słownika.');
    expect([...place.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'zażalenie2 razy',
      'postanowienie1 raz',
    ]);
    show({ ways: { ...noPage, page: open(), onAsk } });
    await settle();
    expect(onAsk).toHaveBeenCalledOnce();
    click('Sprawdź jeszcze raz');
    await settle();
    expect(onAsk).toHaveBeenCalledTimes(2);
  });

  it('shows nothing of a page that has given way to another, which is asked by a press', async () => {
    const onAsk = ask('Zażalenie.');
    show({ ways: { ...noPage, page: open(), onAsk } });
    click('Na tej stronie');
    await settle();
    show({ ways: { ...noPage, page: open('b'), onAsk } });
    expect(rows()).toEqual([]);
    expect(told()).toBe('Masz teraz otwartą inną stronę.');
    expect(onAsk).toHaveBeenCalledOnce();
    click('Sprawdź tę stronę');
    await settle();
    expect(names()).toEqual(['zażalenie']);
  });

  it('says so where nothing was found, where the page could not be read, and where it was too long', async () => {
    for (const [onAsk, sentence] of [
      [ask('Dzień dobry.'), 'Na tej stronie nie ma słów ze słownika.'],
      [async () => null, 'Nie udało się przeczytać tej strony. Odśwież ją i spróbuj jeszcze raz.'],
      [
        () => Promise.reject(new Error('The tab has gone.')),
        'Nie udało się przeczytać tej strony. Odśwież ją i spróbuj jeszcze raz.',
      ],
    ] as const) {
      show({ ways: { ...noPage, page: open(), onAsk } });
      click('Na tej stronie');
      await settle();
      expect(told()).toBe(sentence);
      click('Na tej stronie');
    }
    show({ ways: { ...noPage, page: open(), onAsk: ask('Zażalenie.', true) } });
    click('Na tej stronie');
    await settle();
    expect(place.textContent).toContain('Obok przejrzał jej początek.');
  });

  it('offers the permission, and asks the page as soon as it is there', async () => {
    const ways = { ...noPage, onPermit: vi.fn(), onAsk: ask('Zażalenie.') };
    show({ ways: { ...ways, page: { kind: 'not-permitted', origin: 'https://ezd.gmina.pl' } } });
    click('Na tej stronie');
    expect(told()).toBe('Obok nie ma zgody na https://ezd.gmina.pl.');
    expect(ways.onAsk).not.toHaveBeenCalled();
    click('Włącz na tej stronie');
    expect(ways.onPermit).toHaveBeenCalledOnce();
    show({ ways: { ...ways, page: open() } });
    await settle();
    expect(names()).toEqual(['zażalenie']);
  });

  it('leads to the systems where the page is hidden, and says where there is no page', () => {
    const ways = { ...noPage, onOpenSystems: vi.fn() };
    show({ ways: { ...ways, page: { kind: 'hidden' } } });
    click('Na tej stronie');
    click('Dodaj adres systemu');
    expect(ways.onOpenSystems).toHaveBeenCalledOnce();
    show({ ways });
    expect(told()).toContain('To nie jest strona internetowa.');
    show({ ways: { ...ways, page: { kind: 'looking' } } });
    expect(told()).toBe('Sprawdzam, co masz otwarte…');
  });

  it('shows a long list in parts', async () => {
    const all = shipped.map(({ headword }) => `${headword.replaceAll('!', '')}.`).join('\n\n');
    show({ ways: { ...noPage, page: open(), onAsk: ask(all) } });
    click('Na tej stronie');
    await settle();
    expect(rows()).toHaveLength(30);
    expect(found('.term-more').textContent).toMatch(/^Pokaż jeszcze 100 haseł/);
  });
});
