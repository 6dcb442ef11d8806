import { resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { builds } from '../browser/builds';
import { findChromium } from '../run/browsers.ts';

/** Chromium with Obok in it, in a profile that outlives it. */
export interface ProfiledChromium {
  browser: BrowserContext;
  /** The id of the extension. */
  id: string;
  openOwn(path: string): Promise<Page>;
}

/** @param profile a folder */
export async function launchIn(profile: string): Promise<ProfiledChromium> {
  const directory = resolve(builds.chromiumWithHosts());
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    headless: false,
    viewport: { width: 360, height: 760 },
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--disable-extensions-except=${directory}`,
      `--load-extension=${directory}`,
    ],
  });
  const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  const { host: id } = new URL(worker.url());
  return {
    browser,
    id,
    openOwn: async (path) => {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${path}`);
      return page;
    },
  };
}
