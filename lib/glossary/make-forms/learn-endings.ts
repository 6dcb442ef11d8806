import type { Paradigm } from './paradigm';

/** Endings of dictionary forms → the paradigm that most words so ending have. */
export interface Endings {
  paradigms: string[];
  rules: Record<string, number>;
}

const longestEnding = 6;

/**
 * A list of rules, the longest ending wins. A longer ending gets a rule of its own only where that sets at least
 * `gain` words right.
 */
export function learnEndings(words: Paradigm[], gain: number): Endings {
  const byEnding = new Map<string, Map<string, number>>();
  for (const { kind, lemma, stem, endings } of words) {
    const own = lemma.length - stem.length;
    for (let length = own; length <= Math.min(longestEnding, lemma.length - 1); length += 1) {
      const ending = lemma.slice(lemma.length - length);
      const counts = byEnding.get(ending) ?? new Map<string, number>();
      byEnding.set(ending, counts);
      const paradigm = `${kind}:${endings}`;
      counts.set(paradigm, (counts.get(paradigm) ?? 0) + 1);
    }
  }

  const paradigms: string[] = [];
  const rules: Record<string, number> = {};
  const inherited = (ending: string): string | undefined => {
    for (let from = 1; from <= ending.length; from += 1) {
      const rule = rules[ending.slice(from)];
      if (rule !== undefined) return paradigms[rule];
    }
    return undefined;
  };
  const shortestFirst = [...byEnding].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  for (const [ending, counts] of shortestFirst) {
    const [best, most] = [...counts].reduce((top, next) => (next[1] > top[1] ? next : top));
    const before = inherited(ending);
    if (most - (counts.get(before ?? '') ?? 0) < gain || best === before) continue;
    if (!paradigms.includes(best)) paradigms.push(best);
    rules[ending] = paradigms.indexOf(best);
  }
  return { paradigms, rules };
}
