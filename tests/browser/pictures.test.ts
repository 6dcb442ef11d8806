import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { keepPicture } from './keep-picture';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { type Display, startDisplay } from './seat/display';
import { type OfficePage, stripOf, until } from './seat/seat';

// The main job in a real window, with the browser's own side panel beside the office: the pictures of the README.
const made = '.output/test/pictures';

const size = { width: 1280, height: 860 };
const caseView = demoViews.find(({ build, view }) => build === 'spa' && view === 'case');
/** Colours by which Obok is found on a screen; see tokens.css and strip.css. */
const themes = {
  light: { accent: '#0b5cad', say: '#eaf2fb', card: '#f5f7f9', suffix: '', args: [] },
  dark: { accent: '#8cc4ff', say: '#263442', card: '#20272f', suffix: '-dark', args: ['--force-dark-mode'] },
};

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const convert = (...args: string[]) => execFileSync('convert', args, { encoding: 'utf8' });

/** How many pixels of a part of a picture have exactly this colour. */
function pixelsOf(colour: string, picture: string, { x, y, width, height }: Area): number {
  const part = ['-crop', `${width}x${height}+${x}+${y}`, '+repage', '-alpha', 'off'];
  const mask = ['-fill', 'black', '+opaque', colour, '-fill', 'white', '-opaque', colour];
  const share = convert(picture, ...part, ...mask, '-colorspace', 'Gray', '-format', '%[fx:mean]', 'info:');
  return Math.round(Number(share) * width * height);
}

describe.each(['light', 'dark'] as const)('in a window on a screen, %s', (theme) => {
  const { accent, say, card, suffix, args } = themes[theme];
  const picture = (name: string) => `${made}/${name}${suffix}.png`;
  let display: Display;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let seat: ChromiumSeat;
  let inCase: OfficePage;

  beforeAll(async () => {
    mkdirSync(made, { recursive: true });
    display = await startDisplay(size);
    office = await startDemoOffice({ port: 0 });
    const extension = builds.chromiumWithHosts();
    seat = await sitAtChromium({ extension, display: display.name, size, colorScheme: theme, args });
    await offerNoTranslation();
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
    display?.close();
  });

  /** A Polish office's browser is Polish; the one in which tests run would offer English, over the page's corner. */
  async function offerNoTranslation(): Promise<void> {
    const settings = await seat.context.newPage();
    await settings.goto('chrome://settings/languages');
    await settings.evaluate(`chrome.settingsPrivate.setPref('translate.enabled', false, '')`);
    await settings.close();
  }

  /** The tab in which first run opened by itself. */
  async function firstRun() {
    const opened = () => seat.context.pages().find((page) => page.url().endsWith('options.html#start'));
    const page = await until(async () => opened(), Boolean);
    if (!page) throw new Error('First run did not open by itself.');
    await page.bringToFront();
    return page;
  }

  test('first run opens by itself and is filled in', async () => {
    const page = await firstRun();
    await page.getByLabel('Imię i nazwisko').click();
    for (const words of ['Anna Nowak', 'inspektor', 'Referat Finansowy']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Tab');
    }
    await page.getByText('Zapisano.').waitFor();
    await page.getByText('„Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak, dzień dobry.').waitFor();
    await page.locator('h2').click();
    await page.screenshot({ path: picture('first-run') });
    const { innerWidth: width, innerHeight: height } = await windowOf(page);
    expect(pixelsOf(say, picture('first-run'), { x: 0, y: 0, width, height })).toBeGreaterThan(5_000);
    if (theme === 'light') keepPicture(picture('first-run'));

    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.getByRole('heading', { name: 'Gotowe. Obok jest przy Tobie.' }).waitFor();
  });

  test('the case gets its strip', async () => {
    inCase = await seat.open(`${office.origin}${caseView?.path}`);
    const page = seat.pageOf(inCase);
    for (const other of seat.context.pages()) if (other !== page) await other.close();
    for (const step of caseView?.steps ?? []) await inCase.click(step);
    const strip = await standingStrip();
    expect(strip?.role).toBe('status');
    expect(strip?.name).toBe('Przypomnienie');
    expect(strip?.text).toContain('Kodeks etyki, § 7 ust. 5');

    // With what it stands on, up to the corner of the page.
    const { innerWidth, innerHeight } = await windowOf(page);
    const { x, y, width, height } = strip?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const [left, top] = [Math.floor(x) - 60, Math.floor(y) - 60];
    const clip = { x: left, y: top, width: innerWidth - left, height: innerHeight - top };
    await page.screenshot({ path: picture('strip-case'), clip });
    const inClip = { x: 60, y: 60, width: Math.floor(width), height: Math.floor(height) };
    expect(pixelsOf(accent, picture('strip-case'), inClip)).toBeGreaterThan(1_000);
    if (theme === 'light') keepPicture(picture('strip-case'));
  });

  test('its key opens the browser’s own side panel, and the page makes room for it', async () => {
    const page = seat.pageOf(inCase);
    const before = await windowOf(page);
    expect(await panels()).toEqual([]);
    display.focusWindow('Chromium');
    display.press('alt+shift+o');
    // A panel that has just come has no address yet.
    expect(await until(panels, (open) => open.some(Boolean))).toEqual([
      `chrome-extension://${seat.extensionId}/sidepanel.html`,
    ]);
    const after = await until(
      () => windowOf(page),
      ({ innerWidth }) => innerWidth < before.innerWidth,
    );
    expect(before.innerWidth - after.innerWidth).toBeGreaterThanOrEqual(360);
    expect(after.outerWidth).toBe(before.outerWidth);

    const beside = picture('beside-the-office');
    const top = after.outerHeight - after.innerHeight;
    const inPage = { x: 0, y: top, width: after.innerWidth, height: after.innerHeight };
    const inPanel = { ...inPage, x: after.innerWidth, width: after.outerWidth - after.innerWidth };
    const seen = await until(
      async () => {
        display.picture(beside);
        return {
          strip: pixelsOf(accent, beside, inPage),
          sentence: pixelsOf(say, beside, inPanel),
          reminder: pixelsOf(card, beside, inPanel),
        };
      },
      ({ strip, sentence, reminder }) => strip > 1_000 && sentence > 5_000 && reminder > 5_000,
    );
    expect(seen.strip).toBeGreaterThan(1_000);
    expect(seen.sentence).toBeGreaterThan(5_000);
    expect(seen.reminder).toBeGreaterThan(5_000);
    keepPicture(beside);
  });

  test('the panel leads through the service of a client', async () => {
    const page = seat.pageOf(await seat.openOwn('sidepanel.html', { width: 360, height: 760 }));
    await page.locator('.page-line.is-read', { hasText: caseView?.expect.sign ?? '' }).waitFor();
    await page.getByText('Odbieram telefon').click();
    await page.getByText('„Dzień dobry, Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak.').waitFor();
    await page.getByRole('button', { name: 'Zacznij obsługę' }).click();
    await page.getByText('Obsługa trwa').waitFor();
    await page.getByRole('button', { name: 'Zamknij' }).click();
    await page.getByText('Zaczęto obsługę.').waitFor({ state: 'hidden' });
    await page.screenshot({ path: picture('panel-now') });
    const whole = { x: 0, y: 0, width: 360, height: 760 };
    expect(pixelsOf(say, picture('panel-now'), whole)).toBeGreaterThan(5_000);
    if (theme === 'light') keepPicture(picture('panel-now'));
  });

  const standingStrip = () =>
    until(
      () => stripOf(seat, office.origin),
      (strip) => Boolean(strip?.text),
    );
  /** Addresses of the side panels that are open. */
  const panels = () =>
    seat.inExtension<string[]>(
      `const open = await api.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
       return open.map(({ documentUrl }) => documentUrl);`,
    );
  const windowOf = (page: ReturnType<ChromiumSeat['pageOf']>) =>
    page.evaluate(() => {
      const { innerWidth, innerHeight, outerWidth, outerHeight } = window;
      return { innerWidth, innerHeight, outerWidth, outerHeight };
    });
});
