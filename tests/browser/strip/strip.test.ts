import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Area,
  type BrowserName,
  exampleModel,
  pause,
  pictures,
  raiseStand,
  type Stand,
  type StandPage,
} from './stand';

/** A case as an office's system shows it: a field, a list, a place for a remark at the very bottom right. */
const casePage = (more = '') => `<!doctype html>
<html lang="pl"><title>Sprawa</title>
<style>body { font: 14px sans-serif; margin: 20px } table { border-collapse: collapse } td { border: 1px solid #999; padding: 4px }</style>
<body>
  <main>
    <h1>Sprawa FN.3120.17.2026</h1>
    <label>Uwagi <input id="remarks" value=""></label>
    <table><tr><td>1</td><td>Wniosek o rozłożenie na raty</td></tr><tr><td>2</td><td>Wezwanie</td></tr></table>
    <button id="save">Zapisz</button>
  </main>
  ${more}
  <script>
    window.heard = [];
    for (const type of ['click', 'mousedown', 'keydown', 'focusin'])
      document.addEventListener(type, (event) => window.heard.push(type + (event.key ? ':' + event.key : '')));
    window.addEventListener('message', (event) => window.heard.push('message:' + JSON.stringify(event.data)));
    window.shift = 0;
    try {
      new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value })
        .observe({ type: 'layout-shift', buffered: true });
    } catch {}
  </script>
</body></html>`;

const meets = (a: Area, b: Area) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The page as written out, our host left aside. */
const serialised = ({ page }: StandPage) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const host of copy.querySelectorAll('obok-pasek')) host.remove();
    return copy.outerHTML;
  });

const focused = ({ page }: StandPage) => page.evaluate(() => document.activeElement?.id ?? '');
const boxOf = ({ page }: StandPage, selector: string): Promise<Area> =>
  page.$eval(selector, (element) => element.getBoundingClientRect().toJSON());

describe.each<BrowserName>(['chrome', 'firefox'])('the strip in %s', (name) => {
  let stand: Stand;
  const opened: StandPage[] = [];
  const open: Stand['open'] = async (html, headers) => {
    const page = await stand.open(html, headers);
    opened.push(page);
    return page;
  };

  beforeAll(async () => {
    stand = await raiseStand(name);
  });
  afterEach(async () => {
    for (const { page } of opened.splice(0)) await page.close();
  });
  afterAll(() => stand?.close());

  test('leaves the page as it was: its nodes, its focus, its layout', async () => {
    const page = await open(casePage());
    await page.page.focus('#remarks');
    await page.page.keyboard.type('pod');
    const before = await serialised(page);

    const strip = await page.bring();
    expect(strip).toMatchObject({
      role: 'status',
      name: 'Przypomnienie',
      language: 'pl',
      isOnTop: true,
      parent: 'html',
    });
    expect(strip.text).toContain(`Powiedz: „${exampleModel.say}”`);
    expect(await serialised(page)).toBe(before);
    expect(await focused(page)).toBe('remarks');
    await page.page.keyboard.type('atek');

    await page.click('Gotowe');
    await page.gone();
    expect(await serialised(page)).toBe(before);
    expect(await focused(page)).toBe('remarks');
    expect(await page.page.$eval('#remarks', (field) => (field as HTMLInputElement).value)).toBe('podatek');
    expect(await page.page.evaluate('window.shift')).toBe(0);
    expect(await page.answers()).toEqual([{ turn: 1, reminderId: 'przedstaw-sie', answer: 'done' }]);
  });

  test.each([
    ['Gotowe', 'done'],
    ['Zacznij obsługę', 'start'],
    ['Później', 'later'],
    ['Nie dziś', 'not-today'],
    ['Zamknij', 'closed'],
  ])('„%s” answers and goes, and the page hears no click', async (button, answer) => {
    const page = await open(casePage());
    await page.bring();
    await page.click(button);
    await page.gone();
    expect((await page.answers()).map((given) => given.answer)).toEqual([answer]);
    expect(await page.page.evaluate('window.heard.filter((type) => !type.startsWith("message"))')).toEqual(
      [],
    );
  });

  test('„Więcej” holds the answer for good, „Dlaczego?” the reasons in place', async () => {
    const page = await open(casePage());
    await page.bring();
    await page.click('Dlaczego?');
    await pause(100);
    expect((await page.look())?.text).toContain('Otwarta jest karta klienta.');
    await page.click('Więcej');
    await pause(100);
    expect(await page.answers()).toEqual([]);
    await page.click('Nie na tej stronie');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['not-here']);
  });

  test('is worked by keyboard alone, and gives the focus back', async () => {
    const page = await open(casePage());
    await page.bring();
    await page.page.focus('#save');
    const stops: (string | null | undefined)[] = [];
    for (let stop = 0; stop < 7; stop += 1) {
      await page.page.keyboard.press('Tab');
      const seen = await page.look();
      stops.push(seen?.focused);
      expect(seen?.outline, `${seen?.focused} shows that it has the focus`).toBeGreaterThanOrEqual(2);
    }
    expect(stops).toEqual([
      'Zamknij',
      'Gotowe',
      'Zacznij obsługę',
      'Później',
      'Nie dziś',
      'Dlaczego?',
      'Więcej',
    ]);
    await page.page.keyboard.press('Enter');
    await page.page.keyboard.press('Tab');
    await pause(100);
    expect((await page.look())?.focused).toBe('Nie na tej stronie');
    await page.page.keyboard.press(' ');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['not-here']);
    expect(await focused(page)).toBe('save');
  });

  test('Esc in the page closes it and stays the page’s own', async () => {
    const page = await open(casePage());
    await page.bring();
    await page.page.focus('#remarks');
    await page.page.keyboard.press('Escape');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['closed']);
    expect(await page.page.evaluate('window.heard.includes("keydown:Escape")')).toBe(true);
    expect(await focused(page)).toBe('remarks');
  });

  test('Esc that the page makes up closes nothing', async () => {
    const page = await open(casePage());
    await page.bring();
    await page.page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      ),
    );
    await pause(100);
    expect(await page.ask('hosts')).toBe(1);
  });

  test('the shortcut leads in, Esc leads back out', async () => {
    const page = await open(casePage());
    await page.page.focus('#remarks');
    await page.bring();
    await page.ask('focus');
    expect((await page.look())?.focused).toBe('Gotowe');
    await page.page.keyboard.press('Escape');
    await page.gone();
    expect(await focused(page)).toBe('remarks');
    expect(await page.page.evaluate('window.heard.includes("keydown:Escape")')).toBe(false);
  });

  test('in a page with a modal dialog it can be clicked, and moves back when the dialog closes', async () => {
    const page = await open(
      casePage('<dialog id="dialog"><p>Dekretacja</p><input id="to"><button>OK</button></dialog>'),
    );
    await page.bring();
    await page.page.evaluate(() => (document.querySelector('#dialog') as HTMLDialogElement).showModal());
    await page.standsIn('dialog');
    expect(await focused(page)).toBe('to');
    await page.click('Dlaczego?');
    await pause(100);
    expect((await page.look())?.text).toContain('Otwarta jest karta klienta.');
    await page.page.evaluate(() => (document.querySelector('#dialog') as HTMLDialogElement).close());
    await page.standsIn('html');
    await page.page.evaluate(() => (document.querySelector('#dialog') as HTMLDialogElement).showModal());
    await page.standsIn('dialog');
    // Esc in the strip closes the strip, not the dialog behind it.
    await page.ask('focus');
    await page.page.keyboard.press('Escape');
    await page.gone();
    expect(await page.page.$eval('#dialog', (dialog) => (dialog as HTMLDialogElement).open)).toBe(true);
    expect(await page.page.$eval('#dialog', (dialog) => dialog.childElementCount)).toBe(3);
    expect(await focused(page)).toBe('to');
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['closed']);
  });

  test('a modal dialog that is open already, or is thrown away open, takes it along and not away', async () => {
    const page = await open(casePage('<dialog id="dialog"><input id="to"></dialog>'));
    await page.page.evaluate(() => (document.querySelector('#dialog') as HTMLDialogElement).showModal());
    expect(await page.bring()).toMatchObject({ parent: 'dialog' });
    await page.page.evaluate(() => document.querySelector('#dialog')?.remove());
    await page.standsIn('html');
    await page.click('Gotowe');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['done']);
  });

  test('a page that takes it out gets it back once, and is left alone the second time', async () => {
    const page = await open(casePage());
    await page.bring();
    const takeOut = () => page.page.evaluate(() => document.querySelector('obok-pasek')?.remove());
    await takeOut();
    await page.standsIn('html');
    await takeOut();
    await pause(600);
    expect(await page.look()).toBeNull();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['gone']);
  });

  test('takes no click but a person’s who saw it', async () => {
    const page = await open(
      casePage('<div id="lure" popover="manual" style="inset:0;width:100%;height:100%">Wygrana!</div>'),
    );
    const strip = await page.bring();
    await page.ask('forge', 'Gotowe');
    await page.page.evaluate(() => {
      document.documentElement.style.opacity = '0.01';
    });
    await page.click('Gotowe');
    await page.page.evaluate(() => {
      document.documentElement.style.opacity = '';
      (document.querySelector('obok-pasek') as HTMLElement).style.setProperty('opacity', '0', 'important');
      (document.querySelector('obok-pasek') as HTMLElement).style.setProperty(
        'transform',
        'scale(9)',
        'important',
      );
      (document.querySelector('#lure') as HTMLElement).showPopover();
    });
    expect((await page.look())?.host).toEqual(strip.host);
    await page.click('Gotowe');
    await pause(100);
    expect(await page.answers()).toEqual([]);
    await page.page.evaluate(() => (document.querySelector('#lure') as HTMLElement).hidePopover());
    // The browser tells a moment later that it can be seen again: who clicks at once clicks once more.
    await expect
      .poll(
        async () => {
          await page.click('Gotowe').catch(() => null);
          return page.look();
        },
        { timeout: 20_000 },
      )
      .toBeNull();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['done']);
  });

  test('stands and works under the strictest content policy', async () => {
    const page = await open(casePage(), {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    const strip = await page.bring();
    expect(strip.host.width).toBe(380);
    await page.click('Później');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['later']);
  });

  test('goes out of the way of the field being typed in, in a frame too', async () => {
    const page = await open(
      casePage(`<textarea id="corner" style="position:fixed; right:30px; bottom:30px; width:200px; height:80px"></textarea>
        <iframe id="frame" style="position:fixed; right:0; top:0; width:45%; height:100%; border:3px solid"
          srcdoc="<textarea id=inner style='position:fixed; right:20px; bottom:20px'></textarea>"></iframe>`),
    );
    const strip = await page.bring();
    expect(meets(strip.host, await boxOf(page, '#corner'))).toBe(true);
    await page.page.focus('#corner');
    await pause(150);
    const moved = await page.look();
    expect(moved && meets(moved.host, await boxOf(page, '#corner'))).toBe(false);
    expect(moved?.host.left).toBe(12);
    expect(await page.page.evaluate('window.shift')).toBe(0);
    const frame = await (await page.page.$('#frame'))?.contentFrame();
    await page.page.evaluate(() => document.querySelector('#corner')?.remove());
    await frame?.focus('#inner');
    await pause(150);
    await page.page.keyboard.press('Escape');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['closed']);
  });

  test('stands over a page made of frames, and its editor', async () => {
    const page = await open(
      `<!doctype html><html><frameset cols="30%,70%"><frame src="data:text/html,menu"><frame src="data:text/html,sprawa"></frameset></html>`,
    );
    const strip = await page.bring();
    expect(strip.host.width).toBe(380);
    await page.click('Gotowe');
    await page.gone();
    expect((await page.answers()).map(({ answer }) => answer)).toEqual(['done']);
  });

  test('only the newest copy of the script shows a strip, and the next reminder takes the last one’s place', async () => {
    const page = await open(casePage());
    await page.bring();
    await page.bring({ turn: 2, text: 'Drugie' });
    expect(await page.ask('hosts')).toBe(1);
    expect((await page.look())?.text).toContain('Drugie');
    await page.ask('show', {
      ...exampleModel,
      turn: 3,
      text: 'Say it simply',
      language: 'en',
      say: null,
      canStart: false,
    });
    await pause(450);
    expect(await page.ask('hosts')).toBe(1);
    expect(await page.look()).toMatchObject({ name: 'Reminder', language: 'en' });
    await page.click('Done');
    await page.gone();
    expect(await page.answers()).toEqual([{ turn: 3, reminderId: 'przedstaw-sie', answer: 'done' }]);
    await page.ask('show', { ...exampleModel, turn: 4 });
    await pause(200);
    expect(await page.ask('hosts')).toBe(1);
    await page.ask('hide');
    await page.gone();
    expect(await page.answers()).toEqual([]);
  });

  test('fits a window as narrow as a page at 400 %', async () => {
    const page = await open(casePage());
    await page.page.setViewport({ width: 320, height: 256 });
    const strip = await page.bring();
    expect(strip.overflows).toBe(false);
    expect(strip.host.left).toBeGreaterThanOrEqual(12);
    expect(strip.host.right).toBeLessThanOrEqual(308);
    expect(strip.host.height).toBeLessThanOrEqual(256 - 24);
    expect(strip.buttons.every(({ width, height }) => width >= 24 && height >= 24)).toBe(true);
    await page.page.screenshot({ path: join(pictures(), `narrow-${name}.png`) });
  });
});

describe('the strip on paper and in every theme', () => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await raiseStand('chrome');
  });
  afterAll(() => stand?.close());

  test('is not printed', async () => {
    const page = await stand.open(casePage());
    /** The file but for its dates. */
    const paper = async () =>
      Buffer.from(await page.page.pdf())
        .toString('latin1')
        .replace(/\/(?:CreationDate|ModDate) \([^)]*\)/g, '');
    const before = await paper();
    await page.bring();
    expect(await paper()).toBe(before);
    expect(await page.look()).toMatchObject({ isShown: true, isOnTop: true });
    await page.page.emulateMediaType('print');
    expect(await page.look()).toMatchObject({ isShown: false });
    await page.page.emulateMediaType('screen');
    expect(await page.look()).toMatchObject({ isShown: true });
    await page.page.close();
  });

  test('has its picture taken in light, dark, high contrast and narrow', async () => {
    const page = await stand.open(casePage());
    await page.bring();
    const picture = (as: string) =>
      page.page.screenshot({ path: join(pictures(), `${as}.png`) as `${string}.png` });
    await picture('light');
    await page.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await picture('dark');
    await page.click('Dlaczego?');
    await page.click('Więcej');
    await page.ask('focus');
    await pause(100);
    await picture('dark-open');
    const devtools = await page.page.createCDPSession();
    for (const scheme of ['light', 'dark']) {
      await devtools.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-color-scheme', value: scheme },
        ],
      });
      await pause(100);
      await picture(`forced-${scheme}`);
    }
    expect((await page.look())?.isShown).toBe(true);
    await page.page.close();
  });

  test('has its picture taken with long sentences, beside the field being typed in', async () => {
    const page = await stand.open(
      casePage(
        '<textarea id="corner" style="position:fixed; right:24px; bottom:24px; width:260px; height:90px"></textarea>',
      ),
    );
    await page.page.focus('#corner');
    await page.bring({
      text: 'Jeśli musisz przekazać rozmowę, powiedz klientowi komu i dlaczego, i upewnij się, że ta osoba może rozmawiać.',
      say: 'Urząd Miasta i Gminy Przykładowo nad Zmyśloną, Referat Inwestycji, Zamówień Publicznych, Gospodarki Komunalnej i Ochrony Środowiska, Małgorzata Brzęczyszczykiewicz-Wierzchosławska, dzień dobry. W czym mogę pomóc?',
      citation: 'Standard Obsługi Klienta, przełączanie rozmów, pkt 1–5; Kodeks etyki, § 5 ust. 2',
    });
    await page.click('Dlaczego?');
    const strip = await page.standsIn('html');
    expect(meets(strip.host, await boxOf(page, '#corner'))).toBe(false);
    expect(strip.overflows).toBe(false);
    await page.page.screenshot({ path: join(pictures(), 'long.png') });
    await page.page.close();
  });
});
