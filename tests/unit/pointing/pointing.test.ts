import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage, shippedSystems } from '@/lib/page';
import { asksOfCandidates, candidatesOf, matchesOn, withAnswer } from '@/lib/pointing';
import { placesIn, pointedAt } from '@/lib/pointing/page';
import { parseProfile } from '@/lib/profile';
import { demoData } from '../../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { page } from '../page/paper';

const now = new Date('2026-11-27T10:00:00+01:00');
const own = demoData().cases.find(({ sign }) => sign.startsWith('FN.312'));
const client = demoData().clients.find(({ id }) => id === own?.clientId);

let office: Awaited<ReturnType<typeof startDemoOffice>>;
let aCase: Document;
let aList: Document;
let aLetter: Document;
beforeAll(async () => {
  office = await startDemoOffice({ port: 0 });
  const open = async (path: string) => {
    const address = `${office.origin}/classic${path}`;
    return page(await (await fetch(address)).text(), address);
  };
  aCase = await open(`/sprawa?id=${own?.id}`);
  aList = await open('/spis-spraw');
  aLetter = await open(`/pismo?id=${own?.id}`);
});
afterAll(() => office?.close());

const at = (document: Document, selector: string, text = ''): Element => {
  const found = [...document.querySelectorAll(selector)].find((one) => one.textContent?.startsWith(text));
  if (!found) throw new Error(`No ${selector} with „${text}”.`);
  return found;
};
const contextOf = (document: Document) =>
  readPage(document, shippedSystems, { labels: [], terms: [], elements: [] });
const candidatesAt = (document: Document, selector: string, text = '') =>
  candidatesOf(pointedAt(at(document, selector, text)), contextOf(document));
const conditionsAt = (...where: Parameters<typeof candidatesAt>) =>
  candidatesAt(...where).map(({ leaf }) => leaf);

describe('pointing in a page of the demo office', () => {
  test('a label is its field first, and nothing of the value is asked for by itself', () => {
    const candidates = candidatesAt(aCase, 'dt', 'Prowadzący sprawę');
    expect(candidates[0]).toEqual({
      leaf: { field: { label: 'Prowadzący sprawę' } },
      ground: 'label',
      lasts: true,
    });
    const withValue = candidates.filter((one) => JSON.stringify(one.leaf).includes(own?.referent ?? '?'));
    expect(withValue.map(({ leaf, lasts }) => [Object.keys(leaf), lasts])).toEqual([
      [['field'], false],
      [['field'], false],
    ]);
  });

  test('a value is the same field as its label', () => {
    expect(conditionsAt(aCase, 'dd', own?.kind)[0]).toEqual({ field: { label: 'Rodzaj sprawy' } });
    expect(conditionsAt(aCase, 'dd', own?.kind).filter((leaf) => 'text' in leaf)).toEqual([]);
  });

  test('a choice of a list comes with what is chosen', () => {
    expect(conditionsAt(aLetter, 'label', 'Sposób wysyłki').slice(0, 2)).toEqual([
      { field: { label: 'Sposób wysyłki', equals: 'list polecony ZPO' } },
      { field: { label: 'Sposób wysyłki' } },
    ]);
    const select = at(aLetter, 'label', 'Sposób wysyłki').getAttribute('for');
    expect(conditionsAt(aLetter, `#${select}`)[0]).toEqual({
      field: { label: 'Sposób wysyłki', equals: 'list polecony ZPO' },
    });
  });

  test('a case sign is the beginning of one, never the case', () => {
    const conditions = conditionsAt(aCase, 'dt', 'Znak sprawy');
    expect(conditions.slice(0, 2)).toEqual([
      { caseSign: { jrwa: own?.sign.split('.')[1] } },
      { caseSign: { cell: 'FN', jrwa: own?.sign.split('.')[1] } },
    ]);
    expect(JSON.stringify(conditions)).not.toContain(own?.sign);
  });

  test('a heading or the whole view is the view first', () => {
    expect(conditionsAt(aCase, 'h1')[0]).toEqual({ view: 'case' });
    expect(conditionsAt(aCase, 'td.srodek')[0]).toEqual({ view: 'case' });
  });

  test('a heading with the title of a case is told to be content', () => {
    const text = candidatesAt(aCase, 'h1').find(({ leaf }) => 'text' in leaf);
    expect(text === undefined || !text.lasts).toBe(true);
  });

  test('a button is its words', () => {
    expect(candidatesAt(aCase, 'button', 'Udostępnij')[0]).toEqual({
      leaf: { text: 'Udostępnij' },
      ground: 'interface',
      lasts: true,
    });
  });

  test('the name of a client never counts as words of the system', () => {
    for (const selector of ['dd a', 'dd']) {
      const named = candidatesAt(aCase, selector, client?.name).filter(({ leaf }) =>
        JSON.stringify(leaf).includes(client?.name ?? '?'),
      );
      expect(named.filter(({ lasts }) => lasts)).toEqual([]);
    }
    const inList = candidatesAt(aList, 'table.lista td', demoData().clients[0]?.name.slice(0, 3) ?? '');
    expect(inList.filter(({ leaf, lasts }) => 'text' in leaf && lasts)).toEqual([]);
  });

  test('says where else it matches', () => {
    const candidates = candidatesAt(aCase, 'dt', 'Rodzaj sprawy');
    const asks = asksOfCandidates(candidates);
    const matches = (document: Document) => {
      const context = withAnswer(contextOf(document), readPage(document, [], asks));
      return candidates.filter((one) => matchesOn(one, context, now)).map(({ leaf }) => leaf);
    };
    expect(matches(aCase)).toContainEqual({ field: { label: 'Rodzaj sprawy' } });
    expect(matches(aList)).toEqual([]);
    expect(matches(aLetter)).toEqual([]);
  });

  test('every condition of every place is one that a profile may hold, and the page stays as it is', () => {
    let conditions = 0;
    for (const document of [aCase, aList, aLetter]) {
      const before = document.documentElement.outerHTML;
      const places = placesIn(document);
      // A list has many rows alike.
      for (const place of places.slice(0, 120)) {
        const leaves = candidatesOf(pointedAt(place), contextOf(document)).map(({ leaf }) => leaf);
        for (const when of leaves) {
          const source = {
            format: 'obok-profile/1',
            id: 'p',
            seq: 1,
            name: 'P',
            reminders: [{ id: 'r', moments: ['talk'], text: 'Tekst.', when }],
          };
          const parsed = parseProfile(JSON.stringify(source), { language: 'pl' });
          const aboutIt = parsed.ok ? [] : parsed.errors.filter(({ path }) => path.includes('when'));
          expect([when, aboutIt]).toEqual([when, []]);
          conditions += 1;
        }
      }
      expect(document.documentElement.outerHTML).toBe(before);
    }
    expect(conditions).toBeGreaterThan(200);
  });
});

describe('a selector', () => {
  const selectors = (html: string) => {
    const [place] = page(`<body>${html}</body>`).body.children;
    return place ? pointedAt(place).elements.map(({ selector }) => selector) : [];
  };

  test('goes by words before names, by names before ids, by ids before classes', () => {
    expect(
      selectors('<input aria-label="Szukaj sprawy" name="szukaj" id="wyszukiwarka" class="pole active">'),
    ).toEqual([
      'input[aria-label="Szukaj sprawy"]',
      'input[name="szukaj"]',
      'input#wyszukiwarka',
      'input.pole',
    ]);
  });

  test.each([
    '<div id="ext-gen1042" class="x-panel-3"></div>',
    '<div id=":r3:" class="css-1q2w3e"></div>',
    '<div class="Header_bTqfa active is-open"></div>',
    '<div class="sc-bdVaJa kXbQzT"></div>',
    '<div id="b3f9c2d1" class="lista__wiersz--xk"></div>',
    '<div id="mat-input-ab" class="ng-star-inserted"></div>',
    '<input name="ctl00$Main$txt1" data-testid="row-17">',
    '<a aria-label="Sprawa 12"></a>',
    '<a aria-label="Ma &quot;cudzysłów&quot;"></a>',
  ])('is not made of what a program has made up: %s', (html) => {
    expect(selectors(html)).toEqual([]);
  });
});

describe('strange places', () => {
  test('a field of a password tells nothing', () => {
    const document = page('<label for="h">Hasło</label><input id="h" type="password" value="tajne">');
    expect(JSON.stringify(pointedAt(at(document, 'input')))).not.toContain('tajne');
    expect(pointedAt(at(document, 'label')).field).toBeNull();
  });

  test('a part with several fields is none of them', () => {
    const document = page('<dl><dt>Rodzaj</dt><dd>a</dd><dt>Stan</dt><dd>b</dd></dl>');
    expect(pointedAt(at(document, 'dl')).field).toBeNull();
    expect(pointedAt(at(document, 'dt')).field?.label).toBe('Rodzaj');
  });

  test('an empty page gives no conditions', () => {
    expect(candidatesOf(pointedAt(page('').body), null)).toEqual([]);
  });
});
