import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';

/** `OBOK_PICTURES=1` renews the pictures in the docs; a mere test run leaves the tree as it was. */
const kept = process.env.OBOK_PICTURES ? 'docs/pictures' : null;

/** Puts a picture among those of the docs, in a palette: a third of the bytes, the same to the eye. */
export function keepPicture(picture: string): void {
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  const smaller = ['-alpha', 'off', '-strip', '+dither', '-colors', '256'];
  execFileSync('convert', [picture, ...smaller, `png8:${kept}/${basename(picture)}`]);
}
