import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoData } from '../../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { builds } from '../builds';
import { sitAtFirefox } from '../seat/firefox';
import { type OfficePage, type Seat, until } from '../seat/seat';
import { expectNothingFound } from './axe';

mkdirSync('.output/test/screens', { recursive: true });

let seat: Seat;
let office: Awaited<ReturnType<typeof startDemoOffice>>;
beforeAll(async () => {
  office = await startDemoOffice({ port: 0 });
  seat = await sitAtFirefox(builds.firefoxWithHosts());
});
afterAll(async () => {
  await seat?.close();
  await office?.close();
});

const textOf = (page: OfficePage) => page.evaluate<string>('document.body.innerText');
const waitForText = async (page: OfficePage, text: RegExp) => {
  expect(
    await until(
      () => textOf(page),
      (seen) => text.test(seen),
    ),
  ).toMatch(text);
};

describe('In Firefox', () => {
  test('the panel shows, is open to everybody, and a whole service goes through it', async () => {
    const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await waitForText(panel, /Zacznij obsługę/);
    await expectNothingFound(panel, 'panel in Firefox');
    await panel.click({ role: 'button', name: 'Zacznij obsługę' });
    await waitForText(panel, /Obsługa trwa/);
    await expectNothingFound(panel, 'panel in Firefox, serving');
    await panel.screenshot('.output/test/screens/firefox-panel.png');
    await panel.click({ role: 'button', name: 'Zakończ obsługę' });
    await waitForText(panel, /Zakończyć mimo to\?/);
    await expectNothingFound(panel, 'panel in Firefox, asked');
    await panel.click({ role: 'button', name: 'Zakończ mimo to' });
    await waitForText(panel, /Zakończono obsługę po/);
    await panel.click({ role: 'button', name: 'Cofnij' });
    await waitForText(panel, /Obsługa trwa dalej/);
    await panel.close();
  });

  test('a lead points at a label of the office’s page and takes the condition', async () => {
    const sign = demoData().cases.find((one) => one.sign.startsWith('FN.312'))?.sign ?? '';
    const page = await seat.open(`${office.origin}/classic/`);
    await page.click({ role: 'link', name: 'Spis spraw' });
    await page.click({ role: 'link', name: sign });
    await page.evaluate(`['pointerdown', 'mousedown', 'mouseup', 'click'].forEach((type) =>
      window.addEventListener(type, ({ target }) => { if (target.localName !== 'obok-wskaz') window.heard = type; }, true))`);
    const studio = await seat.openOwn('options.html#studio', { width: 1280, height: 900 });
    await waitForText(studio, /Biuro Obsługi Mieszkańca/);
    await studio.click({ role: 'button', name: 'Zacznij od tego: Referat Finansowy' });
    await waitForText(studio, /Szkic zapisany\./);
    await studio.click({ role: 'button', name: 'Dodaj przypomnienie: Rozmowa' });
    await studio.click({ role: 'button', name: 'Wskaż na stronie' });
    const openTabs = `[...document.querySelectorAll('.pointing option')].map(({ text }) => text).join()`;
    expect(
      await until(
        () => studio.evaluate<string>(openTabs),
        (tabs) => tabs.includes(sign),
      ),
    ).toContain(sign);
    const isPointing = () => page.evaluate<boolean>(`document.querySelector('obok-wskaz') !== null`);

    // Esc leaves it; nothing is taken.
    await studio.click({ role: 'button', name: 'Przejdź tam i wskaż' });
    expect(await until(isPointing, Boolean)).toBe(true);
    await page.press('Escape');
    await waitForText(studio, /Nic nie wskazano\./);
    expect(await isPointing()).toBe(false);

    await studio.click({ role: 'button', name: 'Wskaż jeszcze raz' });
    expect(await until(isPointing, Boolean)).toBe(true);
    const [x, y] = await page.evaluate<[number, number]>(`(() => {
      const label = [...document.querySelectorAll('dt')].find(({ textContent }) => textContent.startsWith('Rodzaj sprawy'));
      const { left, top, width, height } = label.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    })()`);
    await page.moveTo(x, y);
    await page.clickAt(x, y);
    await waitForText(studio, /Co ma być warunkiem\?/);
    expect(await isPointing()).toBe(false);
    expect(await page.evaluate('window.heard ?? null')).toBeNull();
    await expectNothingFound(studio, 'pointing in Firefox');
    await studio.click({ role: 'button', name: 'Weź do warunku: pole „Rodzaj sprawy” jest na stronie' });
    await waitForText(studio, /Pokaż, gdy pole „Rodzaj sprawy” jest na stronie\./);
    // Studio begins anew for whoever comes next.
    await studio.click({ role: 'button', name: 'Odłóż szkic' });
    await waitForText(studio, /Biuro Obsługi Mieszkańca/);
    await studio.close();
    await page.close();
  });

  test.each(['start', 'systemy', 'profil', 'studio', 'oddzwonienia', 'wglad', 'dane', 'stan', 'pomoc'])(
    'the options show and are open to everybody: %s',
    async (place) => {
      const options = await seat.openOwn(`options.html#${place}`, { width: 1100, height: 800 });
      // Some parts are brought when they are opened.
      const brought = { oddzwonienia: /Sprawdź powiadomienia/, studio: /Biuro Obsługi Mieszkańca/ };
      await waitForText(options, brought[place as keyof typeof brought] ?? /Pomoc/);
      await expectNothingFound(options, `options in Firefox, ${place}`);
      await options.close();
    },
  );
});
