import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { type DemoView, demoViews } from '../../fixtures/demo-office/views.ts';
import { clearDesk } from '../fresh-desk';
import { contextOf, markupWithoutStrip, type OfficePage, type Seat, stripOf, until } from '../seat/seat';
import { readFromSkeleton } from './skeleton-in';

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

/** Long enough for a strip that must not come: one that is due is there within 0.3 s. */
const noneComes = 1_000;

/** A story for each view of the demo office, at one browser. */
export function everyView(sit: () => Promise<Seat>): void {
  let seat: Seat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  /** Opened once: a window costs more than the way through the office. */
  let page: OfficePage;
  /** The same office under a name that the extension has no permission for. */
  let untouched: OfficePage;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    seat = await sit();
    page = await seat.open('about:blank');
    untouched = await seat.open('about:blank', 'window');
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  const walk = async (on: OfficePage, origin: string, { path, steps }: DemoView): Promise<void> => {
    await on.goto(`${origin}${path}`);
    for (const step of steps) await on.click(step);
  };

  describe.each(demoViews)('$build: $name', (demo) => {
    test('is recognised, gets the promised reminder, and stays as it was', async () => {
      // What the last view left behind goes with it: its reader could speak once more.
      await page.goto('about:blank');
      await clearDesk(seat);
      const elsewhere = walk(untouched, office.origin.replace('localhost', '127.0.0.1'), demo);
      // Its failure is told where it is waited for.
      elsewhere.catch(() => undefined);
      await walk(page, office.origin, demo);

      const context = await until(
        () => contextOf(seat, office.origin),
        (seen) => seen?.view === demo.expect.view && seen.system === demo.expect.system,
      );
      expect({ system: context?.system, view: context?.view }).toEqual({
        system: demo.expect.system,
        view: demo.expect.view,
      });
      // So is the page without its values, once it is a file; the office may still be busy with the last step.
      const copied = await until(
        () => readFromSkeleton(seat, office.origin),
        ({ view }) => view === demo.expect.view,
      );
      expect(copied).toEqual({
        system: demo.expect.system,
        view: demo.expect.view,
        hasCase: (context?.caseInHand ?? null) !== null,
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

      await elsewhere;
      // Both are asked each time: the office may be busy in one of them.
      const [withObok, without] = await until(
        () => Promise.all([page, untouched].map((one) => one.evaluate<string>(markupWithoutStrip))),
        ([one, other]) => one === other,
        5_000,
      );
      expect(withObok).toBe(without);
    });
  });

  test('a background that read pages and reminded has not built the schema of profiles', async () => {
    // Built, it has its parts known by name in zod's registry; a worker pays for that only when a profile is taken.
    const parts = await seat.inExtension<number>(
      `const background = 'window' in globalThis ? await api.runtime.getBackgroundPage() : globalThis;
       return background.__zod_globalRegistry?._idmap.size ?? 0;`,
    );
    expect(parts).toBe(0);
  });
}
