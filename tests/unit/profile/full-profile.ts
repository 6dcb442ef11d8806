import type { ProfileSource } from '@/lib/profile';

/** A profile that uses all the format has. Every person and number in it is invented. */
export const fullProfile = {
  $schema: 'https://example.test/profile.schema.json',
  format: 'obok-profile/1',
  id: 'referat-finansowy',
  seq: 7,
  name: 'Referat Finansowy',
  validUntil: '2028-02-29',
  office: { name: 'Urząd Gminy Gostynin', phone: '24 100 00 00' },
  referat: { name: 'Referat Finansowy', cells: ['FN', 'AM-WZ'], phone: '24 100 00 01' },
  introduction: '{urząd}, {referat}, {imię i nazwisko}',
  systems: [
    {
      id: 'ezd',
      name: 'EZD',
      signals: [
        { in: 'title', text: 'EZD*' },
        { host: 'ezd.example' },
        { path: '/ezd/' },
        { element: '#app > .menu [data-view="sprawa"]' },
      ],
      views: [
        {
          view: 'case',
          signals: [{ in: 'heading', text: 'Sprawa' }],
          not: [{ in: 'dialog', text: 'Zamknij' }],
        },
      ],
      leaveAlone: ['/logowanie'],
    },
  ],
  reminders: [
    {
      id: 'powitanie',
      provisions: ['sok.powitanie.1'],
      moment: 'greeting',
      text: 'Przedstaw się z imienia, nazwiska i referatu.',
      say: 'Dzień dobry, {urząd}, {referat}, {imię i nazwisko}, {stanowisko}. Tel. {telefon}, {znak sprawy}.',
      channels: ['desk', 'phone-in'],
      when: {
        all: [
          { view: ['case', 'client'] },
          { any: [{ system: 'ezd' }, { url: 'https://ezd.example/sprawy/*' }] },
          { not: { field: { label: 'Status', equals: 'zamknięta' } } },
          { caseSign: { cell: 'FN', jrwa: '31' } },
          { field: { label: 'Rodzaj sprawy', contains: 'ulga' } },
          { text: 'niezwłocznie' },
          { element: 'form.pismo' },
          { channel: 'desk' },
          { moment: ['greeting', 'listening'] },
          { time: { from: '08:00', to: '16:00', weekdays: [1, 2, 3, 4, 5] } },
        ],
      },
      where: 'page',
      cadence: { repeat: 'always', atMost: { times: 2, per: 'day' }, coolDown: 30 },
      priority: 7,
    },
    {
      id: 'jawność',
      provisions: ['ke.7.2', 'ke.7.5'],
      moment: 'listening',
      text: 'Powiedz, kto jeszcze prowadzi sprawę.',
    },
  ],
  checklists: [
    {
      id: 'koniec',
      name: 'Zakończenie',
      channels: ['desk'],
      items: [
        { id: 'pytania', text: 'Czy klient pytał o wszystko?', provisions: ['sok.zakonczenie-obslugi.1'] },
      ],
    },
  ],
  glossary: [
    {
      id: 'prolongata',
      headword: 'prolongata',
      meaning: 'przedłużenie terminu',
      say: 'Może Pan zapłacić później.',
      forms: ['prolongaty'],
    },
  ],
  directory: [
    {
      id: 'podatki',
      person: 'Jan Przykładowy',
      position: 'inspektor',
      phone: '24 100 00 02',
      subjects: ['podatek rolny'],
      jrwa: ['3120'],
    },
  ],
  callbacks: {
    promptly: 60,
    hours: {
      1: [
        ['08:00', '12:00'],
        ['12:30', '16:00'],
      ],
      2: [['08:00', '17:00']],
    },
    retention: 30,
    escalation: { before: 5, every: 30, substituteAfter: 120 },
    maskPhones: true,
  },
  budget: { perDay: 6, perEncounter: 2, perMoment: 1 },
  locked: ['powitanie'],
} satisfies ProfileSource;

/** Every field left out that may be. */
export const leastProfile = {
  format: 'obok-profile/1',
  id: 'najmniejszy',
  seq: 0,
  name: 'Najmniejszy profil',
} satisfies ProfileSource;
