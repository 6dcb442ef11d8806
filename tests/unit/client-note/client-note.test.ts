import { describe, expect, it } from 'vitest';
import type { Callback } from '@/lib/callbacks';
import {
  clerkAsContact,
  contactParts,
  dayIn,
  draftNote,
  dueInWords,
  inPolishFigures,
  itemsOf,
  noteFields,
  noteWords,
  parseStoredNote,
} from '@/lib/client-note';
import { context, now, profile } from '../components/office';

const clerk = { name: 'Anna Nowak', position: 'inspektor', referat: '', office: '', phone: '24 236 07 50' };
const encounter = { id: 'e1' };
const promise = (more: Partial<Callback> = {}): Callback => ({
  id: 'c1',
  kind: 'call',
  state: 'open',
  reason: 'must-check',
  promisedAt: now.getTime(),
  due: new Date('2026-11-25T12:00:00+01:00').getTime(),
  encounterId: 'e1',
  attempts: [],
  ...more,
});
const draft = (more: Partial<Parameters<typeof draftNote>[0]> = {}) =>
  draftNote({
    clerk,
    profile: profile({ callbacks: { hours: { 1: [['08:00', '16:00']] } } }),
    encounter,
    context: context(),
    contacts: [],
    promised: [],
    now,
    ...more,
  });

describe('The draft of a note', () => {
  it('says all that is known without asking, and leaves the matter, what to bring and by when to the clerk', () => {
    expect(draft()).toEqual({
      office: 'Urząd Gminy Gostynin, Referat Finansowy',
      date: '24 listopada 2026',
      matter: '',
      caseSign: 'FN.3120.12.2026.AN',
      agreed: '',
      toBring: '',
      due: '',
      person: 'Anna Nowak',
      position: 'inspektor',
      phone: '24 236 07 50',
      when: '',
      hours: 'pon. 8–16',
    });
  });

  it('is empty, and no more, for a clerk who has said nothing beside a page that is not read', () => {
    const unnamed = { name: '', position: '', referat: '', office: '', phone: '' };
    const bare = draft({
      clerk: unnamed,
      profile: { ...profile(), office: undefined, referat: undefined },
      context: null,
    });
    const { date, ...rest } = bare;
    expect(date).toBe('24 listopada 2026');
    expect(new Set(Object.values(rest))).toEqual(new Set(['']));
  });

  it('bears the date of Warsaw, not of Greenwich', () => {
    expect(draft({ now: new Date('2026-11-24T23:30:00Z') }).date).toBe('25 listopada 2026');
  });

  it('has no case sign where the page shows several and none is in hand', () => {
    expect(draft({ context: context({ caseInHand: null }) }).caseSign).toBe('');
  });

  it('names the colleague whose number the client was given last', () => {
    const contacts = [
      { person: 'Jan Kowalski', position: 'podinspektor', phone: '24 236 07 51' },
      { person: 'Ewa Lis', phone: '24 236 07 52', when: 'wt. 8–10' },
    ];
    expect(draft({ contacts })).toMatchObject({
      person: 'Ewa Lis',
      position: '',
      phone: '24 236 07 52',
      when: 'wt. 8–10',
    });
  });

  it('gives the referat’s number where the clerk has none', () => {
    const office = profile({ referat: { name: 'Referat Finansowy', phone: '24 236 07 00' } });
    expect(contactParts(clerkAsContact(office, { ...clerk, phone: '' })).phone).toBe('24 236 07 00');
  });

  it('writes down what was promised in this service and still stands', () => {
    const promised = [
      promise(),
      promise({ id: 'c2', colleague: 'Jan Kowalski' }),
      promise({ id: 'c3', kind: 'message', colleague: 'Ewa Lis' }),
      promise({ id: 'c4', encounterId: 'e0' }),
      promise({ id: 'c5', state: 'withdrawn' }),
      promise({ id: 'c6', kind: 'message' }),
    ];
    expect(draft({ promised }).agreed.split('\n')).toEqual([
      'Zadzwonimy do Pani/Pana najpóźniej w środę, 25 listopada 2026, o godz. 12:00.',
      'Zadzwoni do Pani/Pana Jan Kowalski, najpóźniej w środę, 25 listopada 2026, o godz. 12:00.',
      'Pani/Pana wiadomość dostanie Ewa Lis.',
    ]);
    expect(draft({ promised, encounter: null }).agreed).toBe('');
  });
});

describe('A day on the note', () => {
  it.each([
    ['1.12.2026', 'wtorek, 1 grudnia 2026'],
    ['01-12-2026 r.', 'wtorek, 1 grudnia 2026'],
    ['2026-12-01', 'wtorek, 1 grudnia 2026'],
    ['29.02.2028', 'wtorek, 29 lutego 2028'],
  ])('is told with its weekday: %s', (written, told) => {
    expect(dueInWords(written)).toBe(told);
    expect(inPolishFigures(dayIn(written) ?? '')).toMatch(/^\d{1,2}\.\d{1,2}\.2\d{3}$/);
  });

  it.each([
    '31.04.2026',
    '29.02.2026',
    '0.1.2026',
    '1.13.2026',
    '1.12.26',
    'do 10 grudnia',
    '1.12.2026 albo później',
    '',
  ])('stays as written where it is not a date in figures: „%s”', (written) => {
    expect(dayIn(written)).toBeNull();
    expect(dueInWords(` ${written} `)).toBe(written);
  });
});

it('Items stand one a line, without the dashes put before them', () => {
  expect(itemsOf('- akt notarialny\r\n\n • dowód osobisty \n  \nPIT-37')).toEqual([
    'akt notarialny',
    'dowód osobisty',
    'PIT-37',
  ]);
  expect(itemsOf(' \n ')).toEqual([]);
});

describe('What the browser keeps of a note', () => {
  it('comes back as it was put there, with what others keep beside it', () => {
    const kept = {
      contacts: [{ person: 'Ewa Lis', phone: '24', when: '', room: 3 }],
      edits: { matter: 'Podatek' },
      tabId: 7,
      more: [1],
    };
    expect(parseStoredNote(kept)).toEqual(kept);
  });

  it('is kept by part where another part is none of ours', () => {
    expect(parseStoredNote({ contacts: [{ name: 'x' }], edits: { matter: 'Podatek' } })).toEqual({
      contacts: [],
      edits: { matter: 'Podatek' },
    });
    expect(parseStoredNote({ contacts: [{ person: 'Ewa Lis' }] })).toEqual({
      contacts: [{ person: 'Ewa Lis' }],
      edits: {},
    });
  });

  it.each([undefined, null, 'x', [], 3])('is an empty note where nothing of ours stands: %j', (value) => {
    expect(parseStoredNote(value)).toEqual({ contacts: [], edits: {} });
  });
});

it('The words of the note are there, and address nobody by one sex alone', () => {
  const { onWeekday, ...sentences } = noteWords;
  expect(Object.keys(onWeekday)).toHaveLength(7);
  for (const [key, text] of Object.entries({ ...sentences, ...onWeekday })) {
    expect([key, text.trim() === text && text !== '']).toEqual([key, true]);
    expect(text.replaceAll(/Pani\/Pan\p{L}*/gu, '')).not.toMatch(/\bPan/u);
  }
  expect(noteFields).toHaveLength(new Set(noteFields).size);
});
