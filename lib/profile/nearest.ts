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

/**
 * How alike two names are, from 0 to 1: by their letters, or by the words that stand in both, whichever says more. Case and
 * white space do not count.
 */
export function likeness(one: string, other: string): number {
  const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first.length === 0 || second.length === 0) return 0;
  const shared = first.filter((word) => word.length > 2 && second.includes(word)).length;
  const byWords = shared / Math.max(first.length, second.length);
  const [from, to] = [first.join(' '), second.join(' ')];
  // Sixty letters are longer than any label that is worth the square of its length.
  if (from.length > 60 || to.length > 60) return byWords;
  return Math.max(byWords, 1 - distance(from, to) / Math.max(from.length, to.length));
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
