import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Callback } from '@/lib/callbacks';
import { builds } from '../browser/builds';
import { sitAtFirefox } from '../browser/seat/firefox';
import { inExtensionScript, type Seat, until } from '../browser/seat/seat';
import { readRows } from '../browser/stored-rows';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';
import { openTime } from './promises';
import { type Clock, makeClock } from './set-clock';
import { writeXpi } from './xpi';

/** A busy machine is slow, not wrong. */
const patience = 120_000;
const line = '.quick-entry input';

/** A browser that runs, with a page of Obok's open that nobody touches. */
export interface Sitting {
  inExtension<Answer>(script: string, arg?: unknown): Promise<Answer>;
  rows(): Promise<Callback[]>;
  /** When the browser was up and answered, by this process's clock. */
  upAt: number;
  /** Types so many promises into the panel, waits for each to be told as saved, and closes it. */
  promise(count: number): Promise<void>;
  /** Whether the background sleeps at present; nothing is woken by the question. */
  isAsleep(): Promise<boolean>;
  /** Stops every process of the browser where it stands, or has them go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  close(): Promise<void>;
}

/** A computer with one browser into which an administrator had Obok installed. */
export interface Computer {
  /** That of a profile's browser; null where none can be made: see `makeClock`. */
  clockOf(profile: string): Clock | null;
  /**
   * @param profile whose browser
   * @param env besides what this process has
   */
  sit(profile?: string, env?: Record<string, string>): Promise<Sitting>;
  leave(): Promise<void>;
}

function clocksIn(place: string): (profile: string) => Clock | null {
  const made = new Map<string, Clock | null>();
  return (profile) => {
    if (!made.has(profile)) {
      const own = join(place, `clock-${profile}`);
      mkdirSync(own);
      made.set(profile, makeClock(own));
    }
    return made.get(profile) ?? null;
  };
}

async function withChromium(): Promise<Computer> {
  const place = mkdtempSync(join(tmpdir(), 'obok-computer-'));
  const obok: InstalledChromium = await installInChromium(builds.chromium());
  const clockOf = clocksIn(place);
  const known = new Set<string>();
  return {
    clockOf,
    sit: async (profile = 'profile', env = {}) => {
      const browser = await obok.launch(profile, {
        env: { ...clockOf(profile)?.env, ...env },
        // First run opens a page that tells of the installation; later only the worker does.
        isUnwatched: !known.has(profile),
      });
      const upAt = Date.now();
      known.add(profile);
      const page = await obok.openOwn(browser, 'options.html#pomoc');
      const devtools = await page.createCDPSession();
      const running = new Set<string>();
      devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) {
          if (runningStatus === 'stopped') running.delete(versionId);
          else running.add(versionId);
        }
      });
      await devtools.send('ServiceWorker.enable');
      const inExtension = async <Answer>(script: string, arg?: unknown) =>
        (await page.evaluate(inExtensionScript('chrome', script, arg))) as Answer;
      const signal = (name: NodeJS.Signals) =>
        void process.kill(-(browser.process()?.pid ?? Number.NaN), name);
      return {
        upAt,
        inExtension,
        rows: () => inExtension<Callback[]>(readRows),
        promise: async (count) => {
          const panel = await obok.openOwn(browser, 'sidepanel.html');
          await panel.locator('[role=tab][data-key=callbacks]').click();
          for (let number = 0; number < count; number += 1) {
            await panel.locator(line).click();
            await panel.waitForFunction(`document.activeElement === document.querySelector('${line}')`, {
              timeout: patience,
            });
            await panel.keyboard.type(entry(number));
            await panel.keyboard.press('Enter');
            await panel.waitForFunction(isSaved, { timeout: patience });
          }
          await panel.close();
          await page.bringToFront();
        },
        isAsleep: async () => running.size === 0,
        signal,
        close: async () => {
          const closing = browser.close().then(() => true);
          const isClosed = await Promise.race([
            closing,
            new Promise<boolean>((over) => setTimeout(over, 30_000, false)),
          ]);
          // One that was stopped in the middle of an answer may hear its driver no more.
          if (!isClosed) signal('SIGKILL');
        },
      };
    },
    leave: async () => {
      await obok.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function withFirefox(): Promise<Computer> {
  const place = mkdtempSync(join(tmpdir(), 'obok-computer-'));
  const clockOf = clocksIn(place);
  return {
    clockOf,
    sit: async (name = 'profile', env = {}) => {
      const profile = join(place, name);
      mkdirSync(join(profile, 'extensions'), { recursive: true });
      writeXpi(builds.firefox(), join(profile, 'extensions', 'obok@obok.example.xpi'));
      const seat = await sitAtFirefox(builds.firefox(), {
        profile,
        preferences: {
          'xpinstall.signatures.required': false,
          'extensions.autoDisableScopes': 0,
          'extensions.background.idle.timeout': firefoxIdle,
        },
        env: { ...clockOf(name)?.env, ...env },
      });
      return {
        upAt: seat.upAt,
        inExtension: seat.inExtension,
        rows: () => seat.inExtension<Callback[]>(readRows),
        promise: (count) => promiseIn(seat, count),
        isAsleep: () => seat.inExtension<boolean>('return api.extension.getBackgroundPage() === null;'),
        signal: seat.signal,
        close: seat.close,
      };
    },
    leave: async () => rmSync(place, { recursive: true, force: true }),
  };
}

/** Milliseconds after which Firefox puts its event page to sleep here; 30 s outside of tests. */
const firefoxIdle = 3_000;

const entry = (number: number) => `600100${String(number).padStart(3, '0')} ${openTime(number).text}`;
const isSaved = `document.querySelector('${line}')?.value === '' && document.body.textContent.includes('Zapisano:')`;

async function promiseIn(seat: Seat, count: number): Promise<void> {
  const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
  await panel.click({ css: '[role=tab][data-key=callbacks]' });
  const holds = (script: string) => until(() => panel.evaluate<boolean>(script), Boolean, patience);
  for (let number = 0; number < count; number += 1) {
    await panel.click({ css: line });
    await holds(`document.activeElement === document.querySelector('${line}')`);
    await panel.type(entry(number));
    await panel.press('Enter');
    if (!(await holds(isSaved))) throw new Error('The panel never said “Zapisano”.');
  }
  await panel.close();
}

/**
 * Every browser that can be sat at here: how long its background stays awake with nothing to do, in milliseconds, and
 * how many people wait for their promises at once, each at a browser of her own, as that takes long.
 */
export const computers = [
  { name: 'Chromium', begin: withChromium, isThere: mayInstall(), breaks: 30_000, people: 10 },
  { name: 'Firefox', begin: withFirefox, isThere: true, breaks: firefoxIdle, people: 2 },
];
