import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseProfile, rereadProfile } from '@/lib/profile';
import { anyProfile } from './any-profile';

it('Any profile comes back from its file as it went in: 1 000 made ones', () => {
  fc.assert(
    fc.property(anyProfile, (source) => {
      const written = JSON.stringify(source, null, 2);
      const parsed = parseProfile(written);
      expect(parsed).toEqual({ ok: true, profile: expect.anything() });
      if (!parsed.ok) return;
      // Nothing that was written is lost, and a profile written out whole is the same profile.
      expect(parsed.profile).toMatchObject(JSON.parse(written));
      expect(parseProfile(JSON.stringify(parsed.profile))).toEqual(parsed);
      expect(rereadProfile(written)?.profile).toEqual(parsed.profile);
    }),
    { numRuns: 1_000 },
  );
});
