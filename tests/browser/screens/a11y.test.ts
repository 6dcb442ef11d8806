import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builds } from '../builds';
import { look } from './look';
import { introduce, longClerk, type OfficeDesk, sitAtOfficeDesk, someClerk } from './office-desk';

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
});
afterAll(() => desk?.close());
beforeEach(() => desk.clear());

/** Presses buttons that go, or change, once pressed. */
async function pressEach(buttons: Locator): Promise<void> {
  while ((await buttons.count()) > 0) await buttons.first().click();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

describe('The panel is open to everybody', () => {
  test('with no page of a system beside it', async () => {
    const panel = await desk.panel();
    await panel.getByText('Tej strony Obok nie widzi.').waitFor();
    await look(panel, 'panel-no-page');
  });

  test('beside an address without a permission', async () => {
    await desk.seat.open(desk.origin.replace('localhost', '127.0.0.1'));
    const panel = await desk.panel();
    await panel.getByText('Tej strony Obok nie widzi.').waitFor();
    await look(panel, 'panel-not-permitted');
  });

  test('beside a case: reminders, why, source, other answers, what rests', async () => {
    await introduce(await desk.options('start'), someClerk);
    await desk.openCase();
    const panel = await desk.panel();
    await panel.locator('.page-line.is-read').waitFor();
    await look(panel, 'panel-case');
    await press(panel, 'Dlaczego?');
    await look(panel, 'panel-case-why');
    await press(panel, 'Podstawa');
    await look(panel, 'panel-case-source');
    await press(panel, 'Więcej');
    await look(panel, 'panel-case-more');
    await press(panel, /^Teraz nie pokazuję/);
    await look(panel, 'panel-case-resting');
  });

  test('while a client is served, on each channel, to the last tick and the way back', async () => {
    await introduce(await desk.options('start'), someClerk);
    await desk.openCase();
    const panel = await desk.panel();
    await panel.getByText('Odbieram telefon').click();
    await press(panel, 'Zacznij obsługę');
    await panel.getByText('Obsługa trwa').waitFor();
    await look(panel, 'panel-serving');
    await pressEach(panel.locator('.group-name[aria-expanded=false]'));
    await pressEach(panel.getByRole('button', { name: /^Pokaż jeszcze/ }));
    await look(panel, 'panel-serving-all');
    await panel.getByRole('tab', { name: 'Zakończenie' }).click();
    await look(panel, 'panel-ending');
    await panel.keyboard.press('2');
    await panel.getByRole('button', { name: 'nie dotyczy' }).nth(3).click();
    await press(panel, 'Zapisz jako oddzwonienie');
    await panel
      .getByRole('list', { name: 'Co zapisać jako oddzwonienie' })
      .getByRole('button')
      .nth(2)
      .click();
    await panel.getByText('Zapisane jako oddzwonienie.').waitFor();
    await look(panel, 'panel-ending-callback');
    await press(panel, 'Zapisz jako oddzwonienie');
    await press(panel, 'Zakończ obsługę');
    await panel.getByText('Zakończyć mimo to?').waitFor();
    await look(panel, 'panel-ending-asked');
    await press(panel, 'Wróć do listy');
    await press(panel, 'Gdy klient obraża');
    await look(panel, 'panel-ending-calm');
    await press(panel, 'Gdy klient obraża');
    for (const box of await panel.getByRole('checkbox').all()) {
      if (!(await box.isChecked())) await box.click();
    }
    await panel.getByText('Wszystko załatwione.').waitFor();
    await look(panel, 'panel-ending-complete');
    await press(panel, 'Zakończ obsługę');
    await panel.getByText('Zakończono obsługę po').waitFor();
    await look(panel, 'panel-ended');
  });

  test('with promises: the line, the list, an outcome, more, the full form, what is settled', async () => {
    await introduce(await desk.options('start'), someClerk);
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
    await look(panel, 'panel-callbacks-none');
    const line = panel.getByLabel('Do kogo i kiedy oddzwonić');
    for (const text of ['600 123 456 Kowalska wymiar podatku jutro 10', '24 236 01 23 Nowak za 20 minut']) {
      await line.fill(text);
      await look(panel, 'panel-callbacks-entry');
      await line.press('Enter');
      await expect.poll(() => line.inputValue()).toBe('');
    }
    await look(panel, 'panel-callbacks');
    await press(panel, 'Wynik');
    await look(panel, 'panel-callbacks-outcome');
    await press(panel, /^Klient zadzwonił/);
    await panel.getByText('Czy nadal oddzwonić').waitFor();
    await look(panel, 'panel-callbacks-ask');
    await press(panel, 'Więcej');
    await look(panel, 'panel-callbacks-more');
    await press(panel, 'Wpisz dokładniej');
    await look(panel, 'panel-callbacks-form');
    await press(panel, /^Nie, załatwione/);
    await panel.getByText('Obietnica dotrzymana.').waitFor();
    await press(panel, 'Filtr');
    await panel.getByLabel('Pokaż', { exact: true }).selectOption('settled');
    await panel.getByRole('button', { name: 'Jednak czeka' }).waitFor();
    await look(panel, 'panel-callbacks-settled');
    const insight = await desk.options('wglad');
    await insight.getByText('Te same liczby w tabeli').click();
    await look(insight, 'options-insight');
  });

  test('with the glossary: all words, one that was found, one that was not, a letter', async () => {
    await introduce(await desk.options('start'), someClerk);
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Słownik', exact: true }).click();
    await panel.getByRole('button', { name: /^Pokaż jeszcze/ }).waitFor();
    await look(panel, 'panel-glossary');
    const search = panel.getByLabel('Szukaj słowa, w dowolnej formie');
    await search.fill('zażalenia');
    await search.press('Enter');
    await panel.getByText('Powiedz tak').waitFor();
    await press(panel, 'Kopiuj');
    await panel.getByText('Skopiowano.').waitFor();
    await look(panel, 'panel-glossary-term');
    await panel.getByLabel('Dziedzina').selectOption('tax');
    await panel.getByText('W tej dziedzinie tego nie ma.').waitFor();
    await look(panel, 'panel-glossary-none');
    await press(panel, 'Wklej tekst');
    await look(panel, 'panel-glossary-paste');
    await panel.getByLabel('Tekst pisma albo e-maila').fill('Wnosi się o prolongatę. Zażalenia brak.');
    await press(panel, 'prolongata');
    await look(panel, 'panel-glossary-letter');
  });

  test('with the longest names, a number missing, and an answer to take back', async () => {
    await introduce(await desk.options('start'), longClerk);
    await desk.openCase();
    const panel = await desk.panel();
    await panel.getByText('Dzwonię', { exact: true }).click();
    await press(panel, 'Gotowe');
    await panel.getByRole('button', { name: 'Cofnij' }).waitFor();
    await look(panel, 'panel-long-names');
  });

  test('in English', async () => {
    const options = await desk.options('dane');
    await options.getByText('English').click();
    await desk.openCase();
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Now' }).waitFor();
    await look(panel, 'panel-english');
    await panel.getByRole('tab', { name: 'Glossary', exact: true }).click();
    await panel.getByRole('button', { name: /^Show \d+ more terms$/ }).waitFor();
    await look(panel, 'panel-english-glossary');
  });

  test('while nothing may show in a page', async () => {
    const options = await desk.options('systemy');
    await options.getByText('Nie pokazuj niczego na stronach').click();
    await options.getByText('Zapisano.').waitFor();
    await desk.openCase();
    const panel = await desk.panel();
    await panel.locator('.page-line.is-read').waitFor();
    await look(panel, 'panel-quiet');
  });
});

describe('The options are open to everybody', () => {
  test('in each step of first run', async () => {
    const options = await desk.options('start');
    await look(options, 'options-start-1');
    await introduce(options, someClerk);
    await look(options, 'options-start-2');
    await press(options, /^(Dalej|Dodam później)$/);
    await options.getByRole('button', { name: 'Otwórz panel' }).waitFor();
    await look(options, 'options-start-3');
    await options.getByRole('link', { name: 'Pierwsze kroki' }).click();
  });

  test('with the longest names', async () => {
    const options = await desk.options('start');
    await introduce(options, longClerk);
    await press(options, 'Wstecz');
    await options.getByLabel('Stanowisko').waitFor();
    await look(options, 'options-long-names');
  });

  test('in the systems, a mistyped address among them', async () => {
    await desk.seat.open(desk.origin);
    const options = await desk.options('systemy');
    await look(options, 'options-systems');
    await options.getByLabel('Adres systemu').fill('ezd');
    await press(options, 'Zezwól');
    await options.getByText('To za krótki adres.').waitFor();
    await look(options, 'options-systems-fault');
  });

  test('in the profile: none taken, a file looked at, one that is broken, one taken', async () => {
    const options = await desk.options('profil');
    await look(options, 'options-profile');
    const file = options.locator('input[type=file]');
    await file.setInputFiles('tests/fixtures/demo-office/profile.json');
    await options.getByRole('heading', { name: 'Podgląd: Urząd Gminy Przykładowo' }).waitFor();
    await look(options, 'options-profile-preview');
    const buffer = Buffer.from('{"format":"obok-profile/1","id":"?","seq":-1,"reminder":[]}');
    await file.setInputFiles({ name: 'zepsuty.json', mimeType: 'application/json', buffer });
    await options.getByRole('heading', { name: /^Tego pliku nie można przyjąć/ }).waitFor();
    await look(options, 'options-profile-broken');
    await file.setInputFiles('tests/fixtures/demo-office/profile.json');
    await press(options, 'Przyjmij');
    await options.getByText('Przyjęto profil.').waitFor();
    await options.getByText('Co obowiązuje i skąd').click();
    await look(options, 'options-profile-taken');
  });

  test('in the data, the last question before erasing among them', async () => {
    const options = await desk.options('dane');
    await look(options, 'options-data');
    await press(options, 'Usuń wszystko…');
    await options.getByRole('alertdialog').waitFor();
    await look(options, 'options-data-erase');
  });

  test('in the calls back and in the starting profiles', async () => {
    const options = await desk.options('oddzwonienia');
    await options.locator('main h2').first().waitFor();
    await look(options, 'options-reminding');
    const studio = await desk.options('studio');
    await studio.getByText('Biuro Obsługi Mieszkańca').waitFor();
    await look(studio, 'options-studio');
  });

  test('in the help', async () => {
    await look(await desk.options('pomoc'), 'options-help');
  });
});

describe('The client’s note is open to everybody', () => {
  test('empty, filled in, too long for its page, and cleared', async () => {
    await introduce(await desk.options('start'), someClerk);
    const note = await desk.note('');
    await look(note, 'note-empty');
    await note.getByLabel('Czego dotyczy').fill('Podatek od działki w Gostyninie');
    await note.getByLabel('Co klient ma przynieść').fill('akt notarialny\ndowód osobisty');
    await note.getByLabel('Do kiedy').fill('1.12.2026');
    await note.getByLabel('Telefon').fill('24 236 07 50');
    await note.locator('.sheet').getByText('wtorek, 1 grudnia 2026').waitFor();
    await look(note, 'note-filled');
    await note.getByLabel('A5').check();
    await note.getByLabel('duży').check();
    await note.getByLabel('Co ustaliliśmy').fill('Jedno ustalenie.\n'.repeat(20));
    await note.getByText('Kartka nie mieści się na jednej stronie.').waitFor();
    await look(note, 'note-long');
    await press(note, 'Wyczyść');
    await note.getByRole('button', { name: 'Cofnij' }).waitFor();
    await look(note, 'note-cleared');
  });

  test('in a narrow window, with the longest names, in English', async () => {
    await introduce(await desk.options('start'), longClerk);
    const options = await desk.options('dane');
    await options.getByText('English').click();
    const note = await desk.note('');
    await note.setViewportSize({ width: 320, height: 640 });
    await note.getByRole('button', { name: 'Print' }).waitFor();
    await look(note, 'note-narrow');
  });

  test('when its service has ended', async () => {
    const note = await desk.note('?obsluga=zakonczona');
    await note.getByText('Kartka została usunięta.').waitFor();
    await look(note, 'note-over');
  });
});

describe('A desk that is locked by a password is open to everybody', () => {
  const password = 'poufne hasło 7';

  test('from setting it to beginning anew without it', async () => {
    const options = await desk.options('dane');
    await press(options, 'Ustaw hasło…');
    await options.getByLabel('Nowe hasło (').fill('krótkie');
    await options.getByRole('button', { name: 'Ustaw hasło', exact: true }).click();
    await options.getByText('Hasło jest za krótkie').waitFor();
    await look(options, 'options-password-new');
    await options.getByLabel('Nowe hasło (').fill(password);
    await options.getByLabel('Nowe hasło jeszcze raz').fill(password);
    await options.keyboard.press('Enter');
    await options.getByText('Dane klientów są zamknięte hasłem.').waitFor();
    await press(options, 'Zmień hasło…');
    await look(options, 'options-password-change');

    // By the keyboard: the press that locks is a touch of the page, too.
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Teraz' }).waitFor();
    await options.bringToFront();
    await options.getByRole('button', { name: 'Zablokuj', exact: true }).focus();
    await options.keyboard.press('Enter');
    await options.getByRole('heading', { name: 'Obok jest zablokowany' }).waitFor();
    // How Obok is, for whoever helps: the last stop of the keyboard under the lock.
    await options.locator('input[type=password]:focus').waitFor();
    for (const stop of ['Odblokuj', 'Nie pamiętasz hasła?', 'Stan Oboka']) {
      await options.keyboard.press('Tab');
      await options.locator(':focus', { hasText: stop }).waitFor();
    }
    await options.keyboard.press('Enter');
    await options.getByText('ustawione; blokuje po 30 minutach').waitFor();
    await look(options, 'options-locked');
    await panel.bringToFront();
    await panel.getByRole('heading', { name: 'Obok jest zablokowany' }).waitFor();
    await panel.getByLabel('Hasło').fill('nie to hasło');
    await panel.keyboard.press('Enter');
    await panel.getByText('To nie jest to hasło.').waitFor();
    await look(panel, 'panel-locked-wrong');
    const note = await desk.note('');
    await note.getByRole('heading', { name: 'Obok jest zablokowany' }).waitFor();
    await note.getByRole('link', { name: 'Stan Oboka' }).waitFor();
    await look(note, 'note-locked');

    await panel.bringToFront();
    await panel.getByText('Nie pamiętasz hasła?').click();
    await press(panel, 'Zacznij od nowa…');
    await panel.getByRole('alertdialog').waitFor();
    await look(panel, 'panel-locked-forgotten');
    await panel.getByRole('button', { name: 'Usuń i zacznij od nowa' }).click();
    await panel.getByRole('tab', { name: 'Teraz' }).waitFor();
  });
});
