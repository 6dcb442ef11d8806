import type { NowInput } from '@/components/now';
import type { PageContext } from '@/lib/page';
import { type Profile, type ProfileSource, profileSchema } from '@/lib/profile';
import type { Provision } from '@/lib/standard';

export const now = new Date('2026-11-24T10:00:00+01:00');

export const profile = (more: Partial<ProfileSource> = {}): Profile =>
  profileSchema.parse({
    format: 'obok-profile/1',
    id: 'gmina',
    seq: 1,
    name: 'Urząd',
    office: { name: 'Urząd Gminy Gostynin' },
    referat: { name: 'Referat Finansowy' },
    reminders: [
      { id: 'krzeslo', provisions: ['sok.powitanie.2'], moment: 'greeting', text: 'Zaproponuj krzesło.' },
      {
        id: 'sluchaj',
        provisions: ['sok.koncentracja-na-kliencie.6'],
        moment: 'listening',
        text: 'Wysłuchaj.',
      },
      {
        id: 'jasne',
        provisions: ['sok.zakonczenie-obslugi.1', 'nie-ma-takiego'],
        moment: 'ending',
        text: 'Upewnij się, że wszystko jest jasne.',
        say: 'Proszę pytać: {imię i nazwisko}, sprawa {znak sprawy}.',
      },
      {
        id: 'cel',
        provisions: ['sok.telefon-do-klienta.2'],
        moment: 'greeting',
        text: 'Powiedz, po co dzwonisz.',
        channels: ['phone-out'],
      },
    ],
    ...more,
  });

const provisionOf = (id: string): Provision | undefined =>
  id.startsWith('sok.')
    ? { id, section: 's', number: 1, text: `treść ${id}`, citation: `Standard, ${id}` }
    : undefined;

const clerk: NowInput['clerk'] = {
  name: 'Anna Nowak',
  position: 'inspektor',
  referat: '',
  office: '',
  phone: '',
  language: 'pl',
  channel: 'desk',
};

export const context = (more: Partial<PageContext> = {}): PageContext => {
  const sign = { raw: 'FN.3120.12.2026.AN', cell: 'FN', jrwa: '3120', number: 12, year: 2026 };
  return {
    system: 'ezd-rp',
    view: 'case',
    caseSigns: [sign],
    caseInHand: sign,
    fields: {},
    terms: [],
    elements: [],
    address: 'https://ezd.example/sprawa',
    evidence: [],
    ...more,
  };
};

export const input = (more: Partial<NowInput> = {}): NowInput => ({
  profile: profile(),
  clerk,
  encounter: null,
  history: [],
  switches: { reminders: [], systems: [], addresses: [], quiet: false },
  page: { kind: 'not-web' },
  caseKey: null,
  now,
  provisionOf,
  ...more,
});
