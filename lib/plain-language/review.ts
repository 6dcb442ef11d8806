import { findChains } from './chains';
import { findImpersonal, findPassive } from './impersonal';
import { findLawAgain } from './law-references';
import { type Figures, measure, mostWords, type Sentence, withWords } from './measure';
import { type LetterPart, missingParts } from './missing-parts';
import { sentencesIn } from './sentences';
import type { Span } from './words';

/** A word of jargon that was found in the text, with what to write instead. */
export interface Jargon extends Span {
  /** Wordings in the dictionary’s form; the first is the usual one. */
  instead: string[];
}

/** A place of a text that makes it harder, and why. */
export type Finding =
  | (Span & { kind: 'long-sentence'; words: number })
  | (Span & { kind: 'nominal-chain'; nouns: number })
  | (Span & { kind: 'impersonal'; instead: string[] })
  | (Span & { kind: 'passive' })
  | (Span & { kind: 'law-again' })
  | (Jargon & { kind: 'jargon' });
export type FindingKind = Finding['kind'];

/** What a text is like. It may be a client’s letter: nothing of this is kept. */
export interface Review {
  figures: Figures;
  /** In the order of the text. */
  findings: Finding[];
  /** What a whole letter lacks; of a part of one nothing is said. */
  missing: LetterPart[];
}

/** @param jargon what the caller’s glossary has found in the text; only what has something to write instead is told. */
export function reviewText(text: string, jargon: Jargon[]): Review {
  const sentences = withWords(text, sentencesIn(text));
  const figures = measure(text, sentences);
  const findings: Finding[] = [
    ...sentences.flatMap(findLong),
    ...sentences.flatMap((sentence) => findChains(text, sentence)),
    ...sentences.flatMap(findImpersonal),
    ...sentences.flatMap((sentence) => findPassive(text, sentence)),
    ...findLawAgain(text),
    ...jargon.flatMap((found) => (found.instead.length > 0 ? { kind: 'jargon' as const, ...found } : [])),
  ];
  return {
    figures,
    findings: findings.sort((a, b) => a.start - b.start || b.end - a.end),
    missing: missingParts(text, figures.words),
  };
}

function findLong({ start, end, words }: Sentence): Finding[] {
  return words.length > mostWords ? [{ kind: 'long-sentence', start, end, words: words.length }] : [];
}
