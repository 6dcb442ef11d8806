import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { expectNothingFound } from './screens/axe';
import { lookInChromium } from './screens/look';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { contextOf, markupWithoutStrip, type OfficePage, type Seat, until } from './seat/seat';

const pictures = '.output/test/pictures';
mkdirSync(pictures, { recursive: true });

const seats: [name: string, build: () => string, sit: (extension: string) => Promise<Seat>][] = [
  ['Chromium', builds.chromiumWithHosts, (extension) => sitAtChromium({ extension })],
  ['Firefox', builds.firefoxWithHosts, sitAtFirefox],
];

const tabs = { Oddzwonienia: 'callbacks', Zakończenie: 'ending', Słownik: 'glossary' };

const countOnTab = `document.querySelector('[role=tab][data-key=callbacks]')?.dataset.count`;

const makeOverdue = `
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('obok');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('callbacks', 'readwrite');
    const rows = transaction.objectStore('callbacks');
    const all = rows.getAll();
    all.onsuccess = () => { for (const row of all.result) rows.put({ ...row, due: 0 }); };
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();`;

/** A sidebar stands beside the page; a panel in a tab of its own asks for the one before it in its window. */
const bringBeside = `
  const all = await api.tabs.query({});
  const panel = all.find(({ url }) => url === api.runtime.getURL('sidepanel.html'));
  const office = all.find(({ url }) => url?.startsWith(arg));
  if (office.windowId !== panel.windowId) await api.tabs.move(office.id, { windowId: panel.windowId, index: -1 });
  await api.tabs.update(office.id, { active: true });
  await api.tabs.update(panel.id, { active: true });`;

/** Where each writes: some in a frame of their own. */
const editors: [name: string, css: string, frame?: string][] = [
  ['TinyMCE', 'body', 'iframe#pismo_ifr'],
  ['CKEditor', '.ck-editor__editable'],
  ['Quill', '.ql-editor'],
  ['ProseMirror', '.ProseMirror'],
];

const said = 'Na to postanowienie może Pan złożyć zażalenie w ciągu 7 dni.';

const focusedName = `(() => {
  const { activeElement: held } = document;
  return (held?.labels?.[0]?.textContent ?? held?.textContent ?? '').trim();
})()`;

const textOf = (panel: OfficePage) => panel.evaluate<string>('document.body.innerText');
async function waitFor(panel: OfficePage, text: string): Promise<void> {
  expect(
    await until(
      () => textOf(panel).catch(() => ''),
      (seen) => seen.includes(text),
    ),
  ).toContain(text);
}
const waitForFocus = async (panel: OfficePage, name: string) =>
  expect(
    await until(
      () => panel.evaluate<string>(focusedName),
      (held) => held === name,
    ),
  ).toBe(name);

/** Presses a key until what is called so has the focus. */
async function pressTo(panel: OfficePage, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await panel.press(key);
    const now = await panel.evaluate<string>(focusedName);
    if (now === name) return;
    passed.push(now);
  }
  throw new Error(`No „${name}” among what ${key} comes to: ${passed.join(' · ')}`);
}

describe.each(seats)('Jargon is looked up by keyboard alone, in %s', (browser, build, sit) => {
  let seat: Seat;
  let panel: OfficePage;
  beforeAll(async () => {
    seat = await sit(build());
  });
  afterAll(() => seat?.close());
  beforeEach(async () => {
    await clearDesk(seat);
    panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await waitFor(panel, 'Zacznij obsługę');
    return () => panel.close();
  });

  const take = (name: string) =>
    panel.screenshot(`${pictures}/glossary-${name}-${browser.toLowerCase()}.png`);
  async function openGlossary(): Promise<void> {
    await pressTo(panel, 'Teraz');
    await pressTo(panel, 'Słownik', 'ArrowRight');
    await waitFor(panel, 'Pokaż jeszcze 100 haseł');
  }

  test('the word is typed as the letter has it, its meaning read, the sentence copied', async () => {
    await openGlossary();
    await take('open');
    await pressTo(panel, 'Szukaj słowa, w dowolnej formie');
    await panel.type('zażalenia');
    await waitFor(panel, 'Znaleziono 1 hasło.');
    await waitFor(panel, 'prośba do wyższego urzędu, żeby zmienił postanowienie');
    await panel.press('ArrowDown');
    await waitForFocus(panel, 'zażalenie');
    await panel.press('Enter');
    await waitFor(panel, `„${said}”`);
    await pressTo(panel, 'Kopiuj');
    await panel.press('Enter');
    await waitFor(panel, 'Skopiowano.');
    // In Chromium every theme of it is looked at in `screens`.
    if (browser === 'Firefox') await expectNothingFound(panel, 'the glossary in Firefox');
    await take('term');

    await panel.press('Escape');
    await waitForFocus(panel, 'Szukaj słowa, w dowolnej formie');
    await pressTo(panel, 'Wklej tekst');
    await panel.press('Enter');
    await pressTo(panel, 'Tekst pisma albo e-maila');
    await panel.press('Control+v');
    // What was copied is what is pasted, and its own hard words are told.
    await waitFor(panel, 'W tekście są 2 hasła ze słownika.');
    expect(await panel.evaluate(`document.querySelector('textarea.glossary-text').value`)).toBe(said);
    // In Chromium every theme of it is looked at in `screens`.
    if (browser === 'Firefox') await expectNothingFound(panel, 'a letter in Firefox');
    await take('letter');

    // How hard the letter is, and the place in it, without a mouse either.
    await panel.press('Control+End');
    await panel.type(' Wydano decyzję w celu dokonania uzupełnienia wniosku.');
    await pressTo(panel, 'Sprawdź pismo');
    await panel.press('Enter');
    await waitFor(panel, 'Formy bezosobowe: 1');
    await waitFor(panel, 'Wskaźniki liczymy od 100 słów.');
    if (browser === 'Firefox') await expectNothingFound(panel, 'a letter that was checked in Firefox');
    await lookInChromium(seat, panel, 'panel-glossary-check');
    await pressTo(panel, 'Pokaż w tekście: „Wydano”');
    await take('check');
    await panel.press('Enter');
    await waitForFocus(panel, 'Tekst pisma albo e-maila');
    const marked = `(({ value, selectionStart, selectionEnd }) =>
      value.slice(selectionStart, selectionEnd))(document.querySelector('textarea.glossary-text'))`;
    expect(await panel.evaluate(marked)).toBe('Wydano');
  });

  test('the letter that is being written in the page is checked, and neither it nor the page is touched', async () => {
    const office = await startDemoOffice({ port: 0 });
    try {
      const view = demoViews.find(({ build, view }) => build === 'classic' && view === 'letter');
      const page = await seat.open(`${office.origin}${view?.path}`, 'tab');
      for (const step of view?.steps ?? []) await page.click(step);
      // In its frame, the editor has the caret where the clerk left it.
      await page.click({ css: '.tresc-pisma h2', frame: 'iframe[name="edytor"]' });
      const pageNow = `(() => {
        const { contentDocument: inner } = document.querySelector('iframe[name="edytor"]');
        const { anchorNode, anchorOffset } = inner.getSelection();
        return [inner.documentElement.outerHTML, anchorNode?.textContent, anchorOffset].join();
      })() + ${markupWithoutStrip}`;
      const before = await page.evaluate(pageNow);
      await panel.toFront();
      await openGlossary();
      await pressTo(panel, 'Wklej tekst');
      await panel.press('Enter');
      await pressTo(panel, 'Sprawdź pismo ze strony');
      await panel.press('Enter');
      await waitFor(panel, 'Zwroty, które można zamienić:');
      const taken = await panel.evaluate<string>(`document.querySelector('textarea.glossary-text').value`);
      expect(taken.split('\n').filter(Boolean)).toHaveLength(9);
      expect(taken).toMatch(/^WEZWANIE do uzupełnienia braków formalnych\n.*Sprawę prowadzi: /s);
      await waitFor(panel, 'Wskaźnik FOG');
      await take('letter-of-page');
      expect(await page.evaluate(pageNow)).toBe(before);
      await page.close();
    } finally {
      await office.close();
    }
  });

  test('the page beside is asked for its words, one becomes a favourite, and a word of the office is added', async () => {
    const office = await startDemoOffice({ port: 0 });
    const letter = demoViews.find(({ build, view }) => build === 'spa' && view === 'letter');
    const page = await seat.open(`${office.origin}${letter?.path}`, 'tab');
    try {
      for (const step of letter?.steps ?? []) await page.click(step);
      await page.evaluate(`(() => {
        const card = document.body.appendChild(document.createElement('div'));
        card.attachShadow({ mode: 'open' }).innerHTML = '<p>Opłata <b>adia</b>cencka i kwitariusze.</p>';
      })()`);
      // Words of a page that gives way to another are put aside: the office must have come to the letter.
      const arrived = await until(
        () => contextOf(seat, office.origin),
        (seen) => seen?.view === 'letter',
      );
      expect(arrived?.view).toBe('letter');
      await seat.inExtension(bringBeside, office.origin);
      await openGlossary();
      await pressTo(panel, 'Na tej stronie');
      await panel.press('Enter');
      await waitFor(panel, 'opłata adiacencka');
      expect(await textOf(panel)).toMatch(/Na tej stronie (jest|są) \d+ ha/);
      if (browser === 'Firefox') await expectNothingFound(panel, 'the words of a page in Firefox');
      await lookInChromium(seat, panel, 'panel-glossary-page');
      await take('page');
      await pressTo(panel, 'opłata adiacencka');
      await panel.press('*');
      await waitFor(panel, 'Dodano do ulubionych: opłata adiacencka.');

      await panel.press('Escape');
      await pressTo(panel, 'Dodaj własne hasło');
      await panel.press('Enter');
      await waitForFocus(panel, 'Hasło');
      await panel.type('kwitariusz');
      await panel.press('Tab');
      await panel.type('zeszyt z pokwitowaniami');
      if (browser === 'Firefox') await expectNothingFound(panel, 'the form of a term in Firefox');
      await lookInChromium(seat, panel, 'panel-glossary-own-term');
      await take('own-term');
      await pressTo(panel, 'Zapisz hasło');
      await panel.press('Enter');
      await waitFor(panel, 'Zapisano hasło: kwitariusz.');
      await pressTo(panel, 'Na tej stronie');
      await panel.press('Enter');
      await waitFor(panel, 'moje hasło');
      await panel.evaluate('setTimeout(() => location.reload())');
      await waitFor(panel, 'Zacznij obsługę');
      await openGlossary();
      const first = `document.querySelector('.term-name').textContent`;
      expect(await panel.evaluate<string>(first)).toBe('opłata adiacencka');
      if (browser === 'Firefox') await expectNothingFound(panel, 'favourites in Firefox');
      await lookInChromium(seat, panel, 'panel-glossary-favourites');
      await take('favourites');
    } finally {
      await page.close();
      await office.close();
    }
  });

  test('the letter of a real editor is checked as it was typed; its caret and its history stay', async () => {
    const office = await startDemoOffice({ port: 0 });
    try {
      const complaints: string[] = [];
      const page = await seat.open(`${office.origin}/edytory/`, 'tab', (said) => complaints.push(said));
      const isReady = () => page.evaluate<boolean>(`'ready' in document.body.dataset`);
      expect([await until(isReady, Boolean, 30_000), complaints]).toEqual([true, complaints]);
      await panel.toFront();
      await openGlossary();
      await panel.click({ role: 'button', name: 'Wklej tekst' });
      for (const [name, css, frame] of editors) {
        const inner = frame ? `document.querySelector('${frame}').contentDocument` : 'document';
        const written = `${inner}.querySelector('${css}').innerText.trim()`;
        const editorNow = `[${inner}.querySelector('${css}').innerHTML, ${inner}.getSelection().anchorOffset].join()`;
        await page.toFront();
        await page.click({ css, ...(frame ? { frame } : {}) });
        await page.type(`Wydano decyzję w ${name}.`);
        const before = await page.evaluate(editorNow);
        await panel.toFront();
        await panel.click({ role: 'button', name: 'Sprawdź pismo ze strony' });
        const taken = () => panel.evaluate<string>(`document.querySelector('textarea.glossary-text').value`);
        expect(await until(taken, (text) => text.includes(name))).toBe(`Wydano decyzję w ${name}.`);
        await waitFor(panel, 'Formy bezosobowe: 1');
        await page.toFront();
        expect([name, await page.evaluate(editorNow)]).toEqual([name, before]);
        await page.type('!');
        expect(await page.evaluate(written)).toBe(`Wydano decyzję w ${name}.!`);
        await page.press('Control+z');
        expect(
          await until(
            () => page.evaluate<string>(written),
            (text) => !text.endsWith('!'),
          ),
        ).not.toContain('!');
      }
      await page.close();
    } finally {
      await office.close();
    }
  });

  test('all four tabs and the settings stand in one row of a narrow panel, with calls that are due', async () => {
    await pressTo(panel, 'Teraz');
    await panel.press('ArrowRight');
    await pressTo(panel, 'Do kogo i kiedy oddzwonić');
    await panel.type('600 123 456 Kowalska jutro 10');
    await panel.press('Enter');
    await waitFor(panel, 'Zapisano:');
    // Nobody waits until tomorrow: what is overdue has the widest count.
    await seat.inExtension(makeOverdue);
    await panel.evaluate('setTimeout(() => location.reload())');
    expect(
      await until(
        () => panel.evaluate<string | undefined>(countOnTab).catch(() => undefined),
        (count) => count === '1',
      ),
    ).toBe('1');
    const rowOf = () =>
      panel.evaluate<{ tops: number[]; right: number; cut: string[] }>(`(() => {
        const parts = [...document.querySelectorAll('.top [role=tab], .top .settings')];
        const boxes = parts.map((part) => part.getBoundingClientRect());
        return {
          tops: boxes.slice(0, 4).map(({ top }) => top),
          right: boxes.at(-1).right,
          cut: parts.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
        };
      })()`);
    for (const [tab, shown] of [
      ['Oddzwonienia', 'Kowalska'],
      ['Zakończenie', 'Kartka dla klienta'],
      ['Słownik', 'Pokaż jeszcze 100 haseł'],
    ] as const) {
      await panel.click({ css: `[role=tab][data-key=${tabs[tab]}]` });
      await waitFor(panel, shown);
      const { tops, right, cut } = await rowOf();
      expect({ tab, tops: new Set(tops).size, isIn: right <= 360, cut }).toEqual({
        tab,
        tops: 1,
        isIn: true,
        cut: [],
      });
    }
    await take('tabs');
    await panel.click({ css: '[role=tab][data-key=callbacks]' });
    await take('tabs-callbacks');
  });
});

test.each(seats)(
  'In %s a glossary that could not be loaded is told, and comes once it can be',
  async (_, build, sit) => {
    const extension = mkdtempSync(join(tmpdir(), 'obok-glossary-'));
    cpSync(build(), extension, { recursive: true });
    const seat = await sit(extension);
    try {
      const chunks = join(extension, 'chunks');
      const chunk = readdirSync(chunks).find((file) => file.startsWith('glossary-')) ?? '';
      renameSync(join(chunks, chunk), join(extension, chunk));
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await panel.click({ css: '[role=tab][data-key=glossary]' });
      await waitFor(panel, 'Nie udało się otworzyć słownika.');
      renameSync(join(extension, chunk), join(chunks, chunk));
      await panel.click({ role: 'button', name: 'Wczytaj panel od nowa' });
      await waitFor(panel, 'Zacznij obsługę');
      await panel.click({ css: '[role=tab][data-key=glossary]' });
      await waitFor(panel, 'Pokaż jeszcze 100 haseł');
    } finally {
      await seat.close();
      rmSync(extension, { recursive: true });
    }
  },
);
