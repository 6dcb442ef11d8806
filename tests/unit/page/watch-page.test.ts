// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type PageContext, shippedSystems } from '@/lib/page';
import { watchPage } from '@/lib/page/page';
import { ask } from './paper';

let end: AbortController;
let told: (PageContext | null)[];

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  told = [];
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const watch = (html: string, asks = ask({})) => {
  document.body.innerHTML = html;
  watchPage(document, shippedSystems, asks, (context) => told.push(context), end.signal);
};
const later = () => vi.advanceTimersByTimeAsync(3_000);
const last = () => told.at(-1);

test('a page that becomes one to sign in at is left alone, and stays so while its password is shown', async () => {
  watch('<h1>Sprawa FN.3123.11.2026</h1><input>');
  expect(last()).toMatchObject({ view: 'case' });
  const field = document.querySelector('input');
  field?.setAttribute('type', 'password');
  await later();
  expect(last()).toBeNull();
  field?.setAttribute('type', 'text');
  await later();
  expect(last()).toBeNull();
  field?.remove();
  await later();
  expect(last()).toMatchObject({ view: 'case' });
});

test('the same is not told twice', async () => {
  watch('<h1>Sprawa FN.3123.11.2026</h1>');
  document.body.append('bez znaczenia');
  await later();
  document.body.className = 'inna';
  await later();
  expect(told).toHaveLength(1);
});

test('what is typed into a field asked for is told; into another, not', async () => {
  watch('<label>Status <input></label><label>Uwagi <input></label>', ask({ labels: ['Status'] }));
  for (const field of document.querySelectorAll('input')) {
    field.value = 'w toku';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await later();
  }
  expect(told.map((context) => context?.fields)).toEqual([{}, { Status: 'w toku' }]);
});

test('a page that says it is loading is told of when it is done, or after a while', async () => {
  watch('<h1>Moje sprawy</h1><p>Trwa ładowanie…</p>');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([]);
  document.querySelector('p')?.remove();
  await vi.advanceTimersByTimeAsync(400);
  expect(last()).toMatchObject({ view: 'case-list' });
});

test('a page that never stops loading is told of all the same', async () => {
  watch('<h1>Moje sprawy</h1><p>Trwa ładowanie…</p>');
  await later();
  expect(last()).toMatchObject({ view: 'case-list' });
});

test('a custom element that gets its shadow root with its script is read', async () => {
  watch('<ezd-sprawa></ezd-sprawa>');
  await later();
  const root = document.querySelector('ezd-sprawa')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<h1>Sprawa FN.3123.11.2026</h1>';
  document.body.className = 'gotowe';
  await later();
  expect(last()).toMatchObject({ view: 'case' });
});

test('a frame that shows another document is read anew', async () => {
  watch('<iframe></iframe>');
  await later();
  const frame = document.querySelector('iframe');
  if (frame?.contentDocument) frame.contentDocument.body.innerHTML = '<h1>Moje sprawy</h1>';
  await later();
  expect(last()).toMatchObject({ view: 'case-list' });
  const other = document.implementation.createHTMLDocument();
  other.body.innerHTML = '<h1>Karta interesanta</h1>';
  if (frame) Object.defineProperty(frame, 'contentDocument', { value: other });
  frame?.dispatchEvent(new Event('load'));
  await later();
  expect(last()).toMatchObject({ view: 'client' });
});

test('nothing is told once the signal has aborted', async () => {
  watch('<h1>Moje sprawy</h1>');
  end.abort();
  document.body.innerHTML = '<h1>Karta interesanta</h1>';
  await later();
  expect(told).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('a strip that comes and goes is no change of the page', async () => {
  watch('<h1>Moje sprawy</h1>');
  await later();
  document.body.append(document.createElement('obok-pasek'));
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});
