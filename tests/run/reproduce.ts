// Builds again what stands in .output, from the source package unpacked elsewhere, at another time, in another zone and
// language, and compares every file. `npm run reproduce`, or with the browsers to build for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { filesIn, pack, sourceFiles } from './pack.ts';

const browsers = process.argv.length > 2 ? process.argv.slice(2) : ['chrome', 'edge', 'firefox'];
const elsewhere = mkdtempSync(join(tmpdir(), 'zbudowane-ponownie-'));
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Puts the clock of a Node program ahead by 400 days and a bit. */
const anotherDay = `data:text/javascript,${encodeURIComponent(`
  const Today = Date, ahead = 34_567_890_123;
  globalThis.Date = class extends Today {
    constructor(...given) { given.length === 0 ? super(Today.now() + ahead) : super(...given); }
    static now() { return Today.now() + ahead; }
  };`)}`;

let different = 0;
try {
  for (const [path, bytes] of Object.entries(unzipSync(pack('.', sourceFiles())))) {
    mkdirSync(join(elsewhere, dirname(path)), { recursive: true });
    writeFileSync(join(elsewhere, path), bytes);
  }
  symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'), 'junction');
  for (const browser of browsers) {
    const { status, stdout, stderr } = spawnSync('wxt', ['build', '-b', browser], {
      cwd: elsewhere,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        TZ: 'Pacific/Auckland',
        LANG: 'tr_TR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        NODE_OPTIONS: `--import ${anotherDay}`,
      },
    });
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
    const here = `.output/${browser}-mv3`;
    const there = join(elsewhere, here);
    const files = [...new Set([...filesIn(here), ...filesIn(there)])].sort();
    const unlike = files.filter((file) => {
      try {
        return sum(readFileSync(join(here, file))) !== sum(readFileSync(join(there, file)));
      } catch {
        return true; // It stands in one of them only.
      }
    });
    for (const file of unlike) process.stdout.write(`differs: ${here}/${file}\n`);
    different += unlike.length;
    const [one, other] = [here, there].map((folder) => sum(pack(folder, filesIn(folder))));
    if (one !== other && unlike.length === 0) {
      process.stdout.write(`differs: the package for ${browser}\n`);
      different += 1;
    }
    process.stdout.write(
      `${browser}: ${files.length - unlike.length} of ${files.length} files the same; package ${other}\n`,
    );
  }
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
process.exit(different === 0 ? 0 : 1);
