import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { type ChromiumSeat, sitAtChromium } from '../browser/seat/chromium';
import { stripOf, until } from '../browser/seat/seat';
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

let office: Awaited<ReturnType<typeof startDemoOffice>>;
let origin: string;
let seat: ChromiumSeat;
let bare: Awaited<ReturnType<typeof chromium.launch>>;
beforeAll(async () => {
  office = await startDemoOffice({ port: 0 });
  origin = office.origin.replace('127.0.0.1', 'localhost');
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
  await office?.close();
});

/** What is printed once the page has come to rest: the same twice. */
async function printed(page: Page): Promise<string> {
  let last = await print(page);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await print(page);
        return last === before;
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return last;
}

/** What is printed, without the day and the hour of it. */
async function print(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.printToPDF', {
    printBackground: true,
    generateTaggedPDF: false,
  });
  const pdf = Buffer.from(data, 'base64').toString('latin1');
  return pdf.replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '');
}

test.each(pages)(
  '$name is printed byte for byte as without Obok, while a reminder stands over it',
  async ({ path, steps }) => {
    const page = await seat.open(`${origin}${path}`);
    for (const step of steps) await page.click(step);
    expect(await until(() => stripOf(seat, origin), Boolean)).not.toBeNull();
    const text = await seat.pageOf(page).locator('body').textContent();
    const withObok = await printed(seat.pageOf(page));
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
    const without = await printed(plain);
    await context.close();
    expect(withObok.length).toBeGreaterThan(1_000);
    expect(withObok === without).toBe(true);
  },
);
