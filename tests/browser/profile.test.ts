import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoData } from '../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { builds } from './builds';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { type OfficePage, type Seat, type Step, stripOf, until } from './seat/seat';

const seats: { name: string; sit: () => Promise<Seat> }[] = [
  { name: 'Chromium', sit: () => sitAtChromium({ extension: builds.chromiumWithHosts() }) },
  { name: 'Firefox', sit: () => sitAtFirefox(builds.firefoxWithHosts()) },
];

const pictures = '.output/test/pictures';
const good = 'tests/fixtures/demo-office/profile.json';
const source = readFileSync(good, 'utf8');
const button = (name: string): Step => ({ role: 'button', name });
const link = (name: string): Step => ({ role: 'link', name });

describe.each(seats)('the profile of the office in $name', ({ name, sit }) => {
  let seat: Seat;
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  let files: string;
  let options: OfficePage;
  let panel: OfficePage;

  const textOf = (page: OfficePage) => page.evaluate<string>('document.body.innerText');
  const shows = async (page: OfficePage, words: string) => {
    const text = await until(
      () => textOf(page),
      (seen) => seen.includes(words),
    );
    expect(text).toContain(words);
    return text;
  };
  const written = (fileName: string, text: string) => {
    const path = join(files, fileName);
    writeFileSync(path, text);
    return path;
  };
  const kept = () =>
    seat.inExtension<{ source: string }[]>(
      `const database = await new Promise((resolve, reject) => {
         const request = indexedDB.open('obok');
         request.onsuccess = () => resolve(request.result);
         request.onerror = () => reject(request.error);
       });
       try {
         return await new Promise((resolve, reject) => {
           const request = database.transaction('singles').objectStore('singles').get('profiles');
           request.onsuccess = () => resolve(request.result?.value ?? []);
           request.onerror = () => reject(request.error);
         });
       } finally { database.close(); }`,
    );

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    files = mkdtempSync(join(tmpdir(), 'obok-profiles-'));
    office = await startDemoOffice({ port: 0 });
    seat = await sit();
    const start = await seat.openOwn('options.html#start');
    for (const [index, text] of ['Anna Wzorcowa', 'inspektor', 'Referat Finansowy'].entries()) {
      const css = `.fields > :nth-child(${index + 1}) input`;
      await start.click({ css });
      // On a busy machine keys may come before the field has the focus.
      await until(
        () => start.evaluate<boolean>(`document.activeElement === document.querySelector('${css}')`),
        Boolean,
      );
      await start.type(text);
      const value = () => start.evaluate<string>(`document.querySelector('${css}').value`);
      expect(await until(value, (typed) => typed === text)).toBe(text);
    }
    await start.click(button('Dalej'));
    await shows(start, 'W jakich systemach pracujesz?');
    await start.close();
    panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await shows(panel, 'Przy biurku');
    await panel.click({ css: '.channel:nth-of-type(2)' });
    await shows(panel, 'Dzień dobry, Urząd Gminy Gostynin, Referat Finansowy, Anna Wzorcowa.');
    options = await seat.openOwn('options.html#profil', { width: 1100, height: 800 });
    await shows(options, 'Nie wczytano. Obowiązuje profil podstawowy.');
  });
  afterAll(async () => {
    await seat?.close();
    await office?.close();
    rmSync(files, { recursive: true, force: true });
  });

  test('a broken file is told mistake by mistake, and changes nothing', async () => {
    const broken = JSON.stringify({ ...JSON.parse(source), budget: { perDay: 99 }, introduction: '{urzad}' });
    await options.chooseFile(written('zepsuty.json', broken));
    const text = await shows(options, 'Tego pliku nie można przyjąć: zepsuty.json');
    expect(text).toContain('budget.perDay');
    expect(text).toContain('Wpisz najwyżej 50.');
    expect(text).not.toContain('Przyjmij');
    await options.screenshot(`${pictures}/${name}-profile-broken.png`);
    expect(await kept()).toEqual([]);
    await shows(panel, 'Urząd Gminy Gostynin');
    await options.click(button('Zamknij podgląd'));
  });

  test('a good one is looked at first, and once accepted the panel’s introduction follows', async () => {
    await options.chooseFile(good);
    const text = await shows(options, 'Podgląd: Urząd Gminy Przykładowo');
    expect(text).toContain('Dochodzi (15)');
    await options.screenshot(`${pictures}/${name}-profile-preview.png`);
    expect(await kept()).toEqual([]);
    await options.click(button('Przyjmij'));
    await shows(options, 'Przyjęto profil.');
    await options.screenshot(`${pictures}/${name}-profile-taken.png`);
    expect((await kept()).map((one) => one.source)).toEqual([source]);
    await shows(panel, 'Urząd Gminy Przykładowo, Referat Finansowy, mówi Anna Wzorcowa');
    await panel.screenshot(`${pictures}/${name}-profile-panel.png`);
  });

  test('its reminder comes into the page of a case', async () => {
    const page = await seat.open(`${office.origin}/classic/`);
    await page.click(link('Spis spraw'));
    await page.click(link(demoData().cases[0]?.sign ?? ''));
    const strip = await until(
      () => stripOf(seat, `${office.origin}/classic/`),
      (seen) => seen?.text.includes('Zanim otworzysz akta') ?? false,
    );
    expect(strip?.text).toContain('czy sprawa nie dotyczy Ciebie ani bliskiej osoby?');
    await page.close();
  });

  test('an older one is refused in a sentence', async () => {
    await options.chooseFile(written('stary.json', JSON.stringify({ ...JSON.parse(source), seq: 2 })));
    const text = await shows(options, 'Masz nowsze wydanie tego profilu: 3. W pliku jest 2');
    expect(text).not.toContain('Przyjmij');
    await options.click(button('Zamknij podgląd'));
  });

  test('the preview can be read in a window as narrow as the panel', async () => {
    const narrow = await seat.openOwn('options.html#profil', { width: 360, height: 760 });
    await shows(narrow, 'Wczytaj z pliku');
    await narrow.chooseFile(
      written('nowy.json', JSON.stringify({ ...JSON.parse(source), seq: 4, glossary: [] })),
    );
    await shows(narrow, 'Podgląd: Urząd Gminy Przykładowo');
    await narrow.screenshot(`${pictures}/${name}-profile-narrow.png`);
    const sizes = '[document.documentElement.scrollWidth, document.documentElement.clientWidth]';
    const [content, width] = await narrow.evaluate<[number, number]>(sizes);
    expect(content).toBe(width);
    await narrow.close();
  });

  test('it can be removed, and the removal taken back', async () => {
    await options.click(button('Usuń ten profil: Profil urzędu'));
    await shows(options, 'Usunięto profil.');
    await shows(panel, 'Urząd Gminy Gostynin');
    await options.click(button('Cofnij'));
    await shows(options, 'Cofnięto.');
    await shows(panel, 'mówi Anna Wzorcowa');
    expect((await kept()).map((one) => one.source)).toEqual([source]);
  });
});
