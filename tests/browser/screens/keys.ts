import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, as a person at the keyboard sees it. */
export interface Focused {
  name: string;
  /** Of the element, or of the group of radio buttons or tabs that it stands for. */
  box: { left: number; top: number; right: number; bottom: number };
  /** True where an outline or a shadow of at least two pixels marks it. */
  isMarked: boolean;
  /** True where something that is no part of it lies over its middle, or it is out of the window. */
  isCovered: boolean;
}

const look = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // A radio button of react-aria is a hidden input in a label that shows the mark.
  const seen = element.closest('label[data-rac]') ?? element;
  const text = (node) => node?.textContent?.trim().replace(/\\s+/g, ' ') ?? '';
  const name = element.getAttribute('aria-label')
    ?? (element.labels?.length ? text(element.labels[0].firstElementChild ?? element.labels[0]) || text(element.labels[0]) : text(element));
  const { left, top, right, bottom } = seen.getBoundingClientRect();
  const style = getComputedStyle(seen);
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return {
    name,
    box: { left, top, right, bottom },
    isMarked: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
    isCovered: !(over && (seen.contains(over) || over.contains(seen))),
  };
})()`;

export const focused = (page: Page): Promise<Focused | null> => page.evaluate(look);

/** Presses a key and says where the focus is; that it can be seen there is part of every press. */
export async function press(page: Page, key: string): Promise<Focused | null> {
  await page.keyboard.press(key);
  const now = await focused(page);
  if (now !== null) {
    const { name, isMarked, isCovered } = now;
    expect({ name, isMarked, isCovered }).toEqual({ name, isMarked: true, isCovered: false });
  }
  return now;
}

/** Presses Tab until what is called so has the focus. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<Focused> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    const now = await press(page, key);
    if (now && (typeof name === 'string' ? now.name === name : name.test(now.name))) return now;
    passed.push(now?.name ?? '(none)');
  }
  throw new Error(`No „${name}” among what ${key} comes to: ${passed.join(' · ')}`);
}

/** Goes through all of the screen by Tab, from its beginning to where the focus leaves it, and gives what it came to. */
export async function wholeRound(page: Page): Promise<Focused[]> {
  // A page that has just come to the front may not hear the first keys.
  await page.bringToFront();
  await expect.poll(() => press(page, 'Tab')).not.toBeNull();
  await throughTheRest(page);
  return throughTheRest(page);
}

async function throughTheRest(page: Page): Promise<Focused[]> {
  const stops: Focused[] = [];
  while (stops.length < 200) {
    const now = await press(page, 'Tab');
    if (now === null) return stops;
    stops.push(now);
  }
  throw new Error(`Tab finds no way out of: ${stops.map(({ name }) => name).join(' · ')}`);
}

/** That each stop stands below the last, or in its row and right of it. */
export function expectReadingOrder(stops: Focused[]): void {
  for (const [index, stop] of stops.entries()) {
    const last = stops[index - 1];
    if (!last) continue;
    const isBelow = stop.box.bottom > last.box.bottom;
    const isInRow = stop.box.top < last.box.bottom && stop.box.left >= last.box.left;
    expect([last.name, stop.name, isBelow || isInRow]).toEqual([last.name, stop.name, true]);
  }
}
