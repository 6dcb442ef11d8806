// Makes what is handed to the stores: a package for each browser, the sources to build it from, the list of parts and
// the sums of all of them, in .output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { filesIn, pack, sourceFiles } from './pack.ts';
import { partsList } from './parts.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const sums: string[] = [];

function write(name: string, content: string | Uint8Array): void {
  const file = `obok-${version}-${name}`;
  writeFileSync(`.output/${file}`, content);
  sums.push(`${createHash('sha256').update(content).digest('hex')}  ${file}\n`);
}

for (const browser of ['chrome', 'edge', 'firefox']) {
  const { status } = spawnSync('wxt', ['build', '-b', browser], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
  const built = `.output/${browser}-mv3`;
  write(`${browser}.zip`, pack(built, filesIn(built)));
}
write('sources.zip', pack('.', sourceFiles()));
write('parts.cdx.json', partsList(['chrome', 'edge', 'firefox']));
writeFileSync(`.output/obok-${version}-sha256.txt`, sums.join(''));
process.stdout.write(`\n${sums.join('')}`);
