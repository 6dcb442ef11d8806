import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { type DemoView, demoViews } from '../fixtures/demo-office/views.ts';
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

/** Long enough for a strip that must not come: one that is due is there within 0.3 s. */
const noneComes = 1_000;

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

  const walk = async (page: OfficePage, { steps }: DemoView): Promise<OfficePage> => {
    for (const step of steps) await page.click(step);
    return page;
  };
  /** The same way through the office under a name that the extension has no permission for. */
  const walkUntouched = async (demo: DemoView): Promise<OfficePage> => {
    const elsewhere = office.origin.replace('localhost', '127.0.0.1');
    return walk(await seat.open(`${elsewhere}${demo.path}`, 'window'), demo);
  };

  describe.each(demoViews)('$build: $name', (demo) => {
    test('is recognised, gets the promised reminder, and stays as it was', async () => {
      await clearDesk(seat);
      const untouched = walkUntouched(demo);
      // Its failure is told where it is waited for.
      untouched.catch(() => undefined);
      const page = await walk(await seat.open(`${office.origin}${demo.path}`), demo);
      try {
        const context = await until(
          () => contextOf(seat, office.origin),
          (seen) => seen?.view === demo.expect.view && seen.system === demo.expect.system,
        );
        expect({ system: context?.system, view: context?.view }).toEqual({
          system: demo.expect.system,
          view: demo.expect.view,
        });
        if (demo.expect.sign) expect(context?.caseSigns.map(({ raw }) => raw)).toContain(demo.expect.sign);

        const wanted = promised[demo.expect.view] ?? null;
        const strip = () => stripOf(seat, office.origin);
        if (wanted) {
          const seen = await until(strip, (shown) => wanted.test(shown?.text ?? ''));
          expect(seen?.text).toMatch(wanted);
        } else {
          // What a view on the way brought up goes with that view; then nothing comes.
          expect(await until(strip, (shown) => shown === null)).toBeNull();
          expect(await until(strip, (shown) => shown !== null, noneComes)).toBeNull();
        }

        const withStrip = await page.evaluate<string>(markupWithoutStrip);
        const plain = await untouched;
        const without = await until(
          () => plain.evaluate<string>(markupWithoutStrip),
          (markup) => markup === withStrip,
          5_000,
        );
        expect(withStrip).toBe(without);
      } finally {
        await Promise.all([page.close(), untouched.then((plain) => plain.close())]);
      }
    });
  });
});
