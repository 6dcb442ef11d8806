import { compileGlossary } from './compile';
import type { Term } from './term';
import { withoutMarks } from './without-marks';

/** A term of an office, as its profile has it, or of a clerk. */
export type OwnTerm = Pick<Term, 'id' | 'headword' | 'meaning' | 'say' | 'forms'>;

/** A term as a person looks it up. */
export interface Entry extends Term {
  /** The headword as one reads it, without the marks of the data files. */
  name: string;
  /** True where the meaning is the office’s own. */
  isOwn: boolean;
  /** True where the clerk added it. */
  isClerks?: true;
}

/** A term that stands in a text, and how often. */
export interface Mention {
  entry: Entry;
  count: number;
}

/** A place of a text with what to write there instead, in a dictionary’s form; the first is the usual one. */
export interface Replaceable {
  start: number;
  end: number;
  instead: string[];
}

/** A glossary to look things up in; made once for a profile, asked with every key. */
export interface OpenGlossary {
  /** By the Polish alphabet. */
  entries: Entry[];
  /**
   * Whatever the case and with or without Polish letters. First the terms of which the query holds a form, then those
   * whose headword begins with it, then those that have its words, or their beginnings, elsewhere in their wordings
   * („strony” counts for „strona”), and last in their meaning. An empty query finds all.
   */
  search(query: string): Entry[];
  /** The terms of a text, in the order in which each comes first. */
  mentionedIn(text: string): Mention[];
  /** The places, in UTF-16 units, whose term is a matter of style: other words say the same. */
  replaceableIn(text: string): Replaceable[];
}

/** In letters: a shorter beginning of a word stands in every other meaning. */
const enoughForMeaning = 3;

/** The terms of all three as a person looks them up, the clerk’s first; see `openGlossary`. */
export function entriesOf(shipped: Term[], own: OwnTerm[], clerks: OwnTerm[]): Entry[] {
  const below = [...own.map((term) => ownEntry(term, shipped)), ...shippedBeside(own, shipped)];
  const ids = new Set(clerks.map(({ id }) => id));
  return [...clerks.map(clerkEntry), ...below.filter(({ id }) => !ids.has(id))];
}

/**
 * @param own those of the office: under the id of a shipped term an own one takes its place, and where the headword is
 *   the same it keeps what a profile does not say (sentence, law, area). A word that both have is found as the office’s.
 * @param clerks those of the clerk, before all others; their `forms` are all they are found by, for she corrected them
 */
export function openGlossary(shipped: Term[], own: OwnTerm[], clerks: OwnTerm[] = []): OpenGlossary {
  const merged = entriesOf(shipped, own, clerks);
  const byId = new Map(merged.map((entry) => [entry.id, entry]));
  const glossary = compileGlossary(merged.map(asCorrected));
  const { compare } = new Intl.Collator('pl');
  const entries = merged.toSorted((a, b) => compare(a.name, b.name));
  const texts = entries.map(({ name, also = [], forms = [], meaning }) => {
    const wordings = [name, ...also, ...forms].map(folded).join('');
    return { name: folded(name), wordings, all: wordings + folded(meaning) };
  });

  const entriesIn = (text: string) => glossary.find(text).flatMap(({ termId }) => byId.get(termId) ?? []);

  return {
    entries,
    search(query) {
      const wanted = folded(query).trim();
      if (wanted === '') return entries;
      const words = wanted.split(' ').map((word) => ` ${word}`);
      const stems = words.map(stemOf);
      const isEnough = wanted.length >= enoughForMeaning;
      const byRank: Entry[][] = [entriesIn(query), [], [], [], []];
      entries.forEach((entry, index) => {
        const { name = '', wordings = '', all = '' } = texts[index] ?? {};
        if (name.startsWith(` ${wanted}`)) byRank[1]?.push(entry);
        else if (words.every((word) => wordings.includes(word))) byRank[2]?.push(entry);
        else if (stems.every((stem) => wordings.includes(stem))) byRank[3]?.push(entry);
        else if (isEnough && words.every((word) => all.includes(word))) byRank[4]?.push(entry);
      });
      return [...new Set(byRank.flat())];
    },
    mentionedIn(text) {
      const counts = new Map<Entry, number>();
      for (const entry of entriesIn(text)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
      return [...counts].map(([entry, count]) => ({ entry, count }));
    },
    replaceableIn(text) {
      return glossary.find(text).flatMap(({ termId, start, end }) => {
        const { instead } = byId.get(termId) ?? {};
        return instead === undefined ? [] : [{ start, end, instead: wordingsIn(instead) }];
      });
    },
  };
}

function ownEntry(own: OwnTerm, shipped: Term[]): Entry {
  const name = nameOf(own);
  const below = shipped.find(({ id }) => id === own.id);
  const isSame = below !== undefined && folded(nameOf(below)) === folded(name);
  return { ...(isSame ? below : {}), ...own, name, isOwn: true };
}

function clerkEntry(term: OwnTerm): Entry {
  return { ...term, name: nameOf(term), isOwn: false, isClerks: true };
}

/** Marked as in the data files: no word of it is inflected by a guess. */
export function asCorrected(entry: Entry): Entry {
  if (!entry.isClerks || !entry.forms) return entry;
  return { ...entry, headword: entry.name.replace(/[^\s!]+/g, '$&!') };
}

function shippedBeside(own: OwnTerm[], shipped: Term[]): Entry[] {
  const taken = new Set(own.map(({ id }) => id));
  return shipped
    .filter(({ id }) => !taken.has(id))
    .map((term) => ({ ...term, name: nameOf(term), isOwn: false }));
}

/** „dlatego, więc”; „ten, albo nazwa” has one, and what follows is advice. */
const wordingsIn = (instead: string) => instead.split(', ').filter((wording) => !wording.startsWith('albo '));

/** „obszar Natura! 2000!” has marks for the inflection only. */
const nameOf = ({ headword }: Pick<Term, 'headword'>) => headword.replaceAll('!', '');

/** Small letters without marks, each word behind one blank: a word’s beginning can be looked for with it. */
function folded(text: string): string {
  const words = withoutMarks(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

/** Without most endings of a Polish noun. Only for what a person chooses from: `find` knows the forms. */
const stemOf = (word: string) => word.slice(0, word.length > 7 ? -2 : word.length > 5 ? -1 : undefined);
