import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Paths of all files in a folder, below it, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/**
 * What a reviewer builds the extension from: all that the repository holds. In an unpacked source package, which is no
 * repository, all that stands there but what tools made.
 */
export function sourceFiles(): string[] {
  const { status, stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  const files = status === 0 ? stdout.split('\0') : filesIn('.');
  return files
    .filter((file) => file !== '' && !/^(node_modules|\.output|\.wxt|\.git)\//.test(file) && existsSync(file))
    .sort();
}

/** A zip file of `files` below `folder`: the same files give the same bytes, whenever and wherever it is made. */
export function pack(folder: string, files: string[]): Uint8Array {
  const entries = files.map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))] as const);
  // The earliest day a zip file can name. It names no zone, so midnight by the computer's own clock is the same everywhere.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 9 });
}
