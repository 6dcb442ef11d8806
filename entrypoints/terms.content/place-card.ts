/** A box in the window, in CSS pixels from its top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Air between the card and the word, and between the card and the window’s edges. */
const gap = 6;

/**
 * Where the card stands: under the word or over it, beside it where neither has room; never over the word, nor over
 * what is `taken`. Null where there is no such place: then the word is not explained in the page.
 */
export function placeCard(word: Box, card: Size, view: Size, taken: Box[]): { x: number; y: number } | null {
  const rightmost = view.width - gap - card.width;
  const lowest = view.height - gap - card.height;
  const within = (value: number, most: number) => Math.max(gap, Math.min(value, most));
  const columns = [word.left, word.right - card.width].map((x) => within(x, rightmost));
  const rows = [word.top, word.bottom - card.height].map((y) => within(y, lowest));
  const places = [
    ...columns.map((x) => ({ x, y: word.bottom + gap })),
    ...columns.map((x) => ({ x, y: word.top - gap - card.height })),
    ...rows.map((y) => ({ x: word.right + gap, y })),
    ...rows.map((y) => ({ x: word.left - gap - card.width, y })),
  ];
  return (
    places.find(({ x, y }) => {
      const box = { left: x, top: y, right: x + card.width, bottom: y + card.height };
      const isInView = x >= gap && y >= gap && x <= rightmost && y <= lowest;
      return isInView && ![word, ...taken].some((other) => meets(box, other));
    }) ?? null
  );
}

/** Whether two boxes share any place. */
const meets = (a: Box, b: Box) =>
  Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
  Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);

/** Whether a box is seen, or a part of it. */
export const isInView = (box: Box, view: Size) =>
  meets(box, { left: 0, top: 0, right: view.width, bottom: view.height });
