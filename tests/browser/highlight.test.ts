import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { expectNothingFound } from './screens/axe';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import {
  cardMarkup,
  cardOf,
  contextOf,
  markupWithoutStrip,
  type OfficePage,
  type Seat,
  until,
} from './seat/seat';

const pictures = '.output/test/pictures';
mkdirSync(pictures, { recursive: true });

const view = demoViews.find(
  ({ build, path, view }) => build === 'spa' && path === '/spa/' && view === 'case',
);

const seats: [name: string, sit: () => Promise<Seat>][] = [
  ['Chromium', () => sitAtChromium({ extension: builds.chromiumWithHosts() })],
  ['Firefox', () => sitAtFirefox(builds.firefoxWithHosts())],
];

/** What the case says, a part of it in a shadow root and a part in a frame: as the system would bring it. */
const bringText = `(() => {
  const note = document.createElement('section');
  note.id = 'notatka';
  note.innerHTML = '<p>Na <b>postano</b>wienie o zawieszeniu postępowania służy zażalenie.</p><div id="cien"></div>' +
    '<textarea>zażalenie</textarea><p contenteditable="true">zażalenie</p><p hidden>zażalenie</p>';
  note.querySelector('#cien').attachShadow({ mode: 'open' }).innerHTML = '<p>Wydano prolongatę.</p>';
  const frame = document.createElement('iframe');
  frame.srcdoc = '<p>Pełnomocnik strony.</p>';
  frame.style.cssText = 'height: 60px; width: 300px';
  note.append(frame);
  // Outside what the system draws anew.
  document.body.prepend(note);
})()`;

/** The words underlined in the page and in its frame, as the browser has them. */
const underlined = `(() => {
  const views = [window, ...Array.from(document.querySelectorAll('iframe'), (frame) => frame.contentWindow)];
  return views.flatMap((view) => {
    const ranges = view?.CSS?.highlights?.get('obok-slownik');
    return [...(ranges ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = startContainer.ownerDocument.createRange();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.toString();
    });
  });
})()`;
const ours = ['postanowienie', 'prolongatę', 'zażalenie', 'Pełnomocnik'];

const watchChanges = `(() => {
  globalThis.changed = [];
  const isOurs = (node) => node.localName === 'obok-slowo' || node.localName === 'obok-pasek';
  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records)
      if (![...addedNodes, ...removedNodes].every(isOurs) || (type !== 'childList' && !isOurs(target)))
        changed.push([type, attributeName, target.localName ?? target.nodeName].join(' '));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()`;

/** The middle of a word of the note, in the window. */
const placeOf = (css: string) => `(() => {
  const { left, top, width, height } = document.querySelector('${css}').getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
})()`;

const withoutStrip = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('singles', 'readwrite');
    const value = { reminders: [], systems: ['ezd-rp'], addresses: [], quiet: false };
    transaction.objectStore('singles').put({ name: 'switches', value });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();`;

async function choose(seat: Seat, key: 'End' | 'Home' | 'ArrowDown'): Promise<void> {
  const options = await seat.openOwn('options.html#systemy', { width: 360, height: 760 });
  const chosen = `[...document.querySelectorAll('select')].find(({ labels }) => labels[0]?.textContent === 'EZD RP')`;
  await until(() => options.evaluate<boolean>(`Boolean(${chosen})`).catch(() => false), Boolean);
  await options.evaluate(`${chosen}.focus()`);
  await options.press(key);
  expect(
    await until(
      () => options.evaluate<string>('document.body.innerText'),
      (text) => text.includes('Zapisano.'),
    ),
  ).toContain('Zapisano.');
  await options.screenshot(`${pictures}/terms-options-${seat.browser.toLowerCase()}.png`);
  await options.close();
}

const words = (page: OfficePage) => page.evaluate<string[]>(underlined).catch((): string[] => []);
const waitForWords = (page: OfficePage) =>
  until(
    () => words(page),
    (found) => ours.every((word) => found.includes(word)),
  );

describe.each(seats)('Hard words in a page of the office, in %s', (browser, sit) => {
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let seat: Seat;
  let page: OfficePage;
  let address: string;
  let before: string;
  const picture = (name: string) => `${pictures}/terms-${name}-${browser.toLowerCase()}.png`;
  const card = () => cardOf(seat, address);
  const cardSaying = (text: string) => until(card, (seen) => seen?.text.includes(text) ?? false);
  const noCard = () => until(card, (seen) => seen === null);
  async function take(name: string): Promise<Buffer> {
    // Left alone, Chromium's driver hides the cursor by changing the page's fields.
    if (browser === 'Chromium')
      await (seat as ChromiumSeat).pageOf(page).screenshot({ path: picture(name), caret: 'initial' });
    else await page.screenshot(picture(name));
    return readFileSync(picture(name));
  }
  /** As in print, or in dark colours; null in Firefox, whose driver cannot. */
  async function takeAs(media: { media: 'print' } | { colorScheme: 'dark' }, name: string) {
    if (browser !== 'Chromium') return null;
    const { pageOf } = seat as ChromiumSeat;
    await pageOf(page).emulateMedia(media);
    const taken = await take(name);
    await pageOf(page).emulateMedia({ media: 'screen', colorScheme: 'light' });
    return taken;
  }

  beforeAll(async () => {
    office = await startDemoOffice();
    const port = new URL(office.origin).port;
    address = `http://ezdrp-web.gmina.localhost:${port}/spa/`;
    seat = await sit();
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  test('nothing is underlined until the clerk wants it', async () => {
    // No reminder comes meanwhile: what changes in the pictures is what is looked for.
    await seat.inExtension(withoutStrip);
    page = await seat.open(address, 'tab');
    for (const step of view?.steps ?? []) await page.click(step);
    await page.evaluate(bringText);
    const read = () => contextOf(seat, address);
    expect(await until(read, (context) => context?.view === 'case')).toMatchObject({ system: 'ezd-rp' });
    expect(await words(page)).toEqual([]);
    before = await page.evaluate<string>(markupWithoutStrip);
    await page.evaluate(watchChanges);
  });

  let bare: Buffer;
  let bareInPrint: Buffer | null;
  test('chosen to be underlined always, they are: over inline elements, in shadow roots and frames, and no node is changed', async () => {
    bare = await take('bare');
    bareInPrint = await takeAs({ media: 'print' }, 'bare-print');
    await choose(seat, 'End');
    await page.toFront();
    expect(await waitForWords(page)).toEqual(expect.arrayContaining(ours));
    expect((await words(page)).filter((word) => word === 'zażalenie')).toHaveLength(1);
    // A page sees that something is highlighted in it; and it is drawn.
    expect(
      await until(
        () => take('underlined'),
        (taken) => !taken.equals(bare),
      ).then((taken) => taken.equals(bare)),
    ).toBe(false);
    if (bareInPrint)
      expect((await takeAs({ media: 'print' }, 'underlined-print'))?.equals(bareInPrint)).toBe(true);
    expect(await page.evaluate('changed')).toEqual([]);
  });

  let markup = '';
  test('where the pointer rests, the word is explained; Esc closes it; a click on the word brings it again', async () => {
    const { x, y } = await page.evaluate<{ x: number; y: number }>(placeOf('#notatka b'));
    await page.moveTo(x + 200, y + 120);
    await page.moveTo(x, y);
    const seen = await cardSaying('Kopiuj');
    expect(seen?.text).toContain('Powiedz tak');
    expect(seen).toMatchObject({ role: 'status', name: 'Co to znaczy', hasFocus: false });
    await take('card');
    await takeAs({ colorScheme: 'dark' }, 'card-dark');
    if (browser === 'Chromium') markup = await cardMarkup(seat, address);
    // It stays while the pointer is in it.
    const copy = seen?.buttons.find(({ name }) => name === 'Kopiuj');
    await page.moveTo(copy?.x ?? 0, copy?.y ?? 0);
    // A click on something that has only just come does not count: as a person does, it is clicked again.
    const copied = await until(
      async () => {
        await page.clickAt(copy?.x ?? 0, copy?.y ?? 0);
        return card();
      },
      (after) => after?.text.includes('Skopiowano.') ?? false,
    );
    expect(copied?.text).toContain('Skopiowano.');
    await page.press('Escape');
    expect(await noCard()).toBeNull();
    await page.clickAt(x, y);
    expect(await cardSaying('Kopiuj')).not.toBeNull();
    await page.moveTo(x + 200, y + 120);
    await page.press('Escape');
    expect(await noCard()).toBeNull();
    expect(await page.evaluate('changed')).toEqual([]);
  });

  test.runIf(browser === 'Chromium')('the card is open to everybody, in every theme', async () => {
    // axe cannot see into a closed root: the very card, in an open one.
    const copy = await (seat as ChromiumSeat).context.newPage();
    await copy.setContent(`<!doctype html><html lang="pl"><title>Hasło</title><main><h1>Hasło</h1></main>
      <obok-slowo><template shadowrootmode="open">${markup}</template></obok-slowo></html>`);
    for (const media of [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ] as const) {
      await copy.emulateMedia(media);
      await copy.getByRole('status', { name: 'Co to znaczy' }).getByText('Powiedz tak').waitFor();
      await expectNothingFound(copy, `the card, ${JSON.stringify(media)}`);
    }
    await copy.close();
  });

  test('a reminder and the explanation of a word never lie over one another', async () => {
    const { x, y } = await page.evaluate<{ x: number; y: number }>(placeOf('#notatka b'));
    await page.moveTo(x + 200, y + 120);
    await page.moveTo(x, y);
    const before = await until(card, (seen) => (seen?.box.width ?? 0) > 0 && seen?.text !== '');
    if (!before) throw new Error('No card came.');
    const { box } = before;
    // What stands for a reminder comes up where the card is.
    await page.evaluate(`(() => {
      const strip = document.createElement('obok-pasek');
      strip.style.cssText = 'position: fixed; left: ${box.x + 10}px; top: ${box.y + 10}px; width: 380px; height: 200px; background: #fff';
      document.documentElement.append(strip);
    })()`);
    const moved = await until(card, (seen) => seen === null || seen.box.y !== box.y || seen.box.x !== box.x);
    const isClear = (seen: typeof moved) =>
      seen === null ||
      seen.box.x >= box.x + 390 ||
      seen.box.x + seen.box.width <= box.x + 10 ||
      seen.box.y >= box.y + 210 ||
      seen.box.y + seen.box.height <= box.y + 10;
    expect({ moved, isClear: isClear(moved) }).toMatchObject({ isClear: true });
    expect(moved === null || moved.box.y !== box.y || moved.box.x !== box.x).toBe(true);
    await page.evaluate(`document.querySelector('obok-pasek').remove()`);
    await page.moveTo(x + 500, y + 120);
    await page.press('Escape');
    expect(await noCard()).toBeNull();
  });

  test('chosen not to be underlined, they are not, and nothing is left', async () => {
    await choose(seat, 'Home');
    await page.toFront();
    expect(
      await until(
        () => words(page),
        (found) => found.length === 0,
      ),
    ).toEqual([]);
    expect(await page.evaluate(`CSS.highlights.has('obok-slownik')`)).toBe(false);
    expect(await page.evaluate('changed')).toEqual([]);
    expect(await page.evaluate(markupWithoutStrip)).toBe(before);
  });

  test.runIf(browser === 'Chromium')(
    'on request, the button in the panel underlines them and takes it away',
    async () => {
      await choose(seat, 'ArrowDown');
      await page.toFront();
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await panel.click({ css: '[role=tab][data-key=glossary]' });
      await panel.click({ role: 'button', name: 'Podkreśl na stronie' });
      expect(await waitForWords(page)).toEqual(expect.arrayContaining(ours));
      await panel.screenshot(picture('panel'));
      await panel.click({ role: 'button', name: 'Podkreśl na stronie' });
      expect(
        await until(
          () => words(page),
          (found) => found.length === 0,
        ),
      ).toEqual([]);
      await panel.close();
    },
  );
});
