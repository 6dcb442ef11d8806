/** The known name that `written` most likely stands for: at most two typing slips away, or null. */
export function nearest(written: string, known: readonly string[]): string | null {
  // Longer than any name of ours: not a slip, and not worth the square of its length.
  if (written.length > 60) return null;
  let best: string | null = null;
  let least = Math.min(2, Math.floor(written.length / 2)) + 1;
  for (const name of known) {
    const slips = distance(written.toLowerCase(), name.toLowerCase());
    if (slips < least) [best, least] = [name, slips];
  }
  return best;
}

/** Levenshtein distance in UTF-16 units. */
function distance(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const swap = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(swap, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
