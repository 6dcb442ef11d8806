// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { textOfPage } from '@/lib/page/page';

beforeEach(() => {
  document.body.innerHTML = '';
});
const textOf = (html: string) => {
  document.body.innerHTML = html;
  return textOfPage(document).text;
};

it('A phrase over inline elements stays one, blocks stand apart', () => {
  expect(textOf('<p>strona <b>postę</b>powania</p><ul><li>wniosek</li><li>organ</li></ul>')).toBe(
    'strona postępowania\n\nwniosek\n\norgan',
  );
  expect(textOf('<table><tr><td>strona</td><td>postępowania</td></tr></table>')).toBe(
    'strona\n\npostępowania',
  );
  expect(textOf('strona<br>postępowania<br><br>organ')).toBe('strona\npostępowania\n\norgan');
});

it('A styled span is a block where the style says so, and a source’s empty line is none', () => {
  expect(textOf('<span style="display:block">strona</span><span>postępowania</span>')).toBe(
    'strona\n\npostępowania',
  );
  expect(textOf('<p>strona\n\n   postępowania</p>')).toMatch(/^strona\n\s*postępowania$/);
});

it('What nobody sees is not read, nor what is typed into a field', () => {
  const html = `<p hidden>a</p><p style="display:none">b</p><script>c</script><style>d</style><template>e</template>
    <textarea>f</textarea><select><option>g</option></select><input value="h"><noscript>i</noscript>
    <obok-pasek>j</obok-pasek><p>widać</p>`;
  expect(textOf(html)).toBe('widać');
});

it('Open shadow roots are read in their place, with what is put into their slots; closed ones are not', () => {
  document.body.innerHTML =
    '<p>przed</p><office-card><b>w środku</b><i slot="x">stopka</i></office-card><p>po</p>';
  const root = document.querySelector('office-card')?.attachShadow({ mode: 'open' });
  if (root)
    root.innerHTML =
      '<h2>karta</h2><slot></slot><div></div><p><slot name="x"></slot></p><slot name="y">puste</slot>';
  const inner = root?.querySelector('div')?.attachShadow({ mode: 'open' });
  if (inner) inner.innerHTML = '<p>głębiej</p>';
  const closed = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  closed.innerHTML = '<p>zamknięte</p>';
  expect(textOfPage(document).text.split(/\n\n+/)).toEqual([
    'przed',
    'karta',
    'w środku',
    'głębiej',
    'stopka',
    'puste',
    'po',
  ]);
});

it('A frame of the same origin is read in its place', () => {
  document.body.innerHTML = '<p>przed</p><iframe></iframe><p>po</p>';
  const inner = document.querySelector('iframe')?.contentDocument;
  if (inner) inner.body.innerHTML = '<p>w ramce</p>';
  expect(textOfPage(document).text).toBe('przed\n\nw ramce\n\npo');
});

it('A very long page is cut, a very deep one is read, an empty one is empty', () => {
  document.body.innerHTML = '<p>wniosek</p>'.repeat(20);
  expect(textOfPage(document, 30)).toEqual({ text: expect.stringMatching(/^(wniosek\n\n)+/), isCut: true });
  expect(textOfPage(document, 30).text.length).toBeLessThanOrEqual(30);
  expect(textOf('')).toBe('');
  let deepest: Element = document.body;
  for (let depth = 0; depth < 200; depth += 1) deepest = deepest.appendChild(document.createElement('span'));
  deepest.textContent = 'na dnie';
  expect(textOfPage(document).text).toBe('na dnie');
});
