import { useEffect, useState } from 'react';
import type { Replaceable } from '@/lib/glossary';

type Find = (text: string) => Replaceable[];
const none: Find = () => [];

/** Words that the glossary would replace. It is brought beside the page: the note waits for none of it. */
export function useReplaceable(): Find {
  const [find, setFind] = useState<Find>(() => none);
  useEffect(() => {
    import('@/lib/glossary')
      .then(({ openGlossary, shippedTerms }) => {
        const { replaceableIn } = openGlossary(shippedTerms(), []);
        setFind(() => replaceableIn);
      })
      // Without it there are fewer hints, and the note is as good as ever.
      .catch(() => null);
  }, []);
  return find;
}
