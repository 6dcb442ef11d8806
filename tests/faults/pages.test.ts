import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { type ChromiumSeat, sitAtChromium } from '../browser/seat/chromium';
import { contextOf, stripOf, until } from '../browser/seat/seat';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';

describe('a page that is out of order', () => {
  let seat: ChromiumSeat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let origin: string;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    origin = office.origin.replace('127.0.0.1', 'localhost');
    seat = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
  });

  test.each(['huge', 'getters', 'no-body', 'frames'])('keeps working: %s', async (fault) => {
    const errors: string[] = [];
    seat.context.on('weberror', (error) => errors.push(error.error().message));
    const page = await seat.open(`${origin}/faults/${fault}`);
    await new Promise((passed) => setTimeout(passed, 2_000));
    // It answers a click and a key, and nothing of ours threw into it.
    expect(await page.evaluate<number>('1 + 1')).toBe(2);
    expect(errors.filter((message) => /obok|extension/i.test(message))).toEqual([]);
    await page.close();
  });

  test('of 100 000 nodes is read all the same', async () => {
    const page = await seat.open(`${origin}/faults/huge`);
    const context = await until(
      () => contextOf(seat, origin),
      (seen) => seen !== null,
      15_000,
    );
    expect(context).not.toBeNull();
    await page.close();
  });

  test('under which the extension is updated loses its strip and nothing else', async () => {
    const page = await seat.open(`${origin}/dokus/`);
    await page.click({ css: '#tblSprawyBiezace tbody tr a' });
    await until(
      () => stripOf(seat, origin),
      (strip) => strip !== null,
    );
    const before = await page.evaluate<string>('document.title');
    // The worker goes down with the old version; the call has no answer.
    await seat.inExtension('api.runtime.reload();').catch(() => undefined);
    await new Promise((passed) => setTimeout(passed, 2_000));
    expect(await page.evaluate<string>('document.title')).toBe(before);
    await page.click({ css: '#btn_sprawy_mine' });
    expect(await page.evaluate<number>('document.querySelectorAll("#tblSprawyBiezace").length')).toBe(1);
    await page.close();
  });
});
