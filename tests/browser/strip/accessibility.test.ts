import type { CDPSession, Protocol } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StripModel } from '@/lib/messaging';
import { type BrowserName, raiseStand, type Stand, type StandPage, type Theme } from './stand';

interface Findings {
  violations: unknown[];
  incomplete: { id: string }[];
  passes: string[];
}

const page = `<!doctype html><html lang="pl"><title>Sprawa</title>
  <body style="background: Canvas; color: CanvasText"><main><h1>Sprawa FN.3120.17.2026</h1></main></body></html>`;

const texts: { language: StripModel['language']; why: string; more: string; model: Partial<StripModel> }[] = [
  { language: 'pl', why: 'Dlaczego?', more: 'Więcej', model: {} },
  {
    language: 'en',
    why: 'Why?',
    more: 'More',
    model: {
      language: 'en',
      text: 'Say your name and position.',
      say: 'Good morning, Anna Przykładna, Finance. How can I help you?',
      citation: 'Customer service standard, greeting, item 1',
      why: ['A client’s card is open.', 'No service is running.'],
    },
  },
];

const themes: Theme[] = ['light', 'dark', 'forced-colors'];
const browsers: BrowserName[] = ['chrome', 'firefox'];

describe.each(browsers.flatMap((name) => themes.map((theme) => ({ name, theme }))))(
  'the strip in $name, $theme',
  ({ name, theme }) => {
    let stand: Stand;
    beforeAll(async () => {
      stand = await raiseStand(name, theme);
    });
    afterAll(() => stand?.close());

    /** Nothing found, nothing left undecided, and every text 4.5 times lighter or darker than its ground. */
    async function expectNothingFound(strip: StandPage): Promise<void> {
      const found = await strip.ask<{ strip: Findings; copy: Findings }>('axe');
      expect(found.strip.violations).toEqual([]);
      expect(found.strip.incomplete.filter(({ id }) => id !== 'color-contrast')).toEqual([]);
      expect(found.strip.passes).toEqual(expect.arrayContaining(['button-name', 'target-size']));
      expect(found.copy.violations).toEqual([]);
      expect(found.copy.incomplete).toEqual([]);
      expect(found.copy.passes).toContain('color-contrast');
      const contrasts = await strip.ask<{ text: string; ratio: number }[]>('contrasts');
      expect(contrasts.length).toBeGreaterThan(8);
      expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    }

    test.each(texts)('axe finds nothing, closed and open, in $language', async ({ why, more, model }) => {
      const strip = await stand.open(page);
      const isIn = await strip.page.evaluate(
        (query) => matchMedia(query).matches,
        theme === 'forced-colors' ? '(forced-colors: active)' : `(prefers-color-scheme: ${theme})`,
      );
      expect(isIn).toBe(true);
      await strip.bring(model);
      await expectNothingFound(strip);
      await strip.click(why);
      await strip.standsIn('html');
      await strip.click(more);
      await strip.standsIn('html');
      expect((await strip.look())?.buttons).toHaveLength(8);
      await expectNothingFound(strip);
      await strip.page.close();
    });
  },
);

describe('what Chromium tells a screen reader', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await raiseStand('chrome');
  });
  afterAll(() => stand?.close());

  const property = ({ properties = [] }: Protocol.Accessibility.AXNode, name: string) =>
    properties.find((one) => one.name === name)?.value.value;

  async function tree(devtools: CDPSession) {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const spoken = nodes.filter(({ ignored }) => !ignored);
    const region = spoken.find(({ role }) => role?.value === 'status');
    const isWithin = (node: Protocol.Accessibility.AXNode): boolean => {
      const parent = nodes.find(({ nodeId }) => nodeId === node.parentId);
      return parent !== undefined && (parent === region || isWithin(parent));
    };
    const within = spoken.filter(isWithin);
    const named = (role: string) => within.filter((node) => node.role?.value === role);
    return { region, named, focused: spoken.filter((node) => property(node, 'focused') === true) };
  }

  test('a polite region „Przypomnienie”, every button by its name, the reasons as a list', async () => {
    const strip = await stand.open(page);
    await strip.bring();
    const devtools = await strip.page.createCDPSession();
    const { region, named, focused } = await tree(devtools);
    expect(region?.name?.value).toBe('Przypomnienie');
    expect(region && property(region, 'live')).toBe('polite');
    expect(named('button').map(({ name }) => name?.value)).toEqual([
      'Zamknij',
      'Gotowe',
      'Zacznij obsługę',
      'Później',
      'Nie dziś',
      'Dlaczego?',
      'Więcej',
    ]);
    expect(named('list')).toHaveLength(0);
    // It came without taking the focus.
    expect(focused.map(({ role }) => role?.value)).toEqual(['RootWebArea']);

    await strip.click('Dlaczego?');
    await strip.standsIn('html');
    const open = await tree(devtools);
    expect(open.named('list').map(({ name }) => name?.value)).toEqual(['Dlaczego to widzisz']);
    expect(open.named('listitem')).toHaveLength(3);
    const why = open.named('button').find(({ name }) => name?.value === 'Dlaczego?');
    expect(why && property(why, 'expanded')).toBe(true);
    await strip.page.close();
  });
});
