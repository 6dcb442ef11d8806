import { existsSync, readFileSync } from 'node:fs';
import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { expect, test } from 'vitest';

/** Build tools of which a part is shipped. */
const shippedParts = ['wxt', '@wxt-dev/webextension-polyfill'];

function shippedPackages(): Promise<ModuleInfos> {
  return new Promise((resolve, reject) => {
    init({ start: '.', production: true, excludePrivatePackages: true }, (error, packages) => {
      if (error) reject(error);
      else resolve(packages);
    });
  });
}

function licenceText(file: string | undefined): string {
  const isLicence = file !== undefined && /licen[cs]e|copying|notice/i.test(file) && existsSync(file);
  return isLicence ? readFileSync(file, 'utf8').trim() : '';
}

test('notices.txt, which is shipped, holds the licence of everything that is shipped', async () => {
  const packages = Object.entries(await shippedPackages()).map(([name, info]) => ({
    name,
    licences: String(info.licenses),
    text: licenceText(info.licenseFile),
  }));
  for (const name of shippedParts) {
    const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
    if (packages.some((known) => known.name === `${name}@${version}`)) continue;
    packages.push({
      name: `${name}@${version}`,
      licences: license,
      text: licenceText(`node_modules/${name}/LICENSE`),
    });
  }
  // Forms of Polish words are data made from a dictionary (docs/glossary.md).
  packages.push({
    name: 'PoliMorf 2.1, Polish words (from sjp.pl and SGJP), of which lib/glossary holds a part',
    licences: 'BSD-2-Clause',
    text: readFileSync('lib/glossary/make-forms/polimorf-licence.txt', 'utf8').trim(),
  });
  packages.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  expect(packages.filter(({ licences }) => !/MIT|Apache-2|BSD|ISC|0BSD|MPL-2/.test(licences))).toEqual([]);
  const page = packages
    .map(({ name, licences, text }) => `${name}\n${licences}\n\n${text}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`);
  await expect(`Obok is licensed under the EUPL-1.2. It contains:\n\n${page}\n`).toMatchFileSnapshot(
    '../../../public/notices.txt',
  );
});
