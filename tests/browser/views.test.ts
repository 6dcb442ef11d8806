import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { contextOf, markupWithoutStrip, type OfficePage, type Seat, stripOf, until } from './seat/seat';

/** What the design's table promises while no encounter runs; null where nothing may come up in the page. */
const promised: Record<string, RegExp | null> = {
  'case-list': null,
  incoming: null,
  search: null,
  other: null,
  case: /§ 7 ust\. 5/,
  client: /telefon do Klienta|odbieranie telefonu|powitanie/i,
  'contact-register': /telefon do Klienta|odbieranie telefonu|powitanie/i,
  letter: /język|telefon do Klienta/i,
  decision: /§ 8 ust\. 4|§ 7 ust\. 3|§ 7 ust\. 5/,
  forwarding: /§ 5 ust\. 2|§ 9 ust\. 5/,
  closing: /zakończenie obsługi/i,
};

const seats: { name: string; sit: () => Promise<Seat> }[] = [
  { name: 'Chromium', sit: () => sitAtChromium({ extension: builds.chromiumWithHosts() }) },
  { name: 'Firefox', sit: () => sitAtFirefox(builds.firefoxWithHosts()) },
];

describe.each(seats)('in $name', ({ sit }) => {
  let seat: Seat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    seat = await sit();
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  describe.each(demoViews)('$build: $name', (demo) => {
    const walk = async (origin: string): Promise<OfficePage> => {
      const page = await seat.open(`${origin}${demo.path}`);
      for (const step of demo.steps) await page.click(step);
      return page;
    };

    test('is recognised, gets the promised reminder, and stays as it was', async () => {
      const permitted = office.origin.replace('127.0.0.1', 'localhost');
      await clearDesk(seat);
      const page = await walk(permitted);
      try {
        const context = await until(
          () => contextOf(seat, permitted),
          (seen) => seen?.view === demo.expect.view && seen.system === demo.expect.system,
        );
        expect({ system: context?.system, view: context?.view }).toEqual({
          system: demo.expect.system,
          view: demo.expect.view,
        });
        if (demo.expect.sign) expect(context?.caseSigns.map(({ raw }) => raw)).toContain(demo.expect.sign);

        const wanted = promised[demo.expect.view] ?? null;
        const strip = await until(
          () => stripOf(seat, permitted),
          (seen) => (wanted ? Boolean(seen?.text) : seen !== null),
          wanted ? 10_000 : 1_000,
        );
        if (wanted) expect(strip?.text).toMatch(wanted);
        else expect(strip).toBeNull();

        // The same way through the office under a name that the extension has no permission for.
        const withStrip = await page.evaluate<string>(markupWithoutStrip);
        const untouched = await walk(permitted.replace('localhost', '127.0.0.1'));
        const without = await until(
          () => untouched.evaluate<string>(markupWithoutStrip),
          (markup) => markup === withStrip,
          5_000,
        );
        await untouched.close();
        expect(withStrip).toBe(without);
      } finally {
        await page.close();
      }
    });
  });
});
