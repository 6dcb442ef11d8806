import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builds } from '../browser/builds';
import { sitAtFirefox } from '../browser/seat/firefox';
import { type Seat, until } from '../browser/seat/seat';
import { type InstalledChromium, installInChromium, mayInstall } from './installed-chromium';

/** A busy machine is slow, not wrong. */
const patience = 60_000;
/** How many browsers start with the policy for the first time; `docs/administrator.pl.md` tells what twenty came to. */
const people = Number(process.env.OBOK_POLICY_RUNS ?? 2);
const office = readFileSync('tests/fixtures/demo-office/profile.json', 'utf8');
const pictures = '.output/test/pictures';
const said = 'document.body.innerText';

const policy = {
  officeProfile: office,
  signingKeys: ['AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  defaults: { phone: '24 100 00 99' },
  enforced: { referat: 'Referat Finansowy' },
};

describe.runIf(mayInstall())('The administrator’s policy in Chromium', () => {
  let installed: InstalledChromium;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    installed = await installInChromium(builds.chromium());
  });
  afterAll(() => installed?.close());

  test('is in force at the very first start, without another', async () => {
    installed.order(policy);
    for (let person = 0; person < people; person += 1) {
      const began = performance.now();
      const browser = await installed.launch(`person-${person}`);
      const options = await installed.openOwn(browser, 'options.html#profil');
      const opened = performance.now();
      const text = await untilSaid(options, 'z polityki administratora');
      console.log(
        `in force ${((performance.now() - began) / 1000).toFixed(1)} s after launch, ${((performance.now() - opened) / 1000).toFixed(1)} s after its page opened`,
      );
      expect(text).toContain('Urząd Gminy Przykładowo');
      expect(text).toContain('Narzucone: referat – Referat Finansowy');
      expect(text).toContain('Domyślnie: telefon – 24 100 00 99');
      expect(text).not.toContain('Usuń ten profil');
      await browser.close();
    }
  });

  test('that changes while the browser runs is followed, and a wrong one is told in a clear sentence', async () => {
    const browser = await installed.launch('another');
    const options = await installed.openOwn(browser, 'options.html#profil');
    await options.setViewport({ width: 900, height: 1400 });
    await untilSaid(options, 'Narzucone: referat');
    installed.order({
      officeProfile: office.replace('"seq"', '"sequence"'),
      profileUrl: 'http://intranet.gmina.pl/obok.json',
      signingKeys: ['pomyłka'],
    });
    // Chromium watches the folder of its policies.
    const text = await untilSaid(options, 'Obowiązuje dotychczasowy');
    expect(text).toContain('profileUrl\nTo nie jest adres https.');
    expect(text).toContain('signingKeys[0]\nTo nie jest klucz publiczny');
    expect(text).toMatch(/officeProfile\nW profilu (jest|są) .*błęd.*Obowiązuje dotychczasowy/);
    expect(text).toContain('Urząd Gminy Przykładowo');
    await options.screenshot({ path: `${pictures}/policy-wrong.png` });
    await browser.close();
  });
});

/** Asked from outside: a page that lies behind another draws nothing, and waits for ever for its next frame. */
async function untilSaid(
  page: { evaluate(script: string): Promise<unknown> },
  words: string,
): Promise<string> {
  const text = await until(
    async () => String(await page.evaluate(said)),
    (seen) => seen.includes(words),
    patience,
  );
  expect(text).toContain(words);
  return text;
}

/** Where Debian's Firefox reads what an administrator orders. */
const firefoxPolicies = '/etc/firefox/policies';

describe.runIf(mayInstall() && !existsSync(`${firefoxPolicies}/policies.json`))(
  'The administrator’s policy in Firefox',
  () => {
    let seat: Seat;
    beforeAll(async () => {
      mkdirSync(firefoxPolicies, { recursive: true });
      writeFileSync(
        `${firefoxPolicies}/policies.json`,
        JSON.stringify({
          policies: { '3rdparty': { Extensions: { 'obok@obok.example': { ...policy, profilUrl: 'x' } } } },
        }),
      );
      seat = await sitAtFirefox(builds.firefoxWithHosts());
    });
    afterAll(async () => {
      rmSync(`${firefoxPolicies}/policies.json`, { force: true });
      await seat?.close();
    });

    test('is in force after the start, and a name that Obok does not know is told', async () => {
      const options = await seat.openOwn('options.html#profil', { width: 900, height: 1000 });
      const text = await until(
        () => options.evaluate<string>(said),
        (seen) => seen.includes('Narzucone: referat'),
        patience,
      );
      expect(text).toContain('z polityki administratora');
      expect(text).toContain('Urząd Gminy Przykładowo');
      expect(text).toContain('profilUrl\nObok nie zna tej nazwy.');
    });
  },
);
