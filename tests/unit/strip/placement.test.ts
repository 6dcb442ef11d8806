import { describe, expect, it } from 'vitest';
import { type Box, boxIn, chooseCorner, corners } from '@/entrypoints/strip.content/placement';

const strip = { width: 380, height: 300 };
const view = { width: 1280, height: 800 };
const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the corner in which the strip stands', () => {
  it('is the one it stands in while nothing is typed', () => {
    for (const corner of corners) expect(chooseCorner(strip, view, null, corner)).toBe(corner);
  });

  it('stays the same while the field is elsewhere', () => {
    const typing = { field: box(900, 700, 200, 30), line: null };
    expect(chooseCorner(strip, view, typing, 'top-left')).toBe('top-left');
  });

  it('is free of a field wherever in the window that is', () => {
    for (let left = 0; left < view.width; left += 40)
      for (let top = 0; top < view.height; top += 40) {
        const field = box(left, top, 200, 30);
        const corner = chooseCorner(strip, view, { field, line: null });
        expect({ left, top, isCovered: meet(boxIn(corner, strip, view), field) }).toEqual({
          left,
          top,
          isCovered: false,
        });
      }
  });

  it('leaves at least the line free where an editor takes the whole window', () => {
    const field = box(0, 0, view.width, view.height);
    for (let top = 0; top < view.height; top += 20) {
      const line = box(300, top, 700, 20);
      expect(meet(boxIn(chooseCorner(strip, view, { field, line }), strip, view), line)).toBe(false);
    }
  });

  it('covers as little as it can where the window is too small for both', () => {
    const small = { width: 404, height: 400 };
    const field = box(20, 200, 300, 180);
    expect(chooseCorner(strip, small, { field, line: null })).toBe('top-right');
  });
});
