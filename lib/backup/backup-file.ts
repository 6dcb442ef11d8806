import { warsawParts } from '@/lib/calendar';
import { type FileFault, lockedFileFault, lockFile, unlockFile } from '@/lib/locked-file';
import type { KeptData } from '@/lib/store';
import { type Backup, type ContentFault, decodeBackup, encodeBackup, mostBytes } from './content';

const two = (value: number) => String(value).padStart(2, '0');

/** `obok-kopia-2026-11-27.obok`, on Warsaw's calendar. */
export function backupName(now: Date): string {
  const { year, month, day } = warsawParts(now);
  return `obok-kopia-${year}-${two(month)}-${two(day)}.obok`;
}

/**
 * Makes a copy of all that is the clerk's, locked by a password.
 *
 * @param random gives so many random bytes
 * @returns null where there is more than a copy may hold
 */
export async function makeBackup(
  kept: KeptData,
  password: string,
  now: Date,
  random: (count: number) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = encodeBackup(kept, now);
  return content && lockFile(content, password, random);
}

/** Why a copy was not opened; `hand-over`: the file holds promises from a colleague. */
export type BackupFault = FileFault | ContentFault | 'wrong-password';

/** @returns what is wrong with a file, as far as it shows from outside; null where a password may open it */
export function backupFault(bytes: Uint8Array<ArrayBuffer>): Promise<FileFault | null> {
  return lockedFileFault(bytes, mostBytes);
}

export async function openBackup(
  bytes: Uint8Array<ArrayBuffer>,
  password: string,
): Promise<Backup | BackupFault> {
  const content = await unlockFile(bytes, password, mostBytes);
  return typeof content === 'string' ? content : decodeBackup(content);
}
