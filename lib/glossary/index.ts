/**
 * Jargon and its plain meaning. `compileGlossary(terms)` makes terms ready; `glossary.find(text)` gives
 * `{ termId, start, end }` in UTF-16 units of the text, none over another, of two that meet the longer. It finds a term
 * in every inflected form, never throws and touches no page.
 */
export { compileGlossary, type Found, type Glossary } from './compile';
/** The forms that are proposed for a word known only as a dictionary has it: to show a team lead before they are used. */
export { guessForms } from './lexicon';
/** Looking terms up: by any form, by a beginning, by the meaning; and which of them a text holds. */
export {
  type Entry,
  type Mention,
  type OpenGlossary,
  type OwnTerm,
  openGlossary,
  type Replaceable,
} from './open-glossary';
/** The terms that come with Obok, with their meanings. */
export { shippedTerms } from './shipped-terms';
export { type Area, areas, type Term } from './term';
