// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import point from '@/entrypoints/point.content';

afterEach(() => {
  document.body.replaceChildren();
});

/** What the script in a page answers to an order of Studio. */
const answerTo = (order: unknown) => {
  (point as { main(): void }).main();
  return (globalThis as unknown as { obokPoint(order: unknown): unknown }).obokPoint(order);
};

it('Asked for the names of the fields, a page tells all of them and none of their values', () => {
  document.body.innerHTML =
    '<dl><dt>Typ sprawy</dt><dd>Ulga Jana Kota</dd></dl><label for="t">Termin</label><input id="t" value="2026-12-01">';
  const before = document.body.innerHTML;
  const answer = answerTo({ labels: true });
  expect(answer).toEqual(['Typ sprawy', 'Termin']);
  expect(JSON.stringify(answer)).not.toMatch(/Kota|2026/);
  expect(document.body.innerHTML).toBe(before);
});
