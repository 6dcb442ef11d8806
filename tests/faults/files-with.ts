import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lz4Of, unsnapped } from './unpacked';

/** An extension's own: Firefox's SQLite, with its log, and the tables of Chromium's LevelDB. */
const ownDatabase = /moz-extension[^/]*\/idb\/[^/]*\.sqlite|chrome-extension[^/]*\/[^/]*\.ldb$/;

/**
 * The files of a profile in which one of the texts stands in whatever way a browser may write it: as bytes, as a key of
 * Firefox's IndexedDB, and in what it has compressed, a value of an extension that was deleted included.
 */
export function filesWith(folder: string, ...texts: string[]): string[] {
  return filesWithAny(
    folder,
    texts.flatMap((text) => [
      Buffer.from(text, 'utf8'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'latin1'),
      keyOf(text),
    ]),
  );
}

export function filesWithAny(folder: string, ways: readonly Buffer[]): string[] {
  const stands = (bytes: Buffer) => ways.some((way) => bytes.includes(way));
  const shortest = Math.min(...ways.map(({ length }) => length));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => {
      const bytes = readIfThere(file);
      if (bytes === null) return false;
      if (stands(bytes)) return true;
      const session = lz4Of(bytes);
      if (session !== null) return stands(session);
      return ownDatabase.test(file) && isCompressedIn(bytes, shortest, stands);
    });
}

/** A browser that runs takes its passing files away meanwhile. */
function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Wherever in the file a compressed value may begin: what was deleted has no place of its own any more. */
function isCompressedIn(bytes: Buffer, shortest: number, stands: (bytes: Buffer) => boolean): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const value = unsnapped(bytes, at);
    if (value.length >= shortest && stands(value)) return true;
  }
  return false;
}

/** A text as Firefox's IndexedDB writes it in a key. */
function keyOf(text: string): Buffer {
  return Buffer.from(
    text.split('').flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return code <= 0x7e ? [code + 1] : [0x80 | ((code - 0x7f) >> 8), (code - 0x7f) & 0xff];
    }),
  );
}
