/**
 * Jargon and its plain meaning. `compileGlossary(terms)` makes terms ready; `glossary.find(text)` gives
 * `{ termId, start, end }` in UTF-16 units of the text, none over another, of two that meet the longer. It finds a term
 * in every inflected form, never throws and touches no page.
 */

/** Terms that a clerk adds: what may be typed, what becomes of it, and the file for the team lead. */
export {
  clerkTermLimits,
  clerkTermOf,
  type DraftFault,
  faultsOf,
  formsOf,
  suggestionFile,
  type TermDraft,
  wordCount,
} from './clerk-term';
export { compileGlossary, type Found, type Glossary } from './compile';
/** Looking terms up: by any form, by a beginning, by the meaning; and which of them a text holds. */
export {
  asCorrected,
  type Entry,
  entriesOf,
  type Mention,
  type OpenGlossary,
  type OwnTerm,
  openGlossary,
  type Replaceable,
} from './open-glossary';
/** The forms that are proposed for a term of one or several words: to show before they are used. */
export { proposeForms } from './propose-forms';
/** The terms that come with Obok, with their meanings. */
export { shippedTerms } from './shipped-terms';
export { type Area, areas, type Term } from './term';
