import { describe, expect, it } from 'vitest';
import { baseProfile } from '@/lib/profile';
import { provisionById, provisions } from '@/lib/standard';
import features from '@/lib/standard/carried-by-features.json';
import { coveragePage, excused, placesOf, reasonOf } from './coverage';

describe('the coverage of the standard', () => {
  const profile = baseProfile();

  it('leaves no provision without a place, unless a reason is written down', () => {
    const forgotten = provisions.filter(({ id }) => placesOf(id, profile).length === 0 && !reasonOf(id));
    expect(forgotten.map(({ id }) => id)).toEqual([]);
  });

  it('excuses only provisions of the code of ethics that exist and that nothing carries', () => {
    for (const id of excused) {
      expect(id).toMatch(/^ke\./u);
      expect(provisionById(id), id).toBeDefined();
      expect(placesOf(id, profile), id).toEqual([]);
      expect(reasonOf(id), id).toMatch(/\.$/u);
    }
  });

  it('names only provisions that exist where a feature carries them', () => {
    for (const id of features.flatMap((one) => one.provisions)) expect(provisionById(id), id).toBeDefined();
  });

  it('is told on a page for people', async () => {
    await expect(coveragePage(profile)).toMatchFileSnapshot('../../../docs/coverage.md');
  });
});
