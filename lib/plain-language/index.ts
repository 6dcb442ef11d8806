/**
 * How hard a Polish text is to read, and where. `reviewText(text, jargon)` gives the figures, the places with offsets in
 * UTF-16 units, and what a whole letter lacks. It never throws and changes nothing; its time grows with the text.
 */

export {
  enoughForFormulas,
  type Figures,
  fogStepOf,
  mostWords,
} from './measure';
export { type Finding, type FindingKind, type Jargon, type Review, reviewText } from './review';
/** The sentences of an official text, in its order; between them stands nothing but blanks. */
export { sentencesIn } from './sentences';
/** Syllables of a Polish word as it is spoken. */
export { countSyllables } from './syllables';
