import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page as PuppeteerPage } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import { builds } from '../browser/builds';
import { type ChromiumSeat, sitAtChromium } from '../browser/seat/chromium';
import { sitAtFirefox } from '../browser/seat/firefox';
import { type Seat, until } from '../browser/seat/seat';
import { readRows } from '../browser/stored-rows';
import { chances } from './chances';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';
import { openTime, putOff, toldOf } from './promises';
import { writeXpi } from './xpi';

const seed = 20261127;
/** A busy machine is slow, not wrong. */
const patience = 60_000;

const script = (api: 'chrome' | 'browser', body: string, arg: unknown = null) =>
  `(async (api, arg) => { ${body} })(${api}, ${JSON.stringify(arg)})`;
const standing = 'return Object.keys(await api.notifications.getAll());';
const badge = 'return api.action.getBadgeText({});';

const line = '.quick-entry input';

// Begun first and looked at last: its alarm is missed while the others run.
let installed: InstalledChromium;
let missed: number;
let dueWhileClosed: number;
beforeAll(async () => {
  if (!mayInstall()) return;
  installed = await installInChromium(builds.chromium());
  const browser = await installed.launch();
  const panel = await installed.openOwn(browser, 'sidepanel.html');
  await panel.locator('[role=tab][data-key=callbacks]').click();
  await panel.locator(line).click();
  await panel.keyboard.type(`600 123 456 Kowalska ${openTime(60).text}`);
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => document.body.textContent.includes('Zapisano:'));
  const due = Date.now() + 5_000;
  await panel.evaluate(script('chrome', putOff, { phone: '+48600123456', due }));
  // An installed extension is woken half a minute ahead at the earliest.
  const alarm = (await panel.evaluate(script('chrome', "return api.alarms.get('callbacks');"))) as {
    scheduledTime: number;
  };
  const [row] = (await panel.evaluate(script('chrome', readRows))) as Callback[];
  expect(row?.announced).toBeUndefined();
  missed = alarm.scheduledTime;
  dueWhileClosed = due;
  await browser.close();
});
afterAll(() => installed?.close());

describe('A worker that is killed', () => {
  let seat: ChromiumSeat;
  beforeAll(async () => {
    seat = await sitAtChromium({ extension: builds.chromium() });
  });
  afterAll(() => seat?.close());

  test(`at a hundred random moments loses nothing that the screen called stored, and tells of it once (seed ${seed})`, async () => {
    const panel = seat.pageOf(await seat.openOwn('sidepanel.html', { width: 360, height: 760 }));
    await panel.locator('[role=tab][data-key=callbacks]').click();
    const devtools = await seat.context.newCDPSession(panel);
    const chance = chances(seed);
    const running = new Set<string>();
    let kills = 0;
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'running') running.add(versionId);
        else if (runningStatus === 'stopped' && running.delete(versionId)) kills += 1;
      }
    });
    await devtools.send('ServiceWorker.enable');
    let isOver = false;
    const killing = (async () => {
      while (!isOver) {
        await new Promise((wake) => setTimeout(wake, chance() * 80));
        await devtools.send('ServiceWorker.stopAllWorkers');
      }
    })();

    const stored: string[] = [];
    const field = panel.locator(line);
    while (stored.length < 60 || (kills < 100 && stored.length < 400)) {
      const number = stored.length;
      const { text, clock } = openTime(number);
      const phone = `600100${String(number).padStart(3, '0')}`;
      await field.click();
      await panel.keyboard.type(`${phone} ${text}`);
      await panel.keyboard.press('Enter');
      await panel.getByText(new RegExp(`^Zapisano: .*${clock}`)).waitFor({ timeout: patience });
      stored.push(`+48${phone}`);
      // The worker's own write: it marks what it tells of.
      const arg = { phone: `+48${phone}`, due: Date.now() - 1_000 };
      await panel.evaluate(script('chrome', putOff, arg));
    }
    isOver = true;
    await killing;
    expect(kills).toBeGreaterThanOrEqual(100);

    const rows = await panel.evaluate<Callback[]>(script('chrome', readRows));
    expect(rows.map(({ phone }) => phone).sort()).toEqual(stored);
    // Whatever a death has left open is told with the next look.
    await panel.evaluate(script('chrome', putOff, { phone: '', due: 0 }));
    const told = await until(
      () => panel.evaluate<Callback[]>(script('chrome', readRows)),
      (all) => all.every((row) => row.announced && !row.telling),
      patience,
    );
    for (const row of told) expect([row.phone, toldOf(row)]).toEqual([row.phone, [`due@${row.due}`]]);
    expect(
      await until(
        () => panel.evaluate<string>(script('chrome', badge)),
        (text) => text === String(stored.length),
        patience,
      ),
    ).toBe(String(stored.length));
    expect(await panel.evaluate<string[]>(script('chrome', standing))).toHaveLength(1);
  });
});

/** How often Firefox puts the event page to sleep; the figure of 100 stands in docs/trust.md. */
const sleeps = Number(process.env.OBOK_SLEEPS ?? 1);

describe('Firefox', () => {
  const phone = '+48600123456';
  const preferences = {
    'extensions.background.idle.timeout': 500,
    // Installed for good from a file, which only a signed one is otherwise.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
  };
  const rowsAt = (seat: Seat) => seat.inExtension<Callback[]>(readRows);
  const isAsleep = (seat: Seat) =>
    seat.inExtension<boolean>('return api.extension.getBackgroundPage() === null;');
  /** Puts the promise to a time that comes while the event page sleeps. */
  async function fallAsleepBeforeDue(seat: Seat): Promise<number> {
    for (const ahead of [4_000, 15_000, 60_000]) {
      const due = Date.now() + ahead;
      await seat.inExtension(putOff, { phone, due });
      if ((await until(() => isAsleep(seat), Boolean, ahead)) && Date.now() < due) return due;
    }
    throw new Error('The event page did not fall asleep.');
  }
  const toldOnce = (seat: Seat, due: number) =>
    until(
      async () => (await rowsAt(seat)).flatMap(toldOf),
      (told) => told.includes(`due@${due}`) && !told.includes('telling'),
      patience,
    );

  test('is woken by its alarm once its event page sleeps, and after a restart tells what it missed, once', {
    timeout: 120_000 + sleeps * 60_000,
  }, async () => {
    const place = mkdtempSync(join(tmpdir(), 'obok-firefox-'));
    const profile = join(place, 'profile');
    mkdirSync(join(profile, 'extensions'), { recursive: true });
    writeXpi(builds.firefox(), join(profile, 'extensions', 'obok@obok.example.xpi'));
    let seat = await sitAtFirefox(builds.firefox(), { profile, preferences });
    try {
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await panel.click({ css: '[role=tab][data-key=callbacks]' });
      await panel.click({ css: line });
      await panel.type(`600 123 456 Kowalska ${openTime(60).text}`);
      await panel.press('Enter');
      expect(
        await until(
          () => rowsAt(seat),
          (rows) => rows.length === 1,
          patience,
        ),
      ).toHaveLength(1);
      await panel.close();

      // Nothing but the alarm speaks to the background from here on.
      for (let sleep = 0; sleep < sleeps; sleep += 1) {
        const due = await fallAsleepBeforeDue(seat);
        expect((await toldOnce(seat, due)).filter((told) => told === `due@${due}`)).toHaveLength(1);
      }
      expect(
        await until(
          () => seat.inExtension<string>(badge),
          (text) => text === '1',
          patience,
        ),
      ).toBe('1');

      const second = Date.now() + 3_000;
      await seat.inExtension(putOff, { phone, due: second });
      await seat.close();
      await until(async () => Date.now() > second, Boolean, patience);
      seat = await sitAtFirefox(builds.firefox(), { profile, preferences });
      expect((await toldOnce(seat, second)).filter((told) => told === `due@${second}`)).toHaveLength(1);
      expect(
        await until(
          () => seat.inExtension<string>(badge),
          (text) => text === '1',
          patience,
        ),
      ).toBe('1');
    } finally {
      await seat.close();
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describe('Installed in Chromium', () => {
  let browser: Browser;
  let page: PuppeteerPage;
  const rows = () => page.evaluate(script('chrome', readRows)) as Promise<Callback[]>;
  const notifications = () => page.evaluate(script('chrome', standing)) as Promise<string[]>;

  test.skipIf(!mayInstall())(
    'an alarm that was missed while the browser was closed is told after its launch, once',
    async () => {
      await until(async () => Date.now() > missed, Boolean, patience);
      browser = await installed.launch();
      page = await installed.openOwn(browser, 'options.html#pomoc');
      const told = await until(
        async () => (await rows()).flatMap(toldOf),
        (steps) => steps.length === 1 && steps[0] !== 'telling',
        patience,
      );
      expect(told).toEqual([`due@${dueWhileClosed}`]);
      const ids = await until(notifications, ({ length }) => length > 0, patience);
      expect(ids).toHaveLength(1);
      expect(await page.evaluate(script('chrome', badge))).toBe('1');
      // Its worker dies and is woken again: nothing new is told.
      const worker = browser.targets().find((target) => target.type() === 'service_worker');
      await (await worker?.worker())?.close();
      await page.evaluate(script('chrome', putOff, { phone: '', due: 0 }));
      expect(await notifications()).toEqual(ids);
      expect((await rows()).flatMap(toldOf)).toEqual(told);
    },
  );
});
