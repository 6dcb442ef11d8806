import { expect, it } from 'vitest';
import { subjectFinder } from '@/lib/directory';

const find = (text: string, ...subjects: string[]) => subjectFinder(subjects)(text);

it.each([
  ['podatku od nieruchomości', 'podatek od nieruchomości'],
  ['podatki', 'podatek od nieruchomości'],
  ['działki', 'działka'],
  ['o działce', 'działka'],
  ['działek', 'działka'],
  ['DZIALKA', 'działka'],
  ['psa', 'pies'],
  ['psy', 'pies'],
  ['zwierząt', 'bezdomne zwierzęta'],
  ['w mieście', 'miasto'],
  ['opłacie skarbowej', 'opłata skarbowa'],
  ['zameldować', 'zameldowanie'],
  ['mieszkańcy', 'mieszkaniec'],
  ['stypendiów', 'stypendium'],
  ['o dowodzie', 'dowód osobisty'],
  ['w szkole', 'szkoła'],
  ['rolnicy', 'rolnik'],
  ['w drodze', 'droga'],
  ['o wodzie', 'woda'],
  ['o azbeście', 'azbest'],
  ['mieszkań', 'mieszkanie'],
  ['do żłobka', 'żłobek'],
  ['w biurze', 'biuro'],
  ['500', '500'],
])('„%s” speaks of „%s”', (text, subject) => {
  expect(find(text, subject)).toEqual([subject]);
});

it.each([
  // Another thing is another subject, be it alike in letters or in sense.
  ['śmieci', 'odpady'],
  ['budynek', 'budowa'],
  ['drogista', 'droga'],
  ['ogrodzenie', 'ogród'],
  ['od', 'podatek od nieruchomości'],
  ['wniosek', 'wniosek o warunki zabudowy'],
  ['', 'działka'],
  ['…?!', 'działka'],
])('„%s” does not speak of „%s”', (text, subject) => {
  expect(find(text, subject)).toEqual([]);
});

it('The subject of which more words are met comes first', () => {
  const subjects = ['podatek od nieruchomości', 'podatek rolny', 'działka'];
  expect(find('podatku rolnego', ...subjects)).toEqual(['podatek rolny', 'podatek od nieruchomości']);
  expect(find('podatek od działki', ...subjects).at(-1)).toBe('działka');
});
