import { appendFileSync, mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { lookedFile } from '../../run/looked-at.ts';
import type { ChromiumSeat } from '../seat/chromium';
import type { OfficePage, Seat } from '../seat/seat';
import { expectNothingFound } from './axe';
import type { Screen } from './list';

const pictures = '.output/test/screens';
mkdirSync(pictures, { recursive: true });

const looks = [
  { look: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { look: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { look: 'forced-colors', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

/** What a wide page is narrowed to: as wide as the panel, and narrower than at 200 % of any window. */
const narrow = 360;

/**
 * Looks at a screen in every theme and at 200 % of zoom, and keeps a picture of the whole of it in each.
 * It is looked at in its whole height: a row that is scrolled under the head of the panel is no small target.
 *
 * At 200 % half as many CSS pixels are left in a window of the same width. Nothing may be cut off or need to be
 * scrolled sideways (WCAG 2.2, 1.4.4 and 1.4.10).
 */
export async function look(page: Page, screen: Screen): Promise<void> {
  const size = page.viewportSize();
  if (size === null) throw new Error('A page without a size cannot be zoomed.');
  const classes = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('[class]')].flatMap(({ classList }) => [...classList])),
  ]);
  appendFileSync(lookedFile, `${screen} ${classes.join(' ')}\n`);
  try {
    await showWhole(page, screen, size);
    for (const { look, media } of looks) {
      await page.emulateMedia(media);
      await expectNotWider(page, `${screen}, ${look}`);
      await expectNothingFound(page, `${screen}, ${look}`, look !== 'light');
      await page.screenshot({ path: `${pictures}/${screen}-${look}.png` });
    }
    await page.emulateMedia(looks[0].media);
    await showWhole(page, screen, { ...size, width: Math.min(narrow, Math.floor(size.width / 2)) });
    await expectNothingFound(page, `${screen}, zoomed`, true);
    await page.screenshot({ path: `${pictures}/${screen}-zoomed.png` });
  } finally {
    await page.setViewportSize(size);
  }
}

/** Looks at a screen that stories of both browsers come to; only Chromium's driver can put on another theme. */
export async function lookInChromium(seat: Seat, page: OfficePage, screen: Screen): Promise<void> {
  if (seat.browser === 'Chromium') await look((seat as ChromiumSeat).pageOf(page), screen);
}

const sizesOf = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return { scrollWidth, clientWidth, scrollHeight };
  });

async function showWhole(page: Page, screen: string, size: { width: number; height: number }) {
  await page.setViewportSize(size);
  await expectNotWider(page, `${screen}, ${size.width} px wide`);
  // A list that shows what fits shows more of itself then.
  for (let height = size.height, times = 0; times < 3; times += 1) {
    const { scrollHeight } = await sizesOf(page);
    if (scrollHeight <= height) break;
    height = scrollHeight;
    await page.setViewportSize({ width: size.width, height });
  }
}

async function expectNotWider(page: Page, screen: string): Promise<void> {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return ['the page', ...over.map(({ localName, className }) => `${localName}.${className}`)];
  });
  expect({ screen, wider }).toEqual({ screen, wider: [] });
}
