import { URLPattern as OwnPattern } from 'urlpattern-polyfill/urlpattern';

interface Pattern {
  test(address: string): boolean;
  hasRegExpGroups?: boolean;
}
type MakePattern = new (pattern: string) => Pattern;

// Firefox has had URLPattern since 142; the extension still runs in 140.
const native = (globalThis as { URLPattern?: MakePattern }).URLPattern;
const make: MakePattern = native ?? (OwnPattern as unknown as MakePattern);

interface Compiled {
  pattern: Pattern | null;
  /** The answer for the address asked about last: a page is decided upon many times. */
  last: { address: string; matches: boolean } | null;
}

// A profile has at most 2 000 reminders; more patterns than that come from somebody typing in the editor.
const most = 2_000;
const compiled = new Map<string, Compiled>();

/**
 * Compares an address with a URLPattern, e.g. `https://ezd.example/sprawy/*`.
 *
 * @param pattern as the profile writes it; a group with a regular expression counts as bad (the vocabulary is closed)
 * @param address origin and path
 * @returns null for a bad pattern
 */
export function matchesAddress(pattern: string, address: string): boolean | null {
  const known = compiled.get(pattern) ?? compile(pattern);
  if (known.pattern === null) return null;
  if (known.last?.address !== address) known.last = { address, matches: known.pattern.test(address) };
  return known.last.matches;
}

function compile(source: string): Compiled {
  let pattern: Pattern | null = null;
  try {
    const made = new make(source);
    if (made.hasRegExpGroups !== true) pattern = made;
  } catch {
    // The caller says so in words: a team lead's typing error must not stop the other reminders.
  }
  if (compiled.size >= most) compiled.clear();
  const entry: Compiled = { pattern, last: null };
  compiled.set(source, entry);
  return entry;
}
