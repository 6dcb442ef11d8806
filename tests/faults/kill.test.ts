import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import { builds } from '../browser/builds';
import { readRows } from '../browser/stored-rows';
import { chances } from './chances';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';

/** How often the browser is killed; the figure of 50 stands in docs/trust.md. */
const kills = Number(process.env.OBOK_KILLS ?? 8);
const seed = 20261128;
const line = '.quick-entry input';

const numberOf = (count: number) => `600${String(100_000 + count)}`;

describe.runIf(mayInstall())('A browser that is killed outright while promises are written', () => {
  let obok: InstalledChromium;
  beforeAll(async () => {
    obok = await installInChromium(builds.chromiumWithHosts());
  });
  afterAll(() => obok?.close());

  async function sit(): Promise<{ browser: Browser; panel: Page }> {
    const browser = await obok.launch();
    const panel = await obok.openOwn(browser, 'sidepanel.html');
    await panel.waitForSelector('[role=tab]');
    await panel.locator('::-p-aria([name="Oddzwonienia"][role="tab"])').click();
    await panel.waitForSelector(line, { visible: true });
    return { browser, panel };
  }

  test(`loses none of which the clerk was told that it is saved, and doubles none: ${kills} times`, async () => {
    const chance = chances(seed);
    const saved: string[] = [];
    let typed = 0;
    for (let kill = 0; kill <= kills; kill += 1) {
      const { browser, panel } = await sit();
      const rows = (await panel.evaluate(`(async () => {${readRows}})()`)) as Callback[];
      const phones = rows.map(({ phone = '' }) => phone.replace('+48', ''));
      expect(saved.filter((phone) => !phones.includes(phone))).toEqual([]);
      expect(new Set(phones).size).toBe(phones.length);
      // Whole, also those of which the clerk was not told any more.
      for (const row of rows)
        expect(row).toMatchObject({ id: expect.any(String), due: expect.any(Number), state: 'open' });
      if (kill === kills) {
        await browser.close();
        break;
      }
      const after = Math.floor(chance() * 6);
      const wait = Math.floor(chance() * 120);
      let isOver = false;
      const die = () => {
        isOver = true;
        // The whole group: what Chromium has on the way to the disk dies with it.
        process.kill(-(browser.process()?.pid ?? 0), 'SIGKILL');
      };
      try {
        await panel.click(line);
        for (let told = 0; !isOver; told += 1) {
          typed += 1;
          const phone = numberOf(typed);
          await panel.keyboard.type(phone);
          // From here on the writing may be cut anywhere.
          if (told === after) setTimeout(die, wait);
          await panel.keyboard.press('Enter');
          await panel.waitForFunction(
            (css, text) =>
              document.querySelector<HTMLInputElement>(css)?.value === '' &&
              document.body.textContent.includes(text),
            { polling: 'raf' },
            line,
            'Zapisano:',
          );
          saved.push(phone);
        }
      } catch (error) {
        if (!isOver) throw error;
      }
    }
    process.stdout.write(`killed ${kills} times: ${saved.length} of ${typed} promises were told as saved\n`);
    expect(saved.length).toBeGreaterThan(kills);
  });
});
