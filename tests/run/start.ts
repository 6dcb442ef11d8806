// Builds the extension, serves the demo office and opens both in a browser; with no display it walks through the main
// job by itself and leaves pictures.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { ensureInstalled, findChromium, hasDisplay } from './browsers.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const out = '.output/start';
const pictures = '.output/demo';

say('Looking for a Chromium-family browser …');
const missing = ensureInstalled(['chromium']);
const executablePath = findChromium();
if (!executablePath) {
  say(missing.join(' '));
  process.exit(1);
}
say(`Found ${executablePath}.`);

say('Building the extension …');
const built = spawnSync('wxt', ['build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, OBOK_HOSTS: 'http://localhost', OBOK_OUT: out },
  shell: process.platform === 'win32',
});
if (built.status !== 0) {
  say('The build failed; what is wrong stands above.');
  process.exit(1);
}

const office = await startDemoOffice({ port: Number(process.env.OBOK_PORT ?? 4173) }).catch(() =>
  startDemoOffice({ port: 0 }),
);
say(`The demo office is open at ${office.origin}`);

const profile = mkdtempSync(join(tmpdir(), 'obok-start-'));
const display = hasDisplay();
const browser = await puppeteer.launch({
  executablePath,
  headless: !display,
  pipe: true,
  userDataDir: profile,
  enableExtensions: [resolve(out, 'chrome-mv3')],
  defaultViewport: null,
  args: [
    '--no-first-run',
    '--window-size=1280,860',
    '--lang=pl',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});

async function stop(): Promise<void> {
  await browser.close().catch(() => undefined);
  await office.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
}

if (display) {
  const page = await browser.newPage();
  await page.goto(`${office.origin}/`);
  say(
    'Open a case in the demo office; the toolbar button “Obok” opens the side panel. Close the browser to stop.',
  );
  await new Promise((closed) => browser.once('disconnected', closed));
  await stop();
} else {
  say('No display: walking through the main job.');
  mkdirSync(pictures, { recursive: true });
  try {
    await mainJob(browser);
    say(`Done. Pictures are in ${pictures}/`);
  } finally {
    await stop();
  }
}

/** First run, a case opened, the strip, its answer, and the panel beside it. */
async function mainJob(chromium: Browser): Promise<void> {
  const id = await extensionId(chromium);
  const own = async (path: string, width: number, height: number) => {
    const page = await chromium.newPage();
    await page.setViewport({ width, height });
    await page.goto(`chrome-extension://${id}/${path}`);
    await settle(page);
    return page;
  };
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: `${pictures}/${name}.png` });
    say(`  ${name}.png`);
  };

  const start = await own('options.html#start', 1100, 800);
  await picture(start, '1-first-run');

  const page = await chromium.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${office.origin}/dokus/`);
  await page.bringToFront();
  await settle(page);
  await picture(page, '2-case-list');
  await page.locator('#tblSprawyBiezace tbody tr td a, #tblSprawyBiezace tbody tr').click();
  await page.waitForSelector('obok-pasek', { timeout: 10_000 });
  await settle(page);
  await picture(page, '3-case-with-reminder');

  const panel = await own('sidepanel.html', 360, 760);
  await picture(panel, '4-side-panel');
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((painted) => setTimeout(painted, 600)));
}

async function extensionId(chromium: Browser): Promise<string> {
  const worker = await chromium.waitForTarget((target) => target.type() === 'service_worker', {
    timeout: 15_000,
  });
  return new URL(worker.url()).host;
}
