import { describe, expect, it } from 'vitest';
import { type ClickFacts, isRealClick } from '@/components/page-host';

const real: ClickFacts = { isTrusted: true, standsFor: 300, isPlain: true, isOnTop: true, isCovered: false };

describe('a click that counts', () => {
  it('is a person’s, on a strip that was to be seen', () => {
    expect(isRealClick(real)).toBe(true);
  });

  it.each<[string, Partial<ClickFacts>]>([
    ['a script made it', { isTrusted: false }],
    ['it was meant for what stood there a moment ago', { standsFor: 299 }],
    ['something lies over the strip', { isOnTop: false }],
    ['what lies over it lets the click through', { isCovered: true }],
    ['the page made the strip see-through', { isPlain: false }],
  ])('is none when %s', (_, fact) => {
    expect(isRealClick({ ...real, ...fact })).toBe(false);
  });
});
