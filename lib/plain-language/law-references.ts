import type { Span } from './words';

export interface LawAgain extends Span {
  kind: 'law-again';
}

/** An act by its date, with what is written of its name before the journal: „ustawy z dnia 14 czerwca 1960 r.”. */
const act =
  /(?<!\p{L})(?:ustaw|rozporządze|dekre)\p{L}*(?:[^.,;()\n]{0,60}?)\sz\s+(?:dnia\s+|dn\.\s*)?(\d{1,2}(?:\s+\p{L}{3,12}\s+|\.\d{1,2}\.)\d{4})\s*r\./giu;
/** „Dz. U. z 2024 r. poz. 572”, with what brackets it. */
const journal = /Dz\.\s?U\.\s*(?:z\s*)?(\d{4})(?:\s*r\.)?[,\s]*(?:[Nn]r\s*\d+[,\s]*)?poz\.\s*(\d+)/gu;
/** In characters: so far behind its date an act’s own journal stands. */
const nameLength = 250;

/** Acts that are cited in full again: once is enough, and then a short name. */
export function findLawAgain(text: string): LawAgain[] {
  const cited = [
    ...[...text.matchAll(act)].map((match) => ({ match, key: match[1]?.toLowerCase().replace(/\s+/g, ' ') })),
    ...[...text.matchAll(journal)].map((match) => ({ match, key: `${match[1]}/${match[2]}` })),
  ]
    .map(({ match, key }) => ({ key, start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start);
  const seen = new Set<string | undefined>();
  const found: LawAgain[] = [];
  for (const { key, start, end } of cited) {
    const last = found.at(-1);
    // The act’s date and its journal are one reference.
    const isSame =
      last !== undefined && !/[\n;]/.test(text.slice(last.end, start)) && start - last.end < nameLength;
    if (!seen.has(key)) seen.add(key);
    else if (isSame && /^\d{4}\//.test(key ?? '')) last.end = end;
    else found.push({ kind: 'law-again', start, end });
  }
  return found;
}
