import type { CaseSign } from '@/lib/page';
import type { Entry } from './entry';
import { type FindSubjects, subjectFinder } from './find-subjects';
import { isSamePerson } from './same-person';
import { isLinking, isOfManyPosts, type TypedWords, typedWords, wordsOf } from './stems';

/** What speaks for a person. */
export type Why =
  /** They keep a class of the file plan to which the case belongs. */
  | { by: 'jrwa'; prefix: string }
  | { by: 'subjects'; subjects: string[] }
  | { by: 'name' }
  | { by: 'position' }
  | { by: 'referat' }
  /** Nothing is known of the matter: sok.przelaczanie-rozmow.1. */
  | { by: 'secretariat' };

/** A person to whom a client may be passed on. */
export interface Proposal {
  entry: Entry;
  /** What speaks most for them first; never empty. */
  why: Why[];
  /** Only to compare: the greater is proposed before. */
  score: number;
  /** True where it is the clerk's own matter, which is not passed on (ke.5.2). */
  own: boolean;
}

export interface ProposalInput {
  directory: readonly Entry[];
  /** What the clerk typed: the matter in any inflection, a name, a referat. Empty for nothing. */
  matter: string;
  /** The case in hand; null where there is none. */
  caseSign: Pick<CaseSign, 'jrwa'> | null;
  /** To know the clerk's own entry by. */
  clerkName: string;
  /** By default Obok's own, over the subjects of `directory`; one that answers often is best made once. */
  findSubjects?: FindSubjects;
}

// What is typed says more of this client than the case that happens to be open; a name says it all.
const worth = { surname: 200, firstName: 60, subject: 100, post: 30, jrwaDigit: 8, secretariat: 1 };

/**
 * Who may be meant, the best first; those alike in the order of the directory. Where nothing that was typed fits
 * anybody, the secretariat comes, too: after those whom the open case names.
 */
export function proposeFor(input: ProposalInput): Proposal[] {
  const { directory, matter, caseSign, clerkName } = input;
  const typed = typedWords(matter);
  const find = input.findSubjects ?? subjectFinder(directory.flatMap(({ subjects }) => subjects));
  const found = typed.isEmpty ? [] : find(matter);
  const rankOf = new Map(found.map((subject, rank) => [subject, rank]));
  const jrwa = jrwaDigits(caseSign?.jrwa ?? '');

  const proposals = directory.flatMap((entry): Proposal[] => {
    const claims = [
      nameClaim(entry, typed),
      subjectClaim(entry, rankOf),
      jrwaClaim(entry, jrwa),
      postClaim(entry, 'position', typed),
      postClaim(entry, 'referat', typed),
    ].filter((claim) => claim !== null);
    if (claims.length === 0) return [];
    claims.sort((a, b) => b.score - a.score);
    const [best = 0, ...rest] = claims.map(({ score }) => score);
    return [
      {
        entry,
        why: claims.map(({ why }) => why),
        // Much that speaks a little for one must not outdo the very matter of another: it only parts equals.
        score: best + rest.reduce((sum, score) => sum + score, 0) / 1_000,
        own: isSamePerson(entry.person, clerkName),
      },
    ];
  });
  const isTypedKnown = proposals.some(({ why }) => why.some(({ by }) => by !== 'jrwa'));
  if (proposals.length === 0 || !(typed.isEmpty || isTypedKnown)) {
    for (const entry of directory) {
      const isNew = !proposals.some((proposal) => proposal.entry.id === entry.id);
      if (!entry.secretariat || !isNew || isSamePerson(entry.person, clerkName)) continue;
      proposals.push({ entry, why: [{ by: 'secretariat' }], score: worth.secretariat, own: false });
    }
  }
  return proposals.sort((a, b) => b.score - a.score);
}

interface Claim {
  why: Why;
  score: number;
}

function nameClaim({ person }: Entry, typed: TypedWords): Claim | null {
  const names = wordsOf(person);
  const met = names.filter((name) => name.length > 1 && typed.placeOf(name) !== -1);
  if (met.length === 0) return null;
  const hasSurname = met.includes(names.at(-1) ?? '');
  const more = (met.length - 1) * 10;
  return { why: { by: 'name' }, score: (hasSurname ? worth.surname : worth.firstName) + more };
}

function subjectClaim({ subjects }: Entry, rankOf: ReadonlyMap<string, number>): Claim | null {
  const met = subjects
    .filter((subject) => rankOf.has(subject))
    .sort((a, b) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0));
  const [best] = met;
  if (best === undefined) return null;
  // The place of the best counts; a second must not lift a person over whoever keeps the very matter.
  const score = worth.subject - Math.min(rankOf.get(best) ?? 0, 50);
  return { why: { by: 'subjects', subjects: met }, score };
}

function jrwaClaim(entry: Entry, jrwa: string): Claim | null {
  const prefixes = entry.jrwa.filter((prefix) => {
    const digits = jrwaDigits(prefix);
    return digits !== '' && jrwa.startsWith(digits);
  });
  const [longest] = prefixes.sort((a, b) => jrwaDigits(b).length - jrwaDigits(a).length);
  if (longest === undefined) return null;
  return { why: { by: 'jrwa', prefix: longest }, score: worth.jrwaDigit * jrwaDigits(longest).length };
}

function postClaim(entry: Entry, by: 'position' | 'referat', typed: TypedWords): Claim | null {
  const telling = wordsOf(entry[by] ?? '').filter((word) => !(isLinking(word) || isOfManyPosts(word)));
  const met = telling.filter((word) => typed.placeOf(word) !== -1).length;
  return met === 0 ? null : { why: { by }, score: worth.post + 3 * met };
}

function jrwaDigits(written: string): string {
  return written.replace(/\D/g, '');
}
