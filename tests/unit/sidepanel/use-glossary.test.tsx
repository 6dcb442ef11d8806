// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Opening } from '@/components/glossary';
import { useGlossary } from '@/entrypoints/sidepanel/use-glossary';
import type { OwnTerm } from '@/lib/glossary';
import { baseProfile, mergeProfiles, type Profile, rereadProfile } from '@/lib/profile';

const words = vi.hoisted(() => ({ asked: 0, isMissing: false }));
// The door of the glossary, as the panel imports it: counted, and gone where an update took it away.
vi.mock('@/lib/glossary', async (importOriginal) => {
  const glossary = await importOriginal<typeof import('@/lib/glossary')>();
  return {
    ...glossary,
    get openGlossary() {
      words.asked += 1;
      if (words.isMissing) throw new TypeError('Failed to fetch dynamically imported module');
      return glossary.openGlossary;
    },
  };
});

let root: Root;
let opening: Opening;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  words.asked = 0;
  words.isMissing = false;
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

interface AskingProps {
  profile: Profile;
  clerks: OwnTerm[] | null;
  isOpened: boolean;
}
function Asking({ profile, clerks, isOpened }: AskingProps) {
  opening = useGlossary(profile, clerks, isOpened);
  return null;
}
const none: OwnTerm[] = [];
const show = (isOpened: boolean, profile = baseProfile(), clerks: OwnTerm[] | null = none) =>
  act(async () => {
    root.render(<Asking profile={profile} clerks={clerks} isOpened={isOpened} />);
    await brought();
  });
/** Time enough for what was asked for to come, if anything was. */
const brought = async () => {
  await import('@/lib/glossary');
  await new Promise((next) => setTimeout(next));
};
const glossary = () => {
  if (opening.kind !== 'open') throw new Error(`It is not open: ${opening.kind}`);
  return opening.glossary;
};

describe('The glossary of the panel', () => {
  it('is brought when its tab is first opened, once, and stays', async () => {
    await show(false);
    expect([words.asked, opening.kind]).toEqual([0, 'loading']);
    await show(true);
    const first = glossary();
    await show(false);
    await show(true);
    expect(glossary()).toBe(first);
    expect(words.asked).toBe(1);
  });

  it('has the words of the office over the shipped ones, and is renewed with its profile', async () => {
    await show(true);
    expect(glossary().entries.filter(({ isOwn }) => isOwn)).toEqual([]);
    const kwitariusz = { id: 'kwitariusz', headword: 'kwitariusz', meaning: 'zeszyt z pokwitowaniami' };
    const read = rereadProfile(
      JSON.stringify({
        format: 'obok-profile/1',
        id: 'gmina',
        seq: 1,
        name: 'Urząd',
        glossary: [kwitariusz],
      }),
    );
    if (!read) throw new Error('Not a profile.');
    await show(true, mergeProfiles(baseProfile(), read));
    expect(glossary().search('kwitariuszem')).toMatchObject([{ ...kwitariusz, isOwn: true }]);
    expect(words.asked).toBe(1);
  });

  it('waits for the clerk’s own terms, and has them before all others', async () => {
    const profile = baseProfile();
    await show(true, profile, null);
    expect(opening.kind).toBe('loading');
    await show(true, profile, [{ id: 'moje', headword: 'zażalenie', meaning: 'po mojemu' }]);
    expect(glossary().search('zażaleniem')[0]).toMatchObject({ id: 'moje', isClerks: true });
  });

  it('that could not be brought is told', async () => {
    words.isMissing = true;
    await show(true);
    expect(opening.kind).toBe('failed');
  });
});
