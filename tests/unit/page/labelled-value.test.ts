import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readPage, shippedSystems } from '@/lib/page';
import { fieldsOf, page, read } from './paper';

describe('a list of terms and their descriptions', () => {
  test('gives each term its description', () => {
    expect(
      fieldsOf(
        '<dl><dt>Prowadzący:</dt><dd>Anna Nowak</dd><dt>Termin realizacji</dt><dd>2026-12-01</dd></dl>',
      ),
    ).toEqual({ Prowadzący: 'Anna Nowak', 'Termin realizacji': '2026-12-01' });
  });

  test('of several descriptions the first is the value', () => {
    expect(
      fieldsOf('<dl><dt>Strona</dt><dd>Jan Kot</dd><dd>Ewa Kot</dd><dt>Status</dt><dd>w toku</dd></dl>'),
    ).toEqual({
      Strona: 'Jan Kot',
      Status: 'w toku',
    });
  });

  test('may stand in groups', () => {
    expect(
      fieldsOf(`<dl><div><dt><span>Prowadzący</span></dt><dd><a href="#">Anna <b>Nowak</b></a></dd></div>
        <div><dt>Status</dt><dd>
          w toku
        </dd></div></dl>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });

  test('two terms share what describes both', () => {
    expect(fieldsOf('<dl><dt>Wpłynęło</dt><dt>Zarejestrowano</dt><dd>2026-11-02</dd></dl>')).toEqual({
      Wpłynęło: '2026-11-02',
      Zarejestrowano: '2026-11-02',
    });
  });

  test('a term with no description has no value', () => {
    expect(
      fieldsOf('<dl><dt>Uwagi</dt><dd></dd><dt>Status</dt><dd>w toku</dd><dt>Metryka</dt></dl>'),
    ).toEqual({
      Status: 'w toku',
    });
  });
});

describe('a table', () => {
  test('with heads of rows', () => {
    expect(
      fieldsOf(`<table><tr><th scope="row">Znak sprawy</th><td>FN.3123.11.2026</td></tr>
        <tr><th scope="row">Interesant</th><td>Jan Kot</td></tr></table>`),
    ).toEqual({ 'Znak sprawy': 'FN.3123.11.2026', Interesant: 'Jan Kot' });
  });

  test('with heads of rows that no scope names', () => {
    expect(
      fieldsOf(
        '<table><tr><th>Interesant</th><td>Jan Kot</td></tr><tr><th>Status</th><td>nowa</td></tr></table>',
      ),
    ).toEqual({ Interesant: 'Jan Kot', Status: 'nowa' });
  });

  test('with a colon behind the label, whatever else is in the row', () => {
    expect(
      fieldsOf(
        `<table><tr><td>Prowadzący:</td><td>Anna Nowak</td><td><button>Zmień</button></td></tr></table>`,
      ),
    ).toEqual({ Prowadzący: 'Anna Nowak' });
  });

  test('of rows with a label and a value', () => {
    expect(
      fieldsOf(
        '<table><tr><td>Prowadzący</td><td>Anna Nowak</td></tr><tr><td>Status</td><td>w toku</td></tr></table>',
      ),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });

  test('of rows with two labels and two values', () => {
    expect(
      fieldsOf(
        '<table><tr><td>Prowadzący</td><td>Anna Nowak</td><td>Status</td><td>w toku</td></tr></table>',
      ),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });

  test('with one row under its heads', () => {
    expect(
      fieldsOf(`<table><thead><tr><th>Znak</th><th>Status</th></tr></thead>
        <tbody><tr><td>FN.3123.11.2026</td><td>w toku</td></tr></tbody></table>`),
    ).toEqual({ Znak: 'FN.3123.11.2026', Status: 'w toku' });
  });

  test('with one row under heads that no thead holds', () => {
    expect(
      fieldsOf(
        '<table><tr><th>Rodzaj</th><th>Status</th></tr><tr><td>podatek</td><td>w toku</td></tr></table>',
      ),
    ).toEqual({ Rodzaj: 'podatek', Status: 'w toku' });
  });

  test('with a first column of heads, in its one row too', () => {
    expect(
      fieldsOf(`<table><thead><tr><th>Lp.</th><th>Status</th></tr></thead>
        <tbody><tr><th scope="row">1</th><td>w toku</td></tr></tbody></table>`).Status,
    ).toBe('w toku');
  });

  test('with several rows under its heads names nothing: nobody knows which is meant', () => {
    expect(
      fieldsOf(`<table><thead><tr><th>Znak</th><th>Status</th></tr></thead><tbody>
        <tr><td>FN.3123.11.2026</td><td>w toku</td></tr><tr><td>FN.3123.12.2026</td><td>nowa</td></tr></tbody></table>`),
    ).toEqual({});
  });

  test('with two columns of a list is no table of labels and values', () => {
    expect(
      fieldsOf(`<table><thead><tr><th>Nazwisko</th><th>Telefon</th></tr></thead><tbody>
        <tr><td>Jan Kot</td><td>24 100 00 00</td></tr><tr><td>Ewa Lis</td><td>24 100 00 01</td></tr></tbody></table>`),
    ).toEqual({});
  });

  test('that only lays out others is not read across', () => {
    expect(
      fieldsOf(`<table><tr><td><table>
          <tr><td>Prowadzący:</td><td>Anna Nowak</td></tr><tr><td>Status:</td><td>w toku</td></tr>
        </table></td><td><table><tr><th>Strona</th><td>Jan Kot</td></tr></table></td></tr></table>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku', Strona: 'Jan Kot' });
  });

  test('of a list in a table that lays out, names nothing', () => {
    expect(
      fieldsOf(`<table><tr><td><ul><li>Sprawy</li></ul></td><td><table><thead><tr><th>Znak</th><th>Status</th></tr></thead>
        <tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table></td></tr></table>`),
    ).toEqual({});
  });

  test('with one row, in a table that lays out', () => {
    expect(
      fieldsOf(`<table><tr><td><table><thead><tr><th>Rodzaj</th></tr></thead><tbody><tr><td>podatek</td></tr></tbody></table></td></tr>
        <tr><td>stopka</td></tr></table>`),
    ).toEqual({ Rodzaj: 'podatek' });
  });

  test('that holds controls', () => {
    expect(
      fieldsOf(`<table><tr><td>Prowadzący:</td><td><input value="Anna Nowak"></td></tr>
        <tr><td><label for="s">Status</label></td><td><select id="s"><option>nowa<option selected>w toku</select></td></tr></table>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });
});

describe('a form', () => {
  test('with labels that name their control', () => {
    expect(
      fieldsOf(
        `<form><label for="a">Imię i nazwisko</label><p>jak w dowodzie</p><input id="a" value="Jan Kot"></form>`,
      ),
    ).toEqual({ 'Imię i nazwisko': 'Jan Kot' });
  });

  test('with labels around their control', () => {
    expect(
      fieldsOf(`<label>Prowadzący: <input value="Anna Nowak"></label>
        <label><span>Status</span><span><input value="w toku"></span></label>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });

  test('what is chosen in a list is the value, as the clerk reads it', () => {
    const office = page(
      `<label>Rodzaj sprawy <select><option value="1">podatek rolny</option><option value="2">ulga</option></select></label>`,
    );
    const choice = office.querySelector('select');
    if (choice) choice.value = '2';
    expect(read(office).fields).toEqual({ 'Rodzaj sprawy': 'ulga' });
  });

  test('several chosen are named one after another', () => {
    expect(
      fieldsOf(
        '<label>Strony <select multiple><option selected>Kot<option>Lis<option selected>Ryś</select></label>',
      ),
    ).toEqual({ Strony: 'Kot, Ryś' });
  });

  test('what is typed is the value, not what stood there', () => {
    const office = page(
      `<label for="u">Uwagi</label><textarea id="u">dawne</textarea>
       <label for="t">Telefon</label><input id="t" type="tel" value="1">`,
    );
    const [notes, phone] = [office.querySelector('textarea'), office.querySelector('input')];
    if (notes) notes.value = 'nowe';
    if (phone) phone.value = '24 100 00 00';
    expect(read(office).fields).toEqual({ Uwagi: 'nowe', Telefon: '24 100 00 00' });
  });

  test('what may not be changed is read all the same', () => {
    expect(
      fieldsOf(`<label for="z">Znak sprawy</label><input id="z" readonly value="FN.3123.11.2026">
        <label for="p">Prowadzący</label><input id="p" disabled value="Anna Nowak">`),
    ).toEqual({ 'Znak sprawy': 'FN.3123.11.2026', Prowadzący: 'Anna Nowak' });
  });

  test('a tick says yes or no', () => {
    expect(
      fieldsOf(`<label><input type="checkbox" checked> Sprawa pilna</label>
        <label for="r">Doręczenie elektroniczne</label><input type="checkbox" id="r">`),
    ).toEqual({ 'Sprawa pilna': 'tak', 'Doręczenie elektroniczne': 'nie' });
  });

  test('each choice of a group says yes or no', () => {
    expect(
      fieldsOf(`<fieldset><legend>Sposób odbioru</legend>
        <label><input type="radio" name="o" checked> osobiście</label><label><input type="radio" name="o"> pocztą</label></fieldset>`),
    ).toMatchObject({ osobiście: 'tak', pocztą: 'nie' });
  });

  test('never gives a password, a hidden field, a file or a button', () => {
    const office = page(`<label for="b">Żeton</label><input id="b" type="hidden" value="x1">
      <table><tr><th>Sesja</th><td><input type="hidden" value="x2"></td></tr><tr><th>Podpis</th><td><input type="submit" value="x3"></td></tr></table>
      <div style="display:none"><label>Hasło <input type="password" value="x4"></label></div>
      <label>Plik <input type="file"></label><dl><dt>Pin</dt><dd><input type="PASSWORD" hidden value="x5"></dd></dl>`);
    expect(read(office).fields).toEqual({});
  });

  test('a hidden field beside the one that shows does not stand for it', () => {
    expect(
      fieldsOf(
        '<dl><dt>Status</dt><dd><input type="hidden" value="2"><select><option>nowa<option selected>w toku</select></dd></dl>',
      ),
    ).toEqual({ Status: 'w toku' });
  });

  test('a star for what is required is no part of the label', () => {
    expect(
      fieldsOf(`<label for="a">Adresat<span class="req"> *</span></label><input id="a" value="Jan Kot">
        <label for="t">Termin *:</label><input id="t" value="2026-12-01">
        <div><label for="r"><em>*</em> Rodzaj</label><input id="r" value="podatek"></div>`),
    ).toEqual({ Adresat: 'Jan Kot', Termin: '2026-12-01', Rodzaj: 'podatek' });
  });

  test('a label in a legend names what it is for', () => {
    expect(
      fieldsOf(
        `<fieldset><legend><label for="s">Status</label></legend><p>wybierz</p><select id="s"><option>nowa</select></fieldset>`,
      ),
    ).toEqual({ Status: 'nowa' });
  });

  test('a label that names no control stands for what is next to it', () => {
    expect(
      fieldsOf(`<div><label>Prowadzący</label><span>Anna Nowak</span></div>
        <div class="row"><div><label>Status</label></div><div><p>w toku</p></div></div>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'w toku' });
  });

  test('controls named by attributes alone', () => {
    expect(
      fieldsOf(`<input aria-label="Prowadzący:" value="Anna Nowak">
        <span id="s1">Status</span> <i>ikona</i><div><select aria-labelledby="s1"><option>nowa</select></div>
        <input type="password" aria-label="Hasło" value="x" hidden>`),
    ).toEqual({ Prowadzący: 'Anna Nowak', Status: 'nowa' });
  });

  test('a control with no label has no name', () => {
    expect(
      fieldsOf('<form><input name="q" value="Kot" placeholder="Szukaj"><button>Szukaj</button></form>'),
    ).toEqual({});
  });
});

describe('a label and what stands beside it', () => {
  test('in bold, with the value behind', () => {
    expect(
      fieldsOf('<p><b>Prowadzący:</b> Anna Nowak</p><p><strong>Status</strong>: w toku</p>'),
    ).toMatchObject({
      Prowadzący: 'Anna Nowak',
    });
  });

  test('several in one paragraph', () => {
    expect(
      fieldsOf('<p><b>Prowadzący:</b> Anna Nowak <b>Status:</b> w toku<br><b>Termin:</b> 2026-12-01</p>'),
    ).toEqual({
      Prowadzący: 'Anna Nowak',
      Status: 'w toku',
      Termin: '2026-12-01',
    });
  });

  test('in two spans', () => {
    expect(fieldsOf('<div><span>Prowadzący:</span><span>Anna Nowak</span></div>')).toEqual({
      Prowadzący: 'Anna Nowak',
    });
  });

  test('in two boxes', () => {
    expect(
      fieldsOf(
        '<div class="pole"><div class="label">Prowadzący:</div><div class="value">Anna Nowak</div></div>',
      ),
    ).toEqual({ Prowadzący: 'Anna Nowak' });
  });

  test('in one text', () => {
    expect(fieldsOf('<p>Prowadzący: Anna Nowak</p><div>Termin:  2026-12-01 12:30</div>')).toEqual({
      Prowadzący: 'Anna Nowak',
      Termin: '2026-12-01 12:30',
    });
  });

  test('a text with its control behind it', () => {
    expect(fieldsOf('<p>Prowadzący: <input value="Anna Nowak"></p>')).toEqual({ Prowadzący: 'Anna Nowak' });
  });

  test('two of a kind: the first is read', () => {
    expect(fieldsOf('<p>Status: nowa</p><p>Status: dawna</p>')).toEqual({ Status: 'nowa' });
  });
});

describe('what is no field', () => {
  test('a value longer than two hundred characters is a text of the document', () => {
    const long = 'W odpowiedzi na pismo '.repeat(10);
    expect(
      fieldsOf(`<dl><dt>Treść</dt><dd>${long}</dd><dt>Opis</dt><dd>${'a'.repeat(200)}</dd></dl><p>Uzasadnienie: ${long}</p>
        <label>Tekst <textarea>${long}</textarea></label><p><b>Pouczenie:</b> ${long}</p>`),
    ).toEqual({ Opis: 'a'.repeat(200) });
  });

  test('what is being written is not read', () => {
    expect(
      fieldsOf(`<div contenteditable="true"><p>Prowadzący: Anna Nowak</p><table><tr><td>Status:</td><td>w toku</td></tr></table></div>
        <p><b>Treść:</b> <span contenteditable>Szanowna Pani</span></p><dl><dt>Pismo</dt><dd><div contenteditable="">Dzień dobry</div></dd></dl>`),
    ).toEqual({});
  });

  test('script and style are not read', () => {
    expect(
      fieldsOf(`<div>Status:<script>var a = 'Prowadzący: x';</script><style>a:b</style></div>
        <dl><dt>Termin</dt><dd><script>t()</script>2026-12-01</dd></dl><noscript><p>Uwaga: włącz skrypty</p></noscript>`),
    ).toEqual({ Termin: '2026-12-01' });
  });

  test('what is hidden is not read, neither label nor value', () => {
    expect(
      fieldsOf(`<div hidden><p>Prowadzący: Anna Nowak</p></div><div style="display: none"><label>Status <input value="x"></label></div>
        <template><p>Termin: dziś</p></template><dialog><p>Rodzaj: podatek</p></dialog>
        <p><b>Telefon:</b> <span hidden>24 100 00 00</span></p><dl><dt>Wynik</dt><dd hidden>odmowa</dd></dl>`),
    ).toEqual({});
  });

  test('a sentence with a colon in it', () => {
    const long =
      'Strona wnosi o umorzenie zaległości, o rozłożenie reszty na raty, o odroczenie terminu i wskazuje';
    expect(fieldsOf(`<p>${long.repeat(2)}: ciężką sytuację</p>`)).toEqual({});
  });
});

test('a document with nothing global beside it is read', () => {
  expect(typeof globalThis.document).toBe('undefined');
  const { document } = new JSDOM('<dl><dt>Prowadzący</dt><dd>Anna Nowak</dd></dl>').window;
  expect(readPage(document, shippedSystems).fields).toEqual({ Prowadzący: 'Anna Nowak' });
});
