import { expect, test } from 'vitest';
import { page, read } from './paper';

const inHand = (html: string | Document) => read(html).caseInHand?.raw ?? null;
const list = `<table><thead><tr><th>Znak sprawy</th><th>Strona</th></tr></thead><tbody>
  <tr><td>FN.3123.21.2026</td><td>Kot</td></tr><tr><td>FN.3123.22.2026</td><td>Lis</td></tr></tbody></table>`;

test.each([
  ['a heading', '<h1>Sprawa FN.3123.11.2026</h1>'],
  ['a heading with the sign in a piece of its own', '<h2>Sprawa <b><span>FN.3123.11.2026</span></b></h2>'],
  ['what is marked as a heading', '<div role="heading" aria-level="2">FN.3123.11.2026</div>'],
  ['a labelled field', '<dl><dt>Znak sprawy</dt><dd>FN.3123.11.2026</dd></dl>'],
  ['a field in one text', '<p>Znak: FN.3123.11.2026</p>'],
  ['a field to be filled in', '<label>Znak sprawy <input value="FN.3123.11.2026"></label>'],
  ['a heading above a list', `<h1>Sprawa FN.3123.11.2026</h1><h2>Sprawy powiązane</h2>${list}`],
  [
    'a heading, and a field of another case below it',
    '<h1>FN.3123.11.2026</h1><p>Znak sprawy: OR.0050.1.2026</p>',
  ],
  ['the larger of two headings', '<h1>FN.3123.11.2026</h1><h3>OR.0050.1.2026</h3>'],
  ['the heading that is seen', '<h1 hidden>OR.0050.1.2026</h1><h2>FN.3123.11.2026</h2>'],
  [
    'heading and field that agree, initials aside',
    '<h1>FN.3123.11.2026</h1><p>Znak sprawy: FN.3123.11.2026.AN</p>',
  ],
])('%s names the case in hand', (_, html) => {
  expect(inHand(html)).toMatch(/^FN\.3123\.11\.2026/);
});

test.each([
  ['its heading', '<div role="dialog"><h3>Przekazanie sprawy FN.3123.11.2026</h3></div>'],
  ['its field', '<dialog open><p>Znak sprawy: FN.3123.11.2026</p></dialog>'],
  [
    'its title bar',
    '<div class="ui-dialog" role="dialog"><span class="ui-dialog-title">Sprawa FN.3123.11.2026</span></div>',
  ],
  [
    'what labels it',
    '<div role="dialog" aria-labelledby="t"><span id="t">Sprawa FN.3123.11.2026</span></div>',
  ],
  ['its label', '<div role="dialog" aria-label="Sprawa FN.3123.11.2026"></div>'],
])('a dialog lies over the page: %s names the case in hand', (_, dialog) => {
  expect(inHand(`<h1>Sprawa OR.0050.1.2026</h1>${dialog}`)).toBe('FN.3123.11.2026');
});

test.each([
  ['a list', list],
  [
    'a list of one',
    '<table><thead><tr><th>Znak sprawy</th></tr></thead><tbody><tr><td>FN.3123.21.2026</td></tr></tbody></table>',
  ],
  ['a text', '<p>W sprawie FN.3123.11.2026 wydano decyzję.</p>'],
  ['two cases in headings alike', '<h2>FN.3123.11.2026</h2><h2>OR.0050.1.2026</h2>'],
  ['a heading with two cases', '<h1>FN.3123.11.2026 i OR.0050.1.2026</h1>'],
  ['a closed dialog', '<dialog><h2>Sprawa FN.3123.11.2026</h2></dialog>'],
  ['two fields that differ', '<p>Znak sprawy: FN.3123.11.2026</p><p>Nr sprawy: OR.0050.1.2026</p>'],
])('%s names no case in hand', (_, html) => {
  expect(inHand(html)).toBeNull();
});

test('a frame names it, and the page around it names it more strongly', () => {
  const office = page('<div id="naglowek"></div><iframe></iframe>');
  const inner = office.querySelector('iframe')?.contentDocument;
  if (inner) inner.body.innerHTML = '<h1>Sprawa FN.3123.11.2026</h1>';
  expect(inHand(office)).toBe('FN.3123.11.2026');
  const around = office.querySelector('#naglowek');
  if (around) around.innerHTML = '<h1>Sprawa OR.0050.1.2026</h1>';
  expect(inHand(office)).toBe('OR.0050.1.2026');
});

test('every sign of the page is known once, in the order of the page', () => {
  const { caseSigns } = read(`<h1>Sprawa FN.3123.22.2026</h1>${list}<p>zob. AM-WZ.6730.214.2026.KW</p>`);
  expect(caseSigns.map(({ raw }) => raw)).toEqual([
    'FN.3123.22.2026',
    'FN.3123.21.2026',
    'AM-WZ.6730.214.2026.KW',
  ]);
});

test('a sign that only a field holds is known too', () => {
  expect(read('<label>Znak sprawy <input value="FN.3123.11.2026"></label>').caseSigns).toHaveLength(1);
});
