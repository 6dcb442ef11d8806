import { createContext } from 'react';

/** The expressions that are found in all their forms, and a way to make another one of them. */
export interface KnownTerms {
  has(term: string): boolean;
  add(term: string): void;
}

/** Deep in a condition somebody writes an expression; the glossary is another part of the draft. */
export const KnownTerms = createContext<KnownTerms>({ has: () => true, add: () => undefined });
