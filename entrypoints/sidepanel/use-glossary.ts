import { useEffect, useMemo, useState } from 'react';
import type { Opening } from '@/components/glossary';
import type { OpenGlossary, OwnTerm } from '@/lib/glossary';
import { baseProfile, ownGlossary, type Profile } from '@/lib/profile';

type Words = { open(own: OwnTerm[], clerks: OwnTerm[]): OpenGlossary } | 'failed' | null;

/**
 * The glossary, brought when its part of the panel is first opened: its words weigh more than the panel’s own texts, and
 * most times that the panel opens nobody asks for one.
 *
 * @param clerks the clerk’s own terms; null while they are not known
 */
export function useGlossary(profile: Profile, clerks: OwnTerm[] | null, isOpened: boolean): Opening {
  const [words, setWords] = useState<Words>(null);
  const isAwaited = isOpened && words === null;
  useEffect(() => {
    if (!isAwaited) return;
    import('@/lib/glossary')
      .then(({ openGlossary, shippedTerms }) =>
        setWords({ open: (own, clerks) => openGlossary(shippedTerms(), own, clerks) }),
      )
      // The extension may have been renewed under an open panel.
      .catch(() => setWords('failed'));
  }, [isAwaited]);
  return useMemo((): Opening => {
    if (words === 'failed') return { kind: 'failed' };
    if (words === null || clerks === null) return { kind: 'loading' };
    return { kind: 'open', glossary: words.open(ownGlossary(profile, baseProfile()), clerks) };
  }, [words, profile, clerks]);
}
