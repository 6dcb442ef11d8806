import { expect, test } from 'vitest';
import { ask, page, read } from './paper';

/** Fills the frame that the selector finds; gives the frame's document. */
function inFrame(outer: Document, selector: string, html: string): Document | null {
  const inner = outer.querySelector<HTMLIFrameElement>(selector)?.contentDocument ?? null;
  if (inner) inner.body.innerHTML = html;
  return inner;
}

function inShadow(host: Element | null, html: string): ShadowRoot | undefined {
  const root = host?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = html;
  return root;
}

test('a frame of the same origin is read as the page is', () => {
  const office = page('<title>EZD RP</title><iframe></iframe>');
  inFrame(office, 'iframe', '<h1>Sprawa FN.3123.11.2026</h1><p>Prowadzący: Anna Nowak</p>');
  expect(read(office)).toMatchObject({
    system: 'ezd-rp',
    view: 'case',
    fields: { Prowadzący: 'Anna Nowak' },
  });
});

test('the page around a frame counts for more than the frame', () => {
  const office = page('<h1>Moje sprawy</h1><iframe></iframe>');
  inFrame(office, 'iframe', '<h1>Karta interesanta</h1>');
  expect(read(office).view).toBe('case-list');
});

test('a frame in a frame is read', () => {
  const office = page('<iframe></iframe>');
  const middle = inFrame(office, 'iframe', '<iframe id="w"></iframe>');
  if (middle) inFrame(middle, '#w', '<h1>Karta interesanta</h1>');
  expect(read(office).view).toBe('client');
});

test.each([
  ['hidden', '<iframe hidden></iframe>'],
  ['in a hidden part of the page', '<div style="display:none"><iframe></iframe></div>'],
])('a frame that is %s is not read', (_, html) => {
  const office = page(html);
  inFrame(office, 'iframe', '<h1>Sprawa FN.3123.11.2026</h1><input type="password">');
  expect(read(office)).toMatchObject({ view: 'other', caseSigns: [], address: 'https://urzad.example/' });
});

test('a frame in which a session is silently renewed is not read', () => {
  const system = {
    id: 'ezd',
    name: 'EZD',
    signals: [{ host: 'urzad.example' }],
    views: [{ view: 'case' as const, signals: [{ in: 'heading' as const, text: 'Sprawa *' }] }],
    leaveAlone: ['blank'],
  };
  const office = page('<h1>Witaj</h1><iframe src="about:blank"></iframe>');
  inFrame(office, 'iframe', '<h1>Sprawa FN.3123.11.2026</h1>');
  expect(read(office, { systems: [system] })).toMatchObject({ system: 'ezd', view: 'other', caseSigns: [] });
  expect(read(office, { systems: [{ ...system, leaveAlone: ['/silent-renew'] }] }).view).toBe('case');
});

test('a frame of another origin is passed by', () => {
  const office = page('<h1>Moje sprawy</h1><iframe></iframe>');
  const frame = office.querySelector('iframe');
  if (frame)
    Object.defineProperty(frame, 'contentDocument', {
      get() {
        throw new Error('SecurityError');
      },
    });
  expect(read(office).view).toBe('case-list');
});

test('open shadow roots are read, one within another', () => {
  const office = page('<ezd-aplikacja></ezd-aplikacja>');
  const outer = inShadow(
    office.querySelector('ezd-aplikacja'),
    '<main><ezd-sprawa></ezd-sprawa></main><ezd-pole></ezd-pole>',
  );
  inShadow(outer?.querySelector('ezd-sprawa') ?? null, '<h1>Sprawa FN.3123.11.2026</h1>');
  inShadow(outer?.querySelector('ezd-pole') ?? null, '<dl><dt>Prowadzący</dt><dd>Anna Nowak</dd></dl>');
  expect(read(office)).toMatchObject({
    view: 'case',
    caseInHand: { raw: 'FN.3123.11.2026' },
    fields: { Prowadzący: 'Anna Nowak' },
  });
  expect(read(office, { asks: ask({ labels: ['Prowadzący'] }) }).fields).toEqual({
    Prowadzący: 'Anna Nowak',
  });
});

test('a shadow root of a plain element that also holds slotted content is read', () => {
  const office = page('<section><p slot="opis">opis</p></section>');
  inShadow(office.querySelector('section'), '<h1>Karta interesanta</h1><slot name="opis"></slot>');
  expect(read(office).view).toBe('client');
});

test('a shadow root in a frame, and a frame in a shadow root', () => {
  const office = page('<iframe></iframe><ezd-okno></ezd-okno>');
  const inner = inFrame(office, 'iframe', '<ezd-karta></ezd-karta>');
  inShadow(inner?.querySelector('ezd-karta') ?? null, '<p>Prowadzący: Anna Nowak</p>');
  const root = inShadow(office.querySelector('ezd-okno'), '<iframe></iframe>');
  const deep = root?.querySelector('iframe')?.contentDocument;
  if (deep) deep.body.innerHTML = '<p>Status: w toku</p>';
  expect(read(office).fields).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
});

test('what stands in the shadow of a hidden element is hidden', () => {
  const office = page('<ezd-okno hidden></ezd-okno>');
  inShadow(office.querySelector('ezd-okno'), '<h1>Karta interesanta</h1><p>Status: w toku</p>');
  expect(read(office)).toMatchObject({ view: 'other', fields: {} });
});

test('a closed shadow root stays closed', () => {
  const office = page('<ezd-okno></ezd-okno>');
  const root = office.querySelector('ezd-okno')?.attachShadow({ mode: 'closed' });
  if (root) root.innerHTML = '<h1>Karta interesanta</h1>';
  expect(read(office).view).toBe('other');
});

test('the strip of Obok is no part of the page', () => {
  const office = page('<obok-pasek></obok-pasek><p>Dzień dobry</p>');
  inShadow(office.querySelector('obok-pasek'), '<h1>Sprawa FN.3123.11.2026</h1>');
  expect(read(office)).toMatchObject({ view: 'other', caseSigns: [] });
});
