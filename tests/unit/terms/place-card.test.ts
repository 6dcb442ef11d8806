import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, isInView, placeCard } from '@/entrypoints/terms.content/place-card';

const view = { width: 1280, height: 720 };
const card = { width: 300, height: 160 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const word = box(400, 300, 90, 20);

test.each([
  ['under the word', word, [], { x: 400, y: 326 }],
  ['over it, at the foot of the window', box(400, 690, 90, 20), [], { x: 400, y: 524 }],
  ['within the window, at its right edge', box(1230, 300, 40, 20), [], { x: 974, y: 326 }],
  // A reminder in the corner below.
  ['clear of a reminder', box(1100, 400, 90, 20), [box(888, 430, 380, 270)], { x: 974, y: 234 }],
] as const)('the card stands %s', (_, at, taken, place) => {
  expect(placeCard(at, card, view, [...taken])).toEqual(place);
});

test('where no place is left for it the card does not stand', () => {
  expect(placeCard(word, card, view, [box(0, 0, 1280, 720)])).toBeNull();
  expect(placeCard(word, { width: 1300, height: 100 }, view, [])).toBeNull();
});

test('wherever it stands, it is in the window, beside the word, and clear of the reminder', () => {
  const aBox = fc
    .tuple(fc.nat(1200), fc.nat(700), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 300 }))
    .map(([left, top, width, height]) => box(left, top, width, height));
  fc.assert(
    fc.property(aBox, aBox, (at, strip) => {
      const place = placeCard(at, card, view, [strip]);
      if (!place) return;
      const own = box(place.x, place.y, card.width, card.height);
      const meets = (a: Box, b: Box) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      expect(own.left >= 0 && own.top >= 0 && own.right <= 1280 && own.bottom <= 720).toBe(true);
      expect(meets(own, at) || meets(own, strip)).toBe(false);
    }),
    { seed: 20_261_127, numRuns: 500 },
  );
});

test('a word outside the window is not in view, one at its edge is', () => {
  expect(isInView(box(10, -30, 50, 20), view)).toBe(false);
  expect(isInView(box(10, -10, 50, 20), view)).toBe(true);
  expect(isInView(box(10, 730, 50, 20), view)).toBe(false);
});
