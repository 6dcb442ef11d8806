import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import { builds } from '../browser/builds';
import { type FirefoxSeat, sitAtFirefox } from '../browser/seat/firefox';
import {
  contextOf,
  inExtensionScript,
  markupWithoutStrip,
  type Seat,
  stripOf,
  until,
} from '../browser/seat/seat';
import { readRows } from '../browser/stored-rows';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { newest, readRaw } from '../fixtures/store/example.ts';
import { openFirefoxStore } from './firefox-store';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';
import { openTime, putOff, putOffSilently, toldOf } from './promises';
import { writeXpi } from './xpi';

/** A busy machine is slow, not wrong. */
const patience = 60_000;
const line = '.quick-entry input';
const half = '600 200 300 Kow';
const wayToCase = ['#obi_topmenu_sprawy', '#btn_sprawy_mine', '#tblSprawyBiezace tbody tr a'];
/** How many strips ever stood in a page together. */
const countStrips = `globalThis.mostStrips = 0;
  new MutationObserver(() => {
    mostStrips = Math.max(mostStrips, document.querySelectorAll('obok-pasek').length);
  }).observe(document, { childList: true, subtree: true });`;

describe.runIf(mayInstall())('A new version that an office’s server offers to Chromium', () => {
  let obok: InstalledChromium;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let browser: Browser;
  let casePage: Page;
  let markup: unknown;
  const complaints: string[] = [];
  /** Numbers of the promises whose saving was told, in order. */
  const saved: string[] = [];
  let dueMeanwhile = 0;

  beforeAll(async () => {
    [obok, office] = await Promise.all([installInChromium(builds.chromiumWithHosts()), startDemoOffice()]);
    browser = await obok.launch();
    await browser.waitForTarget((target) => target.url().endsWith('/options.html#start'), {
      timeout: patience,
    });
    casePage = await browser.newPage();
    casePage.on('pageerror', (error) => complaints.push(`${error}`));
    casePage.on('console', (said) => {
      if (['error', 'warn'].includes(said.type())) complaints.push(said.text());
    });
    await casePage.evaluateOnNewDocument(countStrips);
    await casePage.goto(`${office.origin}/dokus/`);
    for (const css of wayToCase) await casePage.locator(css).click();
    await casePage.waitForSelector('obok-pasek');
    markup = await casePage.evaluate(markupWithoutStrip);
    await closeOwn();
  });
  afterAll(async () => {
    await obok?.close();
    await office?.close();
  });

  /** The background itself: to look from a page of Obok's would hold the update back. */
  async function inWorker<Answer>(script: string, arg?: unknown): Promise<Answer> {
    const asked = inExtensionScript('chrome', script, arg);
    for (let tries = 1; ; tries += 1) {
      const workers = browser.targets().filter((target) => target.type() === 'service_worker');
      // A worker that ends with the old version may leave the question without any answer.
      const answer = await Promise.race([
        (async () => ({ is: (await (await workers.at(-1)?.worker())?.evaluate(asked)) as Answer }))().catch(
          (error: unknown) => ({ error }),
        ),
        new Promise<{ error: unknown }>((over) => setTimeout(over, 3_000, { error: 'No answer.' })),
      ]);
      if ('is' in answer && workers.length > 0) return answer.is;
      if (tries === 20) throw 'error' in answer ? answer.error : new Error('No worker.');
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
  const version = () => inWorker<string>('return api.runtime.getManifest().version;');
  const rows = () => inWorker<Callback[]>(readRows);
  const everyRow = async () => {
    const { rows: all } = await inWorker<Awaited<ReturnType<typeof readRaw>>>(`return (${readRaw})();`);
    return all;
  };
  const seen = () =>
    inWorker<{ view?: string; readAt: number } | null>(
      `const [tab] = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(arg));
       const { ['tab:' + tab.id]: read } = await api.storage.session.get(null);
       return read ? { view: read.context.view, readAt: read.readAt } : null;`,
      office.origin,
    );
  /** Has the browser look whether there is a newer version, as it does every few hours by itself. */
  const lookForUpdate = () =>
    inWorker<string>('return (await api.runtime.requestUpdateCheck()).status;').catch(() => 'taken');
  const ring = () => inWorker(`await api.alarms.create('take-update', { when: Date.now() });`);
  /** Has it decide once more, and waits for its answer: a later look. */
  async function decidesToWait(): Promise<void> {
    await ring();
    await until(
      () => inWorker<number>(`return (await api.alarms.get('take-update'))?.scheduledTime ?? 0;`),
      (at) => at > Date.now() + 1_000,
      patience,
    );
  }
  const closeOwn = async () => {
    for (const page of await browser.pages())
      if (page.url().startsWith('chrome-extension:')) await page.close();
  };
  const openPanel = async (tab: string) => {
    const panel = await obok.openOwn(browser, 'sidepanel.html');
    await panel.locator(`[role=tab][data-key=${tab}]`).click();
    return panel;
  };
  const press = (page: Page, name: string) =>
    page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  async function isSaved(panel: Page, phone: string): Promise<void> {
    await panel.keyboard.press('Enter');
    await panel.waitForFunction(
      (css) => document.querySelector<HTMLInputElement>(css)?.value === '',
      { timeout: patience },
      line,
    );
    saved.push(`+48${phone.replaceAll(' ', '')}`);
  }
  const taken = (to: string) => until(version, (now) => now === to, patience);

  test('is held while a client is served and a callback is being typed, also once the panel is closed', async () => {
    const first = await version();
    const panel = await openPanel('now');
    await press(panel, 'Zacznij obsługę');
    await panel.locator('[role=tab][data-key=callbacks]').click();
    await panel.locator(line).click();
    for (let number = 0; number < 5; number += 1) {
      const phone = `60010000${number}`;
      await panel.keyboard.type(`${phone} ${openTime(number).text}`);
      await isSaved(panel, phone);
    }
    await panel.keyboard.type(half);
    obok.offer('0.2.0');
    expect(await lookForUpdate()).toBe('update_available');
    expect(
      await until(
        () => inWorker(`return (await api.storage.session.get('waiting-update'))['waiting-update'];`),
        Boolean,
        patience,
      ),
    ).toBe('0.2.0');
    await decidesToWait();
    await panel.close();
    await decidesToWait();
    expect(await version()).toBe(first);
    expect(await casePage.evaluate(markupWithoutStrip)).toBe(markup);
  });

  test('is taken once nobody is served and nothing typed; 100 % of rows and reminders are kept, open pages read by it', async () => {
    const panel = await openPanel('callbacks');
    await panel.waitForFunction(
      (css, typed) => document.querySelector<HTMLInputElement>(css)?.value === typed,
      { timeout: patience },
      line,
      half,
    );
    await panel.locator(line).click();
    await panel.keyboard.press('End');
    await panel.keyboard.type(`alska ${openTime(9).text}`);
    await isSaved(panel, '600 200 300');
    await panel.locator('[role=tab][data-key=now]').click();
    await press(panel, 'Zakończ obsługę');
    await press(panel, 'Zakończ mimo to');
    await panel.waitForFunction(() => document.body.textContent.includes('Zacznij obsługę'));
    // Due, and the old version has no alarm for it any more: the new one has to find it by itself.
    dueMeanwhile = Date.now();
    await panel.evaluate(inExtensionScript('chrome', putOffSilently, { phone: saved[0], due: dueMeanwhile }));
    await panel.close();
    const before = await everyRow();
    const readBefore = (await seen())?.readAt ?? 0;

    await ring();
    expect(await taken('0.2.0')).toBe('0.2.0');
    const told = await until(rows, (all) => all.some((row) => row.announced && !row.telling), patience);
    expect(told.map(({ phone }) => phone).sort()).toEqual([...saved].sort());
    expect(told.flatMap(toldOf)).toEqual([`due@${dueMeanwhile}`]);
    const after = await everyRow();
    expect(after.encounters).toEqual(before.encounters);
    expect(after.singles).toEqual(before.singles);
    expect(after.history?.slice(0, before.history?.length)).toEqual(before.history);
    // An update clears all alarms; while somebody waits there is one again, a quarter of an hour ahead at most.
    const alarm = await until(
      () => inWorker<number>(`return (await api.alarms.get('callbacks'))?.scheduledTime ?? 0;`),
      (at) => at > Date.now(),
      patience,
    );
    expect(alarm).toBeGreaterThan(Date.now());

    const read = await until(
      seen,
      (now) => (now?.readAt ?? 0) > readBefore && now?.view === 'case',
      patience,
    );
    expect(read?.view).toBe('case');
    expect(await casePage.evaluate(markupWithoutStrip)).toBe(markup);
    // The page goes on being followed, and by one reader only.
    await casePage.bringToFront();
    await casePage.locator('#obi_topmenu_sprawy').click();
    await casePage.locator('#btn_sprawy_mine').click();
    expect((await until(seen, (now) => now?.view === 'case-list', patience))?.view).toBe('case-list');
    await casePage.locator('#tblSprawyBiezace tbody tr a').click();
    expect((await until(seen, (now) => now?.view === 'case', patience))?.view).toBe('case');
    expect(await casePage.evaluate('mostStrips')).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('that is the old code under a higher number (a store’s rollback) keeps every row and tells nothing twice', async () => {
    const before = await everyRow();
    obok.offer('0.3.0');
    await lookForUpdate();
    expect(await taken('0.3.0')).toBe('0.3.0');
    await until(seen, (now) => now?.view === 'case', patience);
    await inWorker(putOff, { phone: '', due: 0 });
    const after = await everyRow();
    expect(after.callbacks).toEqual(before.callbacks);
    expect(after.encounters).toEqual(before.encounters);
    expect(after.singles).toEqual(before.singles);
    expect(await casePage.evaluate('mostStrips')).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('older than the data it finds only shows them, says so, and changes none', async () => {
    const later = newest().version + 1;
    // What a later Obok leaves: a table more, and its number.
    await inWorker(
      `await new Promise((resolve, reject) => {
         const request = indexedDB.open('obok', arg * 10);
         request.onupgradeneeded = () => {
           request.result.createObjectStore('later', { keyPath: 'id' });
           request.transaction.objectStore('singles').put({ name: 'schema', value: { version: arg } });
         };
         request.onsuccess = () => { request.result.close(); resolve(); };
         request.onerror = () => reject(request.error);
       });`,
      later,
    );
    const before = await everyRow();
    obok.offer('0.4.0');
    await lookForUpdate();
    expect(await taken('0.4.0')).toBe('0.4.0');
    const panel = await openPanel('callbacks');
    await panel.waitForFunction(
      () => document.body.textContent.includes('Wersja Oboka jest starsza niż dane'),
      { timeout: patience },
    );
    expect(await panel.evaluate('document.body.innerText')).toContain('600 200 300');
    expect(await everyRow()).toEqual(before);
    expect(complaints).toEqual([]);
  });
});

describe('A new version in Firefox', () => {
  const id = 'obok@obok.example';
  const phone = '+48600300400';
  const second = '+48600300500';
  const badge = 'return (api.action ?? api.browserAction).getBadgeText({});';

  test('that a store offers is held while the panel is open, then taken under a live page; the old code under a higher number at a start: 100 % of rows, what is due is told once', {
    timeout: 600_000,
  }, async () => {
    const place = mkdtempSync(join(tmpdir(), 'obok-updated-'));
    const profile = join(place, 'profile');
    const installed = join(profile, 'extensions', `${id}.xpi`);
    mkdirSync(join(profile, 'extensions'), { recursive: true });
    const pack = (version: string, to: string) => {
      const folder = join(place, version);
      cpSync(builds.firefoxWithHosts(), folder, { recursive: true });
      const manifest = join(folder, 'manifest.json');
      const built = JSON.parse(readFileSync(manifest, 'utf8'));
      // Firefox opens the panel of what is newly installed, in each window: it would hold the update, and no driver closes it.
      const sidebar_action = { ...built.sidebar_action, open_at_install: false };
      writeFileSync(manifest, JSON.stringify({ ...built, version, sidebar_action }));
      writeXpi(folder, to);
    };
    const [office, store] = await Promise.all([startDemoOffice({ port: 0 }), openFirefoxStore(id)]);
    const sit = () =>
      sitAtFirefox(builds.firefoxWithHosts(), {
        profile,
        preferences: {
          ...store.preferences,
          'extensions.autoDisableScopes': 0,
          // It looks into the profile's folder at each start, not only at its first.
          'extensions.startupScanScopes': 1,
        },
        // Has the extension's interfaces and nothing of Obok's in it: to look from there holds no update back.
        lookFrom: 'notices.txt',
      });
    let seat: FirefoxSeat | undefined;
    const ask = <Answer>(script: string, arg?: unknown) =>
      (seat as FirefoxSeat).inExtension<Answer>(script, arg);
    // A version that gives way to the next leaves the question without an answer.
    const version = () => ask<string>('return api.runtime.getManifest().version;').catch(() => '');
    const rows = () => ask<Callback[]>(readRows);
    const everyRow = async () =>
      (await ask<Awaited<ReturnType<typeof readRaw>>>(`return (${readRaw})();`)).rows;
    const numberIs = async (wanted: string) =>
      expect(
        await until(
          () => ask<string>(badge),
          (text) => text === wanted,
          patience,
        ),
      ).toBe(wanted);
    const toldIs = async (wanted: [phone: string, told: string[]][]) => {
      const told = async () => (await rows()).map((row) => [row.phone, toldOf(row)]).sort();
      expect(await until(told, (seen) => isDeepStrictEqual(seen, wanted), patience)).toEqual(wanted);
    };
    const viewIs = async (wanted: string) =>
      expect(
        (
          await until(
            () => contextOf(seat as Seat, office.origin),
            (read) => read?.view === wanted,
            patience,
          )
        )?.view,
      ).toBe(wanted);
    try {
      pack('0.1.0', installed);
      seat = await sit();
      expect(await version()).toBe('0.1.0');
      const closeFirstRun = `const opened = (await api.tabs.query({})).find(({ url }) => url?.endsWith('options.html#start'));
        if (opened) await api.tabs.remove(opened.id);
        return opened !== undefined;`;
      expect(await until(() => ask<boolean>(closeFirstRun), Boolean, patience)).toBe(true);
      const complaints: string[] = [];
      const page = await seat.open('about:blank', 'window', (complaint) => complaints.push(complaint));
      await seat.pageOf(page).evaluateOnNewDocument(countStrips);
      await page.goto(`${office.origin}/dokus/`);
      for (const css of wayToCase) await page.click({ css });
      await viewIs('case');
      await until(
        () => page.evaluate<number>('mostStrips'),
        (most) => most === 1,
        patience,
      );
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await panel.click({ css: '[role=tab][data-key=callbacks]' });
      await panel.click({ css: line });
      for (const [number, typed] of ['600 300 400', '600 300 500'].entries()) {
        await panel.type(`${typed} Kowalska ${openTime(30 + number).text}`);
        await panel.press('Enter');
        expect(await until(rows, (all) => all.length === number + 1, patience)).toHaveLength(number + 1);
      }

      pack('0.2.0', join(place, 'next.xpi'));
      store.offer('0.2.0', join(place, 'next.xpi'));
      const waiting = `return (await api.storage.session.get('waiting-update'))['waiting-update'];`;
      expect(await until(() => ask<string>(waiting), Boolean, patience)).toBe('0.2.0');
      expect(await version()).toBe('0.1.0');
      // Due, and the old version has no alarm for it any more: the new one has to find it by itself.
      const due = Date.now();
      await ask(putOffSilently, { phone, due });
      const before = await everyRow();
      await panel.close();
      const isHeld = `return (await navigator.locks.query()).held.some(({ name }) => name === 'own-page');`;
      await until(
        () => ask<boolean>(isHeld),
        (held) => !held,
        patience,
      );
      await ask(`await api.alarms.create('take-update', { when: Date.now() });`);

      expect(await until(version, (now) => now === '0.2.0', patience)).toBe('0.2.0');
      await toldIs([
        [phone, [`due@${due}`]],
        [second, []],
      ]);
      await numberIs('1');
      const after = await everyRow();
      expect(after.encounters).toEqual(before.encounters);
      expect(after.singles).toEqual(before.singles);
      expect(after.history?.slice(0, before.history?.length)).toEqual(before.history);
      // The page is read and served by the new one, and by one reader only.
      await viewIs('case');
      await page.toFront();
      const strip = () => stripOf(seat as Seat, office.origin);
      expect((await until(strip, (seen) => /Pora oddzwonić/.test(seen?.text ?? ''), patience))?.text).toMatch(
        /Pora oddzwonić/,
      );
      await page.click({ css: '#obi_topmenu_moje_sprawy_sprawa_actions_dodaj_wych' });
      await viewIs('letter');
      expect(await page.evaluate('mostStrips')).toBe(1);
      expect(complaints).toEqual([]);

      const later = Date.now();
      await ask(putOffSilently, { phone: second, due: later });
      await seat.close();
      pack('0.3.0', installed);
      seat = await sit();
      expect(await version()).toBe('0.3.0');
      const toldOnce: [string, string[]][] = [
        [phone, [`due@${due}`]],
        [second, [`due@${later}`]],
      ];
      await toldIs(toldOnce);
      await numberIs('2');
      await ask(putOff, { phone: '', due: 0 });
      await toldIs(toldOnce);
    } finally {
      await seat?.close();
      store.close();
      await office.close();
      rmSync(place, { recursive: true, force: true });
    }
  });
});
