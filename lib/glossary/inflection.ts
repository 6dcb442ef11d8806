/** Seven cases of the singular, then of the plural: one bit each. */
export const cases = ['nom', 'gen', 'dat', 'acc', 'inst', 'loc', 'voc'] as const;
export type Case = (typeof cases)[number];
/** `p`: words without a singular. */
export type Gender = 'm1' | 'm2' | 'm3' | 'f' | 'n' | 'p';

export const singular = 0b1111111;
export const plural = singular << 7;
export const anyCase = singular | plural;

/** The bits of these cases in both numbers. */
export function bothNumbers(...wanted: Case[]): number {
  return wanted.reduce((mask, name) => mask | (0b10000001 << cases.indexOf(name)), 0);
}

/** The cases of `mask`, each in both numbers. */
export function freeOfNumber(mask: number): number {
  const either = (mask | (mask >> 7)) & singular;
  return either | (either << 7);
}

/** Form → cases it may stand in. */
export type Forms = Map<string, number>;

export interface Noun {
  kind: 'noun';
  lemma: string;
  gender: Gender;
  forms: Forms;
}
export interface Adjective {
  kind: 'adjective';
  lemma: string;
  /** In the order of `adjectivePlaces`. */
  forms: string[];
}
export interface Verb {
  kind: 'verb';
  lemma: string;
  /** Finite forms, infinitive, impersonal, adverbial participles. */
  forms: string[];
  /** wszczęty, wszczynający */
  participles: Adjective[];
  /** wszczęcie */
  gerund: Noun | null;
}
export type Word = Noun | Adjective | Verb;

/** Each place of an adjective’s thirteen forms: number, cases, genders. */
export const adjectivePlaces: [number: 0 | 7, cases: Case[], genders: Gender[]][] = [
  [0, ['nom', 'voc'], ['m1', 'm2', 'm3']],
  [0, ['gen'], ['m1', 'm2', 'm3', 'n']],
  [0, ['dat'], ['m1', 'm2', 'm3', 'n']],
  [0, ['inst', 'loc'], ['m1', 'm2', 'm3', 'n']],
  [0, ['nom', 'acc', 'voc'], ['n']],
  [0, ['nom', 'voc'], ['f']],
  [0, ['gen', 'dat', 'loc'], ['f']],
  [0, ['acc', 'inst'], ['f']],
  [7, ['nom', 'acc', 'voc'], ['m2', 'm3', 'f', 'n', 'p']],
  [7, ['gen', 'loc'], ['m1', 'm2', 'm3', 'f', 'n', 'p']],
  [7, ['dat'], ['m1', 'm2', 'm3', 'f', 'n', 'p']],
  [7, ['inst'], ['m1', 'm2', 'm3', 'f', 'n', 'p']],
  [7, ['nom', 'voc'], ['m1']],
];
const accusativeAsNominative: Gender[] = ['m3'];
const accusativeAsGenitive: Gender[] = ['m1', 'm2'];

/** The forms of an adjective beside a noun of this gender. */
export function adjectiveFor(adjective: Adjective, gender: Gender): Forms {
  const forms: Forms = new Map();
  adjectivePlaces.forEach(([number, names, genders], place) => {
    const form = adjective.forms[place];
    if (!form || !genders.includes(gender)) return;
    let mask = names.reduce((bits, name) => bits | (1 << (number + cases.indexOf(name))), 0);
    const accusative = 1 << (number + cases.indexOf('acc'));
    if (place === 0 && accusativeAsNominative.includes(gender)) mask |= accusative;
    if (place === 1 && accusativeAsGenitive.includes(gender)) mask |= accusative;
    if (place === 9 && gender === 'm1') mask |= accusative;
    forms.set(form, (forms.get(form) ?? 0) | mask);
  });
  return forms;
}

/** A paradigm as the data has it: what is put behind a stem. */
export function nounOf(stem: string, paradigm: string): Noun {
  const [gender = 'n', ...rest] = paradigm.split(' ');
  const forms: Forms = new Map();
  rest.forEach((endings, place) => {
    if (endings === '-') return;
    for (const ending of endings.split('/')) {
      const form = stem + ending.replace('0', '');
      forms.set(form, (forms.get(form) ?? 0) | (1 << place));
    }
  });
  return { kind: 'noun', lemma: forms.keys().next().value ?? stem, gender: gender as Gender, forms };
}

export function adjectiveOf(stem: string, paradigm: string): Adjective {
  const forms = paradigm.split(' ').map((ending) => stem + ending);
  return { kind: 'adjective', lemma: forms[0] ?? stem, forms };
}

/** Paradigm: forms, the infinitive first; then after `|` the ends of participles and of the verbal noun. */
export function verbOf(stem: string, paradigm: string): Verb {
  const [forms = '', participles = '', gerund = ''] = paradigm.split('|');
  const each = (endings: string) =>
    endings
      .split(' ')
      .filter((ending) => ending !== '')
      .map((ending) => stem + ending.replace('0', ''));
  const all = each(forms);
  const noun = each(gerund)[0];
  return {
    kind: 'verb',
    lemma: all[0] ?? stem,
    forms: all,
    participles: each(participles).map(regularAdjective),
    gerund: noun === undefined ? null : verbalNoun(noun),
  };
}

const hard = 'y ego emu ym e a ej ą e ych ym ymi';
const velar = 'i iego iemu im ie a iej ą ie ich im imi';
const soft = 'i iego iemu im ie ia iej ią ie ich im imi';

/** An adjective or participle that is inflected as nearly all are. */
export function regularAdjective(lemma: string): Adjective {
  const stem = lemma.slice(0, -1);
  if (lemma.endsWith('y')) return adjectiveOf('', spread(stem, hard, personalPlural(stem)));
  return /[kg]i$/.test(lemma)
    ? adjectiveOf('', spread(stem, velar, personalPlural(stem)))
    : adjectiveOf('', spread(stem, soft, `${stem}i`));
}

function spread(stem: string, endings: string, last: string): string {
  return [...endings.split(' ').map((ending) => stem + ending), last].join(' ');
}

/** The plural that stands with men: „wezwany” → „wezwani”, „dobry” → „dobrzy”. */
function personalPlural(stem: string): string {
  const changes: [RegExp, string][] = [
    [/on$/, 'eni'],
    [/n$/, 'ni'],
    [/st$/, 'ści'],
    [/t$/, 'ci'],
    [/ł$/, 'li'],
    [/r$/, 'rzy'],
    [/d$/, 'dzi'],
    [/sk$/, 'scy'],
    [/k$/, 'cy'],
    [/g$/, 'dzy'],
    [/sz$/, 'si'],
    [/(c|cz|dz|ż|rz)$/, '$1y'],
    [/([bpwmf])$/, '$1i'],
  ];
  const change = changes.find(([end]) => end.test(stem));
  return change ? stem.replace(...change) : `${stem}i`;
}

/** „doręczenie”, „wszczęcie”: dictionaries keep them under the verb and without a plural, offices count them. */
function verbalNoun(lemma: string): Noun {
  const stem = lemma.slice(0, -3);
  const [end, bare] = lemma.endsWith('nie') ? ['ni', 'ń'] : ['ci', 'ć'];
  const bareStem = lemma.endsWith('cie') || lemma.endsWith('nie') ? stem : lemma;
  return nounOf(
    bareStem,
    `n ${end}e ${end}a ${end}u ${end}e ${end}em ${end}u ${end}e ${end}a ${bare} ${end}om ${end}a ${end}ami ${end}ach ${end}a`,
  );
}

/** Forms that stand in any case. */
export function formsOfAll(forms: string[]): Forms {
  return new Map(forms.map((form) => [form, anyCase]));
}
