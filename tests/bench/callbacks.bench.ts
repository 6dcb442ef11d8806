import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { type ChromiumSeat, sitAtChromium } from '../browser/seat/chromium';

/** As many as no office will ever have at once (design, „Budgets”). */
const stored = 100_000;
/** Milliseconds from the click on the tab, a key in the search, another order chosen, to the list on the screen. */
const budget = { open: 150, search: 50, order: 500 };

const rows: { what: string; ratio: number; bar: number; detail: string }[] = [];
let seat: ChromiumSeat;
let panel: Page;

beforeAll(async () => {
  seat = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  panel = seat.pageOf(await seat.openOwn('sidepanel.html', { width: 360, height: 760 }));
  await panel.getByRole('tab', { name: 'Teraz' }).waitFor();
  await panel.evaluate(fill, stored);
});
afterAll(async () => {
  await seat?.close();
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/callbacks.json', JSON.stringify(rows, null, 2));
});

/** Writes that many promises, sealed as the store seals them, past the store's own door: by it, that takes minutes. */
async function fill(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const put = (table: string, rows: object[]) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(table, 'readwrite', { durability: 'relaxed' });
      for (const row of rows) transaction.objectStore(table).put(row);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt']);
  // Of this month: nothing is sealed anew meanwhile.
  const month = new Date().toISOString().slice(0, 7);
  await put('keys', [{ id: 'bench', month, key }]);
  const names = ['Kowalska', 'Nowak', 'Żółkiewska', 'Wiśniewski', 'Dąbrowski'];
  const now = Date.now();
  const encoder = new TextEncoder();
  const sealed = async (index: number) => {
    const id = `p${index}`;
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const hidden = {
      kind: 'call',
      reason: 'must-check',
      name: `${names[index % names.length]} ${index}`,
      phone: `+48600${String(index).padStart(6, '0')}`,
      subject: 'wymiar podatku od nieruchomości',
      attempts: [],
    };
    const body = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: encoder.encode(`callbacks/${id}`) },
      key,
      encoder.encode(JSON.stringify(hidden)),
    );
    const box = new Uint8Array(iv.length + body.byteLength);
    box.set(iv);
    box.set(new Uint8Array(body), iv.length);
    const due = now + 3_600_000 + index * 60_000;
    return { id, state: 'open', promisedAt: now, due, sealed: { key: 'bench', box } };
  };
  for (let from = 0; from < count; from += 5_000) {
    const part = Array.from({ length: Math.min(5_000, count - from) }, (_, index) => sealed(from + index));
    await put('callbacks', await Promise.all(part));
  }
  database.close();
}

/** Milliseconds until what `act` brings about is painted, by the page's own clock. */
const paintedAfter = (act: string, isThere: string) =>
  panel.evaluate(
    `(async () => {
      const begin = performance.now();
      ${act}
      while (!(${isThere}) && performance.now() - begin < 5_000) await new Promise((frame) => requestAnimationFrame(frame));
      await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
      return performance.now() - begin;
    })()`,
  ) as Promise<number>;

const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function note(what: string, times: number[], bar: number): void {
  const ratio = middle(times) / bar;
  rows.push({ what, ratio, bar: 1, detail: `${middle(times).toFixed(0)} ms of ${bar} ms` });
  console.log(`${what}: ${middle(times).toFixed(0)} ms of ${bar} ms (${times.map((one) => one.toFixed(0))})`);
}

test('a hundred thousand callbacks are listed and searched as a few are', async () => {
  const opened: number[] = [];
  for (let times = 0; times < 5; times += 1) {
    await panel.reload();
    await panel.getByRole('tab', { name: 'Teraz' }).waitFor();
    opened.push(
      await paintedAfter(
        `const tab = document.querySelector('[role=tab][data-key=callbacks]');
         for (const type of ['pointerdown', 'pointerup', 'click'])
           tab.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'mouse', button: 0 }));`,
        `document.querySelector('[data-callback]')?.checkVisibility()`,
      ),
    );
  }
  note('100 000 callbacks: the list opens', opened, budget.open);

  const typed: number[] = [];
  // All of them are read by then.
  await panel.getByRole('searchbox').fill('600');
  await panel.getByText('Znaleziono 100000').waitFor({ timeout: 60_000 });
  const sum = `[...document.querySelectorAll('.callback-filter + [role=status]')].map((one) => one.textContent).join()`;
  for (const query of ['z', 'k', 'zo', 'kowalska 7', 'zolkiewska 77', '600 077', '600 077 7', 'nikt']) {
    const before = await panel.evaluate(sum);
    typed.push(
      await paintedAfter(
        `const field = document.querySelector('.callbacks [type=search]');
         Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(query)});
         field.dispatchEvent(new Event('input', { bubbles: true }));`,
        `${sum} !== ${JSON.stringify(before)}`,
      ),
    );
  }
  note('100 000 callbacks: search as you type', typed, budget.search);
  const chosen: number[] = [];
  await panel.getByRole('searchbox').fill('');
  await panel.getByRole('button', { name: 'Filtr' }).click();
  const first = `document.querySelector('.callback-list [data-callback]')?.dataset.callback`;
  for (const order of ['name', 'noted', 'name', 'due', 'name']) {
    const before = await panel.evaluate(first);
    const took = await paintedAfter(
      `const select = [...document.querySelectorAll('.list-filter select')].at(-1);
       Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, '${order}');
       select.dispatchEvent(new Event('change', { bubbles: true }));`,
      `${first} !== ${JSON.stringify(before)}`,
    );
    if (order === 'name') chosen.push(took);
  }
  note('100 000 callbacks: by name', chosen, budget.order);
  for (const { what, ratio } of rows) expect({ what, isKept: ratio <= 1 }).toEqual({ what, isKept: true });
});
