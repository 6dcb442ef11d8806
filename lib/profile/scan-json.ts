/** How much a profile may hold; the depth keeps zod's recursion from overflowing the stack. */
export const limits = { bytes: 256 * 1024, depth: 12, nodes: 20_000 } as const;

export type JsonPath = (string | number)[];

/** What is wrong with a text as JSON, before anybody looks at what it says. */
export type JsonFault =
  | { kind: 'not-json'; path: JsonPath; line: number; column: number }
  | { kind: 'too-deep' | 'too-many'; path: JsonPath }
  | { kind: 'duplicate-key' | 'forbidden-key'; path: JsonPath; key: string };

interface Frame {
  keys: Set<string> | null;
  /** The place in the frame: a key of an object, an index of an array. */
  at: string | number;
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Goes over a JSON text once, without recursion, and tells the first thing wrong with it. `JSON.parse` keeps the last of
 * two equal keys without a word, makes an own `__proto__`, and names the place of an error differently in each browser.
 *
 * @returns null for a text that `JSON.parse` takes and that keeps to `limits`
 */
export function findJsonFault(source: string): JsonFault | null {
  const frames: Frame[] = [];
  let position = 0;
  let nodes = 0;
  let expects: 'value' | 'first-value' | 'key' | 'first-key' | 'next' = 'value';

  const path = (): JsonPath => frames.map(({ at }) => at);
  const notJson = (): JsonFault => {
    const before = source.slice(0, position).split('\n');
    return { kind: 'not-json', path: [], line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };

  for (;;) {
    position = skipSpace(source, position);
    const character = source[position];
    const frame = frames.at(-1);

    if (expects === 'next') {
      if (frame === undefined) return character === undefined ? null : notJson();
      if (character === ',') {
        expects = frame.keys ? 'key' : 'value';
        if (typeof frame.at === 'number') frame.at += 1;
      } else if (character === (frame.keys ? '}' : ']')) frames.pop();
      else return notJson();
      position += 1;
      continue;
    }

    if (expects === 'key' || expects === 'first-key') {
      if (expects === 'first-key' && character === '}') {
        frames.pop();
        position += 1;
        expects = 'next';
        continue;
      }
      const end = endOfString(source, position);
      if (end === null || !frame?.keys) return notJson();
      const key = JSON.parse(source.slice(position, end)) as string;
      frame.at = key;
      if (forbidden.has(key)) return { kind: 'forbidden-key', path: path(), key };
      if (frame.keys.has(key)) return { kind: 'duplicate-key', path: path(), key };
      frame.keys.add(key);
      position = skipSpace(source, end);
      if (source[position] !== ':') return notJson();
      position += 1;
      expects = 'value';
      continue;
    }

    if (expects === 'first-value' && character === ']') {
      frames.pop();
      position += 1;
      expects = 'next';
      continue;
    }
    nodes += 1;
    if (nodes > limits.nodes) return { kind: 'too-many', path: [] };
    if (character === '{' || character === '[') {
      if (frames.length >= limits.depth) return { kind: 'too-deep', path: path() };
      frames.push(character === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      position += 1;
      expects = character === '{' ? 'first-key' : 'first-value';
      continue;
    }
    const end = character === '"' ? endOfString(source, position) : endOfScalar(source, position);
    if (end === null) return notJson();
    position = end;
    expects = 'next';
  }
}

function skipSpace(source: string, from: number): number {
  let position = from;
  while (position < source.length && ' \t\n\r'.includes(source.charAt(position))) position += 1;
  return position;
}

/** @returns the index after the closing quote, or null where no whole string stands */
function endOfString(source: string, start: number): number | null {
  if (source[start] !== '"') return null;
  for (let position = start + 1; position < source.length; position += 1) {
    const character = source.charAt(position);
    if (character === '"') return position + 1;
    if (character < ' ') return null;
    if (character !== '\\') continue;
    position += 1;
    if (source[position] === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(source.slice(position + 1, position + 5))) return null;
      position += 4;
    } else if (!'"\\/bfnrt'.includes(source[position] ?? ' ')) return null;
  }
  return null;
}

function endOfScalar(source: string, start: number): number | null {
  scalar.lastIndex = start;
  return scalar.test(source) ? scalar.lastIndex : null;
}
