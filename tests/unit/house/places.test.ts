import 'fake-indexeddb/auto';
import { globSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aboutPerson, personOf } from '@/lib/person';
import { Database } from '@/lib/store/database';
import { localPlaces, memoryPlaces, type Place, singlePlaces, tablePlaces } from '@/lib/store/places';
import { promise, tuesday } from '../callbacks/promises';
import { emptyStore } from '../store/empty-store';

const sources = ['lib', 'entrypoints', 'components']
  .flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`))
  // What a comment says of a place is no place.
  .map((file) => ({ file, text: readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }));
const read = (file: string) => readFileSync(file, 'utf8');
const where = (places: Record<string, Place>, part: keyof Place, value: string) =>
  Object.keys(places)
    .filter((name) => places[name]?.[part] === value)
    .sort();

describe('Every place in which something is kept is named', () => {
  it('each table of the database', () => {
    const names = new Database('of-the-house').tables.map(({ name }) => name);
    expect(names.sort()).toEqual([...Object.keys(tablePlaces), 'singles'].sort());
  });

  it('each single value of it', () => {
    const names = [...read('lib/store/database.ts').matchAll(/Single<'([^']+)'/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.sort()).toEqual(Object.keys(singlePlaces).sort());
  });

  it('each key of storage.session and storage.local, and nothing is kept anywhere else', () => {
    const keys = sources.flatMap(({ file, text }) => {
      if (!/storage\.(?:session|local)\b|\b(?:read|change|watch)Session\b/.test(text)) return [];
      // Written where it stands, a key would not be seen here.
      expect(text.match(/storage\.(?:session|local)\.\w+\(\{?\s*['"`a-z]\w*['"`]?\s*:/) ?? []).toEqual([]);
      const named = [...text.matchAll(/const \w*(?:[kK]ey\w*|prefix) = (?:\([^)]*\) => )?['`]([^'`$]+)/g)];
      const passesOn = ['session-value', 'person-data', 'stored-data'].some((one) => file.includes(one));
      expect([file, named.length > 0 || passesOn]).toEqual([file, true]);
      return named.map(([, name]) => name);
    });
    expect(keys.sort()).toEqual([...Object.keys(memoryPlaces), ...Object.keys(localPlaces)].sort());

    const elsewhere =
      /\b(?:localStorage|sessionStorage|cookieStore|caches\.open|getDirectory\(|storage\.sync|document\.cookie|indexedDB\.open)/;
    const found = sources.filter(({ text }) => elsewhere.test(text)).map(({ file }) => file);
    expect(found).toEqual(['lib/store/keep-open.ts']);
    expect(sources.filter(({ text }) => /extends Dexie|new Dexie/.test(text)).length).toBe(1);
  });
});

describe('Every place is dealt with as it is said', () => {
  const canary = 'Brzęczyszczykiewicz';
  let store: Awaited<ReturnType<typeof emptyStore>>;
  let raw: Dexie;
  beforeEach(async () => {
    store = await emptyStore();
    await store.readClerk();
    raw = await new Dexie('obok').open();
    await fakeBrowser.storage.session.clear();
    await raw.table('callbacks').put(promise({ name: canary }));
    const service = { id: 'e', channel: 'desk', moment: 'ending', startedAt: 1, endedAt: 2 };
    await raw.table('encounters').put({ ...service, unfinished: { items: [], reason: canary } });
    await raw.table('history').put({ reminderId: canary, at: 1, kind: 'done' });
    // What it is of does not matter here, only that it says a name.
    const value = { since: 1, goings: [], list: [canary] };
    for (const name of Object.keys(singlePlaces)) await raw.table('singles').put({ name, value });
    await raw.table('singles').put({ name: 'profiles', value: [{ from: { kind: 'file', name: canary } }] });
    const keys = Object.keys(memoryPlaces).map((key) => (key.endsWith(':') ? `${key}7` : key));
    await fakeBrowser.storage.session.set(Object.fromEntries(keys.map((key) => [key, canary])));
    return () => raw.close();
  });
  const memory = async () =>
    Object.keys(await fakeBrowser.storage.session.get(null))
      .map((key) => key.replace(/:7$/, ':'))
      .sort();

  it('in a copy', async () => {
    const { singles, ...tables } = await store.readKept();
    expect(Object.keys(singles).sort()).toEqual(where(singlePlaces, 'copy', 'goes'));
    expect(Object.keys(tables).sort()).toEqual(where(tablePlaces, 'copy', 'goes'));
    expect(where(memoryPlaces, 'copy', 'goes')).toEqual([]);
  });

  it('where one person is looked for, and where that person is erased', async () => {
    const person = personOf(canary);
    const isAbout = person ? aboutPerson(person) : () => false;
    const found = await store.findPerson(isAbout);
    const of = (place: string) =>
      found.others
        .filter((piece) => piece.place === place)
        .map(({ key }) => String(key).replace(/:7$/, ':'))
        .sort();
    expect(of('memory')).toEqual(where(memoryPlaces, 'person', 'looked-through'));
    expect(of('singles')).toEqual(where(singlePlaces, 'person', 'looked-through'));
    expect(found.ofOffice.sort()).toEqual(where(singlePlaces, 'person', 'told'));
    expect([found.callbacks.length, found.encounters.length]).toEqual([1, 1]);
    await store.erasePerson(found, isAbout, tuesday);
    const { callbacks, encounters, others } = await store.findPerson(isAbout);
    expect([callbacks, encounters, others]).toEqual([[], [], []]);
  });

  it('where everything is erased', async () => {
    await store.eraseEverything();
    const left = await Promise.all(raw.tables.map((table) => table.toArray()));
    expect(left.flat()).toEqual([]);
    expect([...where(singlePlaces, 'all', 'stays'), ...where(tablePlaces, 'all', 'stays')]).toEqual([]);
    expect(await memory()).toEqual(where(memoryPlaces, 'all', 'stays'));
  });

  it('by its retention', async () => {
    const later = new Date(tuesday.getTime() + 500 * 86_400_000);
    await raw.table('callbacks').put(promise({ state: 'kept', settledAt: 1 }));
    await store.forgetOldHistory(later, 30);
    await store.forgetSettledCallbacks(14, later);
    for (const name of Object.keys(tablePlaces))
      expect([name, await raw.table(name).count()]).toEqual([name, 0]);
  });
});

describe('Every place is told of', () => {
  const places: Record<string, Place> = { ...tablePlaces, ...singlePlaces, ...memoryPlaces, ...localPlaces };

  it('to developers, in docs/own-data.md, as it is', () => {
    const rows = [...read('docs/own-data.md').matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(
      ([, name, cells]) => [name, cells],
    );
    const wanted = Object.entries(places).map(([name, { copy, person, all, kept }]) => [
      name,
      [copy, person, all, kept].map((word) => word.replaceAll('-', ' ')).join(' | '),
    ]);
    expect(rows).toEqual(wanted);
  });

  /** With which words the sheet for the data-protection officer tells of each. */
  const told: Record<string, string> = {
    encounters: 'obsługi: kanał, etapy, czasy',
    history: 'co stało się z przypomnieniami',
    callbacks: 'oddzwonienia: nazwisko, numer, temat',
    keys: 'klucze szyfrowania',
    schema: 'numer wersji bazy',
    clerk: 'imię i nazwisko, stanowisko, telefon służbowy',
    switches: 'wybory',
    'case-key': 'klucz skrótów znaków spraw',
    'first-run-done': 'wybory',
    underlining: 'wybory',
    'clerk-glossary': 'ulubione i własne hasła słownika',
    profiles: 'profil urzędu: osoby i numery służbowe',
    'callback-view': 'wybory',
    figures: 'tygodniowe liczby',
    policy: 'polityka administratora i adres profilu',
    'profile-address': 'polityka administratora i adres profilu',
    'profile-draft': 'szkic profilu i klucz podpisu ze Studia',
    'signing-key': 'szkic profilu i klucz podpisu ze Studia',
    backup: 'kiedy zrobiono kopię',
    ageing: 'warunki profilu urzędu: dzień',
    gone: 'losowe numery wpisów usuniętych',
    'seen-days': 'ostatni dzień, który pokazał zegar',
    'note:': 'kartka dla klienta, notatka o przekazaniu',
    'facts:': 'kartka dla klienta, notatka o przekazaniu',
    'signs:': 'znaki spraw z trwającej obsługi',
    'tab:': 'co Obok odczytał z otwartej strony',
    'strip:': 'co Obok odczytał z otwartej strony',
    'tabs-to-read': 'które karty odczytać po aktualizacji',
    'waiting-update': 'które karty odczytać po aktualizacji',
    'strip-turn': 'co Obok odczytał z otwartej strony',
    'calls-strip': 'co Obok odczytał z otwartej strony',
    'underlining:': 'co Obok odczytał z otwartej strony',
    'callback-entry': 'wpisywane, a jeszcze niezapisane oddzwonienie',
    'callbacks-offered': 'co przekazano współpracownikowi i czeka na potwierdzenie',
    'asked-place': 'wybory',
    'look-of-note': 'wybory',
    'reminding-trial': 'wybory',
    lock: 'klucz odblokowany hasłem',
    store: 'że baza tu była',
  };

  it('to the data-protection officer, in docs/ochrona-danych.pl.md, which the privacy statement names', () => {
    expect(Object.keys(told).sort()).toEqual(Object.keys(places).sort());
    const [, table = ''] = read('docs/ochrona-danych.pl.md').split('## Co, gdzie i jak długo');
    const untold = Object.entries(told).filter(([, words]) => !table.split('\n## ')[0]?.includes(words));
    expect(untold).toEqual([]);
    expect(read('docs/prywatnosc.pl.md')).toContain('(ochrona-danych.pl.md)');
  });
});
