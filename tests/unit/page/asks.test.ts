import { describe, expect, test } from 'vitest';
import { ask, page, read } from './paper';

const caseCard = `<h1>Sprawa FN.3123.11.2026</h1>
  <dl><dt>PROWADZĄCY:</dt><dd>Anna Nowak</dd><dt>Interesant</dt><dd>Jan Kot</dd><dt>Status sprawy</dt><dd>w toku</dd></dl>
  <label>Rodzaj sprawy * <select><option>podatek rolny<option selected>ulga</select></label>
  <input aria-label="Termin" value="2026-12-01"><p>Uwagi: pilne</p><p>Wydano decyzję.</p>`;

describe('labels', () => {
  test('only those asked for are read, by the name that the page writes', () => {
    const { fields } = read(caseCard, { asks: ask({ labels: ['prowadzący', 'Rodzaj sprawy:', 'Brak'] }) });
    expect(fields).toEqual({ PROWADZĄCY: 'Anna Nowak', 'Rodzaj sprawy': 'ulga' });
  });

  test('none is read where none is asked for', () => {
    expect(read(caseCard, { asks: ask({}) }).fields).toEqual({});
  });

  test('a part of a label is not the label', () => {
    expect(read(caseCard, { asks: ask({ labels: ['Status', 'Interesant jest'] }) }).fields).toEqual({});
  });

  test('in one text with the value, or by an attribute', () => {
    expect(read(caseCard, { asks: ask({ labels: ['Uwagi', 'Termin'] }) }).fields).toEqual({
      Uwagi: 'pilne',
      Termin: '2026-12-01',
    });
  });

  test('letters of two Unicode forms are the same', () => {
    const fields = read(caseCard.normalize('NFD'), { asks: ask({ labels: ['Prowadzący'] }) }).fields;
    expect(Object.values(fields)).toEqual(['Anna Nowak']);
  });

  test('white space around a label, however much of it, is none of its name', () => {
    const wide = '\n'.padEnd(400, '\t');
    expect(
      read(`<table><tr><td>${wide}Status${wide}</td><td>w toku</td></tr></table>`, {
        asks: ask({ labels: ['Status'] }),
      }).fields,
    ).toEqual({ Status: 'w toku' });
  });

  test('of two alike the first that has a value is read', () => {
    const html =
      '<table><thead><tr><th>Status</th></tr></thead><tbody><tr><td>a</td></tr><tr><td>b</td></tr></tbody></table><p>Status: nowa</p><p>Status: dawna</p>';
    expect(read(html, { asks: ask({ labels: ['Status'] }) }).fields).toEqual({ Status: 'nowa' });
  });

  test.each([
    ['a menu', '<nav><ul><li><a>Status</a></li><li><a>Termin</a></li></ul></nav>'],
    ['links to sort by', '<div><a href="#">Status</a> <a href="#">Termin</a></div>'],
    ['buttons', '<div><button>Status</button><button>Termin</button></div>'],
    ['tabs', '<div role="tablist"><span role="tab">Status</span><span role="tab">Termin</span></div>'],
    ['items', '<ul><li>Status</li><li>Termin</li></ul>'],
    ['choices', '<select><option>Status</option><option>Termin</option></select>'],
    ['a title', '<h2>Status</h2><h2>Termin</h2>'],
  ])('%s named like a label has no value', (_, html) => {
    expect(read(html, { asks: ask({ labels: ['Status'] }) }).fields).toEqual({});
  });
});

describe('terms', () => {
  const terms = [
    { term: 'decyzja', forms: ['decyzji', 'decyzję', 'decyzją'] },
    { term: 'tytuł wykonawczy', forms: ['tytułu wykonawczego'] },
    { term: 'ugoda', forms: [] },
  ];
  const found = (html: string) => read(html, { asks: ask({ terms }) }).terms;

  test('are found in every form, in the order asked', () => {
    expect(found('<p>Na podstawie tytułu\n wykonawczego</p><td>Wydano DECYZJĘ.</td>')).toEqual([
      'decyzja',
      'tytuł wykonawczy',
    ]);
  });

  test('are whole words', () => {
    expect(found('<p>decyzjami, niedecyzja, współugoda, decyzjaż</p>')).toEqual([]);
  });

  test('are found in a letter that is being written', () => {
    expect(found('<div contenteditable><p>zawarto „ugoda”</p></div>')).toEqual(['ugoda']);
  });

  test('are not found in scripts', () => {
    expect(found('<script>var decyzja</script><style>.ugoda{}</style><p>nic</p>')).toEqual([]);
  });

  test('are told by their name, not by what the page says around them', () => {
    const context = read('<p>Kot otrzymał decyzję o podatku.</p>', { asks: ask({ terms }) });
    expect(JSON.stringify(context)).not.toMatch(/Kot|podatku/);
    expect(context.terms).toEqual(['decyzja']);
  });
});

describe('elements', () => {
  const found = (html: string | Document, ...elements: string[]) =>
    read(html, { asks: ask({ elements }) }).elements;

  test('are those that are in the page, in the order asked', () => {
    expect(found('<form class="pismo"><input id="a"></form>', '#a', '.brak', 'form.pismo > input')).toEqual([
      '#a',
      'form.pismo > input',
    ]);
  });

  test('may stand in a frame or an open shadow root', () => {
    const office = page('<div id="host"></div><iframe></iframe>');
    const [host, frame] = [office.querySelector('div'), office.querySelector('iframe')];
    if (host) host.attachShadow({ mode: 'open' }).innerHTML = '<p class="w-cieniu"></p>';
    if (frame?.contentDocument) frame.contentDocument.body.innerHTML = '<p class="w-ramce"></p>';
    expect(found(office, '.w-ramce', '.w-cieniu')).toEqual(['.w-ramce', '.w-cieniu']);
  });

  test('a selector that is none finds nothing and spoils nothing', () => {
    expect(found('<p id="a"></p>', 'p[', '#a')).toEqual(['#a']);
  });
});
