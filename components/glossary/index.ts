export type { ClerkWords } from './clerk-words';
export { GlossaryTab, type GlossaryTabProps, type Opening } from './GlossaryTab';
export type { PageBeside, PageWays, PageWords } from './OnThisPage';
export type { TakenLetter } from './PastedText';
export { type PageUnderlining, UnderlineBar } from './UnderlineBar';
