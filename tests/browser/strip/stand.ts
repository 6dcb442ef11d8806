import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { StripAnswer, StripModel } from '@/lib/messaging';

export type BrowserName = 'chrome' | 'firefox';
export type Theme = 'light' | 'dark' | 'forced-colors';

const run = promisify(execFile);
const root = process.cwd();
const standIn = join(root, 'tests/browser/strip/stand-in');

/**
 * The built strip, as the store gets it, in a real browser: only the background that decides is a stand-in, which
 * shows the model a test gives and keeps the answers.
 */
export interface Stand {
  browser: Browser;
  /** Opens a page of `html`, with more headers where given. */
  open(html: string, headers?: Record<string, string>): Promise<StandPage>;
  close(): Promise<void>;
}

interface Look {
  host: Area;
  parent: string;
  isShown: boolean;
  isOnTop: boolean;
  role: string;
  name: string;
  language: string;
  text: string;
  overflows: boolean;
  focused: string | null;
  /** Width in pixels of the outline around the focused button; 0 for none. */
  outline: number;
  buttons: (Area & { name: string })[];
}

export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

export interface StandPage {
  page: Page;
  ask<Answer = null>(ask: string, data?: unknown): Promise<Answer>;
  /** Injects the built script, as the background does, and waits until the strip can be seen and clicked. */
  bring(model?: Partial<StripModel>): Promise<Look>;
  look(): Promise<Look | null>;
  /** Waits until the strip stands in an element of this name, seen and clickable. */
  standsIn(parent: string): Promise<Look>;
  /** Moves the mouse to a button of the strip and presses it. */
  click(button: string): Promise<void>;
  /** The answers since the last call, in order. */
  answers(): Promise<{ turn: number; reminderId: string; answer: StripAnswer }[]>;
  /** Waits until the strip has gone. */
  gone(): Promise<void>;
}

export const exampleModel: StripModel = {
  turn: 1,
  reminderId: 'przedstaw-sie',
  text: 'Przedstaw się imieniem i nazwiskiem, podaj stanowisko i referat.',
  say: 'Urząd Gminy Przykładowo, Referat Finansowy, Anna Przykładna, dzień dobry. W czym mogę pomóc?',
  citation: 'Standard obsługi klienta, Telefon do klienta, pkt 1',
  why: [
    'Otwarta jest karta klienta.',
    'Nie trwa żadna obsługa.',
    'Tego przypomnienia dziś jeszcze nie było.',
  ],
  language: 'pl',
  canStart: true,
};

export async function raiseStand(name: BrowserName, theme: Theme = 'light'): Promise<Stand> {
  const folder = await mkdtemp(join(tmpdir(), `strip-${name}-`));
  const extension = await buildExtension(name, folder);
  const browser = await launch(name, extension, theme);
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  let count = 0;

  return {
    browser,
    async open(html, headers = {}) {
      count += 1;
      pages.set(`/${count}`, { html, headers });
      const page = await browser.newPage();
      if (name === 'chrome') await wear(page, theme);
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${count}`);
      return standPage(page);
    },
    async close() {
      await browser.close();
      await closed(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const closed = (server: Server) => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
};

async function buildExtension(name: BrowserName, folder: string): Promise<string> {
  await run(process.execPath, [join(root, 'tests/browser/strip/build.ts'), name, folder], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  const extension = join(folder, `${name}-mv3`);
  await cp(standIn, extension, { recursive: true });
  await cp(join(root, 'node_modules/axe-core/axe.min.js'), join(extension, 'axe.js'));
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions = ['http://127.0.0.1/*'];
  manifest.background =
    name === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' };
  manifest.content_scripts = [
    { matches: ['http://127.0.0.1/*'], js: ['probe.js'], run_at: 'document_start' },
  ];
  await writeFile(file, JSON.stringify(manifest));
  return extension;
}

/** Chromium puts a theme on a page, Firefox on all of itself. */
async function wear(page: Page, theme: Theme): Promise<void> {
  const devtools = await page.createCDPSession();
  const features = {
    light: [{ name: 'prefers-color-scheme', value: 'light' }],
    dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
    'forced-colors': [
      { name: 'prefers-color-scheme', value: 'dark' },
      { name: 'forced-colors', value: 'active' },
    ],
  }[theme];
  await devtools.send('Emulation.setEmulatedMedia', { features });
}

const firefoxThemes: Record<Theme, Record<string, number>> = {
  light: { 'layout.css.prefers-color-scheme.content-override': 1 },
  dark: { 'layout.css.prefers-color-scheme.content-override': 0 },
  'forced-colors': { 'browser.display.document_color_use': 2 },
};

async function launch(name: BrowserName, extension: string, theme: Theme): Promise<Browser> {
  if (name === 'firefox') {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox',
      headless: true,
      extraPrefsFirefox: firefoxThemes[theme],
    });
    await browser.installExtension(extension);
    return browser;
  }
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    pipe: true,
    enableExtensions: [extension],
    args: ['--no-sandbox', '--lang=pl'],
  });
}

function standPage(page: Page): StandPage {
  let asked = 0;
  const ask = async <Answer>(what: string, data?: unknown): Promise<Answer> => {
    asked += 1;
    const question = JSON.stringify({ id: `${asked}`, ask: what, data });
    const answer = await page.evaluate(
      (detail) =>
        new Promise<string>((answered) => {
          const hear = (event: Event) => {
            const given = (event as CustomEvent<string>).detail;
            if (JSON.parse(given).id !== JSON.parse(detail).id) return;
            window.removeEventListener('stand-in-answer', hear);
            answered(given);
          };
          window.addEventListener('stand-in-answer', hear);
          window.dispatchEvent(new CustomEvent('stand-in-ask', { detail }));
        }),
      question,
    );
    return JSON.parse(answer).answer as Answer;
  };
  const look = () => ask<Look | null>('look');
  const until = async (what: string, holds: () => Promise<boolean>) => {
    for (let tries = 0; tries < 400; tries += 1) {
      if (await holds()) return;
      await pause(25);
    }
    throw new Error(`Waited in vain: ${what}`);
  };
  const standsIn = async (parent: string) => {
    await until(`the strip stands in ${parent}`, async () => {
      const seen = await look();
      return seen?.isShown === true && seen.isOnTop && seen.parent === parent;
    });
    await pause(350); // A click in the first 300 ms is no click of a person who saw it.
    const seen = await look();
    if (seen === null) throw new Error('The strip went away by itself.');
    return seen;
  };

  return {
    page,
    ask,
    look,
    standsIn,
    async bring(model = {}) {
      await ask('inject', { ...exampleModel, ...model });
      await until('the strip is shown', async () => (await look())?.isShown === true);
      await pause(350); // A click in the first 300 ms is no click of a person who saw it.
      const seen = await look();
      if (seen === null) throw new Error('The strip went away by itself.');
      return seen;
    },
    async click(button) {
      const target = (await look())?.buttons.find(({ name }) => name === button);
      if (!target) throw new Error(`No button ${button} in the strip`);
      await page.mouse.click(target.left + target.width / 2, target.top + target.height / 2);
    },
    answers: () => ask('answers'),
    gone: () => until('the strip goes away', async () => (await ask<number>('hosts')) === 0),
  };
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Where a test leaves its pictures. */
export function pictures(): string {
  const folder = join(root, '.output/strip');
  mkdirSync(folder, { recursive: true });
  return folder;
}
