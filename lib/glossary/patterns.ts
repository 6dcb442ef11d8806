import {
  type Adjective,
  adjectiveFor,
  anyCase,
  bothNumbers,
  type Case,
  type Forms,
  formsOfAll,
  freeOfNumber,
  type Gender,
  type Noun,
  plural,
  singular,
  type Verb,
} from './inflection';
import type { Lexicon } from './lexicon';

/** What may stand between two words of a term. */
export interface Gap {
  most: number;
  /**
   * `any`: words of the same clause. `object`: the same, before or behind the object of a verb. `genitive`: adjectives
   * of a following genitive („strona tego postępowania”). `quality`: adjectives, and „jest”, „nie”, „stała się”.
   */
  of: 'nothing' | 'any' | 'object' | 'genitive' | 'quality';
}

/** One word of a pattern in all the forms it may have there. */
interface Slot {
  forms: Forms;
  /** Slots of one group agree in case and number; 0 agrees with none. */
  group: number;
  /** What may stand before it. */
  gap: Gap;
}

/** One order of words in which a term may be found. */
export interface Pattern {
  slots: Slot[];
  /** The group that is the object of a verb: in the genitive it wants a „nie” or the verb beside it. */
  objectGroup: number;
  /** The verbal noun of a verb: a term of its own wording goes before it. */
  isDerived: boolean;
}

const beside: Gap = { most: 0, of: 'nothing' };
const inClause: Gap = { most: 3, of: 'any' };
const beforePreposition: Gap = { most: 2, of: 'any' };
const toObject: Gap = { most: 3, of: 'object' };
const ofGenitive: Gap = { most: 2, of: 'genitive' };
const ofQuality: Gap = { most: 3, of: 'quality' };
const ofOneQuality: Gap = { most: 1, of: 'quality' };

/** Prepositions and the cases they take. */
const prepositions = new Map<string, Case[]>(
  Object.entries({
    bez: ['gen'],
    celem: ['gen'],
    co: [],
    dla: ['gen'],
    do: ['gen'],
    ku: ['dat'],
    między: ['inst'],
    na: ['acc', 'loc'],
    nad: ['inst', 'acc'],
    o: ['loc', 'acc'],
    od: ['gen'],
    po: ['loc', 'acc'],
    pod: ['inst', 'acc'],
    przeciw: ['dat'],
    przed: ['inst', 'acc'],
    przez: ['acc'],
    przy: ['loc'],
    u: ['gen'],
    w: ['loc', 'acc'],
    we: ['loc', 'acc'],
    według: ['gen'],
    wobec: ['gen'],
    z: ['gen', 'inst'],
    za: ['inst', 'acc'],
    ze: ['gen', 'inst'],
  } satisfies Record<string, Case[]>),
);

const particles = new Set(['i', 'lub', 'albo', 'oraz', 'nie', 'się', 'gdy', 'jak', 'że', 'jest', 'są', 'to']);

/** Adverbs of headwords, which a guess would take for nouns. */
const adverbs = new Set(
  'bardzo bezprawnie miejscowo należnie nienależnie nieodpłatnie niżej odpłatnie szczególnie trwale wyżej zgodnie'.split(
    ' ',
  ),
);

const joining = new Set(['i', 'oraz', 'lub']);

/** Numbers that offices write in words, in Roman and in Arabic figures. */
const ordinals = new Map([
  ['pierwszej', ['pierwszej', 'i', '1']],
  ['drugiej', ['drugiej', 'ii', '2']],
]);

export function isPreposition(word: string): boolean {
  return prepositions.has(word);
}

/**
 * The patterns in which a phrase is found: every word in the forms it may have there.
 * @param phrase as a dictionary has it; a word that ends in „!” stands as it is written
 */
export function patternsOf(phrase: string, lexicon: Lexicon): Pattern[] {
  const words = wordsOfPhrase(phrase);
  return verbPhrase(words, lexicon) ?? nounPhrase(words, lexicon) ?? [patternOf(fixed(words, 0, lexicon))];
}

/** Lower case; „BIP” is marked, for it takes its endings behind a hyphen. */
function wordsOfPhrase(phrase: string): string[] {
  const words = phrase.normalize('NFC').trim().split(/\s+/);
  return words.map((word) =>
    (/^\p{Lu}[\p{Lu}\d]+!?$/u.test(word) ? `${word.replace('!', '')}!!` : word).toLowerCase(),
  );
}

/** „w BIP-ie”, „do DPS-u” */
const acronymEndings = [
  '',
  '-u',
  '-owi',
  '-em',
  '-ie',
  '-y',
  '-ów',
  '-om',
  '-ami',
  '-ach',
  '-a',
  '-ą',
  '-ę',
  '-i',
];

/** The phrase as it is written, and no other form of it. */
export function literalPattern(phrase: string): Pattern {
  return patternOf(wordsOfPhrase(phrase).map((word) => literal(word)));
}

function patternOf(slots: Slot[], objectGroup = -1, isDerived = false): Pattern {
  return {
    slots: slots.map((slot, i) => (i === 0 ? { ...slot, gap: beside } : slot)),
    objectGroup,
    isDerived,
  };
}

function literal(word: string): Slot {
  const written = word.replace(/!+$/, '');
  const forms = word.endsWith('!!')
    ? acronymEndings.map((ending) => written + ending)
    : (ordinals.get(written) ?? [written]);
  return {
    forms: formsOfAll(forms),
    group: 0,
    gap: beside,
  };
}

const isLiteral = (word: string) =>
  word.endsWith('!') ||
  prepositions.has(word) ||
  particles.has(word) ||
  adverbs.has(word) ||
  ordinals.has(word);

function nounsOf(word: string, lexicon: Lexicon): Noun[] {
  if (isLiteral(word)) return [];
  const nouns = lexicon.wordsOf(word).filter((known) => known.kind === 'noun');
  // „akta” is rather „akta” than many an „akt”.
  const own = nouns.filter(({ lemma }) => lemma === word);
  return own.length > 0 ? own : nouns;
}

function adjectivesOf(word: string, lexicon: Lexicon): Adjective[] {
  return isLiteral(word) ? [] : lexicon.wordsOf(word).filter((known) => known.kind === 'adjective');
}

/** A noun with the adjectives that stand around it, and the cases in which all of it may be read. */
interface Group {
  start: number;
  end: number;
  noun: number;
  words: (Noun | Adjective)[];
  gender: Gender;
  mask: number;
}

/** The longest group of noun and adjectives that begins here and can be read in one of these cases. */
function groupAt(words: string[], start: number, wanted: number, lexicon: Lexicon): Group | null {
  let best: Group | null = null;
  for (let noun = start; noun < Math.min(words.length, start + 3); noun += 1) {
    for (const candidate of nounsOf(words[noun] ?? '', lexicon)) {
      let mask = (candidate.forms.get(words[noun] ?? '') ?? 0) & wanted;
      const found: (Noun | Adjective)[] = [];
      const take = (index: number): boolean => {
        for (const adjective of adjectivesOf(words[index] ?? '', lexicon)) {
          const joint = mask & (adjectiveFor(adjective, candidate.gender).get(words[index] ?? '') ?? 0);
          if (joint === 0) continue;
          mask = joint;
          found[index - start] = adjective;
          return true;
        }
        return false;
      };
      let fits = mask !== 0;
      for (let index = start; index < noun && fits; index += 1) fits = take(index);
      if (!fits) continue;
      found[noun - start] = candidate;
      let end = noun + 1;
      while (end < words.length && take(end)) end += 1;
      // A word that may be either is rather the noun of those behind it.
      const isBetter = best === null || end > best.end;
      if (isBetter) best = { start, end, noun, words: found, gender: candidate.gender, mask };
    }
  }
  return best;
}

function slotOf(word: Noun | Adjective, { gender }: Group, allowed: number, group: number, gap: Gap): Slot {
  const forms: Forms = new Map();
  for (const [form, mask] of word.kind === 'noun' ? word.forms : adjectiveFor(word, gender))
    if ((mask & allowed) !== 0) forms.set(form, mask & allowed);
  return { forms, group, gap };
}

/** The group in the orders that are natural: noun and one adjective in both. */
function ordersOf(group: Group, allowed: number, number: number, gap: Gap): Slot[][] {
  const written = group.words.map((word, i) =>
    slotOf(
      word,
      group,
      allowed,
      number,
      i === 0 ? gap : i <= group.noun - group.start ? ofOneQuality : ofQuality,
    ),
  );
  const [first, second] = written;
  if (written.length !== 2 || !first || !second) return [written];
  const isNounFirst = group.noun === group.start;
  return [
    written,
    [
      { ...second, gap },
      { ...first, gap: isNounFirst ? ofOneQuality : ofQuality },
    ],
  ];
}

/** The words from `from` on, in the case in which they are written; nouns in either number. */
function fixed(words: string[], from: number, lexicon: Lexicon): Slot[] {
  const slots: Slot[] = [];
  let group = 10;
  for (let i = from; i < words.length; ) {
    const before = words[i - 1] ?? '';
    const word = words[i] ?? '';
    const governed = prepositions.get(before);
    // A noun behind a noun is a genitive, if it can be one.
    const wanted = governed && governed.length > 0 ? bothNumbers(...governed) : bothNumbers('gen');
    const found = isLiteral(word)
      ? null
      : (groupAt(words, i, wanted, lexicon) ?? groupAt(words, i, anyCase, lexicon));
    if (!found) {
      const gap = prepositions.has(word) && i > 0 && !isLiteral(before) ? beforePreposition : beside;
      slots.push({ ...literal(word), gap });
      i += 1;
      continue;
    }
    group += 1;
    const allowed = freeOfNumber(found.mask);
    const gap = i === 0 ? beside : ofGenitive;
    slots.push(
      ...found.words.map((part, at) => slotOf(part, found, allowed, group, at === 0 ? gap : ofOneQuality)),
    );
    i = found.end;
  }
  return slots;
}

function nounPhrase(words: string[], lexicon: Lexicon): Pattern[] | null {
  // „nienależnie pobrane świadczenie”
  const first = adverbs.has(words[0] ?? '') ? 1 : 0;
  const before = words.slice(0, first).map((word) => literal(word));
  const head = groupAt(words, first, bothNumbers('nom'), lexicon);
  if (head) {
    const allowed = (head.mask & singular) === 0 ? plural : anyCase;
    const { slots, end } = agreeingBehind(words, head, lexicon);
    const tail = fixed(words, end, lexicon);
    return ordersOf(head, allowed, 1, beside).map((order) =>
      patternOf([...before, ...order, ...slots, ...tail]),
    );
  }
  const [adjective] = adjectivesOf(words[first] ?? '', lexicon);
  if (!adjective) return null;
  // „prowadzący sprawę”, „niniejszy”, „wyżej wymieniony”
  return [patternOf([...before, wordSlot(adjective), ...fixedObject(words.slice(first + 1), lexicon)])];
}

/** What is inflected with the head: „wypis i wyrys”, „świadczenie nienależnie pobrane”. */
function agreeingBehind(words: string[], head: Group, lexicon: Lexicon): { slots: Slot[]; end: number } {
  const link = words[head.end] ?? '';
  const next = head.end + 1;
  if (joining.has(link)) {
    const second = groupAt(words, next, bothNumbers('nom'), lexicon);
    if (second)
      return {
        slots: [literal(link), ...second.words.map((word) => slotOf(word, second, anyCase, 1, beside))],
        end: second.end,
      };
  }
  const [adjective] =
    adverbs.has(link) && next < words.length ? adjectivesOf(words[next] ?? '', lexicon) : [];
  if (adjective)
    return { slots: [literal(link), slotOf(adjective, head, anyCase, 1, beside)], end: next + 1 };
  return { slots: [], end: head.end };
}

function fixedObject(words: string[], lexicon: Lexicon): Slot[] {
  const object = groupAt(words, 0, bothNumbers('acc'), lexicon);
  if (!object) return fixed(words, 0, lexicon);
  const [order = []] = ordersOf(object, freeOfNumber(object.mask), 1, ofGenitive);
  return [...order, ...fixed(words, object.end, lexicon)];
}

/** A word in any of its forms. */
function wordSlot(word: Adjective | Noun, gap = beside): Slot {
  return {
    forms: new Map(word.kind === 'noun' ? word.forms : word.forms.map((form) => [form, anyCase])),
    group: 0,
    gap,
  };
}

function verbPhrase(words: string[], lexicon: Lexicon): Pattern[] | null {
  const [infinitive = ''] = words;
  if (isLiteral(infinitive)) return null;
  const verb = lexicon.wordsOf(infinitive).find((word) => word.kind === 'verb' && word.lemma === infinitive);
  if (verb?.kind !== 'verb') return null;
  const isReflexive = words[1] === 'się';
  const rest = words.slice(isReflexive ? 2 : 1);
  const object = isReflexive ? null : groupAt(rest, 0, bothNumbers('acc', 'gen'), lexicon);
  if (object) return withObject(verb, object, fixed(rest, object.end, lexicon));
  return withoutObject(verb, isReflexive, fixed(rest, 0, lexicon));
}

function withObject(verb: Verb, object: Group, tail: Slot[]): Pattern[] {
  const active: Slot = { forms: formsOfAll(verb.forms), group: 0, gap: beside };
  const found: Pattern[] = [];
  for (const order of ordersOf(object, bothNumbers('acc', 'gen'), 1, toObject)) {
    found.push(patternOf([active, ...order, ...tail], 1));
    found.push(patternOf([...order, { ...active, gap: toObject }, ...tail], 1));
  }
  for (const participle of verb.participles.filter(({ lemma }) => !lemma.endsWith('cy'))) {
    const agreeing = slotOf(participle, object, anyCase, 1, inClause);
    for (const order of ordersOf(object, anyCase, 1, inClause)) {
      found.push(patternOf([...order, agreeing, ...tail]));
      found.push(patternOf([agreeing, ...order, ...tail]));
    }
  }
  for (const participle of verb.participles.filter(({ lemma }) => lemma.endsWith('cy')))
    for (const order of ordersOf(object, bothNumbers('acc', 'gen'), 1, toObject))
      found.push(patternOf([{ ...wordSlot(participle), group: 0 }, ...order, ...tail], 1));
  if (verb.gerund)
    for (const order of ordersOf(object, bothNumbers('gen'), 1, ofGenitive))
      found.push(patternOf([wordSlot(verb.gerund), ...order, ...tail], -1, true));
  return found;
}

function withoutObject(verb: Verb, isReflexive: boolean, tail: Slot[]): Pattern[] {
  const finite = formsOfAll(verb.forms);
  const participles = formsOfAll(verb.participles.flatMap(({ forms }) => forms));
  const active: Slot = { forms: finite, group: 0, gap: inClause };
  const self: Slot = { ...literal('się'), gap: inClause };
  // What the verb governs may stand some words off: „pozostawiono podanie bez rozpoznania”.
  const [first, ...others] = tail;
  const behind: Slot[] = first ? [{ ...first, gap: inClause }, ...others] : [];
  const found: Pattern[] = isReflexive
    ? [patternOf([active, self, ...behind]), patternOf([self, active, ...behind])]
    : [patternOf([active, ...behind])];
  if (behind.length > 0 && !isReflexive) found.push(patternOf([...tail, active]));
  if (participles.size > 0) {
    const passive: Slot = { forms: participles, group: 0, gap: inClause };
    found.push(patternOf([passive, ...behind]));
    if (behind.length > 0) found.push(patternOf([...tail, passive]));
    // „osoby ubiegające się o lokal”
    if (isReflexive) found.push(patternOf([passive, { ...self, gap: beside }, ...behind]));
  }
  if (verb.gerund) {
    found.push(patternOf([wordSlot(verb.gerund), ...behind], -1, true));
    if (isReflexive)
      found.push(patternOf([wordSlot(verb.gerund), { ...self, gap: beside }, ...behind], -1, true));
  }
  return found;
}
