import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builds } from '../builds';
import { storedRows } from '../stored-rows';
import { look } from './look';
import { introduce, type OfficeDesk, sitAtOfficeDesk, someClerk } from './office-desk';

let desk: OfficeDesk;
beforeAll(async () => {
  desk = await sitAtOfficeDesk(builds.chromiumWithHosts());
});
afterAll(() => desk?.close());
beforeEach(() => desk.clear());

/** What scripts run in a context of the extension begin with. */
const openRaw = `
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settled(indexedDB.open('obok'));
  const putVersion = (version) => settled(database.transaction('singles', 'readwrite').objectStore('singles')
    .put({ name: 'schema', value: { version } }));`;
const writeAsLater = `${openRaw} await putVersion(999); database.close(); return database.version;`;
const writeAsNow = `${openRaw} await putVersion(Math.floor(database.version / 10)); database.close();`;
const readLater = `${openRaw}
  const encounters = await settled(database.transaction('encounters').objectStore('encounters').count());
  const row = await settled(database.transaction('singles').objectStore('singles').get('schema'));
  database.close();
  return { version: database.version, encounters, schema: row.value.version };`;
/** Puts an empty database of version 0.1 in the place of ours and holds it. */
const holdOlder = `new Promise((resolve, reject) => {
  indexedDB.deleteDatabase('obok');
  const request = indexedDB.open('obok', 1);
  request.onsuccess = () => { globalThis.held = request.result; resolve(); };
  request.onerror = () => reject(request.error);
})`;

/** Has `indexedDB.open` fail as a browser has it fail; `mend()` in the page ends it. */
const failing = (name: string) => `() => {
  const error = new DOMException('', '${name}');
  const request = Object.assign(new EventTarget(), { readyState: 'done', result: null, error });
  setTimeout(() => request.onerror?.({ target: request, preventDefault() {}, stopPropagation() {} }));
  return request;
}`;

/** A page of the extension whose database cannot be opened until it is mended. */
async function openBroken(path: string, open: string): Promise<Page> {
  const page = await desk.seat.context.newPage();
  await page.setViewportSize({ width: 360, height: 760 });
  await page.clock.install();
  await page.addInitScript(
    `if (!sessionStorage.getItem('mended')) {
       const { open } = IDBFactory.prototype;
       IDBFactory.prototype.open = ${open};
       globalThis.mend = () => { IDBFactory.prototype.open = open; sessionStorage.setItem('mended', 'yes'); };
     }`,
  );
  await page.goto(`chrome-extension://${desk.seat.extensionId}/${path}`);
  return page;
}

describe('When the database', () => {
  test.each([
    ['sidepanel.html', 'UnknownError', 'nie może odczytać plików', 'failure-unknown'],
    ['sidepanel.html', 'InvalidStateError', 'okno jest prywatne', 'failure-private'],
    ['options.html#dane', 'QuotaExceededError', 'brakuje miejsca', 'failure-options'],
    ['sidepanel.html', '', 'nie może odczytać plików', 'failure-silent'],
  ] as const)(
    'of %s fails (%s), the screen says what happened, what is safe, what to do',
    async (path, name, why, screen) => {
      const page = await openBroken(path, name === '' ? '() => new EventTarget()' : failing(name));
      const alert = page.getByRole('alert');
      // The patience with a browser that says nothing passes faster here.
      await expect
        .poll(
          async () => {
            if (name === '') await page.clock.runFor(1_000);
            return alert.isVisible();
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      expect(await alert.textContent()).toMatch(/nie może otworzyć swoich danych[\s\S]*działają jak zwykle/);
      expect(await alert.textContent()).toContain(why);
      await look(page, screen);

      await page.evaluate('mend()');
      for (let tabs = 0; tabs < 20; tabs += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.textContent')) === 'Spróbuj ponownie') break;
      }
      await page.keyboard.press('Enter');
      await page.locator('main .group, main section').first().waitFor();
    },
  );

  test('is held by an older page of Obok, the screen says so, and opens by itself once that is closed', async () => {
    // A page that takes no notice of being asked to close, as none of ours does.
    const older = await desk.panel();
    await older.evaluate(holdOlder);
    const panel = await desk.seat.context.newPage();
    await panel.setViewportSize({ width: 360, height: 760 });
    await panel.goto(`chrome-extension://${desk.seat.extensionId}/sidepanel.html`);
    await panel.getByText('Zamknij pozostałe karty i panele Oboka').waitFor();
    await look(panel, 'failure-blocked');
    await older.close();
    await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).waitFor();
    await panel.close();
  });

  test('was written by a later Obok, it is shown and never written; the screens say what to do', async () => {
    await introduce(await desk.options('start'), someClerk);
    const version = (await desk.seat.inExtension(writeAsLater)) as number;
    const panel = await desk.panel();
    await panel.getByText('Wersja Oboka jest starsza niż dane.').waitFor();
    await look(panel, 'store-read-only');
    await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
    await panel.getByText('Nie zapisano: wersja Oboka jest starsza niż dane.').waitFor();
    const options = await desk.options('dane');
    await options.getByText('Wersja Oboka jest starsza niż dane.').waitFor();
    await options.getByRole('link', { name: 'Zapisz kopię danych' }).click();
    await options.getByRole('heading', { name: 'Kopia zapasowa' }).waitFor();
    await look(options, 'store-read-only-options');
    expect(await desk.seat.inExtension(readLater)).toEqual({ version, encounters: 0, schema: 999 });
    await desk.seat.inExtension(writeAsNow);
    await panel.close();
  });
});

test('What cannot be read is told in the panel, and „Dane” says what it may be and asks before it ends', async () => {
  await introduce(await desk.options('start'), someClerk);
  await desk.seat.inExtension(`${openRaw}
    await settled(database.transaction('callbacks', 'readwrite').objectStore('callbacks')
      .put({ id: 'uszkodzony', due: 'kiedyś', sealed: { key: 'klucz, którego nie ma', box: new Uint8Array(40) } }));
    database.close();`);
  const panel = await desk.panel();
  await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
  await panel.getByText('1 zapis jest uszkodzony').waitFor();
  await look(panel, 'panel-set-aside');
  const opened = desk.seat.context.waitForEvent('page');
  await panel.getByRole('link', { name: 'Co z tym zrobić' }).click();
  const options = await opened;
  await options.setViewportSize({ width: 1100, height: 800 });
  const drop = options.getByRole('button', { name: 'Usuń uszkodzone zapisy…' });
  await drop.waitFor();
  await look(options, 'options-set-aside');
  await drop.click();
  const sure = options.getByRole('alertdialog').getByRole('button', { name: /^Usuń/ });
  await sure.waitFor();
  await look(options, 'options-set-aside-drop');
  await sure.click();
  await options.getByText('Usunięto 1 uszkodzony zapis.').waitFor();
  await panel.getByText('1 zapis jest uszkodzony').waitFor({ state: 'detached' });
});

test('That the browser has lost the data is told on every screen, and on all of them until one was read', async () => {
  await introduce(await desk.options('start'), someClerk);
  await desk.seat.inExtension(`await api.storage.local.set({ store: { hasStood: true, isLost: true } });`);
  const told = 'Przeglądarka utraciła dane Oboka.';
  const panel = await desk.panel();
  const options = await desk.options('dane');
  const note = await desk.seat.context.newPage();
  await note.setViewportSize({ width: 360, height: 760 });
  await note.goto(`chrome-extension://${desk.seat.extensionId}/note.html`);
  for (const [name, page] of [
    ['store-emptied-panel', panel],
    ['store-emptied-options', options],
    ['store-emptied-note', note],
  ] as const) {
    await page.getByText(told).waitFor();
    await look(page, name);
  }
  await note.emulateMedia({ media: 'print' });
  await note.getByText(told).waitFor({ state: 'hidden' });
  await note.emulateMedia({ media: 'screen' });
  await note.getByRole('button', { name: 'Rozumiem' }).click();
  for (const page of [panel, options, note]) await page.getByText(told).waitFor({ state: 'detached' });
  await panel.close();
  await note.close();
});

test('All that is kept comes back from a copy after everything was erased, and that can be taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'obok-copy-'));
  const file = join(folder, 'kopia.obok');
  const password = 'kot siedzi na płocie';
  const names = async () => {
    const rows = await desk.seat.inExtension<{ name: string }[]>(
      `${storedRows} return storedRows('callbacks');`,
    );
    return rows.map(({ name }) => name).sort();
  };
  try {
    await introduce(await desk.options('start'), someClerk);
    const panel = await desk.panel();
    await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
    for (const text of ['600 123 456 Kowalska podatek jutro 10', '600 999 888 Wilk jutro 12']) {
      await panel.getByLabel('Do kogo i kiedy oddzwonić').click();
      await panel.keyboard.type(text);
      await panel.keyboard.press('Enter');
      await expect.poll(() => panel.getByLabel('Do kogo i kiedy oddzwonić').inputValue()).toBe('');
    }
    // Where the line is under everything else.
    await panel.getByRole('tab', { name: 'Teraz', exact: true }).click();
    await panel.getByRole('region', { name: 'Kopia zapasowa' }).scrollIntoViewIfNeeded();
    await look(panel, 'panel-backup-offer');
    const opened = desk.seat.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Zrób kopię' }).click();
    const options = await opened;
    await options.getByRole('button', { name: 'Zrób kopię' }).click();
    for (const label of ['Hasło do kopii, co najmniej 10 znaków', 'To samo hasło jeszcze raz']) {
      await options.getByLabel(label).click();
      await options.keyboard.type(password);
    }
    const download = options.waitForEvent('download');
    await options.keyboard.press('Enter');
    await (await download).saveAs(file);
    await options.getByText('Zapisano plik obok-kopia-').waitFor();
    expect(readFileSync(file, 'latin1')).not.toMatch(/Kowalska|600123456|obok-backup/);
    await look(options, 'options-backup-made');

    await options.getByRole('button', { name: 'Usuń wszystko…' }).click();
    await options.getByRole('alertdialog').getByRole('button', { name: 'Usuń wszystko' }).click();
    await options.getByText('Usunięto wszystko.').waitFor();
    expect(await names()).toEqual([]);

    const picker = options.waitForEvent('filechooser');
    await options.getByRole('button', { name: 'Wybierz plik kopii' }).click();
    await (await picker).setFiles(file);
    await options.getByLabel('Hasło do kopii', { exact: true }).waitFor();
    await options.keyboard.type(password);
    await options.keyboard.press('Enter');
    await options.getByText('nowe: 2').waitFor();
    await options.getByText('może wrócić ktoś, kogo dane usunięto').waitFor();
    expect(await names()).toEqual([]);
    await look(options, 'options-backup-preview');
    await options.getByRole('button', { name: /^Przywróć \d+ wpis/ }).click();
    await options.getByRole('button', { name: 'Cofnij przywrócenie' }).waitFor();
    expect(await names()).toEqual(['Kowalska', 'Wilk']);
    const clerk = `${storedRows} return (await storedRows('singles')).find(({ name }) => name === 'clerk').value.name;`;
    expect(await desk.seat.inExtension(clerk)).toBe('Anna Nowak');
    await look(options, 'options-backup-restored');

    await options.getByRole('button', { name: 'Cofnij przywrócenie' }).click();
    await options.getByText('Cofnięto: jest tak, jak było przed przywróceniem.').waitFor();
    expect(await names()).toEqual([]);

    await options.getByRole('link', { name: 'Stan Oboka' }).click();
    await options.getByText('działa, układ danych w wersji').waitFor();
    await options.getByText('działa na wszystkich dozwolonych adresach').waitFor();
    await look(options, 'options-health');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('The panel works while the worker sleeps, and wakes it', async () => {
  // A desk of its own: the driver loses hold of a worker that was stopped.
  const own = await sitAtOfficeDesk(builds.chromiumWithHosts());
  try {
    await introduce(await own.options('start'), someClerk);
    await own.openCase();
    const panel = await own.panel();
    await panel.locator('.page-line.is-read').waitFor();
    const debug = await own.seat.context.newCDPSession(panel);
    const states: string[] = [];
    debug.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      states.push(...versions.map(({ runningStatus }) => runningStatus));
    });
    await debug.send('ServiceWorker.enable');
    await debug.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => states.at(-1)).toBe('stopped');

    await panel.getByRole('button', { name: 'Zacznij obsługę' }).click();
    await panel.getByText('Obsługa trwa').waitFor();
    await expect.poll(() => states.at(-1)).toBe('running');
    await panel.getByRole('button', { name: 'Gotowe' }).first().click();
    await panel.getByText('To przypomnienie będzie wracać rzadziej.').waitFor();
  } finally {
    await own.close();
  }
});

test('Two panels show the same: what one writes the other has at once', async () => {
  await introduce(await desk.options('start'), someClerk);
  const here = await desk.panel();
  const there = await desk.panel();
  await here.getByText('Dzwonię', { exact: true }).click();
  await there.getByRole('radio', { name: 'Dzwonię', checked: true }).waitFor();
  await here.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await there.getByText('Obsługa trwa').waitFor();

  for (const panel of [here, there]) await panel.getByRole('tab', { name: 'Zakończenie' }).click();
  await here.getByRole('checkbox').nth(0).click();
  await there
    .getByRole('checkbox')
    .nth(0)
    .and(there.getByRole('checkbox', { checked: true }))
    .waitFor();
  await there.getByRole('checkbox').nth(1).click();
  // Neither undoes the other's tick.
  for (const panel of [here, there]) {
    await expect.poll(() => panel.getByRole('checkbox', { checked: true }).count()).toBe(2);
  }

  // One ends and the other has begun anew: the ending cannot be taken back, and the panel says why.
  await here.getByRole('button', { name: 'Zakończ obsługę' }).click();
  await here.getByRole('button', { name: 'Zakończ mimo to' }).click();
  await there.getByRole('button', { name: 'Zacznij obsługę' }).click();
  await here.getByRole('button', { name: 'Zakończ obsługę' }).waitFor();
  await here.getByRole('button', { name: 'Cofnij' }).click();
  await here.getByText('Nie można tego cofnąć, bo trwa już obsługa następnego klienta.').waitFor();
});
