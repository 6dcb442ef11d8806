// Runs every benchmark and prints one table of ratios; .output/bench.json holds the same rows.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ensureInstalled } from '../run/browsers.ts';

interface Row {
  /** What was measured. */
  what: string;
  /** Cost against the floor measured in the same run. */
  ratio: number;
  /** The most it may be (design, „Budgets”). */
  bar: number;
  /** Figures behind the ratio, for reading only. */
  detail: string;
}

const rowsAt = '.output/bench';
const missing = ensureInstalled(['chromium', 'firefox']);
for (const sentence of missing) process.stdout.write(`${sentence}\n`);
rmSync(rowsAt, { recursive: true, force: true });
mkdirSync(rowsAt, { recursive: true });

const { status } = spawnSync('vitest', ['run', '--project', 'bench', ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
});

const rows = readdirSync(rowsAt)
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(`${rowsAt}/${file}`, 'utf8')) as Row[]);
writeFileSync('.output/bench.json', `${JSON.stringify(rows, null, 2)}\n`);

const width = Math.max(...rows.map(({ what }) => what.length), 4);
process.stdout.write(`\n${'what'.padEnd(width)}   ratio     bar   detail\n`);
for (const { what, ratio, bar, detail } of rows) {
  const mark = ratio <= bar ? ' ' : '!';
  process.stdout.write(
    `${what.padEnd(width)} ${ratio.toFixed(2).padStart(7)} ${String(bar).padStart(7)} ${mark} ${detail}\n`,
  );
}
process.exit(status ?? 1);
