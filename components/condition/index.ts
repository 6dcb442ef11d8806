export { agedText } from './aged-text';
export { clauseText, listOf, type SystemNames, sentenceOf, weekdayName } from './clause-text';
