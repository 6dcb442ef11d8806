import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseProfile } from '@/lib/profile';
import { asksOf } from '@/lib/reminders';
import { findChromium } from '../run/browsers.ts';
import { bundleReader } from './page-bundle';

/** Pages opened afresh for each figure; the median counts. The first look at a node is the dear one, and the true one. */
const openings = 9;

const rows: { what: string; ratio: number; bar: number; detail: string }[] = [];
let browser: Browser;
let reader: string;

beforeAll(async () => {
  reader = await bundleReader();
  browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/reader.json', JSON.stringify(rows));
});

/** A list of cases with buttons and links, as offices' systems draw them. */
function list(nodes: number): string {
  const row = (index: number) =>
    `<tr class="${index % 2 ? 'odd' : 'even'}"><td>${index}</td><td><a href="#">${index % 5 === 0 ? `FN.3123.${index}.2026` : `Pismo ${index}`}</a></td>` +
    `<td><div class="opis"><span>Ustalenie zobowiązania w podatku</span></div></td><td>1${index % 9}.05.2026</td><td><button>Otwórz</button></td></tr>`;
  // 15 nodes a row, texts included.
  const rows = Array.from({ length: Math.round(nodes / 15) }, (_, index) => row(index + 1)).join('');
  return `<!doctype html><html lang="pl"><head><title>EZD</title></head><body><nav class="menu"><a class="active">Sprawy</a></nav><h1>Spis spraw</h1>
    <table><caption>Spis spraw</caption><thead><tr><th>Lp.</th><th>Znak sprawy</th><th>Opis</th><th>Termin</th><th></th></tr></thead><tbody>${rows}</tbody></table></body></html>`;
}

/** Boxes in boxes, as component kits draw them. */
function boxes(nodes: number): string {
  const box = (index: number) =>
    `<div class="w"><div class="c"><span class="l">Pozycja ${index}</span></div><div class="c"><span>w realizacji od 12.05.2026</span><p>${index % 10 ? 'Podatek od nieruchomości' : 'Sprawa mieszkańca gminy'}</p></div></div>`;
  const all = Array.from({ length: Math.round(nodes / 9) }, (_, index) => box(index)).join('');
  return `<!doctype html><html lang="pl"><head><title>EZD</title></head><body><main><h1>Sprawy</h1>${all}</main></body></html>`;
}

async function open(html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(reader);
  return page;
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function each(html: string, script: string): Promise<number> {
  const times: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    const page = await open(html);
    times.push(await page.evaluate<number>(script));
    await page.close();
  }
  return median(times);
}

const asks = JSON.stringify(asksOf(baseProfile()));
const bare = `(() => { const start = performance.now(); const walker = document.createTreeWalker(document, 4); let length = 0;
  for (let text = walker.nextNode(); text; text = walker.nextNode()) length += text.data.length;
  globalThis.length = length; return performance.now() - start; })()`;
const firstRead = `(() => { const asks = ${asks}; const start = performance.now();
  obokPage.readPage(document, obokPage.shippedSystems, asks); return performance.now() - start; })()`;

/**
 * Milliseconds that the page's main thread works for a script, those of asking aside; and the milliseconds of the clock,
 * for reading only: on a shared machine a long run is taken off the processor more often than a short one.
 */
async function costOf(html: string, script: string): Promise<{ work: number; clock: number }> {
  const page = await open(html);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
  };
  // The first question makes ready what all questions need.
  await page.evaluate('0');
  const before = await worked();
  await page.evaluate('0');
  const between = await worked();
  const clock = await page.evaluate<number>(script);
  const after = await worked();
  await page.close();
  return { work: after - between - (between - before), clock };
}

test.each([
  ['a list', list],
  ['boxes in boxes', boxes],
])('first read of a page of 50 000 nodes: %s', async (name, page) => {
  const html = page(50_000);
  const reads: { work: number; clock: number }[] = [];
  const floors: { work: number; clock: number }[] = [];
  // In turn, so that whatever else the machine does meets both alike.
  for (let opening = 0; opening < openings; opening += 1) {
    floors.push(await costOf(html, bare));
    reads.push(await costOf(html, firstRead));
  }
  const of = (kind: 'work' | 'clock') =>
    [reads, floors].map((costs) => median(costs.map((cost) => cost[kind]))) as [number, number];
  const [read, floor] = of('work');
  const [readClock, floorClock] = of('clock');
  rows.push({
    what: `reader: first read, 50 000 nodes, ${name} ÷ TreeWalker pass over the same texts`,
    ratio: read / floor,
    bar: 2,
    detail: `${read.toFixed(1)} ms ÷ ${floor.toFixed(1)} ms of the page's main thread (by the clock ${readClock.toFixed(1)} ÷ ${floorClock.toFixed(1)}), each page opened afresh`,
  });
  expect(read).toBeGreaterThan(0);
});

/** Runs the watch with its timers by hand and returns the milliseconds that the change cost, all of Obok's code. */
const changeCost = `(() => {
  const asks = ${asks};
  let spent = 0; const due = [];
  const timed = (work) => (...given) => { const start = performance.now(); work(...given); spent += performance.now() - start; };
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (work) => { due.push(work); return due.length; };
  const Observer = globalThis.MutationObserver;
  globalThis.MutationObserver = class extends Observer { constructor(work) { super(timed(work)); } };
  const drain = () => { while (due.length > 0) timed(due.shift())(); };
  let told = 0;
  obokPage.watchPage(document, obokPage.shippedSystems, asks, () => { told += 1; }, new AbortController().signal);
  drain();
  const settle = () => new Promise((next) => later(next, 0));
  const change = async (name) => {
    const body = document.querySelector('tbody');
    // 67 rows of 15 nodes: about 1 000 nodes taken out and as many put in.
    const rows = Array.from(body.rows).slice(0, 66);
    const fresh = rows.map((row) => { const copy = row.cloneNode(true); copy.cells[1].textContent = name + row.cells[0].textContent + '.2026'; return copy; });
    rows.forEach((row, index) => row.replaceWith(fresh[index]));
    await settle(); drain(); await settle(); drain();
  };
  return (async () => {
    const costs = [];
    for (let round = 0; round < 15; round += 1) { spent = 0; await change('OR.1431.' + round); costs.push(spent); }
    costs.sort((a, b) => a - b);
    globalThis.setTimeout = later;
    return costs[7];
  })();
})()`;

test('1 000 changed nodes cost what they touch, not what the page weighs', async () => {
  const [large, small] = [await each(list(100_000), changeCost), await each(list(1_000), changeCost)];
  rows.push({
    what: 'reader: 1 000 changed nodes in a page of 100 000 nodes ÷ in a page of 1 000',
    ratio: large / small,
    bar: 3,
    detail: `${large.toFixed(2)} ms ÷ ${small.toFixed(2)} ms`,
  });
  expect(small).toBeGreaterThan(0);
});

test('no long task on a page of 50 000 nodes', async () => {
  const counts: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    const page = await open(list(50_000));
    counts.push(
      await page.evaluate<number>(`new Promise((tell) => setTimeout(() => {
        let long = 0;
        new PerformanceObserver((list) => { long += list.getEntries().length; }).observe({ type: 'longtask' });
        obokPage.watchPage(document, obokPage.shippedSystems, ${asks}, () => {}, new AbortController().signal);
        setTimeout(() => tell(long), 1500);
      }, 500))`),
    );
    await page.close();
  }
  const worst = Math.max(...counts);
  rows.push({
    what: 'reader: long tasks (> 50 ms) on a page of 50 000 nodes, worst of all openings',
    ratio: worst,
    bar: 0,
    detail: `${openings} openings: ${counts.join(', ')}`,
  });
  expect(counts).toHaveLength(openings);
});

test('heap of the reader on a page of 50 000 nodes', async () => {
  const page = await open(list(50_000));
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
  };
  const before = await used();
  await page.evaluate(
    `globalThis.stop = new AbortController(); obokPage.watchPage(document, obokPage.shippedSystems, ${asks}, () => {}, stop.signal); new Promise((done) => setTimeout(done, 1000))`,
  );
  const held = (await used()) - before;
  await page.close();
  rows.push({
    what: 'reader: heap held on a page of 50 000 nodes ÷ 5 MB',
    ratio: held / 5,
    bar: 1,
    detail: `${held.toFixed(2)} MB`,
  });
  expect(held).toBeGreaterThan(0);
});
