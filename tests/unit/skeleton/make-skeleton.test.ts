import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage, type System, shippedSystems } from '@/lib/page';
import {
  blankText,
  documentOf,
  keptTexts,
  knownNames,
  parseSkeleton,
  type Skeleton,
  skeletonFile,
} from '@/lib/skeleton';
import { makeSkeleton } from '@/lib/skeleton/page';
import firstNames from '../../../lib/callbacks/first-names.json';
import { demoData } from '../../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { page, read } from '../page/paper';
import { canaries, hostilePages, hostileTrees } from './hostile-pages';

const known = knownNames(shippedSystems, { labels: [], elements: [] });

function skeletonOf(document: Document, names = known): Skeleton {
  const made = makeSkeleton(document, names);
  if (made.is !== 'made') throw new Error(made.is);
  return made.skeleton;
}

/** What is read of the file, in a document of its own. */
function readAgain(skeleton: Skeleton, systems: System[] = shippedSystems) {
  const parsed = parseSkeleton(new TextEncoder().encode(skeletonFile(skeleton)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  expect(parsed.skeleton).toEqual(skeleton);
  const { DOMParser } = new JSDOM('').window;
  const empty = new DOMParser().parseFromString('<!doctype html>', 'text/html');
  return readPage(documentOf(parsed.skeleton, empty), systems, null, parsed.skeleton.address);
}

/** Everything that stands in a file beside its own words: nothing of it may be unknown beforehand. */
function unknownIn(skeleton: Skeleton): string[] {
  const own = new Set(['xxx', ...known.words]);
  const ids = new Set(known.selectors.map((selector) => selector.replace(/^[#.]/, '')));
  return keptTexts(skeleton).flatMap(({ text, kind }) => {
    if (kind === 'technical') return text.split(' ').filter((one) => !ids.has(one));
    return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !own.has(word));
  });
}
/** Digits that no value has: of Obok's own names, levels and made-up signs. */
const withoutOwn = (file: string) =>
  file
    .replace('obok-page-skeleton/1', '')
    .replace(/obok-\d+|"h[1-6]"|"aria-level": "[1-6]"|AB\.0000\.\d+\.2001/g, '');
const foundIn = (file: string) =>
  canaries.filter((canary) => file.toLowerCase().normalize('NFC').includes(canary.toLowerCase()));

describe('a page that holds a person’s data everywhere', () => {
  test.each(Object.entries(hostilePages))('%s: nothing of it is in the file', (_, html) => {
    const skeleton = skeletonOf(
      page(html, `https://urzad.example/osoba/${canaries[2]}?q=${canaries[0]}#${canaries[3]}`),
    );
    const file = skeletonFile(skeleton);
    expect(foundIn(file)).toEqual([]);
    expect(unknownIn(skeleton)).toEqual([]);
    expect(withoutOwn(file)).not.toMatch(/\d/);
    expect(() => readAgain(skeleton)).not.toThrow();
  });

  test.each(Object.entries(hostileTrees))('%s: nothing of it is in the file', (_, plant) => {
    const document = page('');
    plant(document);
    const skeleton = skeletonOf(document);
    expect(foundIn(skeletonFile(skeleton))).toEqual([]);
    expect(unknownIn(skeleton)).toEqual([]);
    expect(() => readAgain(skeleton)).not.toThrow();
  });

  test('there are forty-five of them', () => {
    expect(Object.keys(hostilePages).length + Object.keys(hostileTrees).length).toBeGreaterThanOrEqual(45);
  });

  test('no first name is a word of interfaces', () => {
    const words = new Set(known.words);
    expect(firstNames.filter((name) => words.has(name.toLowerCase()))).toEqual([]);
  });
});

describe('a page of the demo office', () => {
  const data = demoData();
  const own = data.cases[0]?.id ?? 0;
  const client = data.clients[1]?.id ?? 0;
  const inCase = ['sprawa', 'sprawa/akta', 'pismo', 'decyzja', 'przekaz', 'edytor'].map(
    (at) => `/${at}?id=${own}`,
  );
  const lists = [
    '/',
    '/foldery/w-realizacji',
    '/foldery/zakonczone',
    '/spis-spraw',
    '/wplywy',
    '/dekretowanie',
    '/akceptacja',
    '/rozmowy',
    '/interesanci',
    '/szukaj',
    '/sklad',
  ];
  const paths = ['/classic', '/finn'].flatMap((root) =>
    [...lists, ...inCase, `/interesant?id=${client}`].map((path) => root + path),
  );

  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  const pages = new Map<string, Document>();
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
    for (const path of paths) {
      const address = office.origin + path;
      const answer = await fetch(address);
      if (answer.ok) pages.set(path, page(await answer.text(), address));
    }
  });
  afterAll(() => office?.close());

  /** All that is somebody's: names, numbers, addresses, signs and titles of cases. */
  const theirs = [
    ...data.clients.flatMap(({ name, address, phone }) => [name, ...name.split(' '), address, phone]),
    ...data.cases.flatMap(({ sign, title, referent }) => [sign, title, referent]),
    data.user.name,
  ].filter((one) => one.length > 3);

  test('keeps its system and view, and nothing that is somebody’s; the page itself is not changed', () => {
    expect(pages.size).toBeGreaterThanOrEqual(20);
    for (const [path, document] of pages) {
      const markup = document.documentElement.outerHTML;
      const skeleton = skeletonOf(document);
      expect(document.documentElement.outerHTML).toBe(markup);
      const file = skeletonFile(skeleton);
      expect([path, theirs.filter((one) => file.includes(one))]).toEqual([path, []]);
      expect([path, unknownIn(skeleton)]).toEqual([path, []]);
      expect(withoutOwn(file)).not.toMatch(/\d/);
      const before = readPage(document, shippedSystems);
      const after = readAgain(skeleton);
      expect([path, after.system, after.view]).toEqual([path, before.system, before.view]);
      expect([path, after.caseInHand !== null]).toEqual([path, before.caseInHand !== null]);
    }
  });

  test('keeps the names of a case’s fields, each with a value that says nothing', () => {
    const document = pages.get(`/classic/sprawa?id=${own}`) as Document;
    const before = readPage(document, shippedSystems).fields;
    const after = readAgain(skeletonOf(document)).fields;
    expect(Object.keys(after)).toEqual(Object.keys(before));
    const { 'Znak sprawy': sign, Foldery: _, ...others } = after;
    expect(sign).toBe('AB.0000.1.2001');
    expect(new Set(Object.values(others))).toEqual(new Set(['xxx']));
  });
});

describe('what a skeleton keeps', () => {
  const keptOf = (html: string, names = known) =>
    keptTexts(skeletonOf(page(html), names)).map(({ text, kind }) => `${kind} ${text}`);

  test('headings, labels and buttons of words that interfaces use; what follows a label’s colon is a blank', () => {
    expect(
      keptOf(
        '<h1>Karta sprawy</h1><label>Termin załatwienia:</label><button>Zapisz i zamknij</button><p>Status: nowa</p>',
      ),
    ).toEqual([
      'heading Karta sprawy',
      'label Termin załatwienia:',
      'button Zapisz i zamknij',
      'other Status:',
    ]);
  });

  test('no free text, no cell and no link of a list, though all of its words are words of interfaces', () => {
    expect(
      keptOf(
        '<p>Nowa sprawa</p><table><tr><th>Stan</th></tr><tr><td>w toku</td></tr><tr><td><a>decyzja</a></td></tr></table><dl><dt>Typ</dt><dd>umowa</dd></dl>',
      ),
    ).toEqual(['label Stan', 'label Typ']);
  });

  test('what the systems’ descriptions say, and the labels and selectors a profile asks for, even of words nobody ships', () => {
    const html =
      '<h1>Wymiar kurtyzacji Kowalski</h1><dl><dt>Krzesełko</dt><dd>1</dd></dl><i id="podatnik">x</i><i id="inny">x</i>';
    expect(keptOf(html)).toEqual([]);
    const own = knownNames(
      [
        {
          id: 'k',
          name: 'K',
          signals: [{ in: 'heading', text: 'Wymiar kurtyzacji *' }],
          views: [{ view: 'case', signals: [{ element: '#podatnik' }] }],
        },
      ],
      { labels: ['Krzesełko'], elements: [] },
    );
    expect(keptOf(html, own)).toEqual(['heading Wymiar kurtyzacji', 'label Krzesełko', 'technical podatnik']);
  });

  test('of an address the beginning that a description names, and nothing behind it', () => {
    const system: System = {
      id: 'umowy',
      name: 'Umowy',
      signals: [{ host: 'umowy.' }],
      views: [{ view: 'case', signals: [{ path: '/umowa' }] }],
    };
    const names = knownNames([system], { labels: [], elements: [] });
    const skeleton = skeletonOf(
      page('<h1>x</h1>', 'https://umowy.kanarkowo.example/umowa/90010112345?k=1'),
      names,
    );
    expect(skeleton.address).toEqual({ host: 'umowy.', path: '/umowa' });
    expect(skeletonFile(skeleton)).not.toMatch(/kanarkowo|90010/);
    const { system: read, view, address } = readAgain(skeleton, [system]);
    expect([read, view, address]).toEqual(['umowy', 'case', '']);
    expect(skeletonOf(page('', 'https://inne.example/umowy'), known).address).toEqual({ host: '', path: '' });
  });

  test('a form stays a form: which field is empty, which is not, and which label is whose', () => {
    const { fields } = readAgain(
      skeletonOf(
        page(
          '<label for="k17">Tytuł</label><input id="k17" value="Ulga Kota"><label for="p">Opis</label><textarea id="p"></textarea><label>Status <select><option>a<option selected>b</select></label><span id="z">Data wpływu</span><input type="date" aria-labelledby="z" value="2026-01-02"><label><input type="checkbox" checked> Pilne</label>',
        ),
      ),
    );
    expect(fields).toEqual({ Tytuł: 'xxx', Status: 'xxx', 'Data wpływu': 'xxx', Pilne: 'nie' });
  });

  test('a page where a password is typed is left alone', () => {
    expect(makeSkeleton(page('<h1>Sprawa</h1><input type="password">'), known)).toEqual({ is: 'left-alone' });
  });

  test('of two hundred rows three stay, of a page of too many parts none', () => {
    const rows = Array.from(
      { length: 200 },
      (_, at) => `<tr><td>${at}</td><td>FN.3120.${at + 1}.2026</td></tr>`,
    ).join('');
    const skeleton = skeletonOf(
      page(`<table><tbody><tr><th>Lp.</th><th>Znak sprawy</th></tr>${rows}</tbody></table>`),
    );
    expect(skeletonFile(skeleton).match(/"tr"/g)?.length).toBe(4);
    const words = known.words.filter((word) => word.length > 5).slice(0, 130);
    const many = words.map((one) => words.map((other) => `<b>${one} ${other}:</b>`).join('')).join('<hr>');
    expect(makeSkeleton(page(many), known)).toEqual({ is: 'too-big' });
  });

  test('what is blanked by hand is gone wherever it stands, and nothing else', () => {
    const skeleton = skeletonOf(
      page('<h1>Sprawa Kota</h1><button>Zapisz</button><p><a>Zapisz</a></p><label>Adres:</label>'),
    );
    const texts = keptTexts(skeleton);
    expect(texts.map(({ text, count }) => [text, count])).toEqual([
      ['Sprawa', 1],
      ['Zapisz', 2],
      ['Adres:', 1],
    ]);
    let left = skeleton;
    for (const one of texts.slice(1)) left = blankText(left, one);
    expect(keptTexts(left).map(({ text }) => text)).toEqual(['Sprawa']);
    expect(JSON.stringify(left)).not.toMatch(/Zapisz|Adres/);
    expect(read('<h1>Sprawa xxx</h1>').view).toBe(readAgain(left).view);
  });
});
