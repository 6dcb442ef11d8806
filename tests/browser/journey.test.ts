import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoData } from '../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { builds } from './builds';
import { clearDesk, historyOf } from './fresh-desk';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import {
  contextOf,
  type OfficePage,
  type Seat,
  type SeenStrip,
  type Step,
  stripOf,
  until,
} from './seat/seat';
import { type WayOut, watchWayOut } from './seat/way-out';

const seats: { name: string; sit: (out: WayOut) => Promise<Seat> }[] = [
  {
    name: 'Chromium',
    sit: ({ chromiumArgs }) => sitAtChromium({ extension: builds.chromiumWithHosts(), args: chromiumArgs }),
  },
  {
    name: 'Firefox',
    sit: ({ firefoxPreferences }) =>
      sitAtFirefox(builds.firefoxWithHosts(), { preferences: firefoxPreferences }),
  },
];

const data = demoData();
const signs = data.cases.map(({ sign }) => sign);
const button = (name: string): Step => ({ role: 'button', name });
const link = (name: string): Step => ({ role: 'link', name });
const ownInterest = /§ 7 ust\. 5/;

const pause = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));
/** A strip that is due comes within 0.3 s here; this long without one means that none comes. */
const noneComes = () => pause(1_200);

describe.each(seats)('a clerk’s day in $name', ({ sit }) => {
  let seat: Seat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let out: WayOut;
  const opened: OfficePage[] = [];
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    out = await watchWayOut();
    seat = await sit(out);
    const options = await seat.openOwn('options.html#start');
    for (const [index, text] of ['Anna Nowak', 'inspektor', 'Referat Finansowy'].entries()) {
      await options.click({ css: `.fields > :nth-child(${index + 1}) input` });
      await options.type(text);
    }
    await options.click(button('Dalej'));
    await until(
      () => options.evaluate<string>('document.body.innerText'),
      (text) => text.includes('W jakich systemach pracujesz?'),
    );
    await options.close();
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
    out?.close();
  });
  beforeEach(() => clearDesk(seat));
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });

  const open = async (path: string, place?: 'tab') => {
    const page = await seat.open(`${office.origin}${path}`, place);
    opened.push(page);
    return page;
  };
  const openPanel = async () => {
    const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    opened.push(panel);
    await textWith(panel, 'Przy biurku');
    return panel;
  };
  const follow = async (page: OfficePage, ...steps: Step[]) => {
    for (const step of steps) await page.click(step);
  };
  const textWith = async (page: OfficePage, words: string) => {
    const text = await until(
      () => page.evaluate<string>('document.body.innerText'),
      (seen) => seen.includes(words),
    );
    expect(text).toContain(words);
    return text;
  };
  /** The strip, once it can be read and a click on it counts as a person's. */
  const stripIn = async (path: string, wanted: RegExp): Promise<SeenStrip> => {
    const isWanted = (seen: SeenStrip | null) => wanted.test(seen?.text ?? '');
    const seen = await until(() => stripOf(seat, `${office.origin}${path}`), isWanted);
    expect(seen?.text).toMatch(wanted);
    await pause(350);
    const standing = await stripOf(seat, `${office.origin}${path}`);
    if (standing === null) throw new Error('The strip went away by itself.');
    return standing;
  };
  const stripGoes = async (path: string) =>
    expect(
      await until(
        () => stripOf(seat, `${office.origin}${path}`),
        (seen) => seen === null,
      ),
    ).toBeNull();
  const expectNoStrip = async (path: string) => {
    await noneComes();
    expect(await stripOf(seat, `${office.origin}${path}`)).toBeNull();
  };
  const press = async (page: OfficePage, strip: SeenStrip, name: string) => {
    const target = strip.buttons.find((one) => one.name === name);
    if (!target)
      throw new Error(`The strip has no button „${name}”: ${strip.buttons.map((one) => one.name)}`);
    await page.clickAt(target.x, target.y);
  };
  const kinds = async () => (await historyOf(seat)).map(({ kind }) => kind);
  /** The office has the case before the clerk, so that it is the page and not the way there. */
  const viewIs = async (path: string, view: string) => {
    const context = await until(
      () => contextOf(seat, `${office.origin}${path}`),
      (seen) => seen?.view === view,
    );
    expect(context?.view).toBe(view);
  };
  const caseOf = (index: number) => [button('Sprawy'), link(signs[index] ?? '')];

  test('opens a case: the reminder comes by itself, and moves nothing and takes nothing', async () => {
    // Pages of this kind are loaded anew with each click: nothing else in them moves.
    const page = await open('/classic/');
    await follow(page, link('Spis spraw'), link(signs[0] ?? ''));
    const placeOfAll = `JSON.stringify([...document.body.querySelectorAll('*')]
      .filter((element) => element.localName !== 'obok-pasek')
      .map((element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height]; }))`;
    const strip = await stripIn('/classic/', ownInterest);
    expect(strip).toMatchObject({ role: 'status', name: 'Przypomnienie', hasFocus: false });
    expect(strip.buttons.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Gotowe', 'Później', 'Nie dziś', 'Dlaczego?', 'Zamknij']),
    );
    expect(await page.evaluate<string>('document.activeElement.localName')).toBe('body');
    if (seat.browser === 'Chromium') {
      expect(
        await page.evaluate<number>(`new Promise((seen) => {
          new PerformanceObserver(() => {}).observe({ type: 'layout-shift', buffered: true });
          const observer = new PerformanceObserver((list) => seen(list.getEntries().length));
          observer.observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => seen(observer.takeRecords().length), 500);
        })`),
      ).toBe(0);
    }
    const withStrip = await page.evaluate<string>(placeOfAll);
    await press(page, strip, 'Zamknij');
    await stripGoes('/classic/');
    expect(await page.evaluate<string>(placeOfAll)).toBe(withStrip);
  });

  test('answers with the mouse: each answer is kept, and the case brings none again that day', async () => {
    const page = await open('/spa/');
    const answer = async (wanted: RegExp, name: string) => {
      await press(page, await stripIn('/spa/', wanted), name);
      await stripGoes('/spa/');
    };
    await follow(page, ...caseOf(0));
    await answer(ownInterest, 'Gotowe');
    await follow(page, button('Nowe pismo'));
    await answer(/język/, 'Później');
    await follow(page, button('Wróć do sprawy'), button('Przekaż'));
    await answer(/§ 5 ust\. 2|§ 9 ust\. 5/, 'Nie dziś');
    await follow(page, button('Anuluj'), button('Zakończ sprawę'));
    await answer(/zakończenie obsługi/i, 'Zamknij');
    const answered = ['shown', 'done', 'shown', 'later', 'shown', 'not-today', 'shown', 'closed'];
    expect(await until(kinds, (seen) => seen.length === answered.length)).toEqual(answered);

    await follow(page, button('Anuluj'), button('Sprawy'));
    await viewIs('/spa/', 'case-list');
    await follow(page, link(signs[0] ?? ''));
    await viewIs('/spa/', 'case');
    await expectNoStrip('/spa/');
    expect(await kinds()).toEqual(answered);
  });

  test('asks „Dlaczego?”, reads the reasons, and closes the strip with Esc', async () => {
    const page = await open('/dokus/');
    await follow(page, { css: '#obi_topmenu_sprawy' }, { css: '#btn_sprawy_mine' }, link(signs[0] ?? ''));
    await press(page, await stripIn('/dokus/', ownInterest), 'Dlaczego?');
    const { text } = await stripIn('/dokus/', /dziś/);
    // `decide` says why it is due, and that it was chosen.
    expect(text.split('Więcej')[1]?.trim().split('\n').filter(Boolean).length).toBeGreaterThan(1);
    await page.press('Escape');
    await stripGoes('/dokus/');
    expect(await until(kinds, (seen) => seen.length === 2)).toEqual(['shown', 'closed']);
  });

  test('goes from the case to a letter, a dialog and back: the reminder goes with her', async () => {
    const page = await open('/spa/');
    await follow(page, ...caseOf(0));
    await stripIn('/spa/', ownInterest);
    await follow(page, button('Nowe pismo'));
    await stripIn('/spa/', /Standard Obsługi Klienta, język/);
    await follow(page, button('Wróć do sprawy'));
    await stripGoes('/spa/');
    await follow(page, button('Przekaż'));
    await stripIn('/spa/', /§ 5 ust\. 2|§ 9 ust\. 5/);
    await follow(page, button('Anuluj'));
    await stripGoes('/spa/');
    await viewIs('/spa/', 'case');
    await expectNoStrip('/spa/');
  });

  test('turns to another tab: each has its own, and only the one in front is decided', async () => {
    const first = await open('/spa/');
    await follow(first, ...caseOf(0));
    await stripIn('/spa/', ownInterest);
    const second = await open('/classic/', 'tab');
    await follow(second, link('Spis spraw'), link(signs[1] ?? ''), link('Przekaż'));
    await stripIn('/classic/', /§ 5 ust\. 2|§ 9 ust\. 5/);
    const shown = await historyOf(seat);

    await first.toFront();
    await stripIn('/spa/', ownInterest);
    await second.toFront();
    await stripIn('/classic/', /§ 5 ust\. 2|§ 9 ust\. 5/);
    expect(await historyOf(seat)).toEqual(shown);
  });

  test('types a letter: the cursor stays in it, every key arrives, the strip stays off the line', async () => {
    const page = await open('/spa/');
    await follow(page, ...caseOf(0), button('Nowe pismo'));
    const editor = '[contenteditable=true]';
    await page.click({ css: editor });
    await page.evaluate(
      `getSelection().collapse(document.querySelector('${editor}').lastElementChild ?? document.querySelector('${editor}'), 0)`,
    );
    await page.type('Dzien dobry');
    await stripIn('/spa/', /Standard Obsługi Klienta, język/);
    await page.type(' Pani');
    const strip = await stripIn('/spa/', /Standard Obsługi Klienta, język/);
    expect(
      await page.evaluate<string>(
        `document.querySelector('${editor}').textContent.match(/Dzien dobry Pani/)?.[0]`,
      ),
    ).toBe('Dzien dobry Pani');
    expect(
      await page.evaluate<boolean>(`document.activeElement === document.querySelector('${editor}')`),
    ).toBe(true);
    expect(strip.hasFocus).toBe(false);
    const caret = await page.evaluate<{ x: number; y: number; height: number }>(
      `(() => { const { x, y, height } = getSelection().getRangeAt(0).getBoundingClientRect(); return { x, y, height }; })()`,
    );
    const { x, y, width, height } = strip.box;
    const isCovered =
      caret.x > x && caret.x < x + width && caret.y + caret.height > y && caret.y < y + height;
    expect({ caret, box: strip.box, isCovered }).toMatchObject({ isCovered: false });
  });

  test('prints the case without the strip', async () => {
    if (seat.browser !== 'Chromium') return; // Firefox’s driver can show no page as printed.
    const page = await open('/spa/');
    await follow(page, ...caseOf(0));
    await stripIn('/spa/', ownInterest);
    const printed = (seat as ChromiumSeat).pageOf(page);
    await printed.emulateMedia({ media: 'print' });
    expect((await stripOf(seat, `${office.origin}/spa/`))?.box).toMatchObject({ width: 0, height: 0 });
    await printed.emulateMedia({ media: 'screen' });
    expect((await stripOf(seat, `${office.origin}/spa/`))?.box.width).toBeGreaterThan(0);
  });

  test('chooses the telephone and starts a service in the panel: the sentence has her name, the case another reminder', async () => {
    const page = await open('/spa/');
    await follow(page, ...caseOf(0));
    await stripIn('/spa/', ownInterest);
    const panel = await openPanel();
    await panel.click({ css: '.channel:nth-of-type(2)' });
    await panel.click(button('Zacznij obsługę'));
    await textWith(panel, 'Obsługa trwa');
    await page.toFront();
    const { text } = await stripIn('/spa/', /odbieranie telefonu/i);
    expect(text).toContain(
      '„Urząd Gminy Gostynin, Referat Finansowy, Anna Nowak, dzień dobry. W czym mogę pomóc?”',
    );
    await panel.toFront();
    await panel.click(button('Zakończ obsługę'));
    await textWith(panel, 'Zakończyć mimo to?');
    await panel.click(button('Zakończ mimo to'));
    await textWith(panel, 'Zakończono obsługę');
    await panel.click({ css: '[role=tab]:first-child' });
    await panel.click({ css: '.channel:nth-of-type(1)' });
    await page.toFront();
    await stripGoes('/spa/');
  });

  test('clicks the number on a client’s card: the panel and the strip turn to a call she makes, and nothing begins by itself', async () => {
    const page = await open('/classic/interesant?id=1');
    await viewIs('/classic/', 'client');
    const panel = await openPanel();
    await page.toFront();
    await stripIn('/classic/', /przywitaj klienta/);
    await page.click({ css: 'a[href^="tel:"]' });
    expect((await stripIn('/classic/', /w jakim celu dzwonisz/)).buttons).toContainEqual(
      expect.objectContaining({ name: 'Zacznij obsługę' }),
    );
    await panel.toFront();
    const text = await textWith(panel, 'Dzwonię w sprawie');
    expect(text).toContain('Zacznij obsługę');
    await panel.click({ css: '.channel:nth-of-type(1)' });
    await until(
      () => panel.evaluate<string>('document.body.innerText'),
      (seen) => !seen.includes('Dzwonię w sprawie'),
    );
  });

  test('has had eight in a day: no more come into a page, the panel has the rest', async () => {
    const page = await open('/spa/');
    const shown = async () => (await kinds()).filter((kind) => kind === 'shown').length;
    // Each case brings its letter, its decision, its hand-over.
    let count = 0;
    for (let index = 0; count < 8 && index < 8; index += 1) {
      await follow(page, ...caseOf(index), button('Nowe pismo'));
      await until(shown, (seen) => seen > count);
      await follow(page, button('Wróć do sprawy'), button('Przekaż'));
      await until(shown, (seen) => seen >= Math.min(count + 2, 8));
      await follow(page, button('Anuluj'));
      count = await shown();
    }
    expect(count).toBe(8);
    await follow(page, ...caseOf(9), button('Nowe pismo'));
    await viewIs('/spa/', 'letter');
    await expectNoStrip('/spa/');
    expect(await shown()).toBe(8);
    if (seat.browser !== 'Chromium') return; // In Firefox a panel in a window of its own has no page beside it.
    const panel = await openPanel();
    await textWith(panel, 'Prosty język');
    await panel.click({ css: '[data-reminder] button[aria-expanded]' }); // „Dlaczego?” of the first one
    await textWith(panel, 'dzienny limit (8 przypomnień) jest wyczerpany');
  });

  test('and all that day nothing asked for anything outside the computer', async () => {
    expect(out.asked()).toEqual([]);
    // What does go out is seen: from a page of Obok, too.
    const panel = await openPanel();
    await panel.evaluate(`fetch('https://poza-gmina.example/').catch(() => null)`);
    expect(
      await until(
        async () => out.asked(),
        (hosts) => hosts.length > 0,
      ),
    ).toEqual(['poza-gmina.example']);
  });
});
