import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { readPage, shippedSystems } from '@/lib/page';
import { ask, page, read } from './paper';

const asks = ask({
  labels: ['Prowadzący'],
  terms: [{ term: 'decyzja', forms: [] }],
  elements: ['#a'],
});
const nothing = {
  system: null,
  view: 'other',
  caseSigns: [],
  caseInHand: null,
  fields: {},
  terms: [],
  elements: [],
};
const blank = () => new JSDOM('').window.document;

describe('a document that lacks something is read as far as it goes', () => {
  test('no body', () => {
    const bare = blank();
    bare.body.remove();
    expect(readPage(bare, shippedSystems)).toMatchObject(nothing);
  });

  test('no element at all', () => {
    const bare = blank();
    bare.documentElement.remove();
    expect(readPage(bare, shippedSystems, asks)).toMatchObject(nothing);
  });

  test('no window: parsed, not opened', () => {
    const { DOMParser } = new JSDOM('').window;
    const parsed = new DOMParser().parseFromString(
      '<title>EZD RP</title><h1>Sprawa FN.3123.11.2026</h1><label>Prowadzący <input value="Anna"></label>',
      'text/html',
    );
    expect(parsed.defaultView).toBeNull();
    expect(readPage(parsed, shippedSystems)).toMatchObject({
      system: 'ezd-rp',
      view: 'case',
      fields: { Prowadzący: 'Anna' },
    });
  });

  test('no HTML: a picture, a feed', () => {
    const { DOMParser } = new JSDOM('').window;
    const drawing = new DOMParser().parseFromString(
      '<svg xmlns="http://www.w3.org/2000/svg"><title>t</title><text>Sprawa FN.3123.11.2026</text></svg>',
      'image/svg+xml',
    );
    const feed = new DOMParser().parseFromString(
      '<sprawy><sprawa>FN.3123.12.2026</sprawa></sprawy>',
      'text/xml',
    );
    expect(readPage(drawing, shippedSystems).caseSigns).toHaveLength(1);
    expect(readPage(feed, shippedSystems).caseSigns).toHaveLength(1);
  });

  test('no systems', () => {
    expect(readPage(page('<h1>Sprawa FN.3123.11.2026</h1>'), [])).toMatchObject({
      system: null,
      view: 'other',
      caseInHand: { raw: 'FN.3123.11.2026' },
    });
  });
});

describe('a page that throws in its own getters', () => {
  const bad = () => {
    throw new Error('strona');
  };

  test.each(['title', 'defaultView', 'body', 'documentElement', 'createTreeWalker', 'querySelectorAll'])(
    'of the document: %s',
    (name) => {
      const office = page('<h1>Sprawa FN.3123.11.2026</h1><p>Prowadzący: Anna</p>');
      Object.defineProperty(office, name, { get: bad, configurable: true });
      expect(() => readPage(office, shippedSystems)).not.toThrow();
      expect(() => readPage(office, shippedSystems, asks)).not.toThrow();
    },
  );

  test.each(['title', 'defaultView', 'body', 'documentElement'])('and is read without %s', (name) => {
    const office = page('<h1>Sprawa FN.3123.11.2026</h1><p>Prowadzący: Anna</p>');
    Object.defineProperty(office, name, { get: bad, configurable: true });
    expect(read(office)).toMatchObject({ view: 'case', fields: { Prowadzący: 'Anna' } });
  });

  test.each([
    ['Node', 'textContent'],
    ['Node', 'parentElement'],
    ['Node', 'nodeType'],
    ['Node', 'isConnected'],
    ['CharacterData', 'data'],
    ['Element', 'localName'],
    ['Element', 'shadowRoot'],
    ['Element', 'closest'],
    ['Element', 'matches'],
    ['HTMLInputElement', 'value'],
    ['HTMLLabelElement', 'control'],
    ['HTMLIFrameElement', 'contentDocument'],
  ] as const)('of every node: %s.%s', (kind, name) => {
    const office = page(
      '<h1>Sprawa FN.3123.11.2026</h1><label>Prowadzący <input value="Anna"></label><iframe></iframe>',
    );
    const window = office.defaultView as unknown as Record<string, { prototype: object }>;
    Object.defineProperty(window[kind]?.prototype, name, { get: bad, configurable: true });
    expect(() => readPage(office, shippedSystems)).not.toThrow();
    expect(() => readPage(office, shippedSystems, asks)).not.toThrow();
  });

  test('one element that throws does not cost the others', () => {
    const office = page(
      '<h1>Sprawa FN.3123.11.2026</h1><p>Status: zła</p><div role="dialog">a</div><p>Prowadzący: Anna</p><dl><dt>Termin</dt><dd>dziś</dd></dl>',
    );
    for (const selector of ['p', '[role=dialog]', 'dt']) {
      const element = office.querySelector(selector);
      for (const name of [
        'closest',
        'matches',
        'getAttribute',
        'querySelector',
        'checkVisibility',
        'localName',
      ])
        if (element) Object.defineProperty(element, name, { get: bad });
    }
    expect(read(office)).toMatchObject({ view: 'case', fields: { Prowadzący: 'Anna' } });
  });
});

// A form's fields are its properties, stronger than those that every node has (HTML, „LegacyOverrideBuiltIns”).
describe('a form whose fields bear the names of what a reader asks of a node', () => {
  const names =
    'textContent parentNode parentElement closest children querySelectorAll querySelector getAttribute matches localName nodeType firstChild nextSibling childNodes ownerDocument isConnected checkVisibility shadowRoot getRootNode id nextElementSibling childElementCount'.split(
      ' ',
    );
  const fields = names.map((name) => `<input name="${name}" value="x">`).join('');

  test.each(names)('%s', (name) => {
    const office = page(
      `<form role="dialog"><input name="${name}">Prowadzący: Anna <b>Status:</b> nowa</form><h1>Sprawa FN.3123.11.2026</h1>`,
    );
    const form = office.querySelector('form');
    // jsdom gives forms no properties by name.
    if (form) Object.defineProperty(form, name, { value: form.querySelector('input') });
    expect(read(office)).toMatchObject({ view: 'case', caseInHand: { raw: 'FN.3123.11.2026' } });
    expect(() => read(office, { asks })).not.toThrow();
  });

  test('all at once, around everything', () => {
    const office = page(
      `<form>${fields}<h1>Sprawa FN.3123.11.2026</h1><dl><dt>Prowadzący</dt><dd>Anna</dd></dl>Status: nowa</form>`,
    );
    const form = office.querySelector('form');
    const inputs = [...office.querySelectorAll('input')];
    for (const input of inputs) if (form) Object.defineProperty(form, input.name, { value: input });
    expect(read(office)).toMatchObject({ view: 'case', fields: { Prowadzący: 'Anna' } });
  });
});

test('of a text longer than any name or form, the beginning is read', () => {
  const long = blank();
  long.body.textContent = `Sprawa FN.3123.11.2026 ${'i tak dalej '.repeat(100_000)} OR.1431.5.2026`;
  expect(readPage(long, shippedSystems).caseSigns.map(({ raw }) => raw)).toEqual(['FN.3123.11.2026']);
});

test('a title of ten megabytes names the system with which it begins', () => {
  const long = blank();
  long.title = `DOKUS ${'z dodatkami '.repeat(900_000)}`;
  expect(readPage(long, shippedSystems).system).toBe('dokus');
});

test('a page is not changed, nor does reading it leave a trace', () => {
  const office = page(
    '<h1>Sprawa FN.3123.11.2026</h1><label>Prowadzący <input value="Anna"></label><iframe></iframe>',
  );
  const before = office.documentElement.outerHTML;
  const listen = vi.spyOn(office, 'addEventListener');
  read(office);
  expect(office.documentElement.outerHTML).toBe(before);
  expect(listen).not.toHaveBeenCalled();
});

test('the address tells neither query nor fragment', () => {
  expect(read('<p></p>', { address: 'https://urzad.example/sprawa/7?kto=Kot#tel' }).address).toBe(
    'https://urzad.example/sprawa/7',
  );
});
