import { type FileFault, lockedFileFault, lockFile, unlockFile } from '@/lib/locked-file';
import { decodeHandOver, encodeHandOver, type HandOver, limits } from './content';

type Sealing =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  /** More promises, or longer ones, than a file may hold. */
  | { ok: false; reason: 'too-much' };

type Opening =
  | { ok: true; given: HandOver }
  | { ok: false; reason: FileFault | 'wrong-password' | 'unknown-content' };

/** @param random gives so many random bytes */
export async function sealFile(
  given: HandOver,
  password: string,
  random: (count: number) => Uint8Array<ArrayBuffer>,
): Promise<Sealing> {
  const content = encodeHandOver(given);
  if (content === null) return { ok: false, reason: 'too-much' };
  return { ok: true, bytes: await lockFile(content, password, random) };
}

/** @returns what is wrong with a file, as far as it shows from outside; null where a password may open it */
export function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<FileFault | null> {
  return lockedFileFault(bytes, limits.bytes);
}

export async function openFile(bytes: Uint8Array<ArrayBuffer>, password: string): Promise<Opening> {
  const content = await unlockFile(bytes, password, limits.bytes);
  if (typeof content === 'string') return { ok: false, reason: content };
  const given = decodeHandOver(content);
  return given === null ? { ok: false, reason: 'unknown-content' } : { ok: true, given };
}
