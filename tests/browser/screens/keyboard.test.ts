import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builds } from '../builds';
import { expectReadingOrder, focused, press, tabTo, wholeRound } from './keys';
import { introduce, type OfficeDesk, sitAtOfficeDesk, someClerk } from './office-desk';

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
});
afterAll(() => desk?.close());
beforeEach(() => desk.clear());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

/** A panel tall enough to compare places on the screen: nothing scrolls. */
async function tallPanel(): Promise<Page> {
  const panel = await desk.panel();
  await panel.setViewportSize({ width: 360, height: 3_000 });
  return panel;
}

describe('First run by keyboard alone', () => {
  test('goes from the name to the button that opens the panel', async () => {
    const options = await desk.options('start');
    await tabTo(options, 'Imię i nazwisko');
    await options.keyboard.type(someClerk.name);
    expect((await press(options, 'Tab'))?.name).toBe('Stanowisko');
    await options.keyboard.type(someClerk.position);
    expect((await press(options, 'Tab'))?.name).toBe('Referat');
    await options.keyboard.type(someClerk.referat);
    await press(options, 'Enter');
    await heading(options, 'W jakich systemach pracujesz?');
    expect((await focused(options))?.name).toBe('W jakich systemach pracujesz?');

    // The office's build has its systems; what a clerk mistypes is told beside the field.
    expect((await press(options, 'Tab'))?.name).toBe('Adres systemu');
    await options.keyboard.type('ezd');
    await press(options, 'Enter');
    await options.getByRole('alert').getByText('To za krótki adres.').waitFor();
    expect((await focused(options))?.name).toBe('Adres systemu');

    await tabTo(options, 'Dalej');
    await press(options, 'Enter');
    await heading(options, 'Gotowe. Obok jest przy Tobie.');
    expect((await focused(options))?.name).toBe('Gotowe. Obok jest przy Tobie.');
    await tabTo(options, 'Otwórz panel');

    const panel = await desk.panel();
    await panel.getByText('Odbieram telefon').click();
    await panel.getByText('Referat Finansowy, Anna Nowak').first().waitFor();
  });

  test('puts it off, and comes to the systems', async () => {
    const options = await desk.options('start');
    await tabTo(options, 'Pomiń na razie');
    await press(options, 'Enter');
    await heading(options, 'Adresy, które Obok może czytać');
    expect((await focused(options))?.name).toBe('Adresy, które Obok może czytać');
  });
});

describe('The panel by keyboard alone', () => {
  test('goes through a whole service: channel, beginning, answer, way back, why, source, end', async () => {
    await introduce(await desk.options('start'), someClerk);
    await desk.openCase();
    const panel = await desk.panel();
    await panel.locator('.page-line.is-read').waitFor();

    await tabTo(panel, 'Przy biurku');
    expect((await press(panel, 'ArrowRight'))?.name).toBe('Odbieram telefon');
    await panel.locator('.introduction-text', { hasText: 'Anna Nowak' }).waitFor();

    await tabTo(panel, 'Zacznij obsługę');
    await press(panel, 'Enter');
    await panel.getByText('Obsługa trwa').waitFor();
    expect((await focused(panel))?.name).toBe('Zakończ obsługę');

    const titles = panel.locator('[data-reminder] h3');
    const [first, second] = await titles.allTextContents();
    await tabTo(panel, 'Gotowe');
    await press(panel, 'Enter');
    await panel.getByText('To przypomnienie będzie wracać rzadziej.').waitFor();
    await expect.poll(async () => (await focused(panel))?.name).toBe(second);

    await tabTo(panel, 'Cofnij');
    await panel.keyboard.press('Enter');
    await panel.getByText('Cofnięto.').waitFor();
    await expect.poll(async () => (await focused(panel))?.name).toBe(first);

    await tabTo(panel, 'Dlaczego?');
    await press(panel, 'Enter');
    await panel.getByRole('list', { name: 'Dlaczego', exact: true }).waitFor();
    expect((await press(panel, 'Tab'))?.name).toBe('Podstawa');
    await press(panel, 'Enter');
    await panel.locator('blockquote').first().waitFor();
    expect(await panel.locator('figcaption').first().textContent()).toMatch(/^(Standard|Kodeks)/);
    expect((await press(panel, 'Tab'))?.name).toBe('Więcej');
    expect((await press(panel, 'Escape'))?.name).toBe('Podstawa');
    expect(await panel.locator('blockquote').count()).toBe(0);

    await tabTo(panel, 'Teraz', 'Shift+Tab');
    expect((await press(panel, 'ArrowRight'))?.name).toBe('Oddzwonienia');
    expect((await press(panel, 'ArrowRight'))?.name).toBe('Zakończenie');
    expect((await press(panel, 'ArrowRight'))?.name).toBe('Słownik');
    expect((await press(panel, 'ArrowLeft'))?.name).toBe('Zakończenie');
    await tabTo(panel, /jasne/);
    await press(panel, 'Space');
    await panel.getByRole('checkbox', { checked: true }).waitFor();
    await press(panel, 'ArrowDown');
    await press(panel, 'n');
    await panel.getByRole('button', { name: 'nie dotyczy', pressed: true }).waitFor();
    await press(panel, '4');
    await expect.poll(() => panel.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await tabTo(panel, 'Zakończ obsługę');
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await focused(panel))?.name).toMatch(/Zakończyć mimo to\?$/);
    await tabTo(panel, 'Wróć do listy');
    await panel.keyboard.press('Enter');
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.matches('[data-open] input')))
      .toBe(true);
    await tabTo(panel, 'Zakończ obsługę');
    await press(panel, 'Enter');
    await panel.getByText('Zakończono obsługę po').waitFor();
    await panel.keyboard.press('Control+z');
    await panel.getByText('Obsługa trwa dalej.').waitFor();
  });

  test.each([
    ['with no page', false],
    ['beside a case, with the client', true],
  ])('comes to everything in the order of reading, and out again: %s', async (_, isServing) => {
    await introduce(await desk.options('start'), someClerk);
    if (isServing) await desk.openCase();
    const panel = await tallPanel();
    if (isServing) {
      await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
      await panel.getByText('Obsługa trwa').waitFor();
      await panel.getByRole('button', { name: 'Zamknij' }).click();
    }
    const round = await wholeRound(panel);
    expectReadingOrder(round);
    const buttons = await panel.getByRole('button').count();
    // Besides the buttons: one tab and one radio button, as each group is one stop.
    expect(round.map(({ name }) => name)).toHaveLength(buttons + 2);
    const back = await press(panel, 'Shift+Tab');
    expect(back).not.toBeNull();
  });
});

describe('The glossary by keyboard alone', () => {
  test('comes to everything in the order of reading, and out again', async () => {
    const panel = await tallPanel();
    await panel.getByRole('tab', { name: 'Słownik' }).click();
    await panel.getByLabel('Szukaj słowa, w dowolnej formie').fill('decyzja');
    await panel.getByRole('button', { name: 'decyzja ostateczna', exact: true }).click();
    const round = await wholeRound(panel);
    expectReadingOrder(round);
    // Besides the buttons: the tabs, the search and the areas.
    expect(round).toHaveLength((await panel.getByRole('button').count()) + 3);
  });
});

describe('The options by keyboard alone', () => {
  test.each(['start', 'systemy', 'profil', 'studio', 'oddzwonienia', 'wglad', 'dane', 'stan', 'pomoc'])(
    'come to everything and out again: %s',
    async (place) => {
      const options = await desk.options(place);
      await options.setViewportSize({ width: 1100, height: 2_000 });
      // One part is brought when it is opened.
      await options.locator('main h2').first().waitFor();
      if (place === 'studio') await options.getByText('Biuro Obsługi Mieszkańca').waitFor();
      if (place === 'stan') await options.getByText('działa, układ danych w wersji').waitFor();
      const round = await wholeRound(options);
      const sections = round.slice(0, 9);
      expect(sections.map(({ name }) => name)).toEqual([
        'Pierwsze kroki',
        'Systemy',
        'Profil',
        'Studio',
        'Oddzwonienia',
        'Wgląd',
        'Dane',
        'Stan Oboka',
        'Pomoc',
      ]);
      expectReadingOrder(sections);
      expectReadingOrder(round.slice(9));
    },
  );

  test('ask before they erase, hold the focus in the question, and Esc leaves all as it was', async () => {
    await introduce(await desk.options('start'), someClerk);
    const options = await desk.options('dane');
    await tabTo(options, 'Usuń wszystko…');
    await press(options, 'Enter');
    await options.getByRole('alertdialog').waitFor();
    // What erases is not what a second Enter presses.
    expect((await focused(options))?.name).toBe('Zostaw');
    expect((await press(options, 'Tab'))?.name).toBe('Usuń wszystko');
    expect((await press(options, 'Tab'))?.name).toBe('Zostaw');
    await press(options, 'Escape');
    await options.getByRole('alertdialog').waitFor({ state: 'detached' });
    await expect.poll(async () => (await focused(options))?.name).toBe('Usuń wszystko…');
    await options.getByText('Twoje imię i nazwisko, stanowisko').waitFor();
  });
});
