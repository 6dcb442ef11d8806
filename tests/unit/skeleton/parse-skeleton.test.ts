import { describe, expect, test } from 'vitest';
import { parseSkeleton } from '@/lib/skeleton';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (page: unknown, others: object = {}) =>
  bytes(
    JSON.stringify({
      format: 'obok-page-skeleton/1',
      title: '',
      address: { host: '', path: '' },
      page,
      ...others,
    }),
  );
const faultOf = (source: Uint8Array) => {
  const parsed = parseSkeleton(source);
  return parsed.ok ? 'taken' : `${parsed.fault.is} ${parsed.fault.path} ${parsed.fault.what ?? ''}`.trim();
};
const deep = (depth: number) => {
  let text = '"x"';
  for (let at = 0; at < depth; at += 1) text = `["div",{},${text}]`;
  return bytes(
    `{"format":"obok-page-skeleton/1","title":"","address":{"host":"","path":""},"page":["body",{},${text}]}`,
  );
};

describe('a file that is opened as a skeleton', () => {
  test('is taken where it is one', () => {
    expect(faultOf(file(['body', {}, 'xxx', ['h1', { id: 'obok-1' }, 'Sprawa']]))).toBe('taken');
    expect(faultOf(deep(100))).toBe('taken');
  });

  test.each<[what: string, source: Uint8Array, told: string]>([
    ['nothing', bytes(''), 'not-json'],
    ['no JSON', bytes('<html>'), 'not-json'],
    ['half of one', bytes('{"format":"obok-page-skeleton/1","title":"","page":["body"'), 'not-json'],
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), 'not-text'],
    ['a list', bytes('[]'), 'not-skeleton'],
    ['something else', bytes('{"format":"x"}'), 'not-skeleton'],
    ['a profile', bytes('{"format":"obok-profile/1"}'), 'profile'],
    ['one of a newer Obok', bytes('{"format":"obok-page-skeleton/2"}'), 'newer format obok-page-skeleton/2'],
    ['more than a megabyte', new Uint8Array(1024 * 1024 + 1), 'too-big  1024 kB'],
    ['too deep', deep(200), 'too-deep  120'],
    ['a hundred thousand lists', bytes('['.repeat(100).concat('],['.repeat(100_000))), 'too-many  15000'],
    ['brackets in a text', bytes(`"${'['.repeat(500)}`), 'not-json'],
    ['a key nobody knows', file(['body', {}], { more: 1 }), 'unknown-key  more'],
    ['a title that is none', file(['body', {}], { title: 1 }), 'bad-text title'],
    ['an address that is none', file(['body', {}], { address: 'https://x' }), 'bad-text address'],
    [
      'more of an address',
      file(['body', {}], { address: { host: '', path: '', query: '' } }),
      'unknown-key address query',
    ],
    ['no page', file(undefined), 'not-element page'],
    ['another root', file(['div', {}]), 'bad-name page[0] div'],
    ['a script', file(['body', {}, ['script', {}, 'x']]), 'bad-name page[2][0] script'],
    ['a frame', file(['body', {}, 'x', ['iframe', {}]]), 'bad-name page[3][0] iframe'],
    ['an address', file(['body', {}, ['a', { href: 'javascript:1' }]]), 'bad-attribute page[2][1].href href'],
    ['a listener', file(['body', { onload: 'x' }]), 'bad-attribute page[1].onload onload'],
    [
      'an attribute of every object',
      file(['body', { constructor: 'x' }]),
      'bad-attribute page[1].constructor constructor',
    ],
    ['a style', file(['body', { style: 'x' }]), 'bad-attribute page[1].style style'],
    ['a number for an attribute', file(['body', { id: 7 }]), 'bad-attribute page[1].id id'],
    ['no attributes', file(['body', 'x']), 'bad-attributes page[1]'],
    ['a number for a text', file(['body', {}, 7]), 'not-element page[2]'],
    ['an object for an element', file(['body', {}, { tag: 'h1' }]), 'not-element page[2]'],
    ['a text that turns letters round', file(['body', {}, 'a\u202eb']), 'bad-text page[2] a�b'],
    ['a long text', file(['body', {}, 'x'.repeat(300)]), `bad-text page[2] ${'x'.repeat(39)}…`],
  ])('%s: is told, with its place', (_, source, told) => {
    expect(faultOf(source)).toBe(told);
  });
});
