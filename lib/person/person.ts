import { formFinder, wordsOf } from '@/lib/directory';

/** Who is looked for, by what a clerk typed: a name, a number, or both. */
export interface Person {
  /** Words of a name, in any form; a text is about the person where it holds all of them. */
  words: string[];
  /** Digits of a number, without the prefix of the country; a text that holds them is about the person. */
  number: string | null;
}

/** In digits: fewer stand in too many dates and case signs. */
const shortestNumber = 5;
/** Digits that stand together, however they are spaced. */
const run = /\+?\d(?:[\s().\-–/]*\d)*/gu;

/** @returns null where nothing typed could tell a person: no word of two letters and no number */
export function personOf(typed: string): Person | null {
  const numbers = (typed.match(run) ?? []).map(nationalDigits);
  const number = numbers.find((digits) => digits.length >= shortestNumber) ?? null;
  const rest = number === null ? typed : typed.replace(run, ' ');
  // „Li” is a name, but beside a number two letters are the cell of a case sign, or „p.”.
  const words = wordsOf(rest).filter((word) => word.length > (number === null ? 1 : 2));
  return words.length === 0 && number === null ? null : { words, number };
}

/** What Obok itself made: ids, hashes and keys, in which digits mean nothing. */
const machineMade = new Set([
  'id',
  'encounterId',
  'announced',
  'telling',
  'caseKey',
  'reminderId',
  'document',
]);

/**
 * Tells whether any text in a value, however deep, is about the person: holds the number however it is spaced, or all words
 * of the name, whatever their case, marks and form.
 */
export function aboutPerson({ words, number }: Person): (value: unknown) => boolean {
  const finders = words.map(formFinder);
  return (value) => {
    const texts = textsIn(value);
    if (number !== null && texts.some((text) => holdsNumber(text, number))) return true;
    return finders.length > 0 && finders.every((isIn) => texts.some(isIn));
  };
}

function textsIn(value: unknown, into: string[] = []): string[] {
  if (typeof value === 'string') into.push(value);
  else if (Array.isArray(value)) for (const part of value) textsIn(part, into);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) if (!machineMade.has(key)) textsIn(part, into);
  }
  return into;
}

function holdsNumber(text: string, number: string): boolean {
  return (text.match(run) ?? []).some((digits) => digits.replace(/\D/g, '').includes(number));
}

/** A prefix of Poland or the zero of a trunk is no part of what is looked for: it may be left out where it was noted. */
function nationalDigits(written: string): string {
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  if (digits.length === 11 && digits.startsWith('48')) return digits.slice(2);
  return digits.length === 10 && digits.startsWith('0') ? digits.slice(1) : digits;
}
