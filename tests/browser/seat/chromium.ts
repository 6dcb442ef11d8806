import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from '../../run/browsers.ts';
import { inExtensionScript, type OfficePage, type Seat, type Step, until } from './seat';

export interface ChromiumOptions {
  /** The built extension. */
  extension: string;
  /** The display for a window; headless without it. */
  display?: string;
  size?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  args?: string[];
}

export interface ChromiumSeat extends Seat {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The running worker; a new one after it was stopped. */
  worker(): Promise<Worker>;
  pageOf(page: OfficePage): Page;
}

/** Chromium with an extension, a profile of its own and no network but loopback. */
export async function sitAtChromium({
  extension,
  display,
  size = { width: 1280, height: 800 },
  colorScheme = 'light',
  args = [],
}: ChromiumOptions): Promise<ChromiumSeat> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Install Chromium, or name one in OBOK_CHROMIUM.');
  const profile = mkdtempSync(join(tmpdir(), 'obok-chromium-'));
  const directory = resolve(extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: display ? null : size,
    colorScheme,
    ...(display ? { env: { ...process.env, DISPLAY: display } } : {}),
    locale: 'pl-PL',
    args: [
      ...(display
        ? [`--window-size=${size.width},${size.height}`, '--window-position=0,0']
        : ['--headless=new']),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${directory}`,
      `--load-extension=${directory}`,
      ...args,
    ],
  });
  const worker = async () =>
    context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 90_000 });
  const extensionId = new URL((await worker()).url()).host;
  // First run opens by itself, in front: a page opened before it would lie behind it, and get no strip.
  await until(
    async () => context.pages().some((page) => page.url().endsWith('/options.html#start')),
    Boolean,
    30_000,
  );
  const pages = new Map<OfficePage, Page>();

  const wrap = (page: Page): OfficePage => {
    const find = (step: Step) => {
      const root = step.frame ? page.frameLocator(step.frame) : page;
      return 'css' in step
        ? root.locator(step.css)
        : root.getByRole(step.role as Parameters<Page['getByRole']>[0], { name: step.name, exact: true });
    };
    const wrapped: OfficePage = {
      click: (step) => find(step).first().click({ timeout: 30_000 }),
      clickAt: (x, y) => page.mouse.click(x, y),
      moveTo: (x, y) => page.mouse.move(x, y, { steps: 5 }),
      press: (key) => page.keyboard.press(key),
      type: (text) => page.keyboard.type(text),
      chooseFile: (path) => page.setInputFiles('input[type=file]', path),
      goto: async (address) => void (await page.goto(address)),
      evaluate: (script) => page.evaluate(script),
      screenshot: async (path) => void (await page.screenshot({ path })),
      toFront: () => page.bringToFront(),
      close: async () => {
        pages.delete(wrapped);
        await page.close();
      },
    };
    pages.set(wrapped, page);
    return wrapped;
  };

  let windows = 0;
  const openWindow = async (): Promise<Page> => {
    windows += 1;
    const url = `about:blank#${windows}`;
    const [anyPage = await context.newPage()] = context.pages();
    const devtools = await context.newCDPSession(anyPage);
    const opened = context.waitForEvent('page', (page) => page.url() === url);
    await devtools.send('Target.createTarget', { url, newWindow: true });
    await devtools.detach();
    return opened;
  };

  return {
    browser: 'Chromium',
    context,
    extensionId,
    worker,
    pageOf: (page) => {
      const found = pages.get(page);
      if (!found) throw new Error('This page was not opened at this seat.');
      return found;
    },
    open: async (address, place, onComplaint) => {
      const page = place === 'window' ? await openWindow() : await context.newPage();
      if (onComplaint) {
        page.on('pageerror', (error) => onComplaint(`${error}`));
        page.on('console', (said) => {
          if (['error', 'warning'].includes(said.type())) onComplaint(said.text());
        });
      }
      await page.goto(address);
      await page.bringToFront();
      return wrap(page);
    },
    openOwn: async (path, ownSize) => {
      const page = await context.newPage();
      if (ownSize) await page.setViewportSize(ownSize);
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return wrap(page);
    },
    inExtension: async (script, arg) => (await worker()).evaluate(inExtensionScript('chrome', script, arg)),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
