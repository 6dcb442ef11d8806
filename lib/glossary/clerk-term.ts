import type { OwnTerm } from './open-glossary';

/** What a clerk types of a term of her own. */
export interface TermDraft {
  headword: string;
  meaning: string;
  say: string;
  /** As they were corrected, with commas or on lines; null where the proposal stands. */
  forms: string | null;
}

/** What a profile can carry, so that every term can be given to the team lead. Lengths in letters. */
export const clerkTermLimits = {
  terms: 500,
  headword: 80,
  meaning: 300,
  meaningWords: 25,
  say: 300,
  forms: 200,
  form: 80,
} as const;

/** Why a draft cannot be stored; each has a sentence of its own. */
export type DraftFault =
  | 'no-headword'
  | 'no-meaning'
  | 'long-meaning'
  | 'long-form'
  | 'many-forms'
  | 'known-headword'
  | 'too-many-terms';

export const wordCount = (text: string) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** @param kept the clerk’s terms without the one that is changed */
export function faultsOf(draft: TermDraft, kept: OwnTerm[]): DraftFault[] {
  const forms = formsOf(draft.forms ?? '');
  const faults: [DraftFault, boolean][] = [
    ['no-headword', !/[\p{L}\p{N}]/u.test(draft.headword)],
    ['no-meaning', wordCount(draft.meaning) === 0],
    ['long-meaning', wordCount(draft.meaning) > clerkTermLimits.meaningWords],
    ['long-form', forms.some(({ length }) => length > clerkTermLimits.form)],
    ['many-forms', forms.length > clerkTermLimits.forms],
    ['known-headword', kept.some(({ headword }) => likened(headword) === likened(draft.headword))],
    ['too-many-terms', kept.length >= clerkTermLimits.terms],
  ];
  return faults.flatMap(([fault, isSo]) => (isSo ? fault : []));
}

/**
 * The draft as a term, without faults that `faultsOf` tells of.
 *
 * @param id of the term that is changed; absent for a new one
 */
export function clerkTermOf(draft: TermDraft, kept: OwnTerm[], id?: string): OwnTerm {
  const headword = oneLine(draft.headword);
  const say = oneLine(draft.say);
  return {
    id: id ?? freeId(headword, kept),
    headword,
    meaning: oneLine(draft.meaning),
    ...(say === '' ? {} : { say }),
    ...(draft.forms === null ? {} : { forms: formsOf(draft.forms) }),
  };
}

/** The term as a file that a team lead can put into the profile’s `glossary`. */
export function suggestionFile(term: OwnTerm): { name: string; source: string } {
  const { headword, meaning, say, forms } = term;
  const id = slugOf(headword);
  const entry = { id, headword, meaning, ...(say ? { say } : {}), ...(forms?.length ? { forms } : {}) };
  return { name: `haslo-${id}.json`, source: `${JSON.stringify({ glossary: [entry] }, null, 2)}\n` };
}

/** Forms as they are typed: with commas, semicolons or on lines of their own. */
export function formsOf(typed: string): string[] {
  return [...new Set(typed.split(/[,;\n]/).map(oneLine))].filter((form) => form !== '');
}

const oneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const likened = (headword: string) => oneLine(headword).toLowerCase();

function freeId(headword: string, kept: OwnTerm[]): string {
  const taken = new Set(kept.map(({ id }) => id));
  const wanted = `moje-${slugOf(headword)}`;
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (!taken.has(id)) return id;
  }
}

function slugOf(headword: string): string {
  const letters = headword.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
  return (
    letters
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'haslo'
  );
}
