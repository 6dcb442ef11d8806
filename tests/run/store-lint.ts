// Looks at the Firefox build as Mozilla's store does: no error, and exactly the warnings of tests/store-lint/allowed.json.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const tool = '.output/store-lint';
const linter = join(tool, 'node_modules/addons-linter/bin/addons-linter');

if (!existsSync(linter)) {
  mkdirSync(tool, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(`tests/store-lint/${file}`, join(tool, file));
  const { status } = spawnSync(
    'npm',
    ['ci', '--prefix', tool, '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    process.stdout.write('The linter could not be installed: is the package registry within reach?\n');
    process.exit(1);
  }
}

interface Finding {
  code: string;
  file?: string;
  message: string;
}
const { stdout, stderr } = spawnSync(process.execPath, [linter, '-o', 'json', '.output/firefox-mv3'], {
  encoding: 'utf8',
  maxBuffer: 1e8,
});
if (!stdout.startsWith('{')) throw new Error(`The linter gave no report. ${stderr}`);
const { errors, warnings, metadata } = JSON.parse(stdout) as Record<'errors' | 'warnings', Finding[]> & {
  metadata: { totalScannedFileSize: number };
};

/** Without the part of a chunk's name that changes with its content. */
const fileOf = ({ file = 'manifest.json' }: Finding) => file.replace(/-[\w-]{8}(?=\.js$)/, '');
const allowed = JSON.parse(readFileSync('tests/store-lint/allowed.json', 'utf8')) as Record<
  string,
  Record<string, { times: number }>
>;
const counts = new Map<string, number>();
for (const found of warnings) {
  const key = `${fileOf(found)} ${found.code}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
const wanted = new Map<string, number>(
  Object.entries(allowed).flatMap(([file, codes]) =>
    Object.entries(codes).map(([code, { times }]) => [`${file} ${code}`, times] as const),
  ),
);
const complaints = [
  ...errors.map((found) => `error: ${fileOf(found)} ${found.code}: ${found.message}`),
  ...[...new Set([...counts.keys(), ...wanted.keys()])]
    .filter((key) => counts.get(key) !== wanted.get(key))
    .map((key) => `warning: ${key}: ${counts.get(key) ?? 0} times, allowed: ${wanted.get(key) ?? 0}`),
];
for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
process.stdout.write(
  `${errors.length} errors, ${warnings.length} warnings in ${Math.round(metadata.totalScannedFileSize / 1024)} kB; ${complaints.length === 0 ? 'all of them known' : 'not as allowed'}\n`,
);
process.exit(complaints.length === 0 ? 0 : 1);
