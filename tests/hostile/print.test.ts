import { inflateSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import type { Page as PuppeteerPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { type ChromiumSeat, sitAtChromium } from '../browser/seat/chromium';
import { type FirefoxSeat, sitAtFirefox } from '../browser/seat/firefox';
import { type OfficePage, stripOf, until } from '../browser/seat/seat';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { findChromium } from '../run/browsers.ts';

/** Five pages over which a reminder stands when they are opened. */
const pages = demoViews.filter(
  ({ build, view, path }) =>
    build === 'spa' &&
    path === '/spa/' &&
    ['letter', 'decision', 'forwarding', 'closing', 'client'].includes(view),
);

/** When it was printed. */
const dates = /\/(CreationDate|ModDate) \([^)]*\)/g;

let office: Awaited<ReturnType<typeof startDemoOffice>>;
let origin: string;
beforeAll(async () => {
  office = await startDemoOffice({ port: 0 });
  origin = office.origin.replace('127.0.0.1', 'localhost');
});
afterAll(() => office?.close());

/** What is printed once the page has come to rest: the same twice. */
async function atRest(print: () => Promise<string>): Promise<string> {
  let last = await print();
  await expect
    .poll(
      async () => {
        const before = last;
        last = await print();
        return last === before;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return last;
}

describe('In Chromium', () => {
  let seat: ChromiumSeat;
  let bare: Awaited<ReturnType<typeof chromium.launch>>;
  beforeAll(async () => {
    seat = await sitAtChromium({ extension: builds.chromiumWithHosts() });
    bare = await chromium.launch({
      executablePath: findChromium() ?? '',
      headless: false,
      args: ['--headless=new', '--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(async () => {
    await seat?.close();
    await bare?.close();
  });

  /** What is printed, without the day and the hour of it. */
  async function print(page: Page): Promise<string> {
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.printToPDF', {
      printBackground: true,
      generateTaggedPDF: false,
    });
    const pdf = Buffer.from(data, 'base64').toString('latin1');
    return pdf.replace(dates, '');
  }

  test.each(pages)(
    '$name is printed byte for byte as without Obok, while a reminder stands over it',
    async ({ path, steps }) => {
      const page = await seat.open(`${origin}${path}`);
      for (const step of steps) await page.click(step);
      expect(await until(() => stripOf(seat, origin), Boolean)).not.toBeNull();
      const text = await seat.pageOf(page).locator('body').textContent();
      const withObok = await atRest(() => print(seat.pageOf(page)));
      await page.close();

      const context = await bare.newContext({ viewport: { width: 1280, height: 800 }, locale: 'pl-PL' });
      const plain = await context.newPage();
      await plain.goto(`${origin}${path}`);
      for (const step of steps) {
        const found =
          'css' in step
            ? plain.locator(step.css)
            : plain.getByRole(step.role as 'button', { name: step.name, exact: true });
        await found.first().click();
      }
      await expect.poll(() => plain.locator('body').textContent()).toBe(text);
      const without = await atRest(() => print(plain));
      await context.close();
      expect(withObok.length).toBeGreaterThan(1_000);
      expect(withObok === without).toBe(true);
    },
  );
});

describe('In Firefox', () => {
  let seat: FirefoxSeat;
  let bare: FirefoxSeat;
  beforeAll(async () => {
    seat = await sitAtFirefox(builds.firefoxWithHosts());
    bare = await sitAtFirefox(null);
  });
  afterAll(async () => {
    await seat?.close();
    await bare?.close();
  });

  /** All that is drawn on the paper, and with what letters: every stream of the file, unpacked, but for its own table. */
  async function print(page: PuppeteerPage): Promise<string> {
    const pdf = Buffer.from(await page.pdf({ printBackground: true, format: 'a4' }));
    const streams = pdf.toString('latin1').matchAll(/<<((?:(?!<<|stream).)*)>>\s*stream\n(.*?)\nendstream/gs);
    return Array.from(streams, ([, told = '', bytes = '']) => {
      if (told.includes('/XRef')) return '';
      const packed = Buffer.from(bytes, 'latin1');
      return told.includes('/FlateDecode') ? inflateSync(packed).toString('latin1') : bytes;
    })
      .join('\n')
      .replace(dates, '');
  }
  const textOf = (page: OfficePage) => page.evaluate<string>('document.body.textContent');

  test.each(pages)(
    '$name is printed as without Obok, letter for letter and line for line, while a reminder stands over it',
    async ({ path, steps }) => {
      const page = await seat.open(`${origin}${path}`);
      for (const step of steps) await page.click(step);
      expect(await until(() => stripOf(seat, origin), Boolean, 30_000)).not.toBeNull();
      const text = await textOf(page);
      const withObok = await atRest(() => print(seat.pageOf(page)));
      await page.close();

      const plain = await bare.open(`${origin}${path}`);
      for (const step of steps) await plain.click(step);
      expect(
        await until(
          () => textOf(plain),
          (seen) => seen === text,
        ),
      ).toBe(text);
      const without = await atRest(() => print(bare.pageOf(plain)));
      await plain.close();
      expect(withObok).toMatch(/\bT[Jj]\b/);
      expect(withObok.length).toBeGreaterThan(1_000);
      expect(withObok === without).toBe(true);
    },
  );
});
