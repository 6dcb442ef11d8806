import { adjectivePlaces, cases, type Gender, regularAdjective } from '../inflection';
import type { Entry } from './polimorf';

/** A word as the data files hold it. */
export interface Paradigm {
  kind: 'noun' | 'adjective' | 'verb';
  lemma: string;
  stem: string;
  /** What the data files write: endings in their order. */
  endings: string;
}

/** What one lemma’s entries say: each gender of a noun is a word of its own. */
export function paradigmsOf(lemma: string, entries: Entry[]): Paradigm[] {
  const found: Paradigm[] = [];
  for (const [gender, places] of nounPlaces(entries)) found.push(nounParadigm(lemma, gender, places));
  const adjective = adjectiveForms(entries, 'adj');
  if (adjective) found.push(adjectiveParadigm(lemma, adjective));
  const verb = verbParadigm(lemma, entries);
  if (verb) found.push(verb);
  return found;
}

interface Reading {
  form: string;
  fields: string[];
}

function* readings(entries: Entry[], kind: string): Generator<Reading> {
  for (const { form, tags } of entries)
    for (const tag of tags.split('+')) {
      const fields = tag.split(':');
      if (fields[0] === kind && !fields.includes('neg')) yield { form, fields };
    }
}

const genderOf = (tag: string): Gender =>
  tag.startsWith('n') ? 'n' : tag.startsWith('p') ? 'p' : (tag as Gender);

function nounPlaces(entries: Entry[]): Map<Gender, Set<string>[]> {
  const byGender = new Map<Gender, Set<string>[]>();
  for (const { form, fields } of readings(entries, 'subst')) {
    const [, number = '', names = '', genders = ''] = fields;
    for (const gender of new Set(genders.split('.').map(genderOf)))
      for (const name of names.split('.')) {
        const place = cases.indexOf(name as (typeof cases)[number]);
        if (place < 0) continue;
        const places = byGender.get(gender) ?? Array.from({ length: 14 }, () => new Set<string>());
        byGender.set(gender, places);
        places[place + (number === 'pl' ? 7 : 0)]?.add(form);
      }
  }
  return byGender;
}

function commonStart(forms: string[]): string {
  let [start = ''] = forms;
  for (const form of forms) while (!form.startsWith(start)) start = start.slice(0, -1);
  return start;
}

const after = (stem: string) => (form: string) => form.slice(stem.length) || '0';

function nounParadigm(lemma: string, gender: Gender, places: Set<string>[]): Paradigm {
  const stem = commonStart([lemma, ...places.flatMap((forms) => [...forms])]);
  const endings = places.map((forms) => [...forms].sort().map(after(stem)).join('/') || '-');
  return { kind: 'noun', lemma, stem, endings: [gender, ...endings].join(' ') };
}

/** The thirteen forms, those that are missing put in as nearly all adjectives have them. */
function adjectiveForms(entries: Entry[], kind: string): string[] | null {
  const forms: string[] = [];
  for (const { form, fields } of readings(entries, kind)) {
    const [, number = '', names = '', genders = '', degree] = fields;
    if (degree === 'com' || degree === 'sup') continue;
    adjectivePlaces.forEach(([place, wanted, of], index) => {
      const isNumber = (number === 'pl') === (place === 7);
      const [first = 'nom'] = wanted;
      const isGender = genders.split('.').some((gender) => {
        const exact =
          index === 8 ? gender === 'f' : index === 12 ? gender === 'm1' : of[0] === genderOf(gender);
        return exact;
      });
      if (isNumber && isGender && names.split('.').includes(first)) forms[index] = form;
    });
  }
  const [lemma] = forms;
  if (!lemma || !/[yi]$/.test(lemma)) return null;
  const regular = regularAdjective(lemma).forms;
  return regular.map((form, place) => forms[place] ?? form);
}

function adjectiveParadigm(lemma: string, forms: string[]): Paradigm {
  const stem = commonStart(forms);
  return { kind: 'adjective', lemma, stem, endings: forms.map(after(stem)).join(' ') };
}

function verbParadigm(lemma: string, entries: Entry[]): Paradigm | null {
  const plain = ['verb', 'inf', 'fin', 'praet', 'impt', 'imps', 'pcon', 'pant', 'pot', 'bedzie'].flatMap(
    (kind) => [...readings(entries, kind)],
  );
  const isEmphatic = ({ form }: Reading) =>
    /że?$/.test(form) && plain.some((other) => other.form === form.replace(/że?$/, ''));
  const forms = [...new Set(plain.filter((reading) => !isEmphatic(reading)).map(({ form }) => form))].sort();
  if (!forms.includes(lemma)) return null;
  const participles = ['ppas', 'pact'].flatMap((kind) => adjectiveForms(entries, kind)?.[0] ?? []);
  const [gerund] = [...readings(entries, 'ger')].filter(({ fields }) => fields[2]?.includes('nom'));
  const gerunds = gerund && /(?:nie|cie)$/.test(gerund.form) ? [gerund.form] : [];
  const stem = commonStart([...forms, ...participles, ...gerunds]);
  const list = (written: string[]) => written.map(after(stem)).join(' ');
  const ordered = [lemma, ...forms.filter((form) => form !== lemma)];
  return { kind: 'verb', lemma, stem, endings: [list(ordered), list(participles), list(gerunds)].join('|') };
}
