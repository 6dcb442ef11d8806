import type { Callback } from '@/lib/callbacks';
import { endingItems, nothingKnown } from '@/lib/checklist';
import type { Encounter } from '@/lib/encounter';
import type { PageContext } from '@/lib/page';
import { baseProfile, type Profile, type ProfileSource, profileSchema } from '@/lib/profile';

export const now = new Date('2026-11-24T10:00:00+01:00');

type Lists = NonNullable<ProfileSource['checklists']>;

/** A profile with these checklists alone. */
export const withLists = (...checklists: Lists): Profile =>
  profileSchema.parse({ format: 'obok-profile/1', id: 'gmina', seq: 1, name: 'Urząd', checklists });

/** A list of items by their texts; ids are the texts with hyphens. */
export const list = (id: string, texts: string[], more: Partial<Lists[number]> = {}): Lists[number] => ({
  id,
  name: `Lista ${id}`,
  items: texts.map((text) => ({ id: `${text.replace(/[^\p{L}\p{N}]+/gu, '-')}x`, text })),
  ...more,
});

export const serving = (more: Partial<Encounter> = {}): Encounter => ({
  id: 'e1',
  channel: 'desk',
  moment: 'ending',
  startedAt: now.getTime() - 240_000,
  ...more,
});

export const page = (more: Partial<PageContext> = {}): PageContext => ({
  system: 'ezd-rp',
  view: 'other',
  caseSigns: [],
  caseInHand: null,
  fields: {},
  terms: [],
  elements: [],
  address: 'https://ezd.example/',
  evidence: [],
  ...more,
});

const sign = { raw: 'FN.3120.12.2026.AN', cell: 'FN', jrwa: '3120', number: 12, year: 2026 };
export const caseOn = (view: PageContext['view']) => page({ view, caseSigns: [sign], caseInHand: sign });

export const promise = (more: Partial<Callback> = {}): Callback => ({
  id: 'c1',
  kind: 'call',
  state: 'open',
  reason: 'must-check',
  promisedAt: now.getTime(),
  due: now.getTime() + 3_600_000,
  encounterId: 'e1',
  attempts: [],
  ...more,
});

export const itemsFor = (more: Partial<Parameters<typeof endingItems>[0]> = {}) =>
  endingItems({
    profile: baseProfile(),
    encounter: serving(),
    channel: 'desk',
    context: null,
    facts: nothingKnown,
    now,
    ...more,
  });
