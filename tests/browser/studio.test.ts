import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contracts } from '../fixtures/demo-office/contracts.ts';
import { demoData } from '../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { builds } from './builds';
import { keepPicture } from './keep-picture';
import { expectNothingFound } from './screens/axe';
import { look } from './screens/look';
import { type ChromiumSeat, sitAtChromium } from './seat/chromium';
import { contextOf, type OfficePage, type Step, stripOf, until } from './seat/seat';

const pictures = '.output/test/pictures';
const button = (name: string): Step => ({ role: 'button', name });
const link = (name: string): Step => ({ role: 'link', name });

const focusedName = `(() => {
  const { activeElement: held } = document;
  return (held?.getAttribute('aria-label') ?? held?.labels?.[0]?.textContent ?? held?.textContent ?? '').trim();
})()`;

const textOf = (page: OfficePage) => page.evaluate<string>('document.body.innerText');
async function shows(page: OfficePage, words: string): Promise<void> {
  const text = await until(
    () => textOf(page).catch(() => ''),
    (seen) => seen.includes(words),
  );
  expect(text).toContain(words);
}
/** Presses a key until what is called so has the focus. */
async function pressTo(page: OfficePage, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    const now = await page.evaluate<string>(focusedName);
    if (now === name) return;
    passed.push(now);
    await page.press(key);
  }
  throw new Error(`No „${name}” among what ${key} comes to: ${passed.join(' · ')}`);
}
/** What the bench says of the reminder with this text. */
const benchOf = (page: OfficePage, text: string) =>
  page.evaluate<string>(
    `[...document.querySelectorAll('.bench .line')].find((line) => line.innerText.includes(${JSON.stringify(text)}))?.innerText ?? ''`,
  );
async function benchSays(page: OfficePage, text: string, verdict: string): Promise<string> {
  const said = await until(
    () => benchOf(page, text),
    (seen) => seen.includes(verdict),
  );
  expect(said).toContain(verdict);
  return said;
}

const relief = 'Powiedz, kiedy będzie decyzja o uldze.';
const added = 'Zapytaj, czy klient woli raty.';

/** Each part of the editor, with what is pressed to see the most of it. */
const parts = [
  ['Kto co prowadzi', '.people .add', 'studio-people'],
  ['Godziny i oddzwonienia', '.days-open .quiet', 'studio-hours'],
  ['Referat i przedstawianie się', '.about input', 'studio-about'],
  ['Limity i blokady', '.limits .check input', 'studio-limits'],
  ['Listy na zakończenie', '.checklists .row-button', 'studio-checklists'],
  ['Słownik', '.terms .row-button', 'studio-terms'],
  ['Systemy i widoki', '.systems .add', 'studio-systems'],
  ['Stanowisko próbne', '.week button', 'studio-bench'],
] as const;

let office: Awaited<ReturnType<typeof startDemoOffice>>;
let folder: string;
let lead: ChromiumSeat;
let clerk: ChromiumSeat | undefined;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'obok-studio-'));
  office = await startDemoOffice({ port: 0 });
  lead = await sitAtChromium({ extension: builds.chromiumWithHosts() });
});
afterAll(async () => {
  await lead?.close();
  await clerk?.close();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a lead makes a profile from a starting one, sees it on the bench and hands it out; a clerk takes it', async () => {
  const studio = await lead.openOwn('options.html#studio', { width: 1280, height: 900 });
  await studio.click(button('Zacznij od tego: Referat Finansowy'));
  await shows(studio, 'Szkic zapisany.');

  // One reminder is written anew.
  await studio.click({ css: '[data-row="finansowy.ulga"]' });
  await studio.click({ role: 'textbox', name: 'O czym przypomnieć' });
  await studio.press('Control+a');
  await studio.type(relief);
  await benchSays(studio, relief, 'Nie pokazuje się');
  await studio.click(button('Zamknij kartę'));

  // Another one is added, and its condition made of menus by keys.
  await studio.click(button('Dodaj przypomnienie: Rozmowa'));
  await until(
    () => studio.evaluate<string>(focusedName),
    (name) => name === 'O czym przypomnieć',
  );
  await studio.type(added);
  await shows(studio, '9 z 120 znaków'.replace('9', String(added.length)));
  await studio.click(button('Dodaj podstawę'));
  await studio.type('wyjasnic w jakiej');
  await shows(studio, '1 postanowienie');
  await studio.press('Tab');
  await studio.press('Enter');
  await studio.click(button('Dodaj warunek'));
  await studio.click(button('Dodaj warunek'));
  await shows(studio, 'Pokaż, gdy widok to sprawa i widok to sprawa.');
  await pressTo(studio, 'Czego dotyczy warunek', 'Shift+Tab');
  await studio.press('z');
  await shows(studio, 'i na stronie jest znak sprawy.');
  await pressTo(studio, 'Początek klasy JRWA, na przykład 3120');
  await studio.type('312');
  await shows(studio, 'Pokaż, gdy widok to sprawa i znak zaczyna się od 312.');
  await pressTo(studio, 'Ważność');
  await studio.press('9');
  // Undo reaches over everything, and what was undone can be done again.
  await studio.press('Control+z');
  expect(await studio.evaluate(`document.activeElement.value`)).toBe('5');
  await studio.press('Control+y');
  expect(await studio.evaluate(`document.activeElement.value`)).toBe('9');

  // The bench follows at once.
  await studio.click({ role: 'textbox', name: 'Znak sprawy' });
  await studio.type('FN.3123.7.2026');
  const why = await benchSays(studio, added, 'Pasek na stronie');
  expect(why).toContain('Klasa JRWA w znaku sprawy to 3123 – tak.');
  // So does a case that is open in the next tab.
  const cases = demoData().cases;
  const tax = cases.find(({ sign }) => sign.startsWith('FN.312'))?.sign ?? '';
  const next = await lead.open(`${office.origin}/classic/`);
  await next.click(link('Spis spraw'));
  await next.click(link(tax));
  await studio.toFront();
  await until(
    () => textOf(studio),
    (seen) => seen.includes(`sprawa, ${tax}`),
  );
  await pressTo(studio, 'Strona', 'Shift+Tab');
  await studio.press('ArrowDown');
  await shows(studio, 'Otwartą stronę Obok czyta na nowo');
  expect(await benchSays(studio, added, 'Pasek na stronie')).toContain('Widok to sprawa – tak.');
  await next.close();
  await look(lead.pageOf(studio), 'studio-reminder');
  await studio.evaluate(`document.querySelector('.card').scrollIntoView()`);
  await studio.screenshot(`${pictures}/studio.png`);
  keepPicture(`${pictures}/studio.png`);

  // Closing loses nothing; the file is the draft.
  await studio.evaluate('setTimeout(() => location.reload())');
  await until(
    () => textOf(studio).catch(() => ''),
    (seen) => seen.includes('Szkic zapisany.') && seen.includes(added),
  );
  const download = lead.pageOf(studio).waitForEvent('download');
  await studio.click(button('Zapisz do pliku'));
  const file = join(folder, 'finansowy-1.json');
  await (await download).saveAs(file);
  await shows(studio, 'Zapisano plik finansowy-1.json.');
  const written = JSON.parse(readFileSync(file, 'utf8'));
  expect(written.seq).toBe(1);
  expect(written.reminders).toContainEqual(
    expect.objectContaining({
      text: added,
      when: { all: [{ view: 'case' }, { caseSign: { jrwa: '312' } }] },
      priority: 9,
    }),
  );
  expect(written.reminders).toContainEqual(expect.objectContaining({ id: 'finansowy.ulga', text: relief }));
  // Every part is open to everybody, also in a window as narrow as the panel.
  // Where the bench is a part of its own, and not beside the others.
  await lead.pageOf(studio).setViewportSize({ width: 1000, height: 760 });
  for (const [part, opened, screen] of parts) {
    await studio.click(button(part));
    await studio.click({ css: opened });
    await look(lead.pageOf(studio), screen);
  }
  await lead.pageOf(studio).setViewportSize({ width: 360, height: 760 });
  await shows(studio, 'Paski w kolejnych dniach:');
  await studio.screenshot(`${pictures}/studio-narrow.png`);
  await lead.close();

  // A second computer.
  clerk = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  const options = await clerk.openOwn('options.html#profil');
  await shows(options, 'Wczytaj z pliku');
  await options.chooseFile(file);
  await shows(options, 'Podgląd: Referat Finansowy');
  await options.click(button('Przyjmij'));
  await shows(options, 'Przyjęto profil.');
  const desk = `${office.origin}/classic/`;
  const page = await clerk.open(desk);
  const openCase = async (sign: string) => {
    await page.goto(desk);
    await page.click(link('Spis spraw'));
    await page.click(link(sign));
  };
  const stripText = async () => (clerk ? ((await stripOf(clerk, desk))?.text ?? '') : '');
  await openCase(cases.find(({ sign }) => !sign.includes('.312'))?.sign ?? '');
  // The strip of another case is another one.
  const other = await until(stripText, (text) => text !== '');
  expect(other).not.toContain(added);
  await openCase(tax);
  expect(await until(stripText, (text) => text.includes(added))).toContain(added);
  await page.close();
});

const pointed = 'Zapytaj, czy klient zna rodzaj swojej sprawy.';
const label = 'Rodzaj sprawy';
const passphrase = 'cztery zwykłe słowa razem';

test('a lead points at a label of a page, and the bench knows that page from another; handed out signed, so does a second computer', async () => {
  clerk ??= await sitAtChromium({ extension: builds.chromiumWithHosts() });
  const page = await clerk.open(`${office.origin}/classic/`);
  await page.click(link('Spis spraw'));
  const list = await clerk.open(`${office.origin}/classic/`);
  await list.click(link('Spis spraw'));
  const sign = demoData().cases.find((one) => one.sign.startsWith('FN.312'))?.sign ?? '';
  await page.click(link(sign));
  // What the page hears of a click, also who listens before everybody else.
  await page.evaluate(`['pointerdown', 'mousedown', 'mouseup', 'click'].forEach((type) =>
    window.addEventListener(type, ({ target }) => { if (target.localName !== 'obok-wskaz') window.heard = type; }, true))`);
  const markup = `(() => {
    const copy = document.documentElement.cloneNode(true);
    for (const host of copy.querySelectorAll('obok-pasek, obok-slowo, obok-wskaz')) host.remove();
    return copy.outerHTML;
  })()`;
  const before = await page.evaluate(markup);

  const studio = await clerk.openOwn('options.html#studio', { width: 1280, height: 900 });
  await studio.click(button('Zacznij od tego: Referat Finansowy'));
  await shows(studio, 'Szkic zapisany.');
  await studio.click(button('Dodaj przypomnienie: Rozmowa'));
  await until(
    () => studio.evaluate<string>(focusedName),
    (name) => name === 'O czym przypomnieć',
  );
  await studio.type(pointed);
  await studio.click(button('Dodaj podstawę'));
  await studio.type('wyjasnic w jakiej');
  await shows(studio, '1 postanowienie');
  await studio.press('Tab');
  await studio.press('Enter');
  await until(
    () => studio.evaluate<number>(`document.querySelectorAll('.bench select option').length`),
    (count) => count > 12,
  );
  await studio.click(button('Wskaż na stronie'));
  const tabOf = (part: string) =>
    studio.evaluate<string>(
      `[...document.querySelectorAll('.pointing option')].find(({ text }) => text.includes(${JSON.stringify(part)}))?.value ?? ''`,
    );
  const shown = clerk.pageOf(studio);
  await until(async () => (await tabOf(sign)) !== '' && (await tabOf('lista spraw')) !== '', Boolean);
  const [caseTab, listTab] = [await tabOf(sign), await tabOf('lista spraw')];
  expect([caseTab, listTab]).not.toContain('');
  await shown.locator('.pointing select').selectOption(caseTab);
  const isPointing = () => page.evaluate<boolean>(`document.querySelector('obok-wskaz') !== null`);

  // Esc leaves it; nothing is taken.
  await studio.click(button('Przejdź tam i wskaż'));
  expect(await until(isPointing, Boolean)).toBe(true);
  await page.press('Escape');
  await shows(studio, 'Nic nie wskazano.');
  expect(await isPointing()).toBe(false);

  // A real click on the label's middle.
  await studio.click(button('Wskaż jeszcze raz'));
  expect(await until(isPointing, Boolean)).toBe(true);
  const [x, y] = await page.evaluate<[number, number]>(`(() => {
    const label = [...document.querySelectorAll('dt')].find(({ textContent }) => textContent.startsWith('${label}'));
    const { left, top, width, height } = label.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`);
  await page.moveTo(x, y);
  // A picture without a caret would write styles into the page's fields.
  await clerk.pageOf(page).screenshot({ path: `${pictures}/pointing-page.png`, caret: 'initial' });
  await page.clickAt(x, y);
  await shows(studio, 'Co ma być warunkiem?');
  expect(await isPointing()).toBe(false);
  expect(await page.evaluate('window.heard ?? null')).toBeNull();
  expect(await page.evaluate(markup)).toBe(before);
  expect(await studio.evaluate('document.visibilityState')).toBe('visible');
  await shows(studio, 'po nazwie pola, którą czyta człowiek.');
  await look(shown, 'studio-pointing');
  await studio.evaluate(`document.querySelector('.pointing').scrollIntoView()`);
  await studio.screenshot(`${pictures}/pointing.png`);
  await shown.setViewportSize({ width: 360, height: 760 });
  await studio.evaluate(`document.querySelector('.pointing').scrollIntoView()`);
  await studio.screenshot(`${pictures}/pointing-narrow.png`);
  await shown.setViewportSize({ width: 1280, height: 900 });

  // One press takes it; undo takes it back, and again.
  await studio.click(button(`Weź do warunku: pole „${label}” jest na stronie`));
  const sentence = `Pokaż, gdy pole „${label}” jest na stronie.`;
  await shows(studio, sentence);
  await studio.press('Control+z');
  await until(
    () => textOf(studio),
    (text) => !text.includes(sentence),
  );
  expect(await textOf(studio)).not.toContain(sentence);
  await studio.press('Control+y');
  await shows(studio, sentence);

  // On the bench: there, and not in the list.
  await shown.locator('.bench .studio-field select').first().selectOption(caseTab);
  // A weightier one has the strip of this page.
  expect(await benchSays(studio, pointed, 'W panelu')).toContain(`Pole „${label}” jest na stronie – tak.`);
  await shown.locator('.bench .studio-field select').first().selectOption(listTab);
  expect(await benchSays(studio, pointed, 'Nie pokazuje się')).toContain(
    `Pole „${label}” jest na stronie – nie.`,
  );
  await page.close();
  await list.close();

  // Handed out signed, by a key made here.
  await pressTo(studio, 'Ważność');
  await studio.press('9');
  await studio.click(button('Podpis'));
  await studio.click({ role: 'textbox', name: 'Hasło do klucza (co najmniej 12 znaków)' });
  await studio.type(passphrase);
  await studio.press('Tab');
  await studio.type(passphrase);
  await studio.press('Enter');
  await shows(studio, 'Klucz otwarty: pliki zapisujesz podpisane.');
  const key = await studio.evaluate<string>(`document.querySelector('.signing code').textContent`);
  const download = shown.waitForEvent('download');
  await studio.click(button('Zapisz podpisany plik'));
  const file = join(folder, 'podpisany.json');
  await (await download).saveAs(file);
  await shows(studio, 'Zapisano plik');
  await clerk.close();

  // On another computer the file is looked at and taken; the reminder stands on that page and on no other.
  clerk = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  const options = await clerk.openOwn('options.html#profil');
  await shows(options, 'Wczytaj z pliku');
  await options.chooseFile(file);
  await shows(options, 'Podgląd: Referat Finansowy');
  expect(await textOf(options)).toContain(key);
  await options.click(button('Przyjmij'));
  await shows(options, 'Przyjęto profil.');
  const desk = `${office.origin}/classic/`;
  const there = await clerk.open(desk);
  await there.click(link('Spis spraw'));
  await until(
    () => (clerk ? contextOf(clerk, desk) : Promise.resolve(null)),
    (context) => context?.view === 'case-list',
  );
  const panel = await clerk.openOwn('sidepanel.html');
  await shows(panel, 'lista spraw');
  expect(await textOf(panel)).not.toContain(pointed);
  await there.toFront();
  await there.click(link(sign));
  expect(
    await until(
      async () => (clerk ? ((await stripOf(clerk, desk))?.text ?? '') : ''),
      (text) => text.includes(pointed),
    ),
  ).toContain(pointed);
  await panel.close();
  await there.close();
});

/** Runs in a context of the extension: what was counted today becomes forty days old, and every system was used since. */
const fortyDaysLater = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const singles = database.transaction('singles', 'readwrite').objectStore('singles');
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const row = await settled(singles.get('ageing'));
  for (const matched of Object.values(row?.value.matched ?? {})) {
    matched.since -= 40;
    if (matched.last !== undefined) matched.last -= 40;
  }
  for (const days of Object.values(row?.value.used ?? {})) {
    const today = days.at(-1);
    days.splice(0, days.length, ...Array.from({ length: 20 }, (_, before) => today - 19 + before));
  }
  if (row) await settled(singles.put(row));
  database.close();
  return Object.values(row?.value.matched ?? {}).filter(({ last }) => last !== undefined).length;`;

test('a condition that matches nothing since the web system has changed is marked, and mended by one press', async () => {
  const here = clerk;
  if (!here) throw new Error('The second computer is the one of the story before.');
  // The page of before was counted; what follows is forty days later.
  expect(await until(() => here.inExtension<number>(fortyDaysLater), Boolean)).toBeGreaterThan(0);
  const page = await here.open(`${office.origin}/classic/`);
  await here.pageOf(page).addInitScript(`new MutationObserver(() => {
    for (const name of document.querySelectorAll('dt')) {
      if (name.textContent.startsWith('${label}')) name.textContent = 'Typ sprawy';
    }
  }).observe(document, { childList: true, subtree: true })`);
  await page.click(link('Spis spraw'));
  await page.click(link(demoData().cases.find((one) => one.sign.startsWith('FN.312'))?.sign ?? ''));
  await until(
    () => contextOf(here, `${office.origin}/classic/`),
    (context) => context?.view === 'case',
  );

  const options = await here.openOwn('options.html#profil');
  await shows(options, 'Nie pasował od 40 dni');
  expect(await textOf(options)).toContain(pointed);
  await options.close();

  const studio = await here.openOwn('options.html#studio', { width: 1280, height: 900 });
  await shows(studio, 'Wczytany: Referat Finansowy (wydanie ');
  await studio.click({ css: '[aria-labelledby=studio-own] button' });
  await shows(studio, 'Szkic zapisany.');
  await shows(studio, 'Nie pasował od 40 dni');
  const row = await studio.evaluate<string>(
    `[...document.querySelectorAll('[data-row]')].find((one) => one.textContent.includes(${JSON.stringify(pointed)})).dataset.row`,
  );
  await studio.click({ css: `[data-row="${row}"]` });
  await shows(studio, 'Najbliższe na stronie');
  await look(here.pageOf(studio), 'studio-aged');
  await studio.evaluate(`document.querySelector('.aged').scrollIntoView({ block: 'center' })`);
  await studio.screenshot(`${pictures}/aged.png`);
  await studio.click(button('Zamień na: pole „Typ sprawy” jest na stronie'));
  await shows(studio, 'Pokaż, gdy pole „Typ sprawy” jest na stronie.');
  // The bench has turned to that page.
  expect(await benchSays(studio, pointed, 'Pasek na stronie')).toContain(
    'Pole „Typ sprawy” jest na stronie – tak.',
  );
  await studio.press('Control+z');
  await shows(studio, `Pokaż, gdy pole „${label}” jest na stronie.`);
  await page.close();
});

const tax = 'Wyjaśnij, za co jest podatek, ile ma rat i do kiedy je zapłacić.';

test('a lead saves a page without its values, looks at what stays in the file, and sees on it what would come up and why', async () => {
  clerk ??= await sitAtChromium({ extension: builds.chromiumWithHosts() });
  const here = clerk;
  const data = demoData();
  const own = data.cases.find((one) => one.sign.startsWith('FN.312'));
  const client = data.clients.find(({ id }) => id === own?.clientId)?.name ?? '';
  const page = await here.open(`${office.origin}/classic/`);
  await page.click(link('Spis spraw'));
  await page.click(link(own?.sign ?? ''));
  const markup = 'document.documentElement.outerHTML';
  await until(
    () => contextOf(here, `${office.origin}/classic/`),
    (context) => context?.view === 'case',
  );
  expect(await page.evaluate<string>('document.body.innerText')).toContain(client);

  const studio = await here.openOwn('options.html#studio', { width: 1280, height: 900 });
  const shown = here.pageOf(studio);
  await until(
    () => textOf(studio),
    (text) => /Zacznij od tego|Szkic zapisany/.test(text),
  );
  if (!(await textOf(studio)).includes('Szkic zapisany'))
    await studio.click(button('Zacznij od tego: Referat Finansowy'));
  await shows(studio, 'Szkic zapisany.');
  const before = await page.evaluate<string>(markup);
  await studio.click({ css: '.skeletons > summary' });
  await shows(studio, 'Otwórz zapisany szkielet');
  await studio.click(button('Zapisz szkielet strony'));
  await shows(studio, 'Obok rozpozna w nim: EZD PUW, sprawa.');
  expect(await page.evaluate<string>(markup)).toBe(before);
  await page.close();

  // Every text that stays is there to be seen; one is blanked, and that is undone.
  const kept = '[...document.querySelectorAll(".kept li > span")].map(({ textContent }) => textContent)';
  const texts = await studio.evaluate<string[]>(kept);
  expect(texts).toContain('Rodzaj sprawy:');
  expect(await textOf(studio)).not.toContain(client);
  await studio.click(button('Zakryj: Udostępnij'));
  await shows(studio, 'Zakryto „Udostępnij”.');
  expect(await studio.evaluate(focusedName)).toBe('Cofnij zakrycie');
  expect(await studio.evaluate<string[]>(kept)).toEqual(texts.filter((text) => text !== 'Udostępnij'));
  await studio.press('Enter');
  await until(
    () => studio.evaluate<string[]>(kept),
    (left) => left.length === texts.length,
  );
  await look(shown, 'studio-skeleton');
  await studio.evaluate(`document.querySelector('.page-skeleton').scrollIntoView()`);
  await studio.screenshot(`${pictures}/skeleton.png`);
  const download = shown.waitForEvent('download');
  await studio.click(button('Zapisz plik'));
  const file = join(folder, 'szkielet.json');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('szkielet-ezd-puw-case.json');
  await saved.saveAs(file);
  await shows(studio, 'Zapisano plik szkielet-ezd-puw-case.json.');
  const bytes = readFileSync(file, 'utf8');
  for (const theirs of [client, own?.sign, own?.title, own?.referent, data.user.name, office.origin])
    expect(bytes).not.toContain(theirs);

  // On the bench, in a window as narrow as the panel; the page is long closed.
  await studio.evaluate('setTimeout(() => location.reload())');
  await until(
    () => textOf(studio).catch(() => ''),
    (seen) => seen.includes('Szkic zapisany.'),
  );
  await studio.click({ css: '.skeletons > summary' });
  await shows(studio, 'Wybierz plik szkieletu');
  await studio.chooseFile(file);
  await shows(studio, 'Na stanowisku próbnym leży szkielet.json.');
  await shows(studio, 'Obok rozpoznaje: EZD PUW, sprawa.');
  await benchSays(studio, tax, 'Nie pokazuje się');
  await studio.click({ role: 'textbox', name: 'Znak sprawy' });
  await studio.type('FN.3123.7.2026');
  const why = await benchSays(studio, tax, 'Klasa JRWA w znaku sprawy to 3123 – tak.');
  expect(why).toContain('Widok to sprawa – tak.');
  expect(why).not.toContain('Nie pokazuje się');
  await shown.setViewportSize({ width: 360, height: 760 });
  await shown.emulateMedia({ colorScheme: 'dark' });
  await studio.click(button('Stanowisko próbne'));
  await shows(studio, 'Wybierz plik szkieletu');
  await expectNothingFound(studio, 'Szkielet strony', true);
  const sizes = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';
  const [content, width] = await studio.evaluate<[number, number]>(sizes);
  expect(content).toBe(width);
  await studio.evaluate(`document.querySelector('.skeletons').scrollIntoView()`);
  await studio.screenshot(`${pictures}/skeleton-narrow.png`);
  await shown.emulateMedia({ colorScheme: 'light' });
  await studio.close();
});

const atContract = 'Sprawdź, czy wykonawca wie, kto prowadzi umowę.';
/** The card's word on the open page at this address. */
const saidOf = (page: OfficePage, address: string) =>
  page.evaluate<string>(
    `[...document.querySelectorAll('.verdicts li')].find((one) => one.textContent.includes('${address}'))?.querySelector('strong').textContent ?? ''`,
  );
async function says(page: OfficePage, address: string, words: string): Promise<void> {
  const said = await until(
    () => saidOf(page, address),
    (text) => text.includes(words),
  );
  expect(said).toContain(words);
}

test('a lead describes a system that Obok does not know by pointing at its pages, and a reminder for its view comes up there', async () => {
  clerk ??= await sitAtChromium({ extension: builds.chromiumWithHosts() });
  const here = clerk;
  const [contract] = contracts;
  const [list, card] = [`${office.origin}/umowy/`, `${office.origin}/umowy/${contract?.id}/karta`];
  const [listPage, cardPage] = [await here.open(list), await here.open(card)];
  const isPointing = () => cardPage.evaluate<boolean>(`document.querySelector('obok-wskaz') !== null`);

  const studio = await here.openOwn('options.html#studio', { width: 1280, height: 900 });
  await shows(studio, 'Studio');
  const first = await until(
    () => textOf(studio),
    (text) => /Szkic zapisany|Od czego zacząć/.test(text),
  );
  if (first.includes('Szkic zapisany')) await studio.click(button('Odłóż szkic'));
  await studio.click(button('Pusty profil'));
  await shows(studio, 'Szkic zapisany.');
  await studio.click(button('Systemy i widoki'));
  await shows(studio, 'Ten profil nie opisuje jeszcze żadnego systemu.');
  await studio.click(button('+ Opisz system'));
  await studio.type('Rejestr umów');
  await says(studio, card, 'Nierozpoznana');

  /** A real click on the heading of the contract, from the n-th place where pointing begins. */
  const pointAtHeading = async (which: number) => {
    const shown = here.pageOf(studio);
    await shown.getByRole('button', { name: 'Wskaż na stronie' }).nth(which).click();
    const tab = await until(
      () =>
        studio.evaluate<string>(
          `[...document.querySelectorAll('.pointing option')].map(({ value }) => value).at(-1) ?? ''`,
        ),
      (value) => value !== '',
    );
    await shown.locator('.pointing select').selectOption(tab);
    await studio.click(button('Przejdź tam i wskaż'));
    expect(await until(isPointing, Boolean)).toBe(true);
    const [x, y] = await cardPage.evaluate<[number, number]>(`(() => {
      const { left, top, height } = document.querySelector('h1').getBoundingClientRect();
      return [left + 20, top + height / 2];
    })()`);
    await cardPage.moveTo(x, y);
    await cardPage.clickAt(x, y);
    await shows(studio, 'Po czym to poznać?');
  };
  await pointAtHeading(0);
  await look(here.pageOf(studio), 'studio-pointing-signal');
  await studio.click(button('Dodaj oznakę: tytuł strony kończy się na „Rejestr umów”'));
  await says(studio, card, 'To ten system, ale widok nie jest rozpoznany.');
  await says(studio, list, 'To ten system, ale widok nie jest rozpoznany.');
  await studio.click(button('+ Dodaj widok'));
  await pointAtHeading(1);
  await studio.click(button('Dodaj oznakę: nagłówek zaczyna się od „Umowa”'));
  await says(studio, card, 'Rozpoznana: sprawa, bo');
  await says(studio, list, 'To ten system, ale widok nie jest rozpoznany.');
  await look(here.pageOf(studio), 'studio-described');
  await studio.evaluate(`document.querySelector('.systems .card').scrollIntoView()`);
  await studio.screenshot(`${pictures}/described.png`);
  const shown = here.pageOf(studio);
  await shown.setViewportSize({ width: 360, height: 760 });
  const sizes = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';
  const [content, width] = await studio.evaluate<[number, number]>(sizes);
  expect(content).toBe(width);
  await studio.evaluate(`document.querySelector('.places').scrollIntoView()`);
  await studio.screenshot(`${pictures}/described-narrow.png`);
  await shown.emulateMedia({ colorScheme: 'dark' });
  await studio.evaluate(`document.querySelector('.verdicts').scrollIntoView({ block: 'center' })`);
  await studio.screenshot(`${pictures}/described-narrow-dark.png`);
  await shown.emulateMedia({ colorScheme: 'light' });
  await shown.setViewportSize({ width: 1280, height: 900 });

  // A reminder for that view, on the bench as shown there and not in the list.
  await studio.click(button('Dodaj przypomnienie dla widoku: sprawa'));
  await shows(studio, 'Pokaż, gdy system to Rejestr umów i widok to sprawa.');
  await studio.type(atContract);
  await studio.click(button('Dodaj podstawę'));
  await studio.type('wyjasnic w jakiej');
  await shows(studio, '1 postanowienie');
  await studio.press('Tab');
  await studio.press('Enter');
  await pressTo(studio, 'Ważność');
  await studio.press('9');
  const page = shown.locator('.bench .studio-field select').first();
  await page.selectOption({ label: 'Rejestr umów, sprawa' });
  expect(await benchSays(studio, atContract, 'Pasek na stronie')).toContain('System to Rejestr umów – tak.');
  await page.selectOption({ label: 'Rejestr umów, inna strona' });
  await benchSays(studio, atContract, 'Nie pokazuje się');

  // In force on this computer it comes up on the page itself.
  await studio.click(button('Przyjmij u siebie'));
  await shows(studio, 'Przyjęto profil na tym komputerze');
  await cardPage.toFront();
  const strip = await until(
    async () => (await stripOf(here, card))?.text ?? '',
    (text) => text.includes(atContract),
  );
  expect(strip).toContain(atContract);
  await listPage.close();
  await cardPage.close();
});
