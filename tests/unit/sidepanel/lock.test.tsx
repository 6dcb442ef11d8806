// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { locks } from 'node:worker_threads';
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LockGate } from '@/components/lock-gate';
import { Password } from '@/entrypoints/options/Password';
import {
  addCallback,
  keepPolicy,
  lockNow,
  lockStore,
  readCallbacks,
  readLock,
  setPassword,
} from '@/lib/store';
import { database } from '@/lib/store/database';
import { promise } from '../callbacks/promises';

const password = 'poufne hasło';
const other = 'inne długie hasło';
const now = () => new Date();
let root: Root;
let place: HTMLElement;

// jsdom has none.
Object.defineProperty(navigator, 'locks', { configurable: true, value: locks });

beforeEach(async () => {
  await Promise.all(database().tables.map((table) => table.clear()));
  await fakeBrowser.storage.session.clear();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  root.unmount();
  place.remove();
});

const shows = (text: string) =>
  vi.waitFor(() => expect(document.body.textContent).toContain(text), { timeout: 8_000, interval: 20 });
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === name);
  const last = found.at(-1);
  if (!last) throw new Error(`No button „${name}” among: ${document.body.textContent}`);
  return last;
};
function type(label: string, text: string): void {
  const field = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(label),
  );
  const input = document.getElementById(field?.htmlFor ?? '') as HTMLInputElement;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
const stand = () =>
  root.render(createElement(LockGate, { store: lockStore } as never, createElement('p', null, 'Biurko')));

it('A page shows itself where there is no password, and the lock where it is locked; the right password opens it', async () => {
  stand();
  await shows('Biurko');
  await addCallback(promise());
  await setPassword(password, 30, now());
  await shows('Biurko');
  await lockNow();
  await shows('Obok jest zablokowany');
  expect(document.body.textContent).not.toContain('Biurko');
  expect(document.activeElement?.getAttribute('type')).toBe('password');
  type('Hasło', 'zgaduję hasło');
  button('Odblokuj').click();
  await shows('To nie jest to hasło.');
  type('Hasło', password);
  button('Odblokuj').click();
  await shows('Biurko');
  expect(await readCallbacks()).toHaveLength(1);
});

it('Who has forgotten it begins anew after being asked', async () => {
  await addCallback(promise());
  await setPassword(password, 30, now());
  await lockNow();
  stand();
  await shows('Nie pamiętasz hasła?');
  button('Zacznij od nowa…').click();
  await shows('Usunąć to, co zablokowane?');
  expect(await readLock()).toMatchObject({ kind: 'locked' });
  button('Usuń i zacznij od nowa').click();
  await shows('Biurko');
  expect(await readCallbacks()).toEqual([]);
});

it('An office that wants a password has one set before anything is shown', async () => {
  await keepPolicy({ requirePassword: true }, now());
  stand();
  await shows('Twój urząd wymaga hasła.');
  expect(document.body.textContent).not.toContain('Biurko');
  type('Nowe hasło (', 'krótkie');
  button('Ustaw hasło').click();
  await shows('Hasło jest za krótkie');
  type('Nowe hasło (', password);
  type('Nowe hasło jeszcze', password);
  button('Ustaw hasło').click();
  await shows('Biurko');
  expect(await readLock()).toEqual({ kind: 'open', minutes: 30 });
});

it('In „Dane” a password is set, changed and removed by who knows it, and what a forgotten one means is said first', async () => {
  const said: string[] = [];
  const perform = async (work: () => Promise<{ text: string } | null>) => {
    const notice = await work();
    if (notice) said.push(notice.text);
  };
  root.render(createElement(Password, { perform } as never));
  await shows('klucz leży na tym samym komputerze');
  button('Ustaw hasło…').click();
  await shows('Zapomnianego hasła nie da się odzyskać');
  type('Nowe hasło (', password);
  type('Nowe hasło jeszcze', other);
  button('Ustaw hasło').click();
  await shows('Oba nowe hasła muszą być takie same.');
  type('Nowe hasło jeszcze', password);
  button('Ustaw hasło').click();
  await shows('Dane klientów są zamknięte hasłem.');

  button('Zmień hasło…').click();
  await shows('Obecne hasło');
  type('Obecne hasło', 'zgaduję hasło');
  type('Nowe hasło (', other);
  type('Nowe hasło jeszcze', other);
  button('Zmień hasło').click();
  await shows('To nie jest to hasło.');
  type('Obecne hasło', password);
  button('Zmień hasło').click();
  await vi.waitFor(() => expect(said).toEqual(['Hasło jest ustawione.', 'Hasło jest zmienione.']), 8_000);

  button('Usuń hasło…').click();
  await shows('Obok nie będzie pytać o hasło');
  type('Obecne hasło', other);
  button('Usuń hasło').click();
  await shows('klucz leży na tym samym komputerze');
  expect(await readLock()).toEqual({ kind: 'none' });

  await keepPolicy({ requirePassword: true }, now());
  await setPassword(password, null, now());
  await shows('Hasła wymaga Twój urząd');
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain(
    'Usuń hasło…',
  );
  button('Zablokuj').click();
  await vi.waitFor(async () => expect(await readLock()).toEqual({ kind: 'locked', minutes: null }));
});
