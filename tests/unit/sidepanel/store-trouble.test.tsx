// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newest, readRaw, writeExample } from '../../fixtures/store/example.ts';

/** What each test loads anew: a page of the extension that has just been opened. */
let store: typeof import('@/lib/store');
let place: HTMLElement;
let unmount = () => {};

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  await Dexie.delete('obok');
  await writeExample(newest(), newest().version * 10);
  vi.resetModules();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  vi.restoreAllMocks();
  unmount();
  place.remove();
});

/** @param local what `storage.local` holds */
async function open(screen: Screen, local?: Record<string, unknown>): Promise<void> {
  store = await import('@/lib/store');
  await nobodyBeside();
  if (local) await (await import('wxt/testing/fake-browser')).fakeBrowser.storage.local.set(local);
  const { createRoot } = await import('react-dom/client');
  const { createElement } = await import('react');
  const shown = {
    panel: async () => createElement((await import('@/entrypoints/sidepanel/Panel')).Panel),
    options: async () => createElement((await import('@/entrypoints/options/Options')).Options),
    note: async () =>
      createElement((await import('@/entrypoints/note/NotePage')).NotePage, {
        address: { encounterId: null, tabId: null },
      }),
  };
  const { LockGate } = await import('@/components/lock-gate');
  const root = createRoot(place);
  unmount = () => root.unmount();
  // As it stands in each page: the screen behind the gate comes after the store was told to have failed.
  root.render(<LockGate store={store.lockStore}>{await shown[screen]()}</LockGate>);
}

/** A browser in which no page was permitted. */
async function nobodyBeside(): Promise<void> {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  const event = { addListener: () => {}, removeListener: () => {} };
  Object.assign(fakeBrowser.permissions, {
    onAdded: event,
    onRemoved: event,
    getAll: async () => ({ origins: [] }),
    contains: async () => false,
  });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  Object.assign(navigator, { storage: { estimate: async () => ({}) } });
}

const shows = (text: string) =>
  vi.waitFor(
    () => {
      expect(place.textContent).toContain(text);
    },
    { timeout: 8_000, interval: 20 },
  );
const hides = (text: string) =>
  vi.waitFor(
    () => {
      expect(place.textContent).not.toContain(text);
    },
    { timeout: 8_000, interval: 20 },
  );
function press(name: string): void {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
  found.focus();
  found.click();
}

/** Has the browser refuse to open the database. @returns mends it */
function refuse(name: string): () => void {
  const spy = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    const request = Object.assign(new EventTarget(), {
      onerror: null as ((event: object) => void) | null,
      error: new DOMException('', name),
    });
    setTimeout(() =>
      request.onerror?.({ target: request, preventDefault: () => {}, stopPropagation: () => {} }),
    );
    return request as unknown as IDBOpenDBRequest;
  });
  return () => spy.mockRestore();
}

/** Has the disk be full: what is written fails at the end of its transaction, as it does in a browser. */
function fillDisk(way: 'put' | 'add' = 'put'): () => void {
  const write = IDBObjectStore.prototype[way];
  const spy = vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    const request = write.apply(this, row);
    const transaction = this.transaction as unknown as { _abort(name: string): void };
    request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
    return request;
  });
  return () => spy.mockRestore();
}

const screens = ['panel', 'options', 'note'] as const;
type Screen = (typeof screens)[number];
const working = { panel: 'Oddzwonienia', options: 'Systemy', note: 'Czego dotyczy' };

describe.each(screens)('The %s', (screen) => {
  it.each([
    ['UnknownError', 'nie może odczytać plików'],
    ['InvalidStateError', 'okno jest prywatne'],
    ['QuotaExceededError', 'Na dysku brakuje miejsca'],
  ])('says what %s means and what to do, and opens when it is over', async (name, sentence) => {
    const mend = refuse(name);
    await open(screen);
    await shows(sentence);
    expect(place.querySelector('[role=alert]')?.textContent).toMatch(
      /nie może otworzyć[\s\S]*niczego nie usunął/,
    );
    press('Spróbuj ponownie');
    await shows('Jeszcze się nie udało.');
    expect(document.activeElement?.textContent).toBe('Spróbuj ponownie');
    mend();
    press('Spróbuj ponownie');
    await hides('nie może otworzyć');
    await shows(working[screen]);
    expect(store.storeState()).toEqual({ kind: 'open' });
  });

  it('is told that another page holds the data, and opens by itself once that is closed', async () => {
    await Dexie.delete('obok');
    const older = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('obok', 1);
      request.onsuccess = () => resolve(request.result);
    });
    await open(screen);
    await shows('Zamknij pozostałe karty i panele Oboka');
    expect(store.storeState()).toEqual({ kind: 'failed', reason: 'blocked' });
    older.close();
    await hides('nie może otworzyć');
    await shows(working[screen]);
  });

  it('is told so by another page of Obok, where that waits for the same one', async () => {
    await Dexie.delete('obok');
    const others = new BroadcastChannel('obok-store');
    const asked = new Promise((resolve) => {
      others.onmessage = ({ data }) => data === 'who is blocked' && resolve(others.postMessage('blocked'));
    });
    // As a browser that has told somebody else already.
    const silent = vi
      .spyOn(IDBFactory.prototype, 'open')
      .mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
    await open(screen);
    await asked;
    await shows('Zamknij pozostałe karty i panele Oboka');
    others.close();
    silent.mockRestore();
  });

  it('shows data of a later Obok, says that nothing is kept and how to get a copy', async () => {
    await Dexie.delete('obok');
    const later = newest().version + 1;
    await writeExample(newest(), later * 10);
    const before = await readRaw();
    await open(screen);
    await shows('Wersja Oboka jest starsza niż dane.');
    await shows(working[screen]);
    expect(place.querySelector('a[href="/options.html#dane"]')?.textContent).toBe('Zapisz kopię danych');
    expect(await readRaw()).toEqual(before);
  });

  it('names data that it cannot read as those of a later Obok', async () => {
    await Dexie.delete('obok');
    await writeExample({ ...newest(), stores: {} }, 9_990);
    await open(screen);
    await shows('Zapisała je nowsza wersja Oboka');
  });

  it('stands as it was where the browser closes the database, and goes on when it opens again', async () => {
    await open(screen);
    await shows(working[screen]);
    const mend = refuse('UnknownError');
    await store.readKept();
    const opened = (await import('@/lib/store/database')).database();
    forceCloseDatabase(opened.backendDB() as never);
    await shows('Obok stracił dostęp do swoich danych');
    await shows(working[screen]);
    mend();
    press('Spróbuj ponownie');
    await hides('stracił dostęp');
    await store.saveClerk({ name: 'Ewa Zielińska' });
    expect((await store.readClerk()).name).toBe('Ewa Zielińska');
  });

  it('says that the browser has lost the data and begun anew, until the clerk has read it', async () => {
    await open(screen);
    await shows(working[screen]);
    expect(place.textContent).not.toContain('utraciła dane');
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    const kept = await fakeBrowser.storage.local.get('store');
    expect(kept).toEqual({ store: { hasStood: true } });
    // Damaged files: Chromium opens an empty database as though there had never been another.
    unmount();
    await Dexie.delete('obok');
    vi.resetModules();
    await open(screen, kept);
    await shows('Przeglądarka utraciła dane Oboka.');
    expect(place.querySelector('a[href="/options.html#dane"]')?.textContent).toBe('Przywróć z kopii');
    expect(store.storeState()).toEqual({ kind: 'emptied' });
    press('Rozumiem');
    await hides('utraciła dane');
    expect(store.storeState()).toEqual({ kind: 'open' });
  });

  it('says that the disk is full when a write failed for it, until one succeeds', async () => {
    await open(screen);
    await shows(working[screen]);
    const empty = fillDisk();
    await expect(store.saveClerk({ name: 'Ewa' })).rejects.toThrow();
    await shows('Na dysku brakuje miejsca');
    await shows(working[screen]);
    press('Spróbuj ponownie');
    await shows('Jeszcze się nie udało.');
    empty();
    press('Spróbuj ponownie');
    await hides('Na dysku brakuje miejsca');
    expect((await store.readClerk()).name).toBe('Anna Nowak');
  });
});

describe('A promise that does not open', () => {
  beforeEach(async () => {
    await Dexie.delete('obok');
    const { rows, ...example } = newest();
    const callbacks = (rows.callbacks ?? []).map((row) =>
      row.id === 'c1' ? { ...row, sealed: { ...(row.sealed as object), key: 'gone' } } : row,
    );
    await writeExample({ ...example, rows: { ...rows, callbacks } }, example.version * 10);
  });
  afterEach(() => {
    location.hash = '';
  });

  it('hides no other from the panel, which says that one is damaged and where to mend it', async () => {
    await open('panel');
    await shows('1 zapis jest uszkodzony i nie da się go odczytać.');
    expect(place.querySelector('a[href="/options.html#dane"]')?.textContent).toBe('Co z tym zrobić');
    await shows('Maria Wiśniewska');
    await store.dropSetAside();
    await hides('uszkodzony');
  });

  it('is told of in „Dane”, and goes when the clerk says so twice', async () => {
    location.hash = '#dane';
    await open('options');
    await shows('1 uszkodzony zapis');
    press('Usuń uszkodzone zapisy…');
    await vi.waitFor(() => expect(document.body.textContent).toContain('Usunąć uszkodzone zapisy?'));
    expect((await readRaw()).rows.callbacks).toHaveLength(3);
    const sure = [...document.querySelectorAll<HTMLElement>('[role=alertdialog] button.danger')];
    sure.at(-1)?.click();
    await shows('Usunięto 1 uszkodzony zapis.');
    await hides('Usuń uszkodzone zapisy…');
    expect((await readRaw()).rows.callbacks?.map(({ id }) => id)).toEqual(['c2', 'c3']);
  });
});

it('A promise that was typed stays in its line where the disk is full, and is stored once there is room', async () => {
  await open('panel');
  await shows(working.panel);
  const line = place.querySelector<HTMLInputElement>('[id$=line], input[type=text], textarea');
  if (!line) throw new Error('There is no line to type a promise into.');
  const text = '600 123 456 Kowalska jutro 10';
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(line), 'value')?.set?.call(line, text);
  line.dispatchEvent(new Event('input', { bubbles: true }));
  const count = (await store.readCallbacks()).length;
  const enter = () => line.form?.requestSubmit();
  const empty = fillDisk('add');
  await vi.waitFor(() => expect(line.value).toBe(text));
  enter();
  await shows('Na dysku brakuje miejsca');
  await shows('Nie udało się tego zapisać');
  expect(line.value).toBe(text);
  expect(await store.readCallbacks()).toHaveLength(count);
  empty();
  enter();
  await vi.waitFor(async () => expect(await store.readCallbacks()).toHaveLength(count + 1));
  await hides('Na dysku brakuje miejsca');
});
