import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { focused, tabTo } from './screens/keys';
import { look } from './screens/look';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { type OfficePage, type Seat, until } from './seat/seat';

const pictures = '.output/test/pictures';
mkdirSync(pictures, { recursive: true });
const password = 'kot siedzi na płocie';
const size = { width: 360, height: 760 };

let folder: string;
/** What Chromium saved for a colleague. */
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obok-hand-over-'));
  file = join(folder, 'oddzwonienia.obok');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('Two of three promises go from one clerk to another by a file with a password', () => {
  /** A desk of its own: another person, another profile of the browser. */
  async function sit(): Promise<{ panel: Page; close(): Promise<void> }> {
    const seat = await sitAtChromium({ extension: builds.chromiumWithHosts(), size });
    const panel = seat.pageOf(await seat.openOwn('sidepanel.html', size));
    await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
    await panel.getByLabel('Do kogo i kiedy oddzwonić').waitFor();
    return { panel, close: () => seat.close() };
  }
  const rows = (panel: Page) => panel.locator('[data-callback] h3').allTextContents();
  const press = (panel: Page, name: string) => panel.getByRole('button', { name, exact: true }).click();

  test('saved with real clicks, taken over in a fresh profile after a look at it, and taken back', async () => {
    const anna = await sit();
    const { panel } = anna;
    try {
      for (const text of [
        '600 123 456 Kowalska wymiar podatku jutro 10',
        '24 236 01 23 Nowak odpady jutro 11',
        '600 999 888 Wilk jutro 12',
      ]) {
        await panel.getByLabel('Do kogo i kiedy oddzwonić').click();
        await panel.keyboard.type(text);
        await panel.keyboard.press('Enter');
        await expect.poll(() => panel.getByLabel('Do kogo i kiedy oddzwonić').inputValue()).toBe('');
      }
      await press(panel, 'Przekaż, wczytaj, zapisz');
      // By keyboard from here to the password.
      await tabTo(panel, 'Przekaż, wczytaj, zapisz', 'Shift+Tab');
      await tabTo(panel, /^Kowalska/);
      await panel.keyboard.press('Space');
      await tabTo(panel, /^Nowak/);
      await panel.keyboard.press('Space');
      await tabTo(panel, 'Komu');
      await panel.keyboard.type('Jan Lis');
      await look(panel, 'panel-giving');
      await tabTo(panel, 'Plik z hasłem');
      await panel.keyboard.press('Enter');
      for (const label of ['Hasło, co najmniej 10 znaków', 'To samo hasło jeszcze raz']) {
        await panel.getByLabel(label).click();
        await panel.keyboard.type(password);
      }
      const download = panel.waitForEvent('download');
      await press(panel, 'Zapisz plik');
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(/^oddzwonienia-\d{4}-\d\d-\d\d\.obok$/);
      await saved.saveAs(file);
      await panel.getByText('Zostają u Ciebie, dopóki nie potwierdzisz').waitFor();
      await look(panel, 'panel-given');
      expect(readFileSync(file, 'latin1')).not.toMatch(/Kowalska|600123456/);

      // Closed and opened again, the panel still asks.
      await panel.reload();
      await panel.getByRole('tab', { name: 'Oddzwonienia', exact: true }).click();
      await press(panel, 'Przejęto: oznacz jako przekazane');
      await panel.getByText('Przekazano 2 oddzwonienia: Jan Lis.').waitFor();
      await expect.poll(() => rows(panel)).toEqual(['Wilk']);
      await press(panel, 'Cofnij');
      await expect.poll(() => rows(panel)).toEqual(['Kowalska', 'Nowak', 'Wilk']);
    } finally {
      await anna.close();
    }

    const jan = await sit();
    try {
      const { panel: other } = jan;
      await press(other, 'Przekaż, wczytaj, zapisz');
      const picker = other.waitForEvent('filechooser');
      await press(other, 'Wybierz plik');
      await (await picker).setFiles(file);
      await expect.poll(async () => (await focused(other))?.name).toBe('Hasło do pliku');
      await other.keyboard.type('pies siedzi na płocie');
      await other.keyboard.press('Enter');
      await other.getByText('To hasło nie pasuje do tego pliku.').waitFor();
      await look(other, 'panel-taking-password');
      await other.getByLabel('Hasło do pliku').click({ clickCount: 3 });
      await other.keyboard.type(password);
      await other.keyboard.press('Enter');
      await other.getByText('Co przejąć').waitFor();
      expect(await rows(other)).toEqual([]);
      await look(other, 'panel-taking');
      await press(other, 'Przejmij 2 oddzwonienia');
      await expect.poll(() => rows(other)).toEqual(['Kowalska', 'Nowak']);
      await press(other, 'Cofnij');
      await other.getByText('Nikt nie czeka na telefon.', { exact: true }).waitFor();
      expect(await rows(other)).toEqual([]);
    } finally {
      await jan.close();
    }
  });
});

describe('A file from a colleague in Firefox', () => {
  let seat: Seat;
  let panel: OfficePage;
  beforeAll(async () => {
    seat = await sitAtFirefox(builds.firefoxWithHosts());
    await clearDesk(seat);
  });
  afterAll(() => seat?.close());
  const shows = async (words: string) =>
    expect(
      await until(
        () => panel.evaluate<string>('document.body.innerText'),
        (text) => text.includes(words),
      ),
    ).toContain(words);

  test('that Chromium saved is opened and taken over', async () => {
    panel = await seat.openOwn('sidepanel.html', size);
    await panel.click({ css: '[role=tab][data-key=callbacks]' });
    await panel.click({ role: 'button', name: 'Przekaż, wczytaj, zapisz' });
    await shows('Wybierz plik');
    await panel.chooseFile(file);
    await shows('Hasło do pliku');
    const field = `document.activeElement.matches('.hand-over-form input')`;
    expect(
      await until(
        () => panel.evaluate<boolean>(field),
        (isHeld) => isHeld,
      ),
    ).toBe(true);
    await panel.type(password);
    await panel.press('Enter');
    await shows('Co przejąć');
    await panel.screenshot(`${pictures}/hand-over-preview-firefox.png`);
    await panel.click({ role: 'button', name: 'Przejmij 2 oddzwonienia' });
    await shows('Przejęto 2 oddzwonienia.');
    const names = `[...document.querySelectorAll('[data-callback] h3')].map(({ textContent }) => textContent).join()`;
    expect(
      await until(
        () => panel.evaluate<string>(names),
        (text) => text === 'Kowalska,Nowak',
      ),
    ).toBe('Kowalska,Nowak');
  });
});
