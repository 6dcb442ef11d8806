import { expect, it } from 'vitest';
import firstNames from '@/lib/callbacks/first-names.json';
import officeWords from '@/lib/callbacks/office-words.json';
import timeWords from '@/lib/callbacks/time-words.json';

const lists: [string, readonly string[]][] = [
  ['first names', firstNames],
  ...Object.entries(officeWords),
  ...Object.entries(timeWords).flatMap(([name, value]): [string, string[]][] =>
    Array.isArray(value) ? [[name, value.flat()]] : [[name, Object.keys(value)]],
  ),
];

it.each(lists)('the list of %s names each word once, in its Polish spelling', (_, words) => {
  expect(words.length).toBeGreaterThan(0);
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) {
    expect(word).toBe(word.normalize('NFC').trim());
    expect(word).not.toBe('');
  }
});

it('there are seven weekdays, twelve months and an hour for each of half a day', () => {
  expect(timeWords.weekdays).toHaveLength(7);
  expect(timeWords.months).toHaveLength(12);
  expect(timeWords.hours.length).toBeGreaterThan(12);
});

it('beginnings of office words are long enough not to swallow surnames', () => {
  expect(officeWords.noNameStems.filter((stem) => stem.length < 4)).toEqual([]);
});
