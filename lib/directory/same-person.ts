import { folded, wordsOf } from './stems';

/** By the words of the name in any order: „Nowak Anna” is Anna Nowak. */
export function isSamePerson(one: string, other: string): boolean {
  const key = (name: string) => wordsOf(folded(name)).sort().join(' ');
  return key(one) !== '' && key(one) === key(other);
}
