// Builds the extension, serves the demo office and opens both in a browser; with no display it walks through the main
// job by itself and leaves pictures.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { ensureInstalled, findChromium, hasDisplay } from './browsers.ts';

const out = '.output/start';
const pictures = '.output/demo';
/** How long the walk waits for anything, in milliseconds; a slow computer is no fault. */
const patience = 30_000;
const caseView = demoViews.find(({ build, view }) => build === 'spa' && view === 'case');

type Step = (typeof demoViews)[number]['steps'][number];

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);
function giveUp(sentence: string): never {
  say(sentence);
  process.exit(1);
}
const reasonOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown));

const executablePath = browserToUse();
say(`Using the browser ${executablePath}.`);

say('Building the extension …');
const built = spawnSync('wxt', ['build'], {
  encoding: 'utf8',
  env: { ...process.env, OBOK_HOSTS: 'http://localhost', OBOK_OUT: out },
  shell: process.platform === 'win32',
});
if (built.status !== 0)
  giveUp(`${built.stdout ?? ''}${built.stderr ?? ''}\nThe build failed; what is wrong stands above.`);
say(`Built it into ${out}/chrome-mv3.`);

const office = await startDemoOffice({ port: Number(process.env.OBOK_PORT ?? 4173) }).catch(() =>
  startDemoOffice({ port: 0 }),
);
say(`The demo office, a municipality that does not exist, is open at ${office.origin}/`);

const profile = mkdtempSync(join(tmpdir(), 'obok-start-'));
// An English browser would offer to translate the office, over the corner of its page.
mkdirSync(join(profile, 'Default'));
writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }));

let browser: Browser | null = null;
let stopping: Promise<void> | null = null;
/** Closes all that was opened; a second call waits for the first. */
function stop(): Promise<void> {
  stopping ??= close();
  return stopping;
}
async function close(): Promise<void> {
  await browser?.close().catch(() => undefined); // It may be gone already: closed by the person.
  await office.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    say('Stopping.');
    void stop().then(() => process.exit(130));
  });
}

const display = hasDisplay();
let fault: string | null = null;
try {
  browser = await openBrowser(executablePath, display);
  if (display) await attend(browser);
  else await walk(browser);
} catch (thrown) {
  fault = browser
    ? `The walk came to a halt: ${reasonOf(thrown)}`
    : `The browser did not start: ${reasonOf(thrown)}`;
}
await stop();
if (fault) giveUp(fault);

/** The browser that is installed; where there is none it is installed, or the person is told what to do. */
function browserToUse(): string {
  const named = process.env.OBOK_CHROMIUM;
  if (named && !existsSync(named)) giveUp(`There is no browser at ${named}, which OBOK_CHROMIUM names.`);
  const missing = ensureInstalled(['chromium']);
  return findChromium() ?? giveUp(missing.join(' '));
}

/** A browser with a fresh profile and the extension in it. */
function openBrowser(path: string, hasWindow: boolean): Promise<Browser> {
  return puppeteer.launch({
    executablePath: path,
    headless: !hasWindow,
    // Chrome takes an unpacked extension from the debugger's pipe alone, no longer from the command line.
    pipe: true,
    enableExtensions: [resolve(out, 'chrome-mv3')],
    userDataDir: profile,
    defaultViewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      '--no-first-run',
      '--window-size=1280,860',
      '--lang=pl',
      // Chromium's sandbox refuses root; `--test-type` keeps the browser from warning of that over the page.
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ],
  });
}

/** Leaves the browser to the person until it is closed. */
async function attend(chromium: Browser): Promise<void> {
  const closed = new Promise((resolve) => chromium.once('disconnected', resolve));
  const [blank] = await chromium.pages();
  await (blank ?? (await chromium.newPage())).goto(`${office.origin}/`);
  await (await firstRunOf(chromium)).bringToFront();
  say('In the browser: 1. say who you are, in the tab of Obok that is in front;');
  say('2. go to the tab of the demo office, choose a system and open a case: the reminder comes by itself;');
  say('3. press Alt+Shift+O for the side panel.');
  say('Close the browser, or press Ctrl+C here, to stop.');
  await closed;
}

/** The main job with nobody there: first run, a case, the strip and its answer, the panel and what it leads to. */
async function walk(chromium: Browser): Promise<void> {
  say('There is no display: walking through the main job in a headless browser.');
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  let taken = 0;
  const picture = async (page: Page, name: string, sentence: string) => {
    taken += 1;
    const path = `${pictures}/${taken}-${name}.png` as const;
    await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
    await page.screenshot({ path });
    say(`${path}  ${sentence}`);
  };

  const start = await firstRunOf(chromium);
  await start.setViewport({ width: 1280, height: 800 });
  await start.bringToFront();
  await click(start, { css: 'input[autocomplete=name]' });
  for (const words of ['Anna Nowak', 'inspektor', 'Referat Finansowy']) {
    await start.keyboard.type(words);
    await start.keyboard.press('Tab');
  }
  await waitForText(start, 'Referat Finansowy, Anna Nowak, dzień dobry.');
  await click(start, { css: 'h2' }); // No field is being typed in when the picture is taken.
  await picture(start, 'first-run', 'First run, which opened by itself, filled in.');
  await click(start, { role: 'button', name: 'Dalej' });
  await waitForText(start, 'W jakich systemach pracujesz?');
  await click(start, { role: 'button', name: 'Dalej' });
  await waitForText(start, 'Gotowe. Obok jest przy Tobie.');

  const page = await chromium.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${office.origin}${caseView?.path}`);
  for (const step of caseView?.steps ?? []) await click(page, step);
  await page.waitForSelector('obok-pasek', { timeout: patience });
  await waitForButton(page, 'Gotowe');
  await picture(page, 'case-with-reminder', 'A case was opened, and the reminder came by itself.');
  await answerStrip(page, 'Gotowe');
  await picture(page, 'reminder-answered', 'Answered by a click on „Gotowe”: the page is as it was.');

  const panel = await chromium.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(new URL('sidepanel.html', start.url()).href);
  await waitForText(panel, caseView?.expect.sign ?? '');
  await picture(panel, 'panel', 'The side panel, which knows the case.');
  await click(panel, { css: '::-p-text("Odbieram telefon")' });
  await waitForText(panel, 'Referat Finansowy, Anna Nowak. W czym mogę pomóc?');
  await click(panel, { role: 'button', name: 'Zacznij obsługę' });
  await waitForText(panel, 'Obsługa trwa');
  await picture(
    panel,
    'panel-in-service',
    'The telephone rings: what to say, and what is asked for at this moment.',
  );
  say(`Done: ${taken} pictures are in ${pictures}/`);
}

/** The tab in which the extension, newly installed, opens its first run. */
async function firstRunOf(chromium: Browser): Promise<Page> {
  const target = await chromium.waitForTarget((one) => one.url().endsWith('/options.html#start'), {
    timeout: patience,
  });
  const page = await target.page();
  if (!page) throw new Error('First run opened in no tab.');
  return page;
}

/** By role and name as a screen reader has them, and so into the strip's closed shadow root, too. */
function selectorOf(step: Step): string {
  return 'css' in step ? step.css : `::-p-aria([name="${step.name}"][role="${step.role}"])`;
}

async function click(page: Page, step: Step): Promise<void> {
  const selector = selectorOf(step);
  await expected(page.locator(selector).setTimeout(patience).click(), selector);
}

/** A click too soon for a person to have seen the strip counts for nothing (see real-click.ts), so it is clicked again. */
async function answerStrip(page: Page, name: string): Promise<void> {
  const end = performance.now() + patience;
  while (await page.$('obok-pasek')) {
    if (performance.now() > end) throw new Error(`„${name}” was clicked, and the reminder stayed`);
    await page.click(selectorOf({ role: 'button', name })).catch(() => undefined); // It went meanwhile.
    await page.waitForSelector('obok-pasek', { hidden: true, timeout: 1_000 }).catch(() => undefined);
  }
}

async function waitForButton(page: Page, name: string): Promise<void> {
  await expected(page.waitForSelector(selectorOf({ role: 'button', name }), { timeout: patience }), name);
}

async function waitForText(page: Page, text: string): Promise<void> {
  await expected(page.waitForSelector(`::-p-text("${text}")`, { visible: true, timeout: patience }), text);
}

/** Puppeteer does not say what it waited for. */
async function expected(found: Promise<unknown>, what: string): Promise<void> {
  await found.catch((thrown) => {
    throw new Error(`${what} was not there (${reasonOf(thrown)})`, { cause: thrown });
  });
}
