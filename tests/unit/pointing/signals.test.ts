// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import point from '@/entrypoints/point.content';
import { type PageLook, readPage, type System, shippedSystems } from '@/lib/page';
import { signalCandidatesOf } from '@/lib/pointing';
import { pointedAt } from '@/lib/pointing/page';
import { pathStem, phraseOf } from '@/lib/pointing/signals';
import { page } from '../page/paper';

const card = `<title>Umowa 12/2026 – Rejestr umów</title><nav class="menu"><a class="active">Umowy</a></nav>
  <h1>Umowa 12/2026 z Janem Kotem</h1><dl><dt>Wykonawca</dt><dd>Jan Kot</dd></dl>
  <div role="dialog" aria-label="Aneks do umowy 3"><button id="podpisz">Podpisz</button></div>
  <div class="umowa-tresc"><p>Jan Kot zobowiązuje się wykonać remont świetlicy do końca roku, zgodnie z kosztorysem.</p></div>`;
const address = 'https://umowy.gmina.pl/umowy/12345/karta?klient=kot';
const aCard = page(card, address);
const at = (selector: string) => {
  const found = aCard.querySelector(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};
const told = (selector: string, of: 'system' | 'view') =>
  signalCandidatesOf(pointedAt(at(selector)), of).map(({ signal }) => signal);

describe('what a page could be told by again', () => {
  it('a system by where it is and what it is called, without a number or a query', () => {
    expect(told('h1', 'system').slice(0, 3)).toEqual([
      { host: 'umowy.gmina.pl' },
      { in: 'title', text: '* Rejestr umów' },
      { in: 'title', text: 'Umowa *' },
    ]);
    expect(told('h1', 'system')).toContainEqual({ path: '/umowy/' });
  });

  it('a place by the words pointed at before the address, and never by the host', () => {
    expect(told('h1', 'view')[0]).toEqual({ in: 'heading', text: 'Umowa *' });
    expect(told('.active', 'view')[0]).toEqual({ in: 'menu', text: 'Umowy' });
    expect(told('dt', 'view')[0]).toEqual({ in: 'label', text: 'Wykonawca' });
    expect(JSON.stringify(told('h1', 'view'))).not.toContain('host');
  });

  it('a dialog by its own name, and what stands in it', () => {
    expect(told('#podpisz', 'view').slice(0, 2)).toEqual([
      { in: 'dialog', text: 'Aneks do umowy *' },
      { in: 'button', text: 'Podpisz' },
    ]);
    const byId = signalCandidatesOf(pointedAt(at('#podpisz')), 'view').at(-1);
    expect(byId).toEqual({ signal: { element: 'button#podpisz' }, by: 'id', lasts: false });
  });

  it.each(['h1', 'dt', 'dd', 'p', '.umowa-tresc', '#podpisz'])(
    'names neither the client nor the one contract, wherever is pointed: %s',
    (selector) => {
      for (const of of ['system', 'view'] as const)
        expect(JSON.stringify(told(selector, of))).not.toMatch(/kot|12|3/i);
    },
  );

  it('every signal that is offered is one that the reader finds on that page', () => {
    for (const selector of ['h1', 'dt', '.active', '#podpisz', '.umowa-tresc'])
      for (const signal of told(selector, 'system')) {
        const system: System = { id: 'umowy', name: 'Umowy', signals: [signal], views: [] };
        const read = readPage(page(card, address), [system]);
        expect([signal, read.system]).toEqual([signal, 'umowy']);
      }
  });

  it.each([
    ['Kartoteka umów', 'Kartoteka umów'],
    ['Sprawa FN.3123.11.2026', 'Sprawa *'],
    ['Sprawa: Odwołanie Jana Kota', 'Sprawa: *'],
    ['Strona 3 z 12', 'Strona *'],
    ['12/2026', null],
    ['„Remont”', null],
    ['A 1', null],
    ['Zobowiązuje się wykonać remont świetlicy wiejskiej do końca roku', null],
  ])('%s → %s', (text, phrase) => {
    expect(phraseOf(text)).toBe(phrase);
  });

  it.each([
    ['/', null],
    ['/umowy/', '/umowy/'],
    ['/umowy/karta', '/umowy/karta'],
    ['/umowy/123/edycja', '/umowy/'],
    ['/123', '/'],
    ['/app/index.php;jsessionid=1A', '/app/'],
    ['/za%C5%82%C4%85cznik/5', '/za%C5%82%C4%85cznik/'],
    ['/umowy/%', '/umowy/'],
  ])('the path %s begins with %s', (path, stem) => {
    expect(pathStem(path)).toBe(stem === '/' ? null : stem);
  });
});

describe('a page that is looked at for a description', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.title = '';
  });
  const look = (...systems: System[]) => {
    (point as { main(): void }).main();
    const { obokPoint } = globalThis as unknown as { obokPoint(order: { look: System[] }): PageLook };
    return obokPoint({ look: [...systems, ...shippedSystems] });
  };
  const umowy: System = {
    id: 'umowy',
    name: 'Umowy',
    signals: [{ in: 'title', text: 'Rejestr umów' }, { host: 'elsewhere.example' }],
    views: [
      { view: 'case', signals: [{ in: 'heading', text: 'Umowa *' }], not: [{ element: '.kosz' }] },
      { view: 'case-list', signals: [{ in: 'caption', text: 'Umowy' }] },
    ],
  };

  it('tells what it is, and which signals are there', () => {
    document.title = 'Rejestr umów';
    document.body.innerHTML = '<h1>Umowa 5</h1><table><caption>Umowy</caption></table>';
    const before = document.body.innerHTML;
    const { met, ...seen } = look(umowy);
    expect(seen).toEqual({
      isLeftAlone: false,
      system: 'umowy',
      view: 'case',
      evidence: ['title: Rejestr umów', 'heading: Umowa *'],
    });
    expect(met).toEqual([
      { in: 'title', text: 'Rejestr umów' },
      { in: 'heading', text: 'Umowa *' },
      { in: 'caption', text: 'Umowy' },
    ]);
    expect(document.body.innerHTML).toBe(before);
  });

  it('tells nothing where a password is typed', () => {
    document.title = 'Rejestr umów';
    document.body.innerHTML = '<input type="password">';
    expect(look(umowy)).toEqual({ isLeftAlone: true, system: null, view: 'other', evidence: [], met: [] });
  });
});
