import type { Condition } from '@/lib/profile';

const known = new WeakMap<Condition, string>();

/**
 * A short mark by which a condition is known again, whatever the order in which its file writes the fields of a clause;
 * the condition itself cannot be read from it.
 */
export function markOf(condition: Condition): string {
  const mark = known.get(condition) ?? digest(JSON.stringify(condition, inOrder));
  known.set(condition, mark);
  return mark;
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** FNV-1a, 32 bits: two conditions of one reminder are told apart, no more is asked of it. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
