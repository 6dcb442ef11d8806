import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { focused, press, tabTo } from './screens/keys';
import { look } from './screens/look';
import { introduce, type OfficeDesk, sitAtOfficeDesk, someClerk } from './screens/office-desk';
import { sitAtFirefox } from './seat/firefox';
import { type OfficePage, type Seat, stripOf, until } from './seat/seat';
import { storedRows } from './stored-rows';

const pictures = '.output/test/pictures';
mkdirSync(pictures, { recursive: true });

/** The number on the toolbar. */
const badge = (seat: Seat) => seat.inExtension<string>('return api.action.getBadgeText({});');
const line = 'Do kogo i kiedy oddzwonić';

/** A list of cases, where no reminder comes up. */
async function openCaseList(seat: Seat, origin: string): Promise<OfficePage> {
  const list = demoViews.find(({ build, view }) => build === 'dokus' && view === 'case-list');
  if (!list) throw new Error('The demo office has no list of cases.');
  const page = await seat.open(`${origin}${list.path}`);
  for (const step of list.steps) await page.click(step);
  return page;
}

/** Waits for the strip that tells of one due call, looks at what it says, and presses „Pokaż” until `isOpen`. */
async function showFromStrip(seat: Seat, origin: string, page: OfficePage, isOpen: () => Promise<boolean>) {
  const strip = await until(
    () => stripOf(seat, origin),
    (seen) => Boolean(seen?.text),
    30_000,
  );
  expect(strip?.text).toMatch(/^Pora oddzwonić: umówiono na \d\d:\d\d\s/);
  expect(strip?.text).not.toMatch(/Kowalska|600|podatek/);
  await page.screenshot(`${pictures}/callbacks-strip-${seat.browser.toLowerCase()}.png`);
  const press = async () => {
    // A click in its first moment is not taken for one that was meant.
    const show = (await stripOf(seat, origin))?.buttons.find(({ name }) => name === 'Pokaż');
    if (show) await page.clickAt(show.x, show.y);
    return isOpen();
  };
  expect(await until(press, Boolean, 30_000)).toBe(true);
  expect(
    await until(
      () => stripOf(seat, origin),
      (seen) => seen === null,
    ),
  ).toBeNull();
}

describe('Callbacks in Chromium', () => {
  let desk: OfficeDesk;
  beforeAll(async () => {
    desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
  });
  afterAll(() => desk?.close());
  beforeEach(() => desk.clear());

  async function openTab(panel: Page): Promise<void> {
    await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
    await panel.getByLabel(line).waitFor();
  }
  /** Types a line and stores it, as a clerk does. */
  async function note(panel: Page, text: string): Promise<void> {
    await panel.getByLabel(line).click();
    await panel.keyboard.type(text);
    await panel.keyboard.press('Enter');
    await panel.getByText('Zapisano:').waitFor();
  }
  /** Makes a stored promise due at once, as though its time had come. */
  const comeDue = (name: string) =>
    desk.seat.inExtension(
      `${storedRows}
       const meant = (await storedRows('callbacks')).filter(({ name }) => name === arg).map(({ id }) => id);
       const database = await new Promise((resolve, reject) => {
         const request = indexedDB.open('obok');
         request.onsuccess = () => resolve(request.result);
         request.onerror = () => reject(request.error);
       });
       await new Promise((resolve, reject) => {
         const transaction = database.transaction('callbacks', 'readwrite');
         const rows = transaction.objectStore('callbacks');
         const all = rows.getAll();
         all.onsuccess = () => {
           for (const row of all.result) if (meant.includes(row.id)) rows.put({ ...row, due: Date.now() - 1000 });
         };
         transaction.oncomplete = resolve;
         transaction.onerror = () => reject(transaction.error);
       });
       database.close();`,
      name,
    );
  async function killWorker(panel: Page): Promise<void> {
    const devtools = await desk.seat.context.newCDPSession(panel);
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.stopAllWorkers');
    await devtools.detach();
  }

  test('by keyboard alone: from the tab to the line, stored by Enter, kept by one letter, taken back', async () => {
    await introduce(await desk.options('start'), someClerk);
    const panel = await desk.panel();
    await tabTo(panel, 'Teraz');
    expect((await press(panel, 'ArrowRight'))?.name).toBe('Oddzwonienia');
    await tabTo(panel, line);
    await panel.keyboard.type('600 123 456 Kowalska wymiar podatku jutro 10');
    const understood = panel.getByLabel('Tak to rozumiem');
    await expect.poll(() => understood.textContent()).toContain('600 123 456');
    expect(await understood.textContent()).toContain('Kowalska');
    expect(await understood.textContent()).toContain('wymiar podatku');
    await panel.screenshot({ path: `${pictures}/callbacks-entry.png` });
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { level: 3, name: 'Kowalska' }).waitFor();
    expect((await focused(panel))?.name).toBe(line);
    expect(await panel.getByLabel(line).inputValue()).toBe('');

    await tabTo(panel, 'Zadzwoń');
    await panel.keyboard.press('b');
    await panel.getByText('Nie odebrano. Następna próba:').waitFor();
    await panel.screenshot({ path: `${pictures}/callbacks-no-answer.png` });
    await tabTo(panel, 'Cofnij');
    await panel.keyboard.press('Enter');
    await panel.getByText('Cofnięto.').waitFor();
    await tabTo(panel, 'Zadzwoń', 'Shift+Tab');
    await panel.keyboard.press('t');
    await panel.getByText('Obietnica dotrzymana.').waitFor();
    await panel.getByText('Nikt nie czeka na telefon.').waitFor();
  });

  test('a promise outlives a worker that is killed, and its number comes to the toolbar when it is due', async () => {
    const panel = await desk.panel();
    await openTab(panel);
    await note(panel, '600 123 456 Kowalska podatek za 3 godziny');
    await note(panel, '24 236 01 23 Nowak odpady za 4 godziny');
    expect(
      await until(
        () => badge(desk.seat),
        (text) => text === '',
      ),
    ).toBe('');
    await comeDue('Kowalska');
    await killWorker(panel);
    await panel.reload();
    await openTab(panel);
    // Any change wakes the background, which looks at all that waits.
    await note(panel, '600 999 888 Wilk jutro 12');
    expect(
      await until(
        () => badge(desk.seat),
        (text) => text === '1',
      ),
    ).toBe('1');
    await panel.getByRole('heading', { level: 2, name: 'Po terminie' }).waitFor();
    await look(panel, 'panel-callbacks-overdue');
    const told = () =>
      desk.seat.inExtension<string[]>('return Object.keys(await api.notifications.getAll());');
    expect(await until(told, (ids) => ids.length === 1)).toHaveLength(1);

    // Told once: another wake tells nothing new.
    const [notification] = await told();
    await killWorker(panel);
    await note(panel, '600 777 666 Lis jutro 13');
    await until(
      () => badge(desk.seat),
      (text) => text === '1',
    );
    expect(await told()).toEqual([notification]);

    const row = panel.locator('[data-callback]', { hasText: 'Kowalska' });
    await row.getByRole('button', { name: 'Wynik' }).click();
    await panel.screenshot({ path: `${pictures}/callbacks-outcome.png` });
    await row.getByRole('button', { name: 'Rozmowa odbyta' }).click();
    expect(
      await until(
        () => badge(desk.seat),
        (text) => text === '',
      ),
    ).toBe('');
  });

  test('what is typed and not stored stays, over another tab and a closed panel', async () => {
    const panel = await desk.panel();
    await openTab(panel);
    await panel.getByLabel(line).click();
    await panel.keyboard.type('Zielińska odwołanie');
    await panel.getByRole('tab', { name: 'Teraz' }).click();
    await openTab(panel);
    expect(await panel.getByLabel(line).inputValue()).toBe('Zielińska odwołanie');
    await panel.close();
    const again = await desk.panel();
    await openTab(again);
    await expect.poll(() => again.getByLabel(line).inputValue()).toBe('Zielińska odwołanie');
  });

  test('what the key asks for is gone to: the line has the focus, in a panel that stands open and in one that opens', async () => {
    const ask = () =>
      desk.seat.inExtension(
        `await api.storage.session.set({ 'asked-place': { place: 'quick-entry', at: Date.now() } });`,
      );
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Teraz', selected: true }).waitFor();
    await ask();
    await expect.poll(async () => (await focused(panel))?.name).toBe(line);
    await panel.close();
    await ask();
    const again = await desk.panel();
    await expect.poll(async () => (await focused(again))?.name).toBe(line);
  });

  test('a filter is chosen by keys alone, is still there in a panel that opens, and goes by one press', async () => {
    const panel = await desk.panel();
    await openTab(panel);
    await note(panel, '600 123 456 Wilk podatek jutro 10');
    await note(panel, '600 999 888 Kowalska odwołanie jutro 11');
    await tabTo(panel, 'Filtr');
    await panel.keyboard.press('Enter');
    await tabTo(panel, 'Kolejność');
    await panel.keyboard.press('ArrowDown');
    await panel.getByText('Widać: czekające, według nazwiska').waitFor();
    await look(panel, 'panel-callbacks-filter');
    // What is chosen is shown before it is kept.
    const keptOrder = `(async () => {
      ${storedRows}
      return (await storedRows('singles')).find(({ name }) => name === 'callback-view')?.value.order;
    })()`;
    await expect.poll(() => panel.evaluate(keptOrder), { timeout: 30_000 }).toBe('name');
    await panel.close();
    const again = await desk.panel();
    await openTab(again);
    await again.getByText('według nazwiska').waitFor();
    const titles = again.locator('[data-callback] h3');
    await expect.poll(() => titles.allTextContents()).toEqual(['Kowalska', 'Wilk']);
    await tabTo(again, 'Pokaż wszystkie czekające');
    await again.keyboard.press('Enter');
    await expect.poll(() => titles.allTextContents()).toEqual(['Wilk', 'Kowalska']);
    expect((await focused(again))?.name).toBe('Filtr');
  });

  test('what is kept of one person is found, erased by two presses, and comes back by one', async () => {
    const panel = await desk.panel();
    await openTab(panel);
    await note(panel, '600 987 654 Brzęczyszczykiewicz wymeldowanie jutro 10');
    await note(panel, '600 999 888 Wilk odwołanie jutro 11');
    const options = await desk.options('dane');
    await options.getByLabel('Nazwisko albo numer telefonu').click();
    await options.keyboard.type('brzeczyszczykiewicza');
    await options.keyboard.press('Enter');
    await options.getByText('Znaleziono 1 wpis.').waitFor();
    expect(await options.locator('.one-person').textContent()).toContain('600 987 654');
    await look(options, 'options-person');
    await tabTo(options, 'Usuń 1 zaznaczony…');
    await options.keyboard.press('Enter');
    await options.getByRole('alertdialog').waitFor();
    await expect.poll(async () => (await focused(options))?.name).toBe('Zostaw');
    await press(options, 'Tab');
    await options.keyboard.press('Enter');
    await options.getByText('Usunięto wszystko, co zaznaczone.').waitFor();
    await panel
      .getByRole('heading', { level: 3, name: 'Brzęczyszczykiewicz' })
      .waitFor({ state: 'detached' });
    await panel.getByRole('heading', { level: 3, name: 'Wilk' }).waitFor();
    await options.getByRole('button', { name: 'Cofnij' }).click();
    await panel.getByRole('heading', { level: 3, name: 'Brzęczyszczykiewicz' }).waitFor();
  });

  test('a client’s name and number stand in the panel, and in no page, address, title, alarm, notification or log', async () => {
    const trace = /brz[ęe]czyszczykiewicz|600\D*987\D*654/i;
    const logged: string[] = [];
    desk.seat.context.on('console', (message) => logged.push(message.text()));
    for (const worker of desk.seat.context.serviceWorkers())
      worker.on('console', (message) => logged.push(message.text()));
    const office = await desk.openCase();
    const panel = await desk.panel();
    await openTab(panel);
    await note(panel, '600 987 654 Brzęczyszczykiewicz wymeldowanie za 3 godziny');
    await comeDue('Brzęczyszczykiewicz');
    await note(panel, '600 999 888 Wilk jutro 12');
    await until(
      () => badge(desk.seat),
      (text) => text === '1',
    );
    const row = panel.locator('[data-callback]', { hasText: 'Brzęczyszczykiewicz' });
    await row.getByRole('button', { name: 'Wynik' }).click();
    await row.getByRole('button', { name: 'Nie odebrano' }).click();
    await panel.getByText('Nie odebrano. Następna próba:').waitFor();
    const options = await desk.options('dane');
    await options.getByLabel('Nazwisko albo numer telefonu').fill('Brzęczyszczykiewicz');
    await options.keyboard.press('Enter');
    await options.getByText('Znaleziono 1 wpis.').waitFor();
    expect(await panel.locator('body').textContent()).toMatch(trace);

    const addresses: string[] = [];
    for (const page of desk.seat.context.pages()) {
      const devtools = await desk.seat.context.newCDPSession(page);
      const { entries } = await devtools.send('Page.getNavigationHistory');
      addresses.push(...entries.flatMap(({ url, title, userTypedURL }) => [url, title, userTypedURL]));
      await devtools.detach();
    }
    const outside = {
      addresses,
      logged,
      page: await office.evaluate<string>('document.documentElement.outerHTML'),
      strip: await stripOf(desk.seat, desk.origin),
      browser: await desk.seat.inExtension(
        `return [
           await api.alarms.getAll(),
           Object.keys(await api.notifications.getAll()),
           await api.action.getTitle({}),
           (await api.tabs.query({})).map(({ url, title }) => [url, title]),
         ];`,
      ),
    };
    expect(addresses.length).toBeGreaterThan(3);
    for (const [where, what] of Object.entries(outside)) {
      expect([where, trace.test(JSON.stringify(what))]).toEqual([where, false]);
    }
  });

  test('the sign of the open case is offered, and taken only when pressed', async () => {
    await desk.openCase();
    const panel = await desk.panel();
    await panel.locator('.page-line.is-read').waitFor();
    await openTab(panel);
    await note(panel, '600 123 456 Kowalska jutro 10');
    expect(await panel.locator('[data-callback]').textContent()).not.toMatch(/\.20\d\d/);
    await panel.getByRole('button', { name: /^Dopisz sprawę/ }).click();
    await note(panel, '600 999 888 Wilk jutro 11');
    await expect
      .poll(() => panel.locator('[data-callback]', { hasText: 'Wilk' }).textContent())
      .toMatch(/\.20\d\d/);
  });

  // Last: the side panel that it opens stays open, and would take what is asked of a panel.
  test('a strip in the page tells that a call is due, and nobody’s name; „Pokaż” opens the panel', async () => {
    const panel = await desk.panel();
    await openTab(panel);
    await note(panel, '600 123 456 Kowalska podatek za 3 godziny');
    await comeDue('Kowalska');
    await note(panel, '600 999 888 Wilk jutro 12');
    const page = await openCaseList(desk.seat, desk.origin);
    await showFromStrip(desk.seat, desk.origin, page, () =>
      desk.seat.inExtension(
        `return (await api.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;`,
      ),
    );
  });
});

describe('Callbacks in Firefox', () => {
  let seat: Seat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    seat = await sitAtFirefox(builds.firefoxWithHosts());
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });
  beforeEach(() => clearDesk(seat));

  test('are noted in one line, stand in the list, come to the toolbar when they are due, and into the page', async () => {
    const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await panel.click({ css: '[role=tab][data-key=callbacks]' });
    await panel.click({ css: '.quick-entry input' });
    await panel.type('600 123 456 Kowalska podatek za 3 godziny');
    await panel.press('Enter');
    const rows = () => panel.evaluate<number>(`document.querySelectorAll('[data-callback]').length`);
    expect(await until(rows, (count) => count === 1)).toBe(1);
    await panel.screenshot(`${pictures}/callbacks-firefox.png`);
    await seat.inExtension(
      `const database = await new Promise((resolve) => {
         const request = indexedDB.open('obok');
         request.onsuccess = () => resolve(request.result);
       });
       await new Promise((resolve) => {
         const transaction = database.transaction('callbacks', 'readwrite');
         const rows = transaction.objectStore('callbacks');
         const all = rows.getAll();
         all.onsuccess = () => { for (const row of all.result) rows.put({ ...row, due: Date.now() - 1000 }); };
         transaction.oncomplete = resolve;
       });
       database.close();
       await api.runtime.sendMessage({ obok: 'panel→background: changed', data: { what: 'callbacks' } });`,
    );
    expect(
      await until(
        () => badge(seat),
        (text) => text === '1',
      ),
    ).toBe('1');
    await panel.close();
    const page = await openCaseList(seat, office.origin);
    // A click in the page is no gesture for Firefox's sidebar: the panel comes in a tab.
    await showFromStrip(seat, office.origin, page, () =>
      seat.inExtension(
        `return (await api.tabs.query({})).some(({ url }) => url === api.runtime.getURL('sidepanel.html'));`,
      ),
    );
  });
});
