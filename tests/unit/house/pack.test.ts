import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { filesIn, pack, sourceFiles } from '../../run/pack';

const folders: string[] = [];
function folderOf(files: [path: string, text: string][], day: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'obok-pack-'));
  folders.push(folder);
  for (const [path, text] of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), day, day);
  }
  return folder;
}
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const files: [string, string][] = [
  ['manifest.json', '{}'],
  ['chunks/ż.js', 'let a;'],
  ['chunks/a.js', 'let b;'],
];

test('the same files give the same package, whenever, wherever and in whatever order they were written', () => {
  const one = folderOf(files, new Date('2026-01-01T00:00:00Z'));
  const packed = pack(one, filesIn(one));
  vi.stubEnv('TZ', 'Pacific/Auckland');
  const other = folderOf([...files].reverse(), new Date('2027-07-31T23:59:59Z'));
  expect(Buffer.compare(packed, pack(other, filesIn(other)))).toBe(0);
  const changed = folderOf([...files.slice(1), ['manifest.json', '{ }']], new Date());
  expect(Buffer.compare(packed, pack(changed, filesIn(changed)))).not.toBe(0);
});

test('a package holds each file under its own path, with its own bytes', () => {
  const folder = folderOf(files, new Date());
  const entries = Object.entries(unzipSync(pack(folder, filesIn(folder))));
  expect(entries.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])).toEqual(
    [...files].sort(([one], [other]) => (one < other ? -1 : 1)),
  );
});

test('the sources hold what a build needs, and nothing that tools made', () => {
  const sources = sourceFiles();
  expect(sources).toEqual(
    expect.arrayContaining(['package-lock.json', 'wxt.config.ts', 'lib/profile/base-profile.json']),
  );
  expect(sources.filter((file) => /^(node_modules|\.output|\.wxt|\.git)\//.test(file))).toEqual([]);
});
