import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../builds';
import { sitAtFirefox } from '../seat/firefox';
import { type OfficePage, type Seat, until } from '../seat/seat';
import { expectNothingFound } from './axe';

mkdirSync('.output/test/screens', { recursive: true });

let seat: Seat;
beforeAll(async () => {
  seat = await sitAtFirefox(builds.firefoxWithHosts());
});
afterAll(() => seat?.close());

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

  test.each(['start', 'systemy', 'profil', 'studio', 'oddzwonienia', 'wglad', 'dane', 'pomoc'])(
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
