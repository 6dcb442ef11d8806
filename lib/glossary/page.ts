// The door for code that runs in a page: finding, without the texts of the shipped terms.
export { compileGlossary, type Found, type Glossary } from './compile';
export type { Term } from './term';
