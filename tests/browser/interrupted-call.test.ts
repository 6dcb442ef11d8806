import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { lookInChromium } from './screens/look';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { type OfficePage, type Seat, type Step, until } from './seat/seat';
import { storedRows } from './stored-rows';

const seats: { name: string; sit: () => Promise<Seat> }[] = [
  { name: 'Chromium', sit: () => sitAtChromium({ extension: builds.chromiumWithHosts() }) },
  { name: 'Firefox', sit: () => sitAtFirefox(builds.firefoxWithHosts()) },
];

const button = (name: string): Step => ({ role: 'button', name });
const pictures = '.output/test/pictures';

describe.each(seats)('a call interrupted by a client at the desk, in $name', ({ name, sit }) => {
  let seat: Seat;
  let panel: OfficePage;
  let presses = 0;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    seat = await sit();
    await clearDesk(seat);
    panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
  });
  afterAll(() => seat?.close());

  const click = async (step: Step) => {
    presses += 1;
    await panel.click(step);
  };
  const shows = async (words: string | RegExp) => {
    const isThere = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    const text = await until(() => panel.evaluate<string>('document.body.innerText'), isThere);
    expect(text).toMatch(words);
  };
  const callbacks = () =>
    seat.inExtension<{ state: string; phone?: string; encounterId: string; due: number }[]>(
      `${storedRows} return storedRows('callbacks');`,
    );

  test('is promised a call back, waits while the desk is served, and is offered and kept in at most 12 presses', async () => {
    await shows('Zacznij obsługę');
    await click({ css: '.channel:nth-of-type(2)' });
    await click(button('Zacznij obsługę'));
    await shows('Obsługa trwa');

    await click(button('Klient przy biurku'));
    await shows(/Przepraszam, podszedł do mnie klient\. Oddzwonię do Pani\/Pana .+ około \d+:\d\d\./);
    await shows('Dzień dobry. W czym mogę pomóc?');
    const [promised] = await callbacks();
    expect(promised).toMatchObject({ state: 'open' });
    expect(promised?.due).toBeGreaterThan(Date.now());
    await click({ css: '.promise-form input[type=tel]' });
    await panel.type('600 123 456');
    presses += 1;
    await panel.press('Enter');
    await until(callbacks, ([one]) => one?.phone !== undefined);
    await panel.screenshot(`${pictures}/interrupted-call-${name}.png`);
    await lookInChromium(seat, panel, 'panel-interrupted');

    // A closed panel and a browser that forgets its pages lose nothing.
    await panel.close();
    panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await shows('Rozmowa czeka od');

    await click(button('Zakończ obsługę'));
    await click(button('Zakończ mimo to'));
    await shows('Wróć do rozmowy przerwanej o');
    await panel.screenshot(`${pictures}/offered-call-${name}.png`);
    await lookInChromium(seat, panel, 'panel-offered');
    await click(button('Oddzwoń teraz'));
    await shows('Dzwonię w sprawie');
    await lookInChromium(seat, panel, 'panel-calling');
    expect(await callbacks()).toMatchObject([{ state: 'open', phone: expect.stringContaining('600') }]);

    await click(button('Zakończ obsługę'));
    await click(button('Zakończ mimo to'));
    await shows('Oddzwonienie odhaczone.');
    expect(await callbacks()).toMatchObject([{ state: 'kept' }]);
    expect(presses).toBeLessThanOrEqual(12);
  });
});
