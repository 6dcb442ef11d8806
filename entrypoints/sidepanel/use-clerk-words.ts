import { useEffect, useMemo, useState } from 'react';
import type { ClerkWords } from '@/components/glossary';
import type { Notice, Perform } from '@/components/notice';
import type { OwnTerm } from '@/lib/glossary';
import { translate as t } from '@/lib/i18n';
import {
  type ClerkGlossary,
  dropClerkTerm,
  keepClerkTerm,
  readClerkGlossary,
  setFavourite,
  watchStore,
} from '@/lib/store';
import { undone } from './actions';

/** What the clerk made of the glossary, and how it is changed; null until the store has said. */
export function useClerkWords(perform: Perform): ClerkWords | null {
  const [kept, setKept] = useState<ClerkGlossary | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    watchStore(
      readClerkGlossary,
      (next) => setKept((last) => withSameTerms(last, next)),
      // The panel tells of a store that fails; the words that ship with Obok need none.
      () => setKept((last) => last ?? { favourites: [], terms: [] }),
      stop.signal,
    );
    return () => stop.abort();
  }, []);
  return useMemo(
    () =>
      kept && {
        favourites: new Set(kept.favourites),
        terms: kept.terms,
        onFavourite: ({ id, name }, isFavourite) => void perform(() => markFavourite(id, name, isFavourite)),
        onKeep: async (term) => {
          let isKept = false;
          await perform(async () => {
            const told = await keep(term);
            isKept = true;
            return told;
          });
          return isKept;
        },
        onDrop: (term) => void perform(() => drop(term)),
      },
    [kept, perform],
  );
}

/** Terms that have not changed stay the same array: a glossary is made of them. */
function withSameTerms(last: ClerkGlossary | null, next: ClerkGlossary): ClerkGlossary {
  const isSame = last !== null && JSON.stringify(last.terms) === JSON.stringify(next.terms);
  return isSame ? { ...next, terms: last.terms } : next;
}

async function markFavourite(id: string, name: string, isFavourite: boolean): Promise<Notice> {
  await setFavourite(id, isFavourite);
  return {
    text: isFavourite ? t('glossary:favourite.added', { name }) : t('glossary:favourite.dropped', { name }),
    undo: async () => {
      await setFavourite(id, !isFavourite);
      return undone();
    },
  };
}

async function keep(term: OwnTerm): Promise<Notice> {
  const before = await keepClerkTerm(term);
  return {
    text: t('glossary:mine.kept', { name: term.headword }),
    undo: async () => {
      if (before) await keepClerkTerm(before);
      else await dropClerkTerm(term.id);
      return undone();
    },
  };
}

async function drop(term: OwnTerm): Promise<Notice> {
  await dropClerkTerm(term.id);
  return {
    text: t('glossary:mine.dropped', { name: term.headword }),
    undo: async () => {
      await keepClerkTerm(term);
      return undone();
    },
  };
}
