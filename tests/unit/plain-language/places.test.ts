import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FindingKind, reviewText } from '@/lib/plain-language';

const kinds: Record<string, FindingKind> = {
  chain: 'nominal-chain',
  impersonal: 'impersonal',
  passive: 'passive',
};

/** Each line with the kind it is about, and its places in brackets. */
const cases = readFileSync('tests/unit/plain-language/places.txt', 'utf8')
  .split(/^# /m)
  .flatMap((part) => {
    const [title = '', ...lines] = part.split('\n');
    const kind = kinds[title];
    return kind ? lines.filter((line) => line !== '').map((line) => ({ kind, line })) : [];
  });

const marked = (line: string, kind: FindingKind) => {
  const text = line.replaceAll(/[[\]]/g, '');
  const places = reviewText(text, []).findings.filter((finding) => finding.kind === kind);
  return places.reduceRight(
    (so, { start, end }) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`,
    text,
  );
};

describe.each(Object.values(kinds))('%s', (kind) => {
  const ofKind = cases.filter((one) => one.kind === kind);

  it('is found where it stands, and nowhere else: in 95 of 100 lines', () => {
    const wrong = ofKind.filter(({ line }) => marked(line, kind) !== line);
    if (process.env.SHOW_MISSES)
      console.log(
        `${kind}: ${ofKind.length - wrong.length} of ${ofKind.length}\n`,
        wrong.map(({ line }) => `${line}\n    ${marked(line, kind)}`).join('\n'),
      );
    expect(ofKind.length).toBeGreaterThanOrEqual(20);
    expect(1 - wrong.length / ofKind.length).toBeGreaterThanOrEqual(0.95);
  });
});
