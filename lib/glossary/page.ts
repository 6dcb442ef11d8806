// The door for code that runs in a page: finding, without the texts of the shipped terms.
export { compileGlossary, compileInSteps, type Found, type Glossary } from './compile';
/** The terms in a page, underlined without a node of it being changed. */
export { highlightPaint, highlightRule } from './highlight/underlined';
export { type TermInPage, type TermWatch, type WatchOptions, watchTerms } from './highlight/watch-terms';
export type { Term } from './term';
