import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { sitAtChromium } from '../browser/seat/chromium';
import { sitAtFirefox } from '../browser/seat/firefox';
import { type OfficePage, type Seat, until } from '../browser/seat/seat';
import { storedRows } from '../browser/stored-rows';
import {
  clerksRows,
  type Example,
  examples,
  newest,
  readRaw,
  sortedTexts,
  writeExample,
} from '../fixtures/store/example.ts';
import { launchIn } from './chromium-profile';
import { writeXpi } from './xpi';

const seats: { name: string; sit: () => Promise<Seat> }[] = [
  { name: 'Chromium', sit: () => sitAtChromium({ extension: builds.chromiumWithHosts() }) },
  { name: 'Firefox', sit: () => sitAtFirefox(builds.firefoxWithHosts()) },
];

const raw = (seat: Seat) => seat.inExtension<Awaited<ReturnType<typeof readRaw>>>(`return (${readRaw})();`);
/** Has the browser put an example in the place of our database; our own pages let go of it when they are asked to. */
const put = (seat: Seat, example: Example, native: number) =>
  seat.inExtension(`await (${writeExample})(arg.example, arg.native);`, { example, native });
const textOf = (page: OfficePage) => page.evaluate<string>('document.body.innerText');
const saying = (page: OfficePage, words: string) =>
  until(
    () => textOf(page),
    (text) => text.includes(words),
    30_000,
  );
describe.each(seats)('In $name the store', ({ sit }) => {
  let seat: Seat;
  beforeAll(async () => {
    seat = await sit();
  });
  afterAll(() => seat?.close());

  test.each(examples.map((example) => [example.version, example] as const))(
    'of version %i is opened with every row',
    async (version, example) => {
      await put(seat, example, version * 10);
      const panel = await seat.openOwn('sidepanel.html');
      expect(await saying(panel, 'Słownik')).toContain('Słownik');
      const found = await raw(seat);
      expect(found.stores).toEqual(newest().stores);
      expect(found.native).toBe(newest().version * 10);
      const { callbacks: _, encounters: __, keys: ___, ...clear } = clerksRows(example);
      for (const [name, rows] of Object.entries(clear))
        expect(clerksRows(found)[name]).toEqual(expect.arrayContaining(rows));
      // What is sealed the background may have sealed anew meanwhile, or for the first time.
      const opened = await seat.inExtension<NonNullable<Example['opened']>>(
        `${storedRows} return { callbacks: await storedRows('callbacks'), encounters: await storedRows('encounters') };`,
      );
      const written = example.opened ?? example.rows;
      expect(sortedTexts(opened.callbacks)).toEqual(sortedTexts(written.callbacks));
      expect(sortedTexts(opened.encounters)).toEqual(sortedTexts(written.encounters));
      await panel.close();
    },
  );

  test('held by a page of an older Obok is told of, and opens by itself once that is closed', async () => {
    const older = await seat.openOwn('options.html');
    await saying(older, 'Pierwsze kroki');
    await older.evaluate(`new Promise((resolve, reject) => {
      indexedDB.deleteDatabase('obok');
      const request = indexedDB.open('obok', 1);
      request.onsuccess = () => { globalThis.held = request.result; resolve(null); };
      request.onerror = () => reject(request.error);
    })`);
    const panel = await seat.openOwn('sidepanel.html');
    expect(await saying(panel, 'Zamknij pozostałe karty')).toContain('Zamknij pozostałe karty');
    await older.evaluate('held.close()');
    expect(await saying(panel, 'Słownik')).toContain('Słownik');
    await panel.close();
    await older.close();
  });
});

test('In Firefox that never keeps a history the panel says that nothing can be kept, and why', async () => {
  const place = mkdtempSync(join(tmpdir(), 'obok-private-'));
  const profile = join(place, 'profile');
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeXpi(builds.firefoxWithHosts(), join(profile, 'extensions', 'obok@obok.example.xpi'));
  // As „Uruchamianie w prywatnych oknach: zezwól” leaves it.
  writeFileSync(
    join(profile, 'extension-preferences.json'),
    JSON.stringify({
      'obok@obok.example': { permissions: ['internal:privateBrowsingAllowed'], origins: [] },
    }),
  );
  const seat = await sitAtFirefox(builds.firefoxWithHosts(), {
    profile,
    preferences: {
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'browser.privatebrowsing.autostart': true,
    },
  });
  try {
    const panel = await seat.openOwn('sidepanel.html');
    expect(await saying(panel, 'okno jest prywatne')).toContain('Obok nie może otworzyć swoich danych');
  } finally {
    await seat.close();
    rmSync(place, { recursive: true, force: true });
  }
});

test('In Chromium a damaged file is told of as lost data, and one that cannot be opened as such; both after a restart', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'obok-damaged-'));
  const open = async () => {
    const obok = await launchIn(profile);
    return { ...obok, panel: await obok.openOwn('sidepanel.html') };
  };
  try {
    const first = await open();
    await first.panel.getByRole('tab', { name: 'Słownik', exact: true }).waitFor();
    await first.panel.waitForFunction(
      'chrome.storage.local.get("store").then(({ store }) => store?.hasStood)',
    );
    await first.browser.close();

    const files = join(profile, 'Default', 'IndexedDB', `chrome-extension_${first.id}_0.indexeddb.leveldb`);
    for (const name of readdirSync(files).filter((one) => one.startsWith('MANIFEST'))) {
      writeFileSync(join(files, name), 'damaged');
    }
    const second = await open();
    await second.panel.getByText('Przeglądarka utraciła dane Oboka.').waitFor();
    await second.panel.getByRole('button', { name: 'Rozumiem' }).click();
    await second.panel.getByText('Przeglądarka utraciła dane Oboka.').waitFor({ state: 'detached' });
    await second.browser.close();

    rmSync(files, { recursive: true });
    writeFileSync(files, 'no folder');
    const third = await open();
    await third.panel.getByText('Przeglądarka nie może odczytać plików z danymi.').waitFor();
    await third.browser.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
