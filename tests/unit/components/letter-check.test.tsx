// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GlossaryTab, type TakenLetter } from '@/components/glossary';
import { openGlossary, shippedTerms } from '@/lib/glossary';
import { setLanguage } from '@/lib/i18n';
import { noPage, noWords } from './glossary-desk';

const glossary = openGlossary(shippedTerms(), []);
/** Twenty-four words, seven of them hard. */
const long =
  'Informujemy, że po otrzymaniu od Pani wszystkich dokumentów, o które prosiliśmy w maju, policzymy podatek od nowa i o wyniku zawiadomimy Panią listem poleconym.';
const letter = `Szanowna Pani!

${long} Wydano decyzję w tej sprawie. Decyzja została wysłana. Proszę przedłożyć dowód w celu dokonania uzupełnienia wniosku.

Z poważaniem
Anna Nowak`;

let root: Root;
let place: HTMLElement;
const onCopy = vi.fn();
const onTakeLetter = vi.fn<() => Promise<TakenLetter>>();
const tab = {
  opening: { kind: 'open', glossary } as const,
  words: noWords,
  ways: noPage,
  onRetry: vi.fn(),
  onCopy,
  onTakeLetter,
};

// Brought once: a busy machine takes its time over it.
beforeAll(() => import('@/components/plain-language'));
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  onCopy.mockClear();
  onTakeLetter.mockReset();
  act(() => root.render(<GlossaryTab {...tab} />));
  click('Wklej tekst');
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  setLanguage('pl');
  vi.unstubAllGlobals();
});

const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
const button = (name: string) => {
  const buttons = all('button');
  const one =
    buttons.find(({ textContent }) => textContent === name) ??
    buttons.find(({ textContent }) => textContent?.startsWith(name));
  if (!one) throw new Error(`No button „${name}” in: ${place.textContent?.slice(-800)}`);
  return one;
};
function click(name: string) {
  act(() => button(name).click());
}
const field = () => place.querySelector('textarea') as HTMLTextAreaElement;
const paste = (text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });
async function check(text: string): Promise<void> {
  paste(text);
  click('Sprawdź pismo');
  await act(() => vi.dynamicImportSettled());
}
const figures = () => all('.letter-figures > div').map(({ textContent }) => textContent);
const marked = () => field().value.slice(field().selectionStart, field().selectionEnd);

describe('„Sprawdź pismo”', () => {
  it('has the figures of a pasted letter, and no index of a short one', async () => {
    await check(letter);
    expect(figures()).toEqual([
      'Zdania dłuższe niż 20 słów1 z 5',
      'Średnie zdanie8 słów',
      'Długie słowa (od 4 sylab)21%',
    ]);
    expect(place.textContent).toContain('Wskaźniki liczymy od 100 słów.');
    expect(place.textContent).not.toContain('FOG');
  });

  it('has both indices of a longer one, their formulas and sources, and what would lower them', async () => {
    await check(Array.from({ length: 5 }, () => long).join(' '));
    expect(figures().slice(3)).toEqual(['Wskaźnik FOG21 – bardzo trudny', 'Wskaźnik Pisarka19']);
    const source = place.querySelector('details')?.textContent;
    for (const part of ['0,4 ×', 'Gunning', '1952', 'Pisarek', '4/1969', '10–12 szkoła średnia'])
      expect(source).toContain(part);
    expect(all('.letter-advice li').map(({ textContent }) => textContent)).toEqual([
      'Podziel długie zdania: FOG spadnie z 21 do 16.',
      'Zamień co drugie długie słowo na krótsze: FOG spadnie z 21 do 15.',
    ]);
  });

  it('tells what a whole letter lacks', async () => {
    await check(letter);
    expect(all('.letter-advice li').map(({ textContent }) => textContent)).toEqual([
      'Napisz, kogo zapytać: imię i nazwisko osoby, która prowadzi sprawę.',
      'Podaj numer telefonu.',
      'Napisz, do kiedy klient ma to zrobić.',
    ]);
  });

  it('lists the places by kind and marks the pressed one in the text', async () => {
    await check(letter);
    expect(all('.letter-places h3').map(({ textContent }) => textContent)).toEqual([
      'Długie zdania: 1',
      'Zwroty, które można zamienić: 2',
      'Łańcuchy rzeczowników: 1',
      'Formy bezosobowe: 1',
      'Strona bierna: 1',
    ]);
    for (const [name, place] of [
      ['Informujemy', long],
      ['przedłożyć', 'przedłożyć'],
      ['dokonania uzupełnienia wniosku', 'dokonania uzupełnienia wniosku'],
      ['Wydano', 'Wydano'],
      ['została', 'została wysłana'],
    ]) {
      click(`Pokaż w tekście: „${name}`);
      expect(marked()).toBe(place);
      expect(document.activeElement).toBe(field());
    }
    expect(field().value).toBe(letter);
  });

  it('copies a proposal, and changes nothing by itself', async () => {
    await check(letter);
    click('Kopiuj „złożyć”');
    click('Kopiuj „wydaliśmy”');
    expect(onCopy.mock.calls).toEqual([['złożyć'], ['wydaliśmy']]);
    expect(field().value).toBe(letter);
  });

  it('says so where nothing makes the text hard', async () => {
    await check('Dzień dobry. Podatek zapłacił Pan w maju.');
    expect(place.textContent).toContain('Nie ma tu długich zdań');
    expect(all('.letter-places')).toEqual([]);
    expect(all('.letter-advice')).toEqual([]);
  });

  it('shows the first ten places of a kind, and says how many more there are', async () => {
    await check('Wydano decyzję. '.repeat(73));
    expect(all('.letter-places li')).toHaveLength(10);
    click('Pokaż jeszcze 50 miejsc');
    expect(all('.letter-places li')).toHaveLength(60);
    click('Pokaż jeszcze 13 miejsc');
    expect(all('.letter-places li')).toHaveLength(73);
  });

  it('follows what is typed, has the focus when it opens, and is gone with the text', async () => {
    await check(letter);
    expect(document.activeElement).toBe(place.querySelector('.letter-check'));
    paste('Wydano decyzję.');
    expect(all('.letter-places h3').map(({ textContent }) => textContent)).toEqual(['Formy bezosobowe: 1']);
    field().focus();
    paste('');
    paste('Wydano decyzję.');
    expect(all('.letter-check')).toEqual([]);
    expect(document.activeElement).toBe(field());
    click('Sprawdź pismo');
    click('Wyczyść');
    expect(all('.letter-check')).toEqual([]);
    paste('Wydano decyzję.');
    expect(all('.letter-check')).toEqual([]);
  });

  it('speaks English, too, and says what is Polish in it', async () => {
    setLanguage('en');
    act(() => root.render(<GlossaryTab key="en" {...tab} />));
    click('Paste a text');
    paste(letter);
    click('Check the letter');
    expect(place.textContent).toContain('Passive voice: 1');
    expect(button('Show in the text: “Wydano').querySelector('[lang=pl]')?.textContent).toBe('“Wydano”');
  });
});

describe('„Sprawdź pismo ze strony”', () => {
  const take = async (letter: TakenLetter) => {
    onTakeLetter.mockResolvedValueOnce(letter);
    click('Sprawdź pismo ze strony');
    await act(() => vi.dynamicImportSettled());
  };

  it('has the letter of the page in the field, and what the check found', async () => {
    await take({ kind: 'taken', text: letter });
    expect(field().value).toBe(letter);
    expect(place.textContent).toContain('Strona bierna: 1');
    expect(document.activeElement).toBe(place.querySelector('.letter-check'));
  });

  it('gives back what was in the field, until something else is typed', async () => {
    paste('Mój tekst.');
    await take({ kind: 'taken', text: letter });
    click('Przywróć poprzedni tekst');
    expect(field().value).toBe('Mój tekst.');
    await take({ kind: 'taken', text: letter });
    paste(`${letter} I coś jeszcze.`);
    expect(place.textContent).not.toContain('Przywróć');
  });

  it.each([
    [{ kind: 'none' } as const, 'Na tej stronie nie ma pola z tekstem pisma.'],
    [{ kind: 'not-permitted' } as const, 'Obok nie czyta tej strony.'],
  ])('says what to do, and leaves the text alone: %o', async (answer, told) => {
    paste('Mój tekst.');
    await take(answer);
    expect(place.textContent).toContain(told);
    expect(place.textContent).toContain('Skopiuj pismo i wklej je tutaj.');
    expect(field().value).toBe('Mój tekst.');
    await take({ kind: 'taken', text: letter });
    expect(place.textContent).not.toContain(told);
  });
});
