import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import { builds } from '../browser/builds';
import { sitAtFirefox } from '../browser/seat/firefox';
import { inExtensionScript, until } from '../browser/seat/seat';
import { readRows } from '../browser/stored-rows';
import { chances } from './chances';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';
import { writeXpi } from './xpi';

/** How often a browser is killed; Firefox begins slowly. The figures of more stand in docs/trust.md. */
const killsOf = (usual: number) => Number(process.env.OBOK_KILLS ?? usual);
const seed = 20261128;
const line = '.quick-entry input';
const isReady = `document.activeElement === document.querySelector('${line}')`;
const isTold = `document.querySelector('${line}')?.value === '' && document.body.textContent.includes('Zapisano:')`;

const numberOf = (count: number) => `600${String(100_000 + count)}`;

/** The panel with its line for promises, in a browser that can be ended from outside. */
interface Desk {
  clickLine(): Promise<unknown>;
  type(text: string): Promise<void>;
  enter(): Promise<unknown>;
  /** The line has the focus. */
  isReady(): Promise<boolean>;
  isTold(): Promise<boolean>;
  rows(): Promise<Callback[]>;
  /** Ends every process of the browser at once: what is on its way to the disk dies with it. */
  kill(): void;
  close(): Promise<void>;
}

/** A browser that begins again in the same profile each time. */
interface Computer {
  sit(): Promise<Desk>;
  leave(): Promise<void>;
}

async function withChromium(): Promise<Computer> {
  const obok: InstalledChromium = await installInChromium(builds.chromiumWithHosts());
  return {
    sit: async () => {
      const browser = await obok.launch();
      const panel = await obok.openOwn(browser, 'sidepanel.html');
      await (await panel.waitForSelector('[role=tab][data-key=callbacks]'))?.click();
      await panel.waitForSelector(line, { visible: true });
      return {
        clickLine: () => panel.click(line),
        type: (text) => panel.keyboard.type(text),
        enter: () => panel.keyboard.press('Enter'),
        isReady: async () => (await panel.evaluate(isReady)) as boolean,
        isTold: async () => (await panel.evaluate(isTold)) as boolean,
        rows: async () => (await panel.evaluate(inExtensionScript('chrome', readRows, null))) as Callback[],
        kill: () => void process.kill(-(browser.process()?.pid ?? Number.NaN), 'SIGKILL'),
        close: () => browser.close(),
      };
    },
    leave: () => obok.close(),
  };
}

async function withFirefox(): Promise<Computer> {
  const place = mkdtempSync(join(tmpdir(), 'obok-killed-'));
  const profile = join(place, 'profile');
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeXpi(builds.firefoxWithHosts(), join(profile, 'extensions', 'obok@obok.example.xpi'));
  const preferences = {
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    // Killed three times in a row, it would begin without extensions.
    'toolkit.startup.max_resumed_crashes': -1,
  };
  return {
    sit: async () => {
      const seat = await sitAtFirefox(builds.firefoxWithHosts(), { profile, preferences });
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await panel.click({ css: '[role=tab][data-key=callbacks]' });
      return {
        clickLine: () => panel.click({ css: line }),
        type: (text) => panel.type(text),
        enter: () => panel.press('Enter'),
        isReady: () => panel.evaluate<boolean>(isReady),
        isTold: () => panel.evaluate<boolean>(isTold),
        rows: () => seat.inExtension<Callback[]>(readRows),
        kill: () => seat.kill(),
        close: () => seat.close(),
      };
    },
    leave: async () => rmSync(place, { recursive: true, force: true }),
  };
}

const computers = [
  { name: 'Chromium', begin: withChromium, isThere: mayInstall(), kills: killsOf(8) },
  { name: 'Firefox', begin: withFirefox, isThere: true, kills: killsOf(1) },
];

describe.each(computers)(
  '$name that is killed outright while promises are written',
  ({ name, begin, isThere, kills }) => {
    let computer: Computer;
    beforeAll(async () => {
      if (isThere) computer = await begin();
    });
    afterAll(() => computer?.leave());

    test.skipIf(!isThere)(
      `loses none of which the clerk was told that it is saved, and doubles none: ${kills} times (seed ${seed})`,
      async () => {
        const chance = chances(seed);
        const saved: string[] = [];
        let typed = 0;
        let kept = 0;
        for (let kill = 0; kill <= kills; kill += 1) {
          const desk = await computer.sit();
          const rows = await desk.rows();
          const phones = rows.map(({ phone = '' }) => phone.replace('+48', ''));
          expect(saved.filter((phone) => !phones.includes(phone))).toEqual([]);
          expect(new Set(phones).size).toBe(phones.length);
          // Whole, also those of which the clerk was not told any more.
          for (const row of rows)
            expect(row).toMatchObject({
              id: expect.any(String),
              phone: expect.stringMatching(/^\+48600\d{6}$/),
              due: expect.any(Number),
              state: 'open',
            });
          kept = rows.length;
          if (kill === kills) {
            await desk.close();
            break;
          }
          const after = Math.floor(chance() * 6);
          const wait = Math.floor(chance() * 120);
          let isOver = false;
          const die = () => {
            isOver = true;
            desk.kill();
          };
          try {
            // A browser that has just started gives the line its focus when it comes to it.
            do await desk.clickLine();
            while (!(await until(desk.isReady, Boolean, 5_000)));
            for (let told = 0; !isOver; told += 1) {
              typed += 1;
              const phone = numberOf(typed);
              await desk.type(phone);
              // From here on the writing may be cut anywhere.
              if (told === after) setTimeout(die, wait);
              await desk.enter();
              if (!(await until(desk.isTold, Boolean, 30_000)))
                throw new Error('The panel never said “Zapisano”.');
              saved.push(phone);
            }
          } catch (error) {
            if (!isOver) throw error;
          }
        }
        process.stdout.write(
          `${name}, killed ${kills} times: of ${typed} promises typed ${saved.length} were told as saved, ${kept} were kept\n`,
        );
        expect(saved.length).toBeGreaterThan(kills);
      },
      60_000 + kills * 15_000,
    );
  },
);
