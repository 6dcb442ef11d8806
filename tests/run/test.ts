// Everything CI runs, in order; the last line is the total of steps and tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { ensureInstalled } from './browsers.ts';
import { lookedFile, notLookedAt } from './looked-at.ts';

const out = '.output/test';
let passed = 0;
const failures: string[] = [];

/** Seconds since it was last asked: where the time of a run goes. */
let since = performance.now();
function seconds(): string {
  const passedBy = performance.now() - since;
  since = performance.now();
  return `${(passedBy / 1000).toFixed(0)} s`;
}

function note(name: string, ok: boolean): void {
  if (ok) passed += 1;
  else failures.push(name);
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${name}, ${seconds()}\n`);
}

/** Runs a tool of node_modules/.bin; what it prints is shown. */
function run(tool: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(tool, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function step(name: string, tool: string, args: string[], env?: Record<string, string>): boolean {
  process.stdout.write(`\n── ${name}\n`);
  const ok = run(tool, args, env);
  note(name, ok);
  return ok;
}

/** What is used here of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** Test files that were run, as vitest names them. */
const ran = new Set<string>();
/** What failed on a busy machine and passed on a quiet one: not a failure of this run, and a fault to be looked for. */
const waverers: string[] = [];

/** @returns how many tests passed, and what failed, by its file; null where vitest gave no report */
function runTests(name: string, options: string[]): { passed: number; failed: Map<string, string[]> } | null {
  process.stdout.write(`\n── tests: ${name}\n`);
  const report = `${out}/vitest-${name.replace(/\W+/g, '-')}.json`;
  rmSync(report, { force: true });
  const ok = run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...options,
  ]);
  const failed = new Map<string, string[]>();
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    for (const { name: path, status: whole, message, assertionResults } of testResults) {
      ran.add(path);
      const of = assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0] ?? ''}`);
      // A file can fail outside its tests: in a hook, or before the first of them.
      if (of.length === 0 && (whole === 'failed' || message !== ''))
        of.push(message.split('\n')[0] || 'outside its tests');
      if (of.length > 0) failed.set(relative('.', path), of);
    }
    if (numPassedTests === 0) failed.set(name, ['no test ran']);
    else if (!ok && failed.size === 0) failed.set(name, ['a file could not be run']);
    return { passed: numPassedTests, failed };
  } catch {
    return null;
  } finally {
    process.stdout.write(`${name}: ${seconds()}\n`);
  }
}

/** More files than these do not fail by chance. */
const fewFiles = 4;

/**
 * A vitest project: each of its tests counts.
 * @param only the folders whose files are run; all of the project's without it
 * @param options for vitest
 * @param secondTry whether a few files that failed are run once more, alone: a browser on a busy machine may be too slow for
 * its driver. What passes then is named at the end of the run.
 */
function tests(project: string, only: string[] = [], options: string[] = [], secondTry = false): void {
  const name = [project, ...only].join(' ');
  const first = runTests(name, ['--project', project, ...options, ...only]);
  if (first === null) {
    failures.push(`${name}: vitest gave no report`);
    return;
  }
  passed += first.passed;
  const tell = ([file, of]: [string, string[]]) => of.map((one) => `${file}: ${one}`);
  const files = [...first.failed.keys()].filter((file) => file.endsWith('.test.ts'));
  if (!secondTry || files.length !== first.failed.size || files.length > fewFiles) {
    failures.push(...[...first.failed].flatMap(tell));
    return;
  }
  for (const file of files) {
    const again = runTests(`${file} again`, ['--project', project, file]);
    const of = first.failed.get(file) ?? [];
    if (again === null || again.failed.size > 0) {
      failures.push(...tell([file, of]));
    } else {
      passed += of.length;
      waverers.push(...tell([file, of]));
    }
  }
}

/** A folder that no step names would be left out without a word. */
function everyTestRan(): void {
  const files = spawnSync('git', ['ls-files', 'tests/**/*.test.ts', 'tests/**/*.test.tsx'], {
    encoding: 'utf8',
  }).stdout.split('\n');
  const left = files.filter((file) => file !== '' && !ran.has(resolve(file)));
  for (const file of left) process.stdout.write(`not run: ${file}\n`);
  note('every test file was run', left.length === 0);
}

/** dependency-cruiser under an unfitting TypeScript looks at no module, and passes: count what it saw. */
function importRules(): void {
  process.stdout.write('\n── import rules between rooms\n');
  const rooms = ['entrypoints', 'components', 'lib'];
  const { stdout } = spawnSync('depcruise', [...rooms, '--output-type', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    shell: process.platform === 'win32',
  });
  const { summary, modules } = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    modules: { source: string }[];
  };
  for (const { rule, from, to } of summary.violations)
    process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
  const listed = spawnSync(
    'git',
    ['ls-files', ...rooms.flatMap((room) => [`${room}/*.ts`, `${room}/*.tsx`])],
    {
      encoding: 'utf8',
    },
  ).stdout.split('\n');
  const cruised = new Set(modules.map(({ source }) => source));
  // Files of types alone leave no trace once types are erased, but they are cruised as starting points all the same.
  const unseen = listed.filter((file) => file !== '' && !cruised.has(file));
  for (const file of unseen) process.stdout.write(`not looked at: ${file}\n`);
  note('import rules between rooms', summary.violations.length === 0 && unseen.length === 0);
}

/** Known holes in what is shipped. Where the registry gives no answer nothing is claimed, and a line says so. */
function audit(): void {
  process.stdout.write('\n── known holes in what is shipped\n');
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  let report: { vulnerabilities?: Record<string, { severity: string }> } = {};
  try {
    report = JSON.parse(stdout);
  } catch {
    // No registry, no report.
  }
  if (report.vulnerabilities === undefined) {
    process.stdout.write(
      'skip  the registry gives no advisories: ask again before a release (npm audit --omit=dev)\n',
    );
    return;
  }
  const holes = Object.entries(report.vulnerabilities);
  for (const [name, { severity }] of holes) process.stdout.write(`${name}: ${severity}\n`);
  note('known holes in what is shipped', holes.length === 0);
}

mkdirSync(out, { recursive: true });
const missing = ensureInstalled(['chromium', 'firefox', 'xvfb', 'imagemagick', 'xdotool']);
for (const sentence of missing) process.stdout.write(`${sentence}\n`);
note('the browsers to test in are installed', missing.length === 0);

step('format and lint', 'biome', ['ci', '--error-on-warnings', '.']);
step('WXT types', 'wxt', ['prepare']);
step('types', 'tsc', ['--noEmit']);
importRules();
step('dead exports', 'knip', ['--no-progress']);
tests('unit');

const hosts = { OBOK_HOSTS: 'http://localhost,http://ezdrp-web.gmina.localhost', OBOK_OUT: `${out}/hosts` };
const built = [
  step('build: Chromium', 'wxt', ['build']),
  step('build: Edge', 'wxt', ['build', '-b', 'edge']),
  step('build: Firefox', 'wxt', ['build', '-b', 'firefox']),
  step('build: Chromium with fixed hosts', 'wxt', ['build'], hosts),
  step('build: Firefox with fixed hosts', 'wxt', ['build', '-b', 'firefox'], hosts),
].every(Boolean);
if (built)
  step('Firefox built again elsewhere: the same bytes', 'node', ['tests/run/reproduce.ts', 'firefox']);
audit();
step('size budgets', 'size-limit', []);
rmSync(lookedFile, { force: true });
if (built && missing.length === 0) {
  // Each browser has a profile, a port and a display of its own, so two files may run side by side …
  tests('browser', ['tests/browser', 'tests/hostile'], ['--fileParallelism', '--maxWorkers=2'], true);
  // … but not those that write the computer's policies, which any browser reads, or that wait for a clock.
  tests('browser', ['tests/faults'], [], true);
  everyTestRan();
  process.stdout.write(`looks on no screen of the list: ${notLookedAt().join(' ') || 'none'}\n`);
} else failures.push('browser tests could not be run');

for (const name of waverers) process.stdout.write(`again ${name}\n`);
for (const name of failures) process.stdout.write(`FAIL  ${name}\n`);
process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
process.exit(failures.length === 0 ? 0 : 1);
