import type { Profile } from './schema';

/** What a ready sentence may leave open, written in it as `{urząd}`. */
export const sentenceFields = [
  'urząd',
  'referat',
  'imię i nazwisko',
  'stanowisko',
  'telefon',
  'znak sprawy',
] as const;
export type SentenceField = (typeof sentenceFields)[number];

const placeholder = /\{([^{}]*)\}/gu;

/** Fields named in `template`, known or not, each once, in order of appearance. */
export function fieldsIn(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(placeholder), ([, name = '']) => name.normalize('NFC')))];
}

/**
 * Fills the fields of a sentence to be said aloud. What is not known becomes „…”, without the comma or full stop that
 * would stand doubled beside it: „Urząd Gminy, {referat}, Anna Nowak” → „Urząd Gminy … Anna Nowak”.
 *
 * @param template a sentence with `{…}` fields; those not in `sentenceFields` stay as written
 * @param facts the words to put in; a blank one counts as missing. They are put in as they are, braces included
 * @returns the sentence, and the fields it lacks, in order of appearance
 */
export function fillSentence(
  template: string,
  facts: Partial<Record<SentenceField, string>>,
): { text: string; missing: SentenceField[] } {
  const missing = fieldsIn(template)
    .filter(isSentenceField)
    .filter((field) => !known(facts[field]));
  const text = withGaps(template, missing).replace(placeholder, (written, name: string) => {
    const field = name.normalize('NFC');
    return (isSentenceField(field) && known(facts[field])) || written;
  });
  return { text, missing };
}

/**
 * The facts of a sentence, the clerk's own words before the profile's. The case sign is the page's to give, so it is
 * not among them.
 */
export function sentenceFactsOf(
  profile: Pick<Profile, 'office' | 'referat'>,
  clerk: { name: string; position: string; referat: string; office: string; phone: string },
): Partial<Record<SentenceField, string>> {
  return {
    urząd: known(clerk.office) || known(profile.office?.name),
    referat: known(clerk.referat) || known(profile.referat?.name),
    'imię i nazwisko': known(clerk.name),
    stanowisko: known(clerk.position),
    telefon: known(clerk.phone) || known(profile.referat?.phone) || known(profile.office?.phone),
  };
}

function isSentenceField(name: string): name is SentenceField {
  return (sentenceFields as readonly string[]).includes(name);
}

function known(fact: string | undefined): string {
  return fact?.trim() ?? '';
}

/** Puts „…” for a missing field, or for a run of them, and takes away the punctuation that it stands in for. */
function withGaps(template: string, missing: SentenceField[]): string {
  if (missing.length === 0) return template;
  const gap = `\\{(?:${missing.flatMap((field) => [field, field.normalize('NFD')]).join('|')})\\}`;
  const run = new RegExp(`(,?)([ \\u00A0]*)${gap}(?:[ \\u00A0,]*${gap})*(,|\\.{1,3}|…)?(?=([^]?))`, 'gu');
  return template.replace(run, (_, comma: string, space: string, after = '', next: string) => {
    const closes = after !== ',' && (after !== '' || next === '');
    if (comma && (after === ',' || closes)) return `${space}…`;
    return `${comma}${space}…${after === ',' ? ',' : ''}`;
  });
}
