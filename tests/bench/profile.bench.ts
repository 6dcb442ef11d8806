import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseProfile } from '@/lib/profile';
import { badProfiles } from '../unit/profile/bad-profiles';
import { fullProfile } from '../unit/profile/full-profile';

/** In milliseconds: longer than that a person waits for an answer about a file. */
const longest = 200;

/** Milliseconds of the slowest answer, each asked twice and the quicker one counted: the machine may be busy with another. */
function slowest(sources: readonly (string | Uint8Array)[]): number {
  const once = (source: string | Uint8Array) => {
    const begun = performance.now();
    const { ok } = parseProfile(source);
    return { took: performance.now() - begun, ok };
  };
  return Math.max(...sources.map((source) => Math.min(once(source).took, once(source).took)));
}

it('A bad profile is refused while a person would still call it at once', () => {
  const bad = badProfiles().map(({ source }) =>
    typeof source === 'string' || source instanceof Uint8Array ? source : (JSON.stringify(source) ?? ''),
  );
  expect(bad.length).toBeGreaterThanOrEqual(200);
  const good = JSON.stringify(fullProfile);
  const seed = 20_261_128;
  const bytes = fc.sample(fc.uint8Array({ maxLength: 400 }), { seed, numRuns: 5_000 });
  const cuts = fc.sample(
    fc.tuple(fc.nat(good.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 8 })),
    { seed, numRuns: 5_000 },
  );
  const cut = cuts.map(([at, length, put]) => good.slice(0, at) + put + good.slice(at + length));
  for (const source of bad.slice(0, 50)) parseProfile(source);

  const row = (what: string, sources: readonly (string | Uint8Array)[]) => {
    const took = slowest(sources);
    return { what, ratio: took / longest, bar: 1, detail: `${took.toFixed(1)} ms (budget ${longest} ms)` };
  };
  const rows = [
    row(`the slowest of ${bad.length} bad profiles`, bad),
    row('the slowest of 10 000 files of chance', [...bytes, ...cut]),
  ];
  mkdirSync('.output/bench', { recursive: true });
  writeFileSync('.output/bench/profile.json', JSON.stringify(rows, null, 2));
  for (const { ratio, bar, what } of rows) expect(ratio, what).toBeLessThanOrEqual(bar);
}, 300_000);
