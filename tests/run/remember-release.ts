// After a release: what it asks for becomes the measure of the next one (docs/supply.md).
import { readFileSync, writeFileSync } from 'node:fs';
import { permissionSetOf } from './permission-set.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const setOf = (folder: string) =>
  permissionSetOf(JSON.parse(readFileSync(`.output/${folder}/manifest.json`, 'utf8')));
const released = {
  version,
  chromium: setOf('chrome-mv3'),
  edge: setOf('edge-mv3'),
  firefox: setOf('firefox-mv3'),
};
writeFileSync('tests/run/released.json', `${JSON.stringify(released, null, 2)}\n`);
process.stdout.write(`The permissions of ${version} are what the next release may ask for.\n`);
