import { describe, expect, test } from 'vitest';
import { type Signal, shippedSystems, type View } from '@/lib/page';
import { parseProfile } from '@/lib/profile';
import { fullProfile } from '../profile/full-profile';
import { read } from './paper';

interface Screen {
  name: string;
  html: string;
  address?: string;
  view: View;
}

// Words, menus and ids are those that the facts name, as their pages are built in general: lists, captions, tabs.
const screens: Record<string, Screen[]> = {
  'ezd-rp': [
    {
      name: 'interface A: Zadania',
      html: '<title>EZD RP</title><nav><a>Biurko</a><a class="active">Zadania</a><a>Sprawy</a></nav><footer>21.87 A</footer>',
      view: 'case-list',
    },
    {
      name: 'interface A: Biurko › Pisma',
      html: '<title>EZD RP</title><nav><ul><li>Biurko<ul><li aria-current="page"><a>Pisma</a></li></ul></li></ul></nav><footer>21.87 A</footer>',
      view: 'incoming',
    },
    {
      name: 'interface B: Do obsłużenia',
      html: '<title>EZD RP</title><nav><a aria-current="page">Do obsłużenia</a><a>Monitorowanie</a><a>Sprawy</a><a>Rejestry</a></nav><footer>21.87 B</footer>',
      view: 'case-list',
    },
    {
      name: 'interface B: Monitorowanie',
      html: '<title>EZD RP</title><nav><a>Do obsłużenia</a><a aria-current="page">Monitorowanie</a></nav><footer>21.87 B</footer>',
      view: 'other',
    },
    {
      name: 'a case, on the host of the office',
      html: `<title>Urząd</title><h1>Sprawa FN.3123.11.2026</h1><div role="tablist"><span role="tab" aria-selected="true">Akta</span><span role="tab">Obieg</span></div>
        <dl><dt>Prowadzący sprawę</dt><dd>Anna Nowak</dd><dt>Termin załatwienia</dt><dd>2026-12-01</dd></dl>`,
      address: 'https://ezdrp-web.gmina.example/',
      view: 'case',
    },
    {
      name: 'incoming mail',
      html: '<title>EZD RP</title><h2>Rejestry</h2><table><caption>Rejestr przesyłek wpływających</caption></table>',
      view: 'incoming',
    },
  ],
  'ezd-puw': [
    {
      name: 'Foldery',
      html: '<title>EZD</title><nav><a>Nowe</a><a class="active">W realizacji</a><a>Przekazane</a></nav><button>Nowa koszulka</button>',
      view: 'case-list',
    },
    {
      name: 'a koszulka',
      html: '<h1>Koszulka: Ulga w podatku rolnym</h1><table><tr><th>Identyfikator koszulki</th><td>123456</td></tr><tr><th>Znak sprawy</th><td>FN.3123.11.2026</td></tr></table><button>Przekaż</button><button>Zwróć</button>',
      view: 'case',
    },
    {
      name: 'handing a koszulka over',
      html: '<title>EZD PUW</title><h1>Koszulka: Ulga</h1><div role="dialog"><h2>Przekazanie koszulki</h2></div>',
      view: 'forwarding',
    },
    {
      name: 'Dekretowanie korespondencji',
      html: '<title>EZD PUW</title><ul class="menu"><li class="active">Dekretowanie korespondencji</li><li>Akceptacja pism</li></ul>',
      view: 'forwarding',
    },
    {
      name: 'ending a case',
      html: '<title>EZD PUW</title><h1>Koszulka: Ulga</h1><div class="ui-dialog" role="dialog"><span class="ui-dialog-title">Zakończenie sprawy</span></div>',
      view: 'closing',
    },
    {
      name: 'Rozdzielenie wpływów',
      html: '<title>EZD PUW</title><h2>Rozdzielenie wpływów</h2>',
      view: 'incoming',
    },
    { name: 'Akceptacja pism', html: '<title>EZD PUW</title><h2>Akceptacja pism</h2>', view: 'other' },
  ],
  'ezd-finn': [
    {
      name: 'Spis spraw wg JRWA',
      html: '<h1>Spis spraw wg JRWA i komórek (wydziałów)</h1><aside>Obieg dokumentów, procesy</aside>',
      view: 'case-list',
    },
    {
      name: 'a letter out',
      html: '<title>EZD FINN</title><div role="dialog" title="Edycja korespondencji"><button>Zastosuj</button><button>Zapisz i wyjdź</button></div>',
      view: 'letter',
    },
    {
      name: 'incoming mail',
      html: '<title>FINN 8</title><nav><a>Dokumenty</a><a class="selected">Przychodzące</a></nav>',
      view: 'incoming',
    },
    { name: 'Dekretacja', html: '<title>EZD FINN</title><h2>Dekretacja pisma</h2>', view: 'forwarding' },
    {
      name: 'a case, by the shared words',
      html: '<title>EZD FINN</title><h2>Karta sprawy</h2>',
      view: 'case',
    },
  ],
  dokus: [
    {
      name: 'Sprawy',
      html: '<a id="obi_topmenu_sprawy" class="active" href="#view">Sprawy</a><table id="tblSprawyBiezace"><tr><td>1</td><td>WIW.wl.2600.10.2018</td></tr></table>',
      view: 'case-list',
    },
    {
      name: 'a case',
      html: '<a id="obi_topmenu_sprawy" class="active">Sprawy</a><input id="obi_sprawy_znak_sprawy" value="WIW.wl.2600.10.2018"><button id="btnSprawaSave">Zapisz</button>',
      view: 'case',
    },
    {
      name: 'a letter out',
      html: '<a id="obi_topmenu_dokumenty" class="active">Kancelaria</a><div id="obi_dokumenty_wychodzace_tabs">Adresaci</div><button id="btnDokumentwychodzacySave">Zapisz</button>',
      view: 'letter',
    },
    {
      name: 'incoming documents',
      html: '<a id="obi_topmenu_dokumenty" class="active">Kancelaria</a><table id="tblDokumentyIndexGrid"><tr><td>1/2013</td></tr></table>',
      view: 'incoming',
    },
    {
      name: 'documents to be assigned',
      html: '<a id="obi_topmenu_dokumenty">Kancelaria</a><table id="tblDekretacjeIndexGrid"></table>',
      view: 'forwarding',
    },
    {
      name: 'closing a case',
      html: '<title>DOKUS</title><h1>Sprawa WIW.wl.2600.10.2018</h1><div class="ui-dialog" role="dialog"><div class="ui-dialog-title">Zamknięcie sprawy</div></div>',
      view: 'closing',
    },
    {
      name: 'the cockpit',
      html: '<div id="kokpit-container"><p>Nieprzeczytane powiadomienia</p><p>Aktualny użytkownik</p></div>',
      view: 'other',
    },
  ],
  generic: [
    { name: 'COIG: a case', html: '<h1>Karta sprawy</h1>', view: 'case' },
    { name: 'SIDAS: a list', html: '<nav><a class="active">Moje sprawy</a></nav>', view: 'case-list' },
    {
      name: 'incoming mail',
      html: '<table><caption>Korespondencja przychodząca</caption></table>',
      view: 'incoming',
    },
    { name: 'a letter', html: '<fieldset><legend>Nowe pismo</legend></fieldset>', view: 'letter' },
    { name: 'a decision', html: '<h2>Projekt decyzji – FN.3123.11.2026</h2>', view: 'decision' },
    { name: 'forwarding', html: '<div role="dialog"><h3>Przekaż sprawę</h3></div>', view: 'forwarding' },
    { name: 'closing', html: '<dialog open><h2>Załatwienie sprawy</h2></dialog>', view: 'closing' },
    {
      name: 'a register of calls that an office made',
      html: '<h2>Rejestr rozmów telefonicznych</h2>',
      view: 'contact-register',
    },
    { name: 'a client', html: '<h2>Interesant: Jan Kot</h2>', view: 'client' },
    { name: 'search', html: '<h1>Wyniki wyszukiwania</h1>', view: 'search' },
    { name: 'a desk', html: '<h1>Pulpit</h1>', view: 'other' },
    {
      name: 'nothing but labels',
      html: '<table><tr><td><label>Znak sprawy</label></td><td>FN.3123.11.2026</td></tr></table>',
      view: 'other',
    },
  ],
};

describe.each(Object.keys(screens))('%s', (id) => {
  test.each(screens[id] ?? [])('$name', ({ html, address, view }) => {
    expect(read(html, address ? { address } : {})).toMatchObject({ system: id, view });
  });

  test('each of its views has its screen here', () => {
    const described = shippedSystems.find((system) => system.id === id)?.views.map(({ view }) => view) ?? [];
    const shown = new Set(screens[id]?.map(({ view }) => view));
    expect(described.filter((view) => !shown.has(view))).toEqual([]);
  });
});

test('each shipped system is looked at', () => {
  expect(shippedSystems.map(({ id }) => id).sort()).toEqual(Object.keys(screens).sort());
});

/** A page that shows one signal in its place. */
function showing(signal: Signal): string {
  if (!('in' in signal)) return 'element' in signal ? `<p id="${signal.element.slice(1)}"></p>` : '';
  const text = signal.text.replace(/\*$/, ' 7').replace(/^\*/, 'Nowa ').replace(/\s+/g, ' ');
  return {
    title: `<title>${text}</title>`,
    heading: `<h1>${text}</h1>`,
    menu: `<nav><a>Inne</a><a class="active">${text}</a></nav>`,
    breadcrumb: `<p class="breadcrumb"><a>Start</a> › <b>${text}</b></p>`,
    caption: `<table><caption>${text}</caption></table>`,
    dialog: `<div role="dialog" aria-label="${text}"></div>`,
    label: `<label>${text} <input></label>`,
    button: `<button>${text}</button>`,
  }[signal.in];
}

test.each(
  shippedSystems.flatMap((system) =>
    system.views.flatMap(({ view, signals }) =>
      signals.map((signal) => ({
        system,
        view,
        signal,
        name: `${system.name}: ${JSON.stringify(signal)} is ${view}`,
      })),
    ),
  ),
)('$name', ({ system, view, signal }) => {
  const [first] = system.signals;
  const ownSign = system.id === 'generic' || !first ? '' : showing(first);
  const context = read(ownSign + showing(signal));
  expect(context.view).toBe(view);
  // Some of the words that all share tell a system, too: „Edycja korespondencji” is FINN's.
  if (system.id !== 'generic') expect(context.system).toBe(system.id);
});

test('each signal of a system makes the page one of it', () => {
  for (const { id, signals } of shippedSystems)
    for (const signal of signals)
      if (!('host' in signal || 'path' in signal))
        expect([signal, read(showing(signal)).system]).toEqual([signal, id]);
});

test('a profile may hold the shipped systems: its schema takes them as they are', () => {
  const parsed = parseProfile(JSON.stringify({ ...fullProfile, reminders: [], systems: shippedSystems }));
  expect(parsed.ok ? [] : parsed.errors.filter(({ path }) => path.startsWith('systems'))).toEqual([]);
});

test('no text is listed twice in a view', () => {
  for (const { id, views } of shippedSystems)
    for (const { view, signals } of views) {
      const written = signals.map((signal) => JSON.stringify(signal));
      expect([id, view, written]).toEqual([id, view, [...new Set(written)]]);
    }
});
