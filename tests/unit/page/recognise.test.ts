import { describe, expect, test } from 'vitest';
import { readPage, type System, shippedSystems } from '@/lib/page';
import { ask, page, read } from './paper';

const seen = (html: string, wanted: Parameters<typeof read>[1] = {}) => {
  const { system, view } = read(html, wanted);
  return `${system}: ${view}`;
};

/** A system as a team lead describes it. */
const own = (changes: Partial<System> = {}): System => ({
  id: 'podatki',
  name: 'Podatki',
  signals: [{ in: 'title', text: 'Podatki*' }],
  views: [{ view: 'decision', signals: [{ in: 'heading', text: 'Wymiar *' }] }],
  ...changes,
});
const withOwn = (changes: Partial<System> = {}) => ({ systems: [own(changes), ...shippedSystems] });

describe('text, then ids, then the address', () => {
  const system = own({
    views: [
      { view: 'case', signals: [{ in: 'heading', text: 'Konto *' }] },
      { view: 'letter', signals: [{ element: '#pismo' }] },
      { view: 'search', signals: [{ path: '/szukaj' }] },
    ],
  });
  const wanted = { systems: [system], address: 'https://podatki.example/szukaj/7' };

  test('what a clerk reads beats an id and the address that say otherwise', () => {
    expect(seen('<title>Podatki</title><form id="pismo"></form><h2>Konto 12</h2>', wanted)).toBe(
      'podatki: case',
    );
  });

  test('an id of what is hidden does not count', () => {
    expect(seen('<title>Podatki</title><form id="pismo" hidden></form>', wanted)).toBe('podatki: search');
    expect(
      seen('<title>Podatki</title><p hidden><i id="pismo"></i></p><form id="pismo"></form>', wanted),
    ).toBe('podatki: letter');
  });

  test('a menu that all systems share names the module; an own id, what is open in it', () => {
    const menu = '<title>Podatki</title><nav><a class="active">Sprawy</a></nav>';
    expect(seen(menu, withOwn({ views: system.views }))).toBe('podatki: case-list');
    expect(seen(`${menu}<form id="pismo"></form>`, withOwn({ views: system.views }))).toBe('podatki: letter');
  });

  test('an id beats the address', () => {
    expect(seen('<title>Podatki</title><form id="pismo"></form>', wanted)).toBe('podatki: letter');
  });

  test('the address counts where nothing else does', () => {
    expect(seen('<title>Podatki</title>', wanted)).toBe('podatki: search');
  });

  test('a name that only looks like it is another', () => {
    expect(seen('<title>Podatki</title><h2>Kontown 12</h2>', { systems: [system] })).toBe('podatki: other');
  });
});

describe('where a text stands', () => {
  const view = (html: string) => read(html).view;

  test('a dialog lies over the page', () => {
    expect(
      view('<h1>Sprawa FN.3123.11.2026</h1><div role="dialog" aria-label="Przekazanie sprawy"></div>'),
    ).toBe('forwarding');
    expect(view('<h1>Sprawa FN.3123.11.2026</h1><dialog open><h2>Zakończenie sprawy</h2></dialog>')).toBe(
      'closing',
    );
  });

  test.each([
    ['closed', '<dialog><h2>Zakończenie sprawy</h2></dialog>'],
    ['hidden', '<div role="dialog" hidden><h2>Zakończenie sprawy</h2></div>'],
    [
      'in a hidden part',
      '<div style="display:none"><div role="dialog" aria-label="Zakończenie sprawy"></div></div>',
    ],
    ['in a template', '<template><dialog open><h2>Zakończenie sprawy</h2></dialog></template>'],
  ])('a dialog that is %s does not count', (_, dialog) => {
    expect(view(`<h1>Sprawa FN.3123.11.2026</h1>${dialog}`)).toBe('case');
  });

  test('of two open dialogs the one on top counts', () => {
    const dialog = (name: string) => `<div role="dialog"><h2>${name}</h2></div>`;
    expect(view(dialog('Przekazanie sprawy') + dialog('Zakończenie sprawy'))).toBe('closing');
    expect(view(dialog('Zakończenie sprawy') + dialog('Przekazanie sprawy'))).toBe('forwarding');
  });

  test('of two headings the one that is seen counts, then the larger', () => {
    expect(
      view('<section hidden><h1>Moje sprawy</h1></section><section><h2>Karta interesanta</h2></section>'),
    ).toBe('client');
    expect(view('<h1>Karta interesanta</h1><h3>Moje sprawy</h3>')).toBe('client');
    expect(view('<h3>Moje sprawy</h3><h1>Karta interesanta</h1>')).toBe('client');
  });

  test('only the active entry of a menu counts', () => {
    const entries = '<li class="active"><a>Moje sprawy</a></li><li><a>Przesyłki wpływające</a></li>';
    expect(view(`<nav><ul>${entries}</ul></nav>`)).toBe('case-list');
    expect(view(`<div id="menu-glowne">${entries}</div>`)).toBe('case-list');
    expect(view('<nav><a>Moje sprawy</a><a aria-current="page">Przesyłki wpływające</a></nav>')).toBe(
      'incoming',
    );
    expect(view('<div role="tablist"><a role="tab" aria-selected="true">Moje sprawy</a></div>')).toBe(
      'case-list',
    );
    expect(view('<nav><a aria-current="false">Moje sprawy</a></nav>')).toBe('other');
    expect(view('<p class="active">Moje sprawy</p>')).toBe('other');
  });

  test('an active entry that holds a whole submenu is not each of its entries', () => {
    expect(
      view(
        '<nav><ul><li class="active"><a>Kancelaria</a><ul><li>Przesyłki wpływające</li><li>Moje sprawy</li></ul></li></ul></nav>',
      ),
    ).toBe('other');
  });

  test('only the last crumb of a trail counts', () => {
    const trail = (...crumbs: string[]) =>
      `<ol class="breadcrumb">${crumbs.map((crumb) => `<li>${crumb}</li>`).join('')}</ol>`;
    expect(view(trail('Moje sprawy', 'Nowe pismo'))).toBe('letter');
    expect(view(trail('Moje sprawy', 'FN.3123.11.2026'))).toBe('other');
    expect(view('<div class="sciezka">Moje sprawy » <a>Dekretacja</a> »</div>')).toBe('forwarding');
    expect(view('<nav aria-label="Ścieżka"><a>Nowe pismo</a> / <a>Dawne nowe pismo</a></nav>')).toBe('other');
    expect(
      view(
        '<div aria-label="Okruszki"><a>Moje sprawy</a> › <span>Nowe pismo</span><script>x()</script></div>',
      ),
    ).toBe('letter');
  });

  test('a caption counts for less than a heading, and more than a title', () => {
    expect(view('<h2>Karta interesanta</h2><table><caption>Spis spraw</caption></table>')).toBe('client');
    expect(view('<title>Sprawa 7</title><table><caption>Spis spraw</caption></table>')).toBe('case-list');
    expect(view('<title>Sprawa 7</title>')).toBe('case');
  });

  test('what stands in a letter names no place', () => {
    expect(view('<div contenteditable="true"><h1>Nowe pismo</h1></div>')).toBe('other');
    expect(view('<textarea>Moje sprawy</textarea><select><option>Nowe pismo</option></select>')).toBe(
      'other',
    );
  });

  test('a sentence that begins like a name is prose', () => {
    expect(view(`<h2>Przekazanie ${'sprawy wraz z aktami innemu organowi '.repeat(6)}</h2>`)).toBe('other');
  });

  test('letters, white space and colons may vary', () => {
    expect(view('<h1>\n  MOJE \t SPRAWY: </h1>')).toBe('case-list');
    expect(view(`<h1>${'Przesyłki wpływające'.normalize('NFD')}</h1>`)).toBe('incoming');
  });
});

describe('signals', () => {
  test('that must not be there', () => {
    const wanted = withOwn({
      views: [
        {
          view: 'decision',
          signals: [{ in: 'heading', text: 'Wymiar *' }],
          not: [{ in: 'button', text: 'Drukuj' }],
        },
      ],
    });
    expect(seen('<title>Podatki</title><h1>Wymiar 2026</h1>', wanted)).toBe('podatki: decision');
    expect(seen('<title>Podatki</title><h1>Wymiar 2026</h1><button>Drukuj</button>', wanted)).toBe(
      'podatki: other',
    );
    expect(seen('<title>Podatki</title><h1>Wymiar 2026</h1><button hidden>Drukuj</button>', wanted)).toBe(
      'podatki: decision',
    );
  });

  test.each([
    ['Wymiar', 'Wymiar', true],
    ['Wymiar', 'Wymiar 2026', false],
    ['Wymiar*', 'Wymiary', true],
    ['Wymiar *', 'Wymiary', false],
    ['*wymiar', 'Nowy wymiar:', true],
    ['*wymiar', 'Nowy wymiar 2', false],
    ['*wymiar*', 'Nowy wymiar 2', true],
    ['Wymiar: *', 'Wymiar: rolny', true],
    ['Wymiar: *', 'Wymiar rolny', false],
  ])('„%s” fits „%s”: %s', (text, heading, fits) => {
    const wanted = withOwn({ views: [{ view: 'decision', signals: [{ in: 'heading', text }] }] });
    expect(seen(`<title>Podatki</title><h1>${heading}</h1>`, wanted)).toBe(
      `podatki: ${fits ? 'decision' : 'other'}`,
    );
  });

  test.each(['title', 'heading', 'menu', 'breadcrumb', 'caption', 'dialog', 'label', 'button'] as const)(
    'a text in its place: %s',
    (place) => {
      const html = {
        title: '<title>Wymiar</title>',
        heading: '<h4>Wymiar</h4>',
        menu: '<aside><b class="wybrany">Wymiar</b></aside>',
        breadcrumb: '<p class="okruszki"><i>Start</i> › <b>Wymiar</b></p>',
        caption: '<fieldset><legend>Wymiar</legend></fieldset>',
        dialog: '<div role="alertdialog" title="Wymiar"></div>',
        label: '<dl><dt>Wymiar</dt></dl>',
        button: '<button>Wymiar</button>',
      };
      const system = own({ signals: [{ in: place, text: 'Wymiar' }], views: [] });
      for (const [where, given] of Object.entries(html))
        expect([where, read(given, { systems: [system] }).system]).toEqual([
          where,
          where === place ? 'podatki' : null,
        ]);
    },
  );
});

describe('of several systems', () => {
  test('that with the stronger evidence wins; of equals the earlier', () => {
    const both = '<title>Podatki</title><h1>Wymiar 2026</h1>';
    const other = own({ id: 'inny', signals: [{ in: 'heading', text: 'Wymiar *' }] });
    expect(seen(both, { systems: [own(), other] })).toBe('inny: decision');
    expect(seen(both, { systems: [own({ id: 'drugi' }), own()] })).toBe('drugi: decision');
  });

  test('one that a team lead described wins over the words that all share', () => {
    const wanted = withOwn({
      views: [{ view: 'letter', signals: [{ in: 'heading', text: 'Moje sprawy' }] }],
    });
    expect(seen('<title>Podatki</title><h1>Moje sprawy</h1>', wanted)).toBe('podatki: letter');
    expect(seen('<title>Co innego</title><h1>Moje sprawy</h1>', wanted)).toBe('generic: case-list');
  });

  test('what its description leaves out, the shared words tell', () => {
    expect(seen('<title>Podatki</title><h1>Karta interesanta</h1>', withOwn())).toBe('podatki: client');
  });

  test('the beginning of a host name tells a system, and nothing else of it', () => {
    expect(seen('<p></p>', { address: 'https://ezdrp-web.gmina.example/' })).toBe('ezd-rp: other');
    expect(seen('<p></p>', { address: 'https://EZDRP-WEB.gmina.example:8443/' })).toBe('ezd-rp: other');
    expect(seen('<p></p>', { address: 'https://gmina.example/ezdrp-web.html' })).toBe('null: other');
    expect(seen('<p></p>', { address: 'https://nie-ezdrp-web.gmina.example/' })).toBe('null: other');
  });

  test('the answer says which signals decided, in the words of the description', () => {
    expect(read('<title>Podatki</title><h1>Wymiar Jana Kota</h1>', withOwn()).evidence).toEqual([
      'title: Podatki*',
      'heading: Wymiar *',
    ]);
  });
});

describe('a page that is left alone gives nothing', () => {
  const empty = {
    system: null,
    view: 'other',
    caseSigns: [],
    caseInHand: null,
    fields: {},
    terms: [],
    elements: [],
    address: '',
    evidence: [],
  };
  const html = '<title>EZD RP</title><h1>Sprawa FN.3123.11.2026</h1><p>Prowadzący: Anna Nowak</p>';

  test('where a password is typed', () => {
    expect(read(`${html}<form><input name="login"><input type="password"></form>`)).toEqual(empty);
    expect(read(`${html}<input type="PASSWORD">`, { asks: ask({ labels: ['Prowadzący'] }) })).toEqual(empty);
  });

  test('but not for a password that nobody sees', () => {
    expect(seen(`${html}<dialog><input type="password"></dialog>`)).toBe('ezd-rp: case');
  });

  test.each(['/signin-callback?code=1', '/silent-renew', '/Account/Login', '/login', '/connect/authorize'])(
    'at %s',
    (path) => {
      expect(read(html, { address: `https://ezdrp-web.gmina.example${path}` })).toEqual(empty);
    },
  );

  test('at an address that a team lead named', () => {
    const wanted = { ...withOwn({ leaveAlone: ['/haslo'] }), address: 'https://urzad.example/haslo/zmiana' };
    expect(read(html, wanted)).toEqual(empty);
  });
});

test('the same page gives the same answer', () => {
  const office = page('<title>EZD RP</title><h1>Sprawa FN.3123.11.2026</h1><p>Prowadzący: Anna Nowak</p>');
  expect(readPage(office, shippedSystems)).toEqual(readPage(office, shippedSystems));
});
