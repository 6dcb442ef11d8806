import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import { startDemoOffice } from '../fixtures/demo-office/server.ts';
import { demoViews } from '../fixtures/demo-office/views.ts';
import { builds } from './builds';
import { clearDesk } from './fresh-desk';
import { expectNothingFound } from './screens/axe';
import { lookInChromium } from './screens/look';
import { sitAtChromium } from './seat/chromium';
import { sitAtFirefox } from './seat/firefox';
import { contextOf, type OfficePage, type Seat, until } from './seat/seat';
import { readRows } from './stored-rows';

mkdirSync('.output/test/pictures', { recursive: true });

const seats: [name: string, sit: () => Promise<Seat>][] = [
  ['Chromium', () => sitAtChromium({ extension: builds.chromiumWithHosts() })],
  ['Firefox', () => sitAtFirefox(builds.firefoxWithHosts())],
];

const focusedName = `(() => {
  const { activeElement: held } = document;
  return (held?.labels?.[0]?.textContent ?? held?.textContent ?? '').trim();
})()`;

/** Presses Tab until what is called so has the focus: by real keys, as everything here. */
async function tabTo(panel: OfficePage, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await panel.press('Tab');
    const now = await panel.evaluate<string>(focusedName);
    if (now === name || (name.endsWith('…') && now.startsWith(name.slice(0, -1)))) return;
    passed.push(now);
  }
  throw new Error(`No „${name}” among what Tab comes to: ${passed.join(' · ')}`);
}

async function pressOn(panel: OfficePage, name: string, key = 'Enter'): Promise<void> {
  await tabTo(panel, name);
  await panel.press(key);
}

async function typeInto(panel: OfficePage, label: string, text: string): Promise<void> {
  await tabTo(panel, label);
  await panel.type(text);
}

const textOf = (panel: OfficePage) => panel.evaluate<string>('document.body.innerText');
async function waitFor(panel: OfficePage, text: string | RegExp): Promise<void> {
  const isThere = (seen: string) => (typeof text === 'string' ? seen.includes(text) : text.test(seen));
  const seen = await until(() => textOf(panel), isThere);
  expect(seen).toMatch(text);
}
const waitForFocus = async (panel: OfficePage, name: string) =>
  expect(
    await until(
      () => panel.evaluate<string>(focusedName),
      (held) => held === name,
    ),
  ).toBe(name);

const callbacksIn = (seat: Seat) => seat.inExtension<Callback[]>(readRows);
/** What is known of the one service that runs, by the part before the colon. */
const keptIn = (seat: Seat, kind: 'facts' | 'note') =>
  seat.inExtension<unknown>(
    `const kept = await api.storage.session.get(null);
     const key = Object.keys(kept).find((key) => key.startsWith(arg + ':'));
     return key === undefined ? null : kept[key];`,
    kind,
  );
const forgetCallbacks = (seat: Seat) =>
  seat.inExtension(
    `const database = await new Promise((resolve, reject) => {
       const request = indexedDB.open('obok');
       request.onsuccess = () => resolve(request.result);
       request.onerror = () => reject(request.error);
     });
     if (database.objectStoreNames.contains('callbacks')) await new Promise((resolve, reject) => {
       const transaction = database.transaction('callbacks', 'readwrite');
       transaction.objectStore('callbacks').clear();
       transaction.oncomplete = resolve;
       transaction.onerror = () => reject(transaction.error);
     });
     database.close();`,
  );

describe.each(seats)('A client is passed on by keyboard alone, in %s', (browser, sit) => {
  let seat: Seat;
  let panel: OfficePage;
  beforeAll(async () => {
    seat = await sit();
  });
  afterAll(() => seat?.close());
  beforeEach(async () => {
    await clearDesk(seat);
    await forgetCallbacks(seat);
    panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
    await waitFor(panel, 'Zacznij obsługę');
    return () => panel.close();
  });

  const take = (name: string) =>
    panel.screenshot(`.output/test/pictures/passing-${name}-${browser.toLowerCase()}.png`);

  /** A small office has no directory: the clerk types whom she means. */
  async function namePerson(): Promise<void> {
    expect(await textOf(panel)).not.toContain('Przekaż klienta');
    await pressOn(panel, 'Zacznij obsługę');
    await waitFor(panel, 'Przekaż klienta');
    expect(await textOf(panel)).not.toContain('W jakiej sprawie?');
    await take('folded');
    await pressOn(panel, 'Przekazanie');
    await waitFor(panel, 'W jakiej sprawie?');
    await take('open');
    await typeInto(panel, 'W jakiej sprawie?', 'wycinka drzew');
    await typeInto(panel, 'Do kogo', 'Olga Zmyślna');
    await typeInto(panel, 'Numer telefonu', '24 000 00 33');
  }

  async function beginPassing(): Promise<void> {
    await namePerson();
    await pressOn(panel, 'Przekaż tej osobie');
    await waitFor(panel, 'Nie ma jej albo jest zajęta?');
  }

  test('the steps are ticked one by one, the number is copied and remembered as given', async () => {
    await namePerson();
    await pressOn(panel, 'Kopiuj numer');
    await waitFor(panel, 'Skopiowano numer.');
    expect(await keptIn(seat, 'facts')).toEqual(['number-given']);
    await pressOn(panel, 'Przekaż tej osobie');
    for (const step of ['1. Powiedz klientowi…', '2. Sprawdź…', '3. Powiedz jej…'])
      await pressOn(panel, step, ' ');
    await waitFor(panel, 'Klient przekazany');
    if (browser === 'Firefox') await expectNothingFound(panel, 'passing on in Firefox');
    await lookInChromium(seat, panel, 'panel-passing-steps');
    await take('steps');
    expect(await callbacksIn(seat)).toEqual([]);
    await panel.click({ role: 'button', name: 'Zakończ obsługę' });
    await panel.click({ role: 'button', name: 'Zakończ mimo to' });
    await waitFor(panel, 'Zakończono obsługę');
    expect(await textOf(panel)).not.toContain('Przekaż klienta');
  });

  test('another competent person takes the place of one who is away, and gives it back', async () => {
    await beginPassing();
    await pressOn(panel, 'Inna kompetentna osoba');
    await waitForFocus(panel, 'Do kogo');
    await panel.type('Adam Szablonowy');
    await waitFor(panel, 'To Adam Szablonowy.');
    await pressOn(panel, 'Cofnij');
    await waitFor(panel, 'To Olga Zmyślna.');
  });

  test('a call back is promised, stored before the panel says so, and taken back', async () => {
    await beginPassing();
    await pressOn(panel, 'Zbierz dane i oddzwonię');
    await waitForFocus(panel, 'Imię i nazwisko');
    await panel.type('Jan Testowy');
    await typeInto(panel, 'Telefon klienta', '600 000 001');
    await take('call-back');
    await lookInChromium(seat, panel, 'panel-passing-call-back');
    await panel.press('Enter');
    await waitFor(panel, 'Zapisano. Oddzwonić:');
    const [promised, ...others] = await callbacksIn(seat);
    expect(others).toEqual([]);
    expect(promised).toMatchObject({
      kind: 'call',
      state: 'open',
      reason: 'colleague-absent',
      name: 'Jan Testowy',
      phone: '+48600000001',
      subject: 'wycinka drzew',
      note: 'Olga Zmyślna, 24 000 00 33',
      attempts: [],
    });
    expect(promised?.encounterId).toBeTruthy();
    expect((promised?.due ?? 0) - (promised?.promisedAt ?? 0)).toBeGreaterThan(0);
    expect(await keptIn(seat, 'facts')).toEqual(['callback-promised']);
    await waitForFocus(panel, 'Zbierz dane i oddzwonię');
    await pressOn(panel, 'Cofnij');
    await waitFor(panel, 'Cofnięto.');
    expect(await callbacksIn(seat)).toEqual([]);
    expect(await keptIn(seat, 'facts')).toEqual([]);
  });

  test('the client is given a number and a time, which are kept for her note', async () => {
    await beginPassing();
    await pressOn(panel, 'Podaj numer i termin');
    await waitForFocus(panel, 'Kiedy można dzwonić');
    await panel.type('jutro od 8:00');
    await take('number');
    await lookInChromium(seat, panel, 'panel-passing-number');
    await panel.press('Enter');
    await waitFor(panel, 'trafią na kartkę dla klienta');
    expect(await keptIn(seat, 'note')).toEqual({
      contacts: [{ person: 'Olga Zmyślna', phone: '24 000 00 33', when: 'jutro od 8:00' }],
      edits: {},
    });
    expect(await keptIn(seat, 'facts')).toEqual(['number-given']);
    await pressOn(panel, 'Cofnij');
    await waitFor(panel, 'Cofnięto.');
    expect(await keptIn(seat, 'note')).toEqual({ contacts: [], edits: {} });
  });

  test('a message is stored, then copied, mailed or printed', async () => {
    await beginPassing();
    await pressOn(panel, 'Zapisz wiadomość');
    await waitForFocus(panel, 'Imię i nazwisko');
    await panel.type('Jan Testowy');
    await typeInto(panel, 'Telefon klienta', '600 000 001');
    await typeInto(panel, 'Treść wiadomości', 'Prosi o telefon w sprawie dębu.');
    await pressOn(panel, 'Zapisz wiadomość dla tej osoby');
    await waitFor(panel, 'Zapisano wiadomość.');
    expect(await callbacksIn(seat)).toMatchObject([
      {
        kind: 'message',
        colleague: 'Olga Zmyślna',
        name: 'Jan Testowy',
        subject: 'wycinka drzew',
        note: 'Prosi o telefon w sprawie dębu.',
      },
    ]);
    await waitForFocus(panel, 'Kopiuj');
    await panel.press('Enter');
    await waitFor(panel, 'Skopiowano.');
    const mail = await panel.evaluate<string>(`document.querySelector('a[href^="mailto:"]').href`);
    expect(new URL(mail).searchParams.get('subject')).not.toMatch(/Testowy|600|drzew|dębu/);
    // No driver answers the browser's own print window; what would be on the paper is looked at in its place.
    await panel.evaluate(`window.print = () => {
      window.printed = document.documentElement.className;
      window.dispatchEvent(new Event('afterprint'));
    }`);
    await take('message');
    await lookInChromium(seat, panel, 'panel-passing-message');
    await pressOn(panel, 'Drukuj');
    expect(await panel.evaluate('window.printed + "|" + document.documentElement.className')).toBe(
      'prints-message|',
    );
    // The notice of the copying stands in the way of „Cofnij”, but the message is in „Oddzwonienia”.
    expect(await callbacksIn(seat)).toHaveLength(1);
  });
});

test('With no client, passing on is offered where a case is handed over, and nowhere else', async () => {
  const office = await startDemoOffice({ port: 0 });
  const origin = office.origin.replace('127.0.0.1', 'localhost');
  const seat = await sitAtChromium({ extension: builds.chromiumWithHosts() });
  try {
    for (const wanted of ['case', 'forwarding'] as const) {
      const shown = demoViews.find(({ build, view }) => build === 'dokus' && view === wanted);
      if (!shown) throw new Error(`The demo office has no view ${wanted}.`);
      const page = await seat.open(`${origin}${shown.path}`);
      for (const step of shown.steps) await page.click(step);
      const context = await until(
        () => contextOf(seat, origin),
        (seen) => seen?.view === wanted,
      );
      expect(context?.view).toBe(wanted);
      const panel = await seat.openOwn('sidepanel.html', { width: 360, height: 760 });
      await waitFor(panel, 'Zacznij obsługę');
      await waitFor(panel, wanted === 'case' ? '· sprawa ·' : 'przekazywanie');
      expect([wanted, (await textOf(panel)).includes('W jakiej sprawie?')]).toEqual([
        wanted,
        wanted === 'forwarding',
      ]);
      await panel.close();
      await page.close();
    }
  } finally {
    await seat.close();
    await office.close();
  }
});
