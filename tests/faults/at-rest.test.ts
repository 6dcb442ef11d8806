import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readRaw } from '../fixtures/store/example.ts';
import { launchIn } from './chromium-profile';

const canary = 'Brzęczyszczykiewicz';
const number = '600987654';
const password = 'poufne hasło 7';
const pictures = '.output/test/pictures';

/** The files under a folder in which a text stands, in whatever way a browser may write it. */
function filesWith(folder: string, text: string): string[] {
  return filesWithAny(folder, [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'latin1'),
  ]);
}

function filesWithAny(folder: string, ways: readonly Buffer[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return ways.some((way) => bytes.includes(way));
    });
}

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
    expect([...filesWith(profile, canary), ...filesWith(profile, number)]).toEqual([]);
    // That it looks where it could stand: the id of the extension's store does.
    expect(filesWith(profile, 'case-key').length + filesWith(profile, 'schema').length).toBeGreaterThan(0);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('Without a password, nothing that was written stands in the profile in clear, before it is erased or after', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'obok-at-rest-'));
  const hits = () => [...filesWith(profile, canary), ...filesWith(profile, number)];
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
