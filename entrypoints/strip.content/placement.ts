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

/** In the order of preference. */
export const corners = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;
export type Corner = (typeof corners)[number];

/** Distance of the strip from the window's edges. */
export const margin = 12;
/** The field has air around it. */
const clearance = 8;

/** Where the strip lies in a corner of the window. */
export function boxIn(corner: Corner, strip: Size, view: Size): Box {
  const left = corner.endsWith('right') ? view.width - margin - strip.width : margin;
  const top = corner.startsWith('bottom') ? view.height - margin - strip.height : margin;
  return { left, top, right: left + strip.width, bottom: top + strip.height };
}

/**
 * The first corner, beginning with the present one, in which the strip leaves free the field being typed in. Where a
 * field takes the whole window (the editor of a letter), the line being typed at least stays free.
 * @param typing the field, and the line in it where that is known
 */
export function chooseCorner(
  strip: Size,
  view: Size,
  typing: { field: Box; line: Box | null } | null,
  present: Corner = 'bottom-right',
): Corner {
  if (!typing) return present;
  const order = [present, ...corners.filter((corner) => corner !== present)];
  const covered = (corner: Corner, box: Box) => overlap(boxIn(corner, strip, view), widened(box));
  const clear = order.find((corner) => covered(corner, typing.field) === 0);
  if (clear) return clear;
  const { line } = typing;
  const open = line ? order.filter((corner) => covered(corner, line) === 0) : order;
  // All the same: the one that covers least, the earlier one where two cover as much.
  return (open.length > 0 ? open : order).reduce((best, corner) =>
    covered(corner, typing.field) < covered(best, typing.field) ? corner : best,
  );
}

const widened = ({ left, top, right, bottom }: Box): Box => ({
  left: left - clearance,
  top: top - clearance,
  right: right + clearance,
  bottom: bottom + clearance,
});

/** The area two boxes share, in square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
