import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { type FirefoxSeat, sitAtFirefox } from '../browser/seat/firefox';
import { type OfficePage, until } from '../browser/seat/seat';
import { readRows } from '../browser/stored-rows';
import { readRaw } from '../fixtures/store/example.ts';
import { launchIn } from './chromium-profile';
import { filesWith, filesWithAny } from './files-with';
import { writeXpi } from './xpi';

const canary = 'Brzęczyszczykiewicz';
const number = '600987654';
const password = 'poufne hasło 7';
const pictures = '.output/test/pictures';

async function promiseIn(panel: Page): Promise<void> {
  await panel.getByRole('tab', { name: 'Oddzwonienia' }).click();
  const line = panel.getByLabel('Do kogo i kiedy oddzwonić');
  await line.pressSequentially(`${number} ${canary} jutro 10`);
  await line.press('Enter');
  await panel.getByText('Zapisano:').waitFor();
}

async function eraseAllIn(data: Page): Promise<void> {
  await data.getByRole('button', { name: 'Usuń wszystko' }).first().click();
  await data.getByRole('alertdialog').locator('button.danger').click();
  await data.getByRole('alertdialog').waitFor({ state: 'detached' });
}

test('With a password, what was written is locked after a restart, and nothing of it is left in the profile once it is erased', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'obok-at-rest-'));
  mkdirSync(pictures, { recursive: true });
  const launch = () => launchIn(profile);
  try {
    const first = await launch();
    const options = await first.openOwn('options.html#dane');
    await options.getByRole('button', { name: 'Ustaw hasło…' }).click();
    await options.getByLabel('Nowe hasło (').fill(password);
    await options.getByLabel('Nowe hasło jeszcze raz').fill(password);
    await options.screenshot({ path: `${pictures}/password-set.png`, fullPage: true });
    await options.getByRole('button', { name: 'Ustaw hasło', exact: true }).click();
    await options.getByText('Dane klientów są zamknięte hasłem.').waitFor();
    const panel = await first.openOwn('sidepanel.html');
    await promiseIn(panel);
    await options.getByRole('button', { name: 'Zablokuj', exact: true }).click();
    await panel.getByRole('heading', { name: 'Obok jest zablokowany' }).waitFor();
    await first.browser.close();

    const second = await launch();
    const locked = await second.openOwn('sidepanel.html');
    await locked.getByRole('heading', { name: 'Obok jest zablokowany' }).waitFor();
    expect(await locked.evaluate('document.body.innerText')).not.toContain(canary);
    for (const colorScheme of ['light', 'dark'] as const) {
      await locked.emulateMedia({ colorScheme });
      await locked.screenshot({ path: `${pictures}/locked-${colorScheme}.png` });
    }
    await locked.keyboard.type(password);
    await locked.keyboard.press('Enter');
    await locked.getByRole('tab', { name: 'Oddzwonienia' }).click();
    await locked.getByText(canary).first().waitFor();
    await locked.close();
    const data = await second.openOwn('options.html#dane');
    await eraseAllIn(data);
    await data.getByRole('button', { name: 'Ustaw hasło…' }).waitFor();
    await second.browser.close();

    const third = await launch();
    await third.openOwn('sidepanel.html');
    await third.browser.close();
    expect(filesWith(profile, canary, number)).toEqual([]);
    // That it looks where it could stand: the id of the extension's store does.
    expect(filesWith(profile, 'case-key', 'schema').length).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('Without a password, nothing that was written stands in the profile in clear, before it is erased or after', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'obok-at-rest-'));
  const hits = () => filesWith(profile, canary, number);
  try {
    const first = await launchIn(profile);
    const panel = await first.openOwn('sidepanel.html');
    await promiseIn(panel);
    const { rows } = await panel.evaluate<Awaited<ReturnType<typeof readRaw>>>(`(${readRaw})()`);
    const [{ sealed: written }] = rows.callbacks as [{ sealed: { box: { bytes: string } } }];
    await first.browser.close();
    expect(hits()).toEqual([]);
    const sealed = () => filesWithAny(profile, [Buffer.from(written.box.bytes, 'base64')]).length;
    // It looks into the very files in which the promise stands.
    expect(sealed()).toBeGreaterThan(0);

    const second = await launchIn(profile);
    await eraseAllIn(await second.openOwn('options.html#dane'));
    await second.browser.close();
    const third = await launchIn(profile);
    await third.openOwn('sidepanel.html');
    await third.browser.close();
    expect(hits()).toEqual([]);
    process.stdout.write(`after erasing and a restart the sealed promise stands in ${sealed()} files\n`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

/** A busy machine is slow, not wrong. */
const patience = 60_000;

/** One who is written without any sealing, so that it is seen where the search looks. */
const unsealed = { name: 'Gżegżółkowski-Chrząszcz', number: '600123789' };
const writeUnsealed = `await new Promise((resolve, reject) => {
  const request = indexedDB.open('unsealed', 1);
  request.onupgradeneeded = () => {
    const people = request.result.createObjectStore('people', { keyPath: 'id' });
    people.createIndex('number', 'number');
    people.add({ id: 'one', ...arg, state: 'open', due: 1, promisedAt: 1 });
  };
  request.onsuccess = () => { request.result.close(); resolve(); };
  request.onerror = () => reject(request.error);
});`;
const eraseUnsealed = `await new Promise((resolve, reject) => {
  const request = indexedDB.open('unsealed', 1);
  request.onsuccess = () => {
    const erasing = request.result.transaction('people', 'readwrite', { durability: 'strict' });
    erasing.objectStore('people').clear();
    erasing.oncomplete = () => { request.result.close(); resolve(); };
  };
  request.onerror = () => reject(request.error);
});`;

test('In Firefox: without a password nothing stands in clear; with one, a restart locks, only it opens, and nothing is left once it is erased', {
  timeout: 600_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'obok-at-rest-'));
  const profile = join(place, 'profile');
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeXpi(builds.firefoxWithHosts(), join(profile, 'extensions', 'obok@obok.example.xpi'));
  const hits = () => filesWith(profile, canary, number);
  let seat: FirefoxSeat | undefined;
  const sit = async () => {
    const preferences = { 'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0 };
    seat = await sitAtFirefox(builds.firefoxWithHosts(), { profile, preferences });
    return seat;
  };
  const says = async (page: OfficePage, text: string) =>
    expect(
      await until(
        () => page.evaluate<string>('document.body.innerText'),
        (all) => all.includes(text),
        patience,
      ),
    ).toContain(text);
  const typeIn = async (page: OfficePage, css: string, text: string) => {
    // A browser that has just started gives a field its focus when it comes to it.
    const hasFocus = `document.activeElement?.matches('${css}')`;
    do await page.click({ css });
    while (!(await until(() => page.evaluate<boolean>(hasFocus), Boolean, 5_000)));
    // What stands there already gives way.
    await page.press('Control+a');
    await page.type(text);
    const holds = `[...document.querySelectorAll('${css}')].some(({ value }) => value === ${JSON.stringify(text)})`;
    expect(await until(() => page.evaluate<boolean>(holds), Boolean, patience)).toBe(true);
  };
  const isEmpty = ({ length }: unknown[]) => length === 0;
  const press = (page: OfficePage, name: string) => page.click({ role: 'button', name });
  const write = async (at: FirefoxSeat) => {
    const panel = await at.openOwn('sidepanel.html', { width: 360, height: 760 });
    await panel.click({ css: '[role=tab][data-key=callbacks]' });
    await typeIn(panel, '.quick-entry input', `${number} ${canary} jutro 10`);
    await panel.press('Enter');
    await says(panel, 'Zapisano:');
    return panel;
  };
  const eraseAll = async (data: OfficePage) => {
    // What is above the button may still be read, and move it.
    const isAsked = `document.querySelector('[role=alertdialog] button.danger') !== null`;
    do await press(data, 'Usuń wszystko…');
    while (!(await until(() => data.evaluate<boolean>(isAsked), Boolean, 5_000)));
    await data.click({ css: '[role=alertdialog] button.danger' });
    const isOver = `document.querySelector('[role=alertdialog]') === null`;
    await until(() => data.evaluate<boolean>(isOver), Boolean, patience);
  };
  try {
    const first = await sit();
    await write(first);
    expect((await first.inExtension<{ name: string }[]>(readRows)).map(({ name }) => name)).toEqual([canary]);
    const { rows } = await first.inExtension<Awaited<ReturnType<typeof readRaw>>>(`return (${readRaw})();`);
    const [{ sealed: written }] = rows.callbacks as [{ sealed: { box: { bytes: string } } }];
    await first.inExtension(writeUnsealed, unsealed);
    const sealed = () => filesWithAny(profile, [Buffer.from(written.box.bytes, 'base64')]).length;
    // It looks into the very files in which the promise stands, and sees who is not sealed there.
    expect(sealed()).toBeGreaterThan(0);
    expect(filesWith(profile, unsealed.name)).not.toEqual([]);
    expect(filesWith(profile, unsealed.number)).not.toEqual([]);
    expect(hits()).toEqual([]);
    const settings = await first.openOwn('options.html#dane', { width: 800, height: 900 });
    await eraseAll(settings);
    expect(await until(() => first.inExtension<unknown[]>(readRows), isEmpty, patience)).toEqual([]);
    await first.inExtension(eraseUnsealed);
    await first.close();

    const second = await sit();
    expect(hits()).toEqual([]);
    const left = { sealed: sealed(), unsealed: filesWith(profile, unsealed.name, unsealed.number).length };
    process.stdout.write(`Firefox, files after erasing and a restart: ${JSON.stringify(left)}\n`);
    const options = await second.openOwn('options.html#dane', { width: 800, height: 900 });
    await press(options, 'Ustaw hasło…');
    await typeIn(options, '.lock-section [id$=-password]', password);
    await typeIn(options, '.lock-section [id$=-again]', password);
    await press(options, 'Ustaw hasło');
    await says(options, 'Dane klientów są zamknięte hasłem.');
    const panel = await write(second);
    await press(options, 'Zablokuj');
    await says(panel, 'Obok jest zablokowany');
    await second.close();
    expect(hits()).toEqual([]);

    const third = await sit();
    const data = await third.openOwn('options.html#dane', { width: 800, height: 900 });
    await says(data, 'Obok jest zablokowany');
    expect(await data.evaluate('document.body.innerText')).not.toContain(canary);
    await typeIn(data, '.lock input', 'inne hasło 8');
    await data.press('Enter');
    await says(data, 'To nie jest to hasło.');
    await typeIn(data, '.lock input', password);
    await data.press('Enter');
    await says(data, 'Dane klientów są zamknięte hasłem.');
    const again = await third.openOwn('sidepanel.html', { width: 360, height: 760 });
    await again.click({ css: '[role=tab][data-key=callbacks]' });
    await says(again, canary);
    await again.close();
    await eraseAll(data);
    await says(data, 'Ustaw hasło…');
    await third.close();

    await (await sit()).close();
    expect(hits()).toEqual([]);
    // That it looks where it could stand: the names of what is set do.
    expect(filesWith(profile, 'schema')).not.toEqual([]);
  } finally {
    await seat?.close();
    rmSync(place, { recursive: true, force: true });
  }
});
