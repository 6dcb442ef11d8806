import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { builds } from '../builds';
import { type ChromiumSeat, sitAtChromium } from '../seat/chromium';
import { type Display, startDisplay } from '../seat/display';
import { type OfficePage, stripOf, until } from '../seat/seat';
import { storedRows } from '../stored-rows';
import { pictures } from './stand';

// A headless browser hears no shortcut of an extension: real keys, in a real window, on a screen of its own.
const size = { width: 1100, height: 760 };
let display: Display;
let office: Awaited<ReturnType<typeof startDemoOffice>>;
let seat: ChromiumSeat;

beforeAll(async () => {
  mkdirSync(pictures(), { recursive: true });
  display = await startDisplay(size);
  office = await startDemoOffice({ port: 0 });
  seat = await sitAtChromium({ extension: builds.chromiumWithHosts(), display: display.name, size });
});
afterAll(async () => {
  await seat?.close();
  await office?.close();
  display?.close();
});

/** The name of the button of the strip that has the focus, and whether it shows it. */
const focusedButton = (origin: string): Promise<{ name: string; outline: number } | null> =>
  seat.inExtension(
    `const [tab] = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(arg));
     const [{ result }] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: () => {
       const host = document.querySelector('obok-pasek');
       const button = host && chrome.dom.openOrClosedShadowRoot(host).activeElement;
       if (!button) return null;
       const { outlineStyle, outlineWidth } = getComputedStyle(button);
       return {
         name: button.getAttribute('aria-label') ?? button.textContent,
         outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
       };
     } });
     return result;`,
    origin,
  );

/** Presses a key on the keyboard and waits until the button of that name has the focus. */
async function expectFocus(origin: string, keys: string, name: string): Promise<void> {
  display.press(keys);
  const seen = await until(
    () => focusedButton(origin),
    (button) => button?.name === name,
  );
  expect(seen?.name).toBe(name);
  expect(seen?.outline).toBeGreaterThanOrEqual(2);
}

const inPage = (page: OfficePage) =>
  page.evaluate<{ name: string; value: string }>(
    `(({ localName, value }) => ({ name: localName, value: value ?? '' }))(document.activeElement)`,
  );

test('Alt+Shift+J goes from the field to the strip, Tab through it, Esc back into the field', async () => {
  const page = await seat.open(`${office.origin}/classic/pismo?id=1`);
  const strip = await until(
    () => stripOf(seat, office.origin),
    (seen) => Boolean(seen?.text),
  );
  expect(strip?.name).toBe('Przypomnienie');
  await page.click({ css: 'form input:not([readonly])' });
  await page.press('End');
  const { value } = await inPage(page);
  expect(await focusedButton(office.origin)).toBeNull();

  await expectFocus(office.origin, 'alt+shift+j', 'Gotowe');
  for (const { name } of strip?.buttons.slice(2) ?? []) await expectFocus(office.origin, 'Tab', name);
  await expectFocus(office.origin, 'Return', 'Więcej');
  await expectFocus(office.origin, 'Tab', 'Nie na tej stronie');
  display.picture(`${pictures()}/keyboard.png`);
  for (const name of ['Więcej', 'Dlaczego?']) await expectFocus(office.origin, 'shift+Tab', name);
  display.press('space');
  const open = await until(
    () => stripOf(seat, office.origin),
    (seen) => (seen?.text.length ?? 0) > (strip?.text.length ?? 0) + 40,
  );
  expect(open?.text.length).toBeGreaterThan((strip?.text.length ?? 0) + 40);

  display.press('Escape');
  expect(
    await until(
      () => stripOf(seat, office.origin),
      (seen) => seen === null,
    ),
  ).toBeNull();
  // What is typed next stands where the cursor was.
  display.press('x');
  const typed = await until(
    () => inPage(page),
    (now) => now.value !== value,
  );
  expect(typed).toEqual({ name: 'input', value: `${value}x` });
});

/** The rows of a table of Obok's own database. */
const rowsOf = <Row>(table: string) =>
  seat.inExtension<Row[]>(`${storedRows} return storedRows(arg);`, table);

test('each suggested key is one that the browser gives', async () => {
  const given = await seat.inExtension<{ name: string; shortcut: string }[]>('return api.commands.getAll();');
  expect(Object.fromEntries(given.map(({ name, shortcut }) => [name, shortcut]))).toEqual({
    _execute_action: 'Alt+Shift+O',
    'go-to-reminder': 'Alt+Shift+J',
    'quick-callback': 'Alt+Shift+D',
    'client-at-desk': 'Alt+Shift+K',
    'start-service': '',
  });
});

test('Alt+Shift+D, a line, Enter: a callback is noted; Alt+Shift+K begins the service of the client at the desk', async () => {
  const page = await seat.open(`${office.origin}/classic/interesant?id=1`);
  await page.click({ css: 'h1' });
  display.press('alt+shift+d');
  // The panel has gone where the key sent it, and the line has the focus.
  const isPlaceTaken = () =>
    seat.inExtension<boolean>(
      `const panels = await api.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
       const { 'asked-place': asked } = await api.storage.session.get('asked-place');
       return panels.length === 1 && asked === undefined;`,
    );
  expect(await until(isPlaceTaken, Boolean)).toBe(true);
  display.picture(`${pictures()}/keys-quick.png`);
  display.type('600 123 456 Kowalska wymiar podatku jutro 10');
  display.press('Return');
  const noted = await until(
    () => rowsOf<{ state: string; name: string; phone: string }>('callbacks'),
    (rows) => rows.length === 1,
  );
  expect(noted).toMatchObject([{ state: 'open', name: 'Kowalska', phone: '+48600123456' }]);
  display.picture(`${pictures()}/keys-callback.png`);

  display.press('alt+shift+k');
  const served = await until(
    () => rowsOf<{ channel: string }>('encounters'),
    (rows) => rows.length === 1,
  );
  expect(served).toMatchObject([{ channel: 'desk' }]);
  expect(await until(isPlaceTaken, Boolean)).toBe(true);
  display.picture(`${pictures()}/keys-desk.png`);
});
