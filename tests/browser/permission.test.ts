import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { builds } from './builds';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { type OfficePage, type Seat, until } from './seat/seat';

/** How many tabs are being read. */
const tabsRead = (seat: Seat) =>
  seat.inExtension<number>(
    `return Object.keys(await api.storage.session.get(null)).filter((key) => key.startsWith('tab:')).length;`,
  );

/** The browser's own page of extensions, where a person gives and takes back site access. */
async function siteAccess(seat: ChromiumSeat) {
  const page = await seat.context.newPage();
  await page.goto('chrome://extensions/');
  const call = (method: 'addHostPermission' | 'removeHostPermission') => (pattern: string) =>
    page.evaluate(`chrome.developerPrivate.${method}('${seat.extensionId}', '${pattern}')`);
  return { give: call('addHostPermission'), takeBack: call('removeHostPermission') };
}

describe('the build of the store, in Chromium', () => {
  let seat: ChromiumSeat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let page: OfficePage;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    seat = await sitAtChromium({ extension: builds.chromium() });
    page = await seat.open(`${office.origin}/dokus/`);
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  test('reads nothing until the clerk permits an address, and stops at once when she takes it back', async () => {
    await new Promise((passed) => setTimeout(passed, 1_000));
    expect(await tabsRead(seat)).toBe(0);

    const access = await siteAccess(seat);
    await seat.pageOf(page).bringToFront();
    await access.give(`${office.origin}/*`);
    // The page that is already open is read without being loaded again.
    expect(
      await until(
        () => tabsRead(seat),
        (count) => count === 1,
      ),
    ).toBe(1);

    await page.click({ css: '#tblSprawyBiezace tbody tr a' });
    await until(() => page.evaluate<boolean>(`document.querySelector('obok-pasek') !== null`), Boolean);
    expect(await page.evaluate<boolean>(`document.querySelector('obok-pasek') !== null`)).toBe(true);

    await access.takeBack(`${office.origin}/*`);
    expect(
      await until(
        () => tabsRead(seat),
        (count) => count === 0,
      ),
    ).toBe(0);
    expect(
      await until(() => page.evaluate<boolean>(`document.querySelector('obok-pasek') === null`), Boolean),
    ).toBe(true);

    // Nothing is read of what comes after.
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('h1'), { textContent: 'Sprawa OR.1431.7.2026' }))`,
    );
    await new Promise((passed) => setTimeout(passed, 1_000));
    expect(await tabsRead(seat)).toBe(0);
    const registered = await seat.inExtension<unknown[]>(
      `return api.scripting.getRegisteredContentScripts();`,
    );
    expect(registered).toEqual([]);
  });
});
