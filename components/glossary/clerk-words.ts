import { createContext, useContext } from 'react';
import type { Entry, OwnTerm } from '@/lib/glossary';

/** What the clerk makes of the glossary, and what is done with it. */
export interface ClerkWords {
  /** Ids. */
  favourites: ReadonlySet<string>;
  /** Her own terms. */
  terms: OwnTerm[];
  onFavourite(entry: Entry, isFavourite: boolean): void;
  /** @returns whether it was stored; what was typed stays otherwise */
  onKeep(term: OwnTerm): Promise<boolean>;
  onDrop(term: OwnTerm): void;
}

/** The same for every list of the tab, with the way to the form. */
export interface TermActions extends ClerkWords {
  onEdit(term: OwnTerm): void;
}

const Actions = createContext<TermActions | null>(null);

export const TermActionsProvider = Actions.Provider;

export function useTermActions(): TermActions {
  const actions = useContext(Actions);
  if (!actions) throw new Error('A term stands outside its tab: wrap it in TermActionsProvider.');
  return actions;
}
