import {
  type Skeleton,
  type SkeletonElement,
  type SkeletonNode,
  skeletonFormat,
  skeletonLimits,
} from './skeleton';
import { attributeValues, htmlNames, isDataAttribute } from './vocabulary';

/** What is wrong with a file, and where: `page[2][3]`; empty for the whole of it. */
export interface SkeletonFault {
  path: string;
  is:
    | 'too-big'
    | 'unreadable'
    | 'not-text'
    | 'not-json'
    | 'too-deep'
    | 'too-many'
    | 'profile'
    | 'newer'
    | 'not-skeleton'
    | 'unknown-key'
    | 'not-element'
    | 'bad-name'
    | 'bad-attributes'
    | 'bad-attribute'
    | 'bad-text';
  /** What stands there, short and without what cannot be seen; of a limit, the limit. */
  what?: string;
}

export type ParsedSkeleton = { ok: true; skeleton: Skeleton } | { ok: false; fault: SkeletonFault };

/**
 * Reads a saved skeleton and checks all of it: only elements, attributes and texts that a skeleton may hold. Never throws.
 *
 * @param source the file's bytes; more than 1 MB are not looked at
 */
export function parseSkeleton(source: Uint8Array): ParsedSkeleton {
  try {
    return { ok: true, skeleton: read(source) };
  } catch (error) {
    return { ok: false, fault: error instanceof Wrong ? error.fault : { path: '', is: 'not-skeleton' } };
  }
}

class Wrong extends Error {
  readonly fault: SkeletonFault;
  constructor(is: SkeletonFault['is'], path = '', what?: string) {
    super(is);
    this.fault = { path, is, ...(what === undefined ? {} : { what: shown(what) }) };
  }
}

function read(source: Uint8Array): Skeleton {
  const { bytes } = skeletonLimits;
  if (source.byteLength > bytes) throw new Wrong('too-big', '', `${bytes / 1024} kB`);
  const text = decoded(source);
  keepLimits(text);
  const raw = json(text);
  if (!isObject(raw)) throw new Wrong('not-skeleton');
  const { format, title, address, page, ...others } = raw;
  if (typeof format === 'string' && format.startsWith('obok-profile')) throw new Wrong('profile');
  if (typeof format === 'string' && format !== skeletonFormat && format.startsWith('obok-page-skeleton/'))
    throw new Wrong('newer', 'format', format);
  if (format !== skeletonFormat) throw new Wrong('not-skeleton');
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Wrong('unknown-key', '', other);
  if (typeof title !== 'string' || !isText(title)) throw new Wrong('bad-text', 'title');
  const place = addressAt(address);
  const checked = elementAt(page, 'page');
  if (checked[0] !== 'body') throw new Wrong('bad-name', 'page[0]', checked[0]);
  return { format, title, address: place, page: checked };
}

function addressAt(raw: unknown): Skeleton['address'] {
  if (!isObject(raw)) throw new Wrong('bad-text', 'address');
  const { host, path, ...others } = raw;
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Wrong('unknown-key', 'address', other);
  if (typeof host !== 'string' || !isText(host)) throw new Wrong('bad-text', 'address.host');
  if (typeof path !== 'string' || !isText(path)) throw new Wrong('bad-text', 'address.path');
  return { host, path };
}

function decoded(source: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    throw new Wrong('not-text');
  }
}

/** Depth and number of elements, before anything is made of them. */
function keepLimits(text: string): void {
  let depth = 0;
  let lists = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at += 1;
      while (at < text.length && text.charCodeAt(at) !== quote)
        at += text.charCodeAt(at) === backslash ? 2 : 1;
    } else if (code === openList || code === openObject) {
      depth += 1;
      if (depth > skeletonLimits.depth + 2) throw new Wrong('too-deep', '', String(skeletonLimits.depth));
      if (code === openList) lists += 1;
      if (lists > skeletonLimits.elements) throw new Wrong('too-many', '', String(skeletonLimits.elements));
    } else if (code === closeList || code === closeObject) depth -= 1;
  }
}
const [quote, backslash, openList, closeList, openObject, closeObject] = [34, 92, 91, 93, 123, 125];

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Wrong('not-json');
  }
}

function elementAt(raw: unknown, path: string): SkeletonElement {
  if (!Array.isArray(raw)) throw new Wrong('not-element', path);
  const [name, attributes, ...within]: unknown[] = raw;
  if (typeof name !== 'string' || !(htmlNames.has(name) || /^[a-z][a-z0-9]*-[a-z0-9-]{1,60}$/.test(name)))
    throw new Wrong('bad-name', `${path}[0]`, String(name));
  if (!isObject(attributes)) throw new Wrong('bad-attributes', `${path}[1]`);
  const checked: Record<string, string> = {};
  for (const [attribute, value] of Object.entries(attributes)) {
    const allowed = isDataAttribute(attribute)
      ? attributeValues['aria-label']
      : own(attributeValues, attribute);
    if (typeof value !== 'string' || !allowed?.test(value))
      throw new Wrong('bad-attribute', `${path}[1].${shown(attribute)}`, attribute);
    checked[attribute] = value;
  }
  return [name, checked, ...within.map((one, at) => nodeAt(one, `${path}[${at + 2}]`))];
}

function nodeAt(raw: unknown, path: string): SkeletonNode {
  if (typeof raw !== 'string') return elementAt(raw, path);
  if (!isText(raw)) throw new Wrong('bad-text', path, raw);
  return raw;
}

const isText = (text: string) => text.length <= skeletonLimits.text && !/[\p{C}\u2028\u2029]/u.test(text);
const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const own = (record: Record<string, RegExp>, key: string) =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function shown(value: string): string {
  const plain = value.replace(/[\p{C}\u2028\u2029]/gu, '�');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
