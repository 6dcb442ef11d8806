// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { Dexie } from 'dexie';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LockGate } from '@/components/lock-gate';
import { BroughtHealth } from '@/entrypoints/options/BroughtHealth';
import { Health } from '@/entrypoints/options/Health';
import { setLanguage } from '@/lib/i18n';
import { addCallback, eraseEverything, lockNow, lockStore, readClerk, setPassword } from '@/lib/store';
import { memoryPlaces, singlePlaces } from '@/lib/store/places';
import { promise } from '../callbacks/promises';

const canary = 'Brzęczyszczykiewicz';
const sign = 'FN.3120.7654.2026';
/** In whatever form: a name, a number, a sign of a case, a way under an origin, a name of a file. */
const trace = /brz[eę]czy|600.?987.?654|7654|\/sprawa|tajne|nowak/i;
let root: Root;
let place: HTMLElement;
let copied: string[];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  fakeBrowser.reset();
  await eraseEverything();
  copied = [];
  const said = {
    permissions: {
      getAll: async () => ({ origins: ['https://ezd.gmina.pl/sprawa/*', 'https://inny.pl/*'] }),
      contains: async () => true,
    },
    scripting: {
      getRegisteredContentScripts: async () => [{ id: 'reader', matches: ['https://ezd.gmina.pl/sprawa/*'] }],
    },
    notifications: { getPermissionLevel: async () => 'denied' },
    extension: { isAllowedIncognitoAccess: async () => false },
    commands: { getAll: async () => [{ name: '_execute_action', shortcut: '' }] },
    sidePanel: {},
  };
  for (const [name, parts] of Object.entries(said)) {
    const api = fakeBrowser as unknown as Record<string, object>;
    api[name] = { ...api[name], ...parts };
  }
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({
      version: '0.1.0',
      host_permissions: [],
      commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+O' } } },
    }),
    getPlatformInfo: async () => ({ os: 'win', arch: 'x86-64' }),
  });
  vi.stubGlobal('navigator', {
    ...navigator,
    userAgent: 'Mozilla/5.0 Chrome/156.0.0.0',
    locks,
    storage: { estimate: async () => ({ usage: 5e6, quota: 6e10 }), persisted: async () => true },
    clipboard: { writeText: async (text: string) => void copied.push(text) },
  });
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  setLanguage('pl');
  vi.unstubAllGlobals();
});

const shown = async () => {
  act(() => root.render(<Health />));
  await vi.waitFor(async () => {
    await act(async () => {});
    expect(place.querySelectorAll('.health-check')).toHaveLength(17);
  });
};
const press = (name: string) =>
  act(async () => {
    const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
    found.click();
  });

/** A name, a number and a sign of a case in every table, in every single value and in memory. */
async function fillEverything(): Promise<void> {
  await readClerk();
  const raw = await new Dexie('obok').open();
  const said = `${canary} 600 987 654 ${sign} tajne`;
  await raw
    .table('callbacks')
    .put(promise({ id: sign, name: canary, phone: '+48600987654', note: said, caseSign: sign }));
  await raw.table('callbacks').put({ ...promise({ id: 'bad' }), state: canary });
  await raw
    .table('encounters')
    .put({ id: sign, channel: 'desk', moment: 'ending', startedAt: 1, endedAt: 2, cases: [said] });
  await raw
    .table('history')
    .put({ reminderId: said, at: 1, kind: 'done', address: `https://ezd.gmina.pl/sprawa/${sign}` });
  const kinds = ['policy', 'profile-address', 'profiles', 'gone', 'clerk', 'figures', 'seen-days'];
  for (const name of Object.keys(singlePlaces).filter((one) => !kinds.includes(one)))
    await raw.table('singles').put({ name, value: { said } });
  await raw.table('singles').bulkPut([
    { name: 'clerk', value: { name: `Anna Nowak ${canary}` } },
    {
      name: 'policy',
      value: {
        policy: { signingKeys: [], defaults: { office: said }, enforced: {} },
        faults: [{ path: said, is: 'unknown' }],
        notTaken: {},
        readAt: 1,
      },
    },
    {
      name: 'profile-address',
      value: {
        address: `https://anna:tajne@obok.gmina.pl/sprawa/${sign}`,
        isManaged: false,
        etag: said,
        triedAt: 1,
        answeredAt: 1,
        failures: 1,
        problem: { kind: 'fetch', fetch: { is: 'slow' } },
      },
    },
    {
      name: 'profiles',
      value: [{ layer: 'office', source: said, takenAt: 1, from: { kind: 'file', name: `${said}.json` } }],
    },
  ]);
  raw.close();
  await fakeBrowser.storage.session.set(
    Object.fromEntries(Object.keys(memoryPlaces).map((key) => [key, said])),
  );
}

it('The health page says what works and what does not, and nobody’s data stands in it or in its report', async () => {
  await fillEverything();
  await shown();
  const text = place.textContent ?? '';
  expect(text).toContain('Powiadomienia nie działaprzeglądarka albo system ich nie pokazuje');
  expect(text).toContain('nie działa na: https://inny.pl');
  expect(text).toContain('https://obok.gmina.pl: ostatnie pobranie się nie udało (slow)');
  expect(text).toContain('nie daje się odczytać: office ?/file/–/∞');
  expect(text).toMatch(/\d wpis\S* (?:jest|są) uszkodzon/);
  expect(text).toContain('zajęte 5 MB, wolne 59 GB; przeglądarka zapewnia');
  expect(text).not.toMatch(trace);

  await press('Skopiuj dla administratora');
  await vi.waitFor(() => expect(copied).toHaveLength(1));
  expect(place.textContent).toContain('Skopiowano raport.');
  expect(copied[0]).toContain(
    '[nie działa] Powiadomienia: przeglądarka albo system ich nie pokazuje\n    → Włącz',
  );
  expect(copied[0]).toContain('Obok 0.1.0, Chrome/156.0.0.0, win x86-64');
  expect(copied[0]).not.toMatch(trace);
  expect(copied[0]).not.toMatch(/\{\{|health:/);
});

it('It is looked at anew, and told in English, too', async () => {
  await shown();
  expect(place.textContent).toContain('jeszcze nie ma czego kopiować');
  setLanguage('en');
  await press('Sprawdź jeszcze raz');
  await vi.waitFor(async () => {
    await act(async () => {});
    expect(place.textContent).toContain('there is nothing to back up yet');
  });
});

it('What the browser does not tell is said to be so, and the rest is found all the same', async () => {
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: async () => Promise.reject(new Error('gone')) });
  Object.assign(fakeBrowser.permissions, { getAll: async () => Promise.reject(new Error('gone')) });
  await shown();
  expect(place.textContent).toContain('Odczyt stron nie wiadomoprzeglądarka nie mówi');
  expect(place.textContent).toContain('Obok ?, ?, ?');
  expect(place.textContent).toContain('Baza danych w porządku');
});

it('It is read while Obok is locked, too: what can be told without the password, and nobody’s data', async () => {
  await addCallback(promise({ name: canary, phone: '+48600987654', note: sign }));
  await setPassword('poufne hasło', 15, new Date());
  await lockNow();
  act(() =>
    root.render(
      <LockGate store={lockStore} health={<BroughtHealth />}>
        <p>Biurko</p>
      </LockGate>,
    ),
  );
  const settled = async (count: number) =>
    vi.waitFor(async () => {
      await act(async () => {});
      expect(place.textContent).toContain('Obok jest zablokowany');
      expect(place.querySelectorAll('.health-check')).toHaveLength(count);
    });
  await settled(0);
  await press('Stan Oboka');
  await settled(17);
  const text = place.textContent ?? '';
  expect(text).toContain('Hasło w porządkuustawione; blokuje po 15 minutach bez pracy z Obokiem');
  expect(text).toContain(
    'Wpisy w bazie nie wiadomozablokowane hasłem, więc nie wiadomo, czy dają się odczytać: oddzwonienia 1',
  );
  expect(text).toContain('Baza danych w porządku');
  expect(text).not.toMatch(trace);
  expect(text).not.toContain('Biurko');
  await press('Skopiuj dla administratora');
  await vi.waitFor(() => expect(copied).toHaveLength(1));
  expect(copied[0]).not.toMatch(trace);
  await press('Stan Oboka');
  await settled(0);
});

it('A page that cannot tell it leads from the lock to the one that can', async () => {
  await setPassword('poufne hasło', null, new Date());
  await lockNow();
  act(() => root.render(<LockGate store={lockStore}>Biurko</LockGate>));
  await vi.waitFor(async () => {
    await act(async () => {});
    expect(place.querySelector('a')?.textContent).toBe('Stan Oboka');
  });
  expect(place.querySelector('a')?.getAttribute('href')).toBe('/options.html#stan');
});
