import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findChromium } from '../run/browsers.ts';

/** Where Debian's Chromium reads what an administrator orders. */
const policies = '/etc/chromium/policies/managed';

/** True where this process may order as an administrator does: root, with Debian's Chromium. */
export function mayInstall(): boolean {
  return findChromium() === '/usr/bin/chromium' && process.getuid?.() === 0;
}

/** Chromium into which an administrator had Obok installed: only such an extension keeps its alarms over a restart. */
export interface InstalledChromium {
  /**
   * @param profile another name is another person's browser, fresh at its first launch
   * @param options `env` besides what this process has; a worker that nobody watches sleeps, which a watched one does not
   */
  launch(
    profile?: string,
    options?: { env?: Record<string, string>; isUnwatched?: boolean },
  ): Promise<Browser>;
  /** What an administrator says to the extension; browsers that run read it anew by themselves. */
  order(managed: object): void;
  /** From now on the update manifest names this version of the same extension, under the same key. */
  offer(version: string, extension?: string): void;
  /** A page of the extension; waits until it has been installed. */
  openOwn(browser: Browser, path: string): Promise<Page>;
  close(): Promise<void>;
}

/** @param extension the built extension; it is packed with a key of its own */
export async function installInChromium(extension: string): Promise<InstalledChromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Install Chromium, or name one in OBOK_CHROMIUM.');
  const place = mkdtempSync(join(tmpdir(), 'obok-installed-'));
  const policy = join(policies, 'obok-test.json');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  const id = digits.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)] ?? '');

  const server = createServer((request, response) => {
    if (request.url === '/obok.crx') {
      response.setHeader('Content-Type', 'application/x-chrome-extension');
      response.end(readFileSync(join(place, 'obok.crx')));
    } else {
      response.setHeader('Content-Type', 'application/xml');
      response.end(
        `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="${origin}/obok.crx" version="${version}"/></app></gupdate>`,
      );
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const unpacked = join(place, 'obok');
  let version = '';
  writeFileSync(join(place, 'key.pem'), privateKey);
  /** @param as the version to stand in its manifest; its own by default */
  const pack = (folder: string, as?: string) => {
    rmSync(unpacked, { recursive: true, force: true });
    cpSync(folder, unpacked, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8'));
    version = as ?? manifest.version;
    writeFileSync(
      join(unpacked, 'manifest.json'),
      JSON.stringify({ ...manifest, version, update_url: `${origin}/update.xml` }),
    );
    execFileSync(
      executablePath,
      ['--no-sandbox', `--pack-extension=${unpacked}`, `--pack-extension-key=${join(place, 'key.pem')}`],
      { stdio: 'ignore' },
    );
  };
  pack(extension);
  mkdirSync(policies, { recursive: true });
  const order = (managed?: object) =>
    writeFileSync(
      policy,
      JSON.stringify({
        ExtensionInstallForcelist: [`${id};${origin}/update.xml`],
        // A test may look into what was installed so.
        DeveloperToolsAvailability: 1,
        ...(managed === undefined ? {} : { '3rdparty': { extensions: { [id]: managed } } }),
      }),
    );
  order();

  const opened = new Set<Browser>();
  return {
    order,
    offer: (as, folder = extension) => pack(folder, as),
    launch: async (profile = 'profile', { env, isUnwatched = false } = {}) => {
      const isFresh = !existsSync(join(place, profile));
      const browser = await puppeteer.launch({
        executablePath,
        headless: true,
        pipe: true,
        enableExtensions: true,
        userDataDir: join(place, profile),
        ...(env ? { env: { ...process.env, ...env } } : {}),
        ...(isUnwatched ? { targetFilter: (target) => target.type() !== 'service_worker' } : {}),
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=pl'],
        // With these nothing that a policy orders would be brought.
        ignoreDefaultArgs: [
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-default-apps',
          '--disable-extensions',
        ],
      });
      opened.add(browser);
      // Once Obok is installed its first run opens in a tab, over whatever stands there by then.
      if (isFresh)
        await browser.waitForTarget(
          (target) => target.url() === `chrome-extension://${id}/options.html#start`,
          {
            timeout: 60_000,
          },
        );
      return browser;
    },
    openOwn: async (browser, path) => {
      const address = `chrome-extension://${id}/`;
      await browser.waitForTarget((target) => target.url().startsWith(address), { timeout: 60_000 });
      const page = await browser.newPage();
      await page.goto(`${address}${path}`);
      await page.bringToFront();
      return page;
    },
    close: async () => {
      rmSync(policy, { force: true });
      for (const browser of opened) await browser.close();
      await new Promise((closed) => server.close(closed));
      rmSync(place, { recursive: true, force: true });
    },
  };
}
