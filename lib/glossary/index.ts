export { compileGlossary, type Found, type Glossary } from './compile';
export { guessForms } from './lexicon';
export { shippedTerms } from './shipped-terms';
export { type Area, areas, type Term } from './term';
