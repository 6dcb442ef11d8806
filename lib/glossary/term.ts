/** What a term is about; each area is one file in `terms/`. */
export const areas = [
  'procedure',
  'service-of-letters',
  'court-and-enforcement',
  'tax',
  'building',
  'property',
  'registry',
  'social',
  'environment',
  'office',
  'council',
  'style',
] as const;
export type Area = (typeof areas)[number];

/** A jargon expression with its plain meaning. Only `id`, `headword` and `meaning` are needed: the rest is shipped terms'. */
export interface Term {
  id: string;
  /** As a dictionary has it: nominative or infinitive, one word or several. */
  headword: string;
  /** Plain Polish, at most 25 words. */
  meaning: string;
  /** Other wordings of the same thing, inflected as the headword is. */
  also?: string[] | undefined;
  /** Wordings that stand as they are written, e.g. forms that a team lead typed. */
  forms?: string[] | undefined;
  /** Phrases in which the word means something else („dojść do wniosku”), inflected as the headword is. */
  unless?: string[] | undefined;
  /** A sentence to say aloud to a client. */
  say?: string | undefined;
  /** What to write instead, where the term is a matter of style. */
  instead?: string | undefined;
  /** Where the law says so. */
  law?: string | undefined;
  area?: Area | undefined;
  /** A lawyer should read this one. */
  toCheck?: boolean | undefined;
}
