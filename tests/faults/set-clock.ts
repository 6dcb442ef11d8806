import { spawnSync } from 'node:child_process';
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A clock of one browser's own, that a test sets while it runs. */
export interface Clock {
  /** What the browser has to be started with. */
  env: Record<string, string>;
  /** Seconds ahead of the computer's own clock; behind it below 0. */
  set(ahead: number): void;
  now(): number;
}

/**
 * @param place a folder to put it in
 * @returns null where there is no C compiler, or the system is not Linux
 */
export function makeClock(place: string): Clock | null {
  const library = join(place, 'set-clock.so');
  const file = join(place, 'clock');
  const source = join(import.meta.dirname, 'set-clock.c');
  if (process.platform !== 'linux') return null;
  if (spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source]).status !== 0) return null;
  const descriptor = openSync(file, 'w+');
  let ahead = 0;
  const set = (seconds: number) => {
    ahead = seconds;
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    // In place, as browsers have it in their memory.
    writeSync(descriptor, bytes, 0, 8, 0);
  };
  set(0);
  return { env: { LD_PRELOAD: library, OBOK_CLOCK: file }, set, now: () => Date.now() + ahead * 1000 };
}
