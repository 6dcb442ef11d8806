import type { Entry } from '@/lib/directory';

const person = (
  id: string,
  name: string,
  position: string,
  referat: string,
  more: Partial<Entry>,
): Entry => ({
  id,
  person: name,
  position,
  referat,
  subjects: [],
  jrwa: [],
  ...more,
});

const finance = 'Referat Finansowy';
const land = 'Referat Planowania Przestrzennego i Gospodarki Nieruchomościami';
const services = 'Referat Gospodarki Komunalnej i Ochrony Środowiska';
const civic = 'Referat Spraw Obywatelskich';
const organisation = 'Referat Organizacyjny';
const education = 'Referat Oświaty i Spraw Społecznych';

/** Fifteen people of an office as a gmina has them; nobody here lives. */
export const directory: readonly Entry[] = [
  person('wymiar', 'Anna Wzorcowa', 'inspektor ds. wymiaru podatków', finance, {
    phone: '24 000 00 11',
    email: 'a.wzorcowa@gmina.example',
    subjects: ['podatek od nieruchomości', 'podatek rolny', 'podatek leśny', 'deklaracja podatkowa'],
    jrwa: ['3120', '3123'],
    substitute: 'ksiegowosc',
  }),
  person('ksiegowosc', 'Marek Zmyślony', 'podinspektor ds. księgowości podatkowej', finance, {
    phone: '24 000 00 12',
    subjects: ['zaległość podatkowa', 'zaświadczenie o niezaleganiu', 'raty', 'umorzenie podatku', 'akcyza'],
    jrwa: ['314', '3160'],
    substitute: 'wymiar',
  }),
  person('skarbnik', 'Helena Liczbowa', 'skarbnik gminy', finance, {
    phone: '24 000 00 10',
    subjects: ['budżet', 'fundusz sołecki'],
    jrwa: ['302'],
  }),
  person('planowanie', 'Barbara Próbna', 'inspektor', land, {
    phone: '24 000 00 21',
    subjects: ['warunki zabudowy', 'plan miejscowy', 'wypis i wyrys', 'zmiana planu'],
    jrwa: ['6727', '673'],
  }),
  person('nieruchomosci', 'Piotr Umowny', 'referent', land, {
    phone: '24 000 00 22',
    subjects: [
      'podział działki',
      'rozgraniczenie',
      'dzierżawa',
      'numer domu',
      'użytkowanie wieczyste',
      'działka',
    ],
    jrwa: ['68'],
  }),
  person('odpady', 'Ewa Papierowa', 'podinspektor', services, {
    phone: '24 000 00 31',
    subjects: ['odpady', 'śmieci', 'deklaracja śmieciowa', 'harmonogram odbioru', 'PSZOK', 'azbest'],
    jrwa: ['7031', '623'],
  }),
  person('drogi', 'Tomasz Niebyły', 'inspektor', services, {
    phone: '24 000 00 32',
    subjects: ['droga', 'pas drogowy', 'oświetlenie uliczne', 'odśnieżanie', 'przystanek', 'chodnik'],
    jrwa: ['723', '7021'],
  }),
  person('zielen', 'Olga Zmyślna', 'inspektor', services, {
    phone: '24 000 00 33',
    subjects: [
      'drzewo',
      'wycinka',
      'bezdomne zwierzęta',
      'pies',
      'decyzja środowiskowa',
      'ochrona powietrza',
    ],
    jrwa: ['6131', '6220', '614'],
  }),
  person('woda', 'Adam Szablonowy', 'specjalista', services, {
    phone: '24 000 00 34',
    subjects: ['woda', 'ścieki', 'kanalizacja', 'wodociąg', 'szambo', 'przydomowa oczyszczalnia'],
    jrwa: ['7021', '7033'],
  }),
  person('meldunki', 'Dorota Testowa', 'inspektor', civic, {
    phone: '24 000 00 41',
    subjects: ['dowód osobisty', 'zameldowanie', 'wymeldowanie', 'PESEL', 'spis wyborców', 'profil zaufany'],
    jrwa: ['534', '5345'],
  }),
  person('usc', 'Irena Fikcyjna', 'kierownik Urzędu Stanu Cywilnego', 'Urząd Stanu Cywilnego', {
    phone: '24 000 00 42',
    subjects: ['ślub', 'akt urodzenia', 'akt małżeństwa', 'akt zgonu', 'zmiana nazwiska', 'rozwód'],
    jrwa: ['536', '535'],
  }),
  person('dzialalnosc', 'Celina Przykładna', 'referent', civic, {
    phone: '24 000 00 43',
    subjects: ['działalność gospodarcza', 'CEIDG', 'alkohol', 'taksówka'],
    jrwa: ['733', '734'],
  }),
  person('sekretarz', 'Jerzy Bajkowy', 'sekretarz gminy', organisation, {
    phone: '24 000 00 51',
    subjects: ['skarga', 'petycja', 'informacja publiczna'],
    jrwa: ['1431', '151', '152'],
  }),
  person('sekretariat', 'Lidia Umyślna', 'pomoc administracyjna', organisation, {
    phone: '24 000 00 50',
    email: 'sekretariat@gmina.example',
    subjects: ['spotkanie z wójtem', 'godziny otwarcia'],
    secretariat: true,
  }),
  person('oswiata', 'Wanda Nierealna', 'inspektor', education, {
    phone: '24 000 00 61',
    subjects: [
      'szkoła',
      'przedszkole',
      'stypendium szkolne',
      'dodatek mieszkaniowy',
      'dowóz uczniów',
      'żłobek',
    ],
    jrwa: ['44', '8321'],
  }),
];
