import { caseSignHint } from './case-sign';

/**
 * One pattern that says no to nearly every text of a page: neither a case sign nor a phrase that begins as told. The
 * engine runs it without a step of script, which on the first read of a page is what counts: nothing is compiled yet.
 * @param startPattern from `PhraseIndex`; null where any text may be a phrase
 */
export function textHint(startPattern: string | null): RegExp {
  return startPattern === null ? /\S/ : new RegExp(`${caseSignHint}|${startPattern}`, 'i');
}
