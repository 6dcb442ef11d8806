import { FormTable } from './form-table';
import { knownLexicon, takenWithoutMarks } from './lexicon';
import { findPatterns, type Match } from './match';
import { literalPattern, type Pattern, patternsOf } from './patterns';
import { scan } from './scan';
import type { Term } from './term';
import { withoutMarks } from './without-marks';

/** A term found in a text: from `start` up to `end`, in UTF-16 units. */
export interface Found {
  termId: string;
  start: number;
  end: number;
}

/** Terms made ready to be found. */
export interface Glossary {
  /** The terms in a text, in its order, none over another; of two that meet the longer stays. Never throws. */
  find(text: string): Found[];
}

/** A pattern whose words are looked up by the index of their form. */
export interface CompiledPattern extends Omit<Pattern, 'slots'> {
  slots: CompiledSlot[];
  term: number;
  /** Something else is meant here: the term is not found in it. */
  isGuard: boolean;
  /** The slot by which it is looked for. */
  anchor: number;
}
interface CompiledSlot {
  word: SlotWord;
  group: number;
  gap: Pattern['slots'][number]['gap'];
}
/** One word in the forms it may have, shared by all patterns that have it. */
interface SlotWord {
  /** Index of a form → the cases it stands in. */
  cases: Map<number, number>;
  /** The same, of forms written without Polish letters. */
  plainCases: Map<number, number>;
  anchored: CompiledPattern[];
  uses: number;
  isFunctionWord: boolean;
}

/** Of each form’s index the patterns that are looked for by it, as written and without Polish letters. */
export interface PatternsByForm {
  written: CompiledPattern[][];
  plain: CompiledPattern[][];
}

let taken: Set<string> | undefined;

/**
 * Makes terms ready to be found in every inflected form.
 * @param terms the forms of words that the shipped terms use are known; those of others are proposed by their endings
 *   (docs/glossary.md tells how often rightly)
 */
export function compileGlossary(terms: Term[]): Glossary {
  const steps = compileInSteps(terms);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with a chance to pause after each term: in a page nothing may be held up by a whole glossary. */
export function* compileInSteps(terms: Term[]): Generator<void, Glossary> {
  const lexicon = knownLexicon();
  yield;
  taken ??= takenWithoutMarks();
  const table = new FormTable();
  const words = new Map<string, SlotWord>();
  const patterns: CompiledPattern[] = [];

  const wordOf = (forms: Map<string, number>, isAlone: boolean): SlotWord => {
    const key = `${isAlone} ${[...forms].join(' ')}`;
    const known = words.get(key);
    if (known) return known;
    const word: SlotWord = {
      cases: new Map(),
      plainCases: new Map(),
      anchored: [],
      uses: 0,
      isFunctionWord: forms.size <= 3 && [...forms.keys()].some((form) => form.length <= 3),
    };
    for (const [form, mask] of forms) word.cases.set(table.add(form), mask);
    for (const [form, mask] of forms) {
      const plain = withoutMarks(form);
      // Alone, a form that is another word without its marks would be that word: „żądanie”, „zadanie”.
      if (plain === form || (isAlone && (taken?.has(plain) || forms.has(plain)))) continue;
      const index = table.add(plain);
      word.plainCases.set(index, (word.plainCases.get(index) ?? 0) | mask);
    }
    words.set(key, word);
    return word;
  };

  const add = (pattern: Pattern, term: number, isGuard: boolean) => {
    const slots = pattern.slots.map(({ forms, group, gap }) => {
      const word = wordOf(forms, pattern.slots.length === 1);
      word.uses += 1;
      return { word, group, gap };
    });
    patterns.push({ ...pattern, slots, term, isGuard, anchor: 0 });
  };
  for (const [term, { headword, also, forms, unless }] of terms.entries()) {
    for (const phrase of [headword, ...(also ?? [])])
      for (const pattern of patternsOf(phrase, lexicon)) add(pattern, term, false);
    for (const form of forms ?? []) if (form.trim() !== '') add(literalPattern(form), term, false);
    for (const phrase of unless ?? [])
      for (const pattern of patternsOf(phrase, lexicon)) add(pattern, term, true);
    yield;
  }

  for (const pattern of patterns) {
    const rank = ({ word }: CompiledSlot) => (word.isFunctionWord ? 1e6 : 0) + word.uses;
    pattern.slots.forEach((slot, i) => {
      const best = pattern.slots[pattern.anchor];
      if (best && rank(slot) < rank(best)) pattern.anchor = i;
    });
    pattern.slots[pattern.anchor]?.word.anchored.push(pattern);
  }

  const { hashes, places } = table.close();
  const listOf = () => Array.from({ length: table.forms.length + 1 }, (): CompiledPattern[] => []);
  const byForm: PatternsByForm = { written: listOf(), plain: listOf() };
  for (const { cases, plainCases, anchored } of words.values()) {
    for (const index of cases.keys()) byForm.written[index]?.push(...anchored);
    for (const index of plainCases.keys()) if (!cases.has(index)) byForm.plain[index]?.push(...anchored);
  }

  return {
    find(text) {
      const found = scan(text, table, hashes, places);
      const matches = findPatterns(text, found, byForm);
      return longestOf(matches).map(({ pattern, from, to }) => ({
        termId: terms[pattern.term]?.id ?? '',
        start: found.starts[from] ?? 0,
        end: found.ends[to] ?? 0,
      }));
    },
  };
}

/** Of matches that meet the longest, in the text’s order; what a guard lies over is none. */
function longestOf(matches: Match[]): Match[] {
  matches.sort((a, b) => a.from - b.from || a.to - b.to);
  const chosen: Match[] = [];
  for (let i = 0; i < matches.length; ) {
    let reach = matches[i]?.to ?? 0;
    let next = i + 1;
    while (next < matches.length && (matches[next]?.from ?? 0) <= reach) {
      reach = Math.max(reach, matches[next]?.to ?? 0);
      next += 1;
    }
    if (next === i + 1) {
      const [only] = matches.slice(i, next);
      if (only && !only.pattern.isGuard) chosen.push(only);
    } else chosen.push(...longestOfCluster(matches.slice(i, next)));
    i = next;
  }
  return chosen;
}

function longestOfCluster(cluster: Match[]): Match[] {
  const guards = cluster.filter(({ pattern }) => pattern.isGuard);
  const meets = (a: Match, b: Match) => a.from <= b.to && b.from <= a.to;
  const chosen: Match[] = [];
  const byLength = cluster
    .filter(({ pattern }) => !pattern.isGuard)
    .filter(
      (match) => !guards.some((guard) => guard.pattern.term === match.pattern.term && meets(guard, match)),
    )
    .sort(
      (a, b) =>
        b.length - a.length ||
        Number(a.pattern.isDerived) - Number(b.pattern.isDerived) ||
        a.from - b.from ||
        a.pattern.term - b.pattern.term,
    );
  for (const match of byLength) if (!chosen.some((other) => meets(other, match))) chosen.push(match);
  return chosen.sort((a, b) => a.from - b.from);
}
