import { describe, expect, it } from 'vitest';
import {
  type Check,
  examine,
  type Facts,
  isTroubling,
  type KeptFacts,
  originOf,
  originsIn,
} from '@/lib/health';

const at = Date.UTC(2026, 10, 24, 9);
const day = 86_400_000;
const kept: KeptFacts = {
  version: 2,
  rows: { callbacks: 3, encounters: 5, history: 9 },
  damaged: 0,
  lock: { isSet: true, isRequired: true, minutes: 30 },
  waiting: 2,
  latest: at - 1,
  profiles: [],
  policy: { seenAt: null, faults: 0, notTaken: 0 },
  profileAddress: null,
  backup: { madeAt: at - 2 * day, isDue: false },
};
const facts: Facts = {
  at,
  versions: { obok: '0.1.0', browser: 'Chrome/156', system: 'win x86-64' },
  store: { kind: 'open' },
  kept,
  room: { taken: 5_000_000, all: 60_000_000_000, isPersisted: true },
  waking: { next: at + 60_000, isDailySet: true },
  notifications: 'allowed',
  hasPanel: true,
  addresses: { permitted: ['https://ezd.gmina.pl'], missing: [], unread: [] },
  keys: [{ name: 'Alt+Shift+O', given: 'Alt+Shift+O' }],
  isInPrivate: false,
  clock: { zone: 'Europe/Warsaw', offset: 60, warsawOffset: 60 },
};
const troubles = (more: Partial<Facts>, ofKept: Partial<KeptFacts> = {}) =>
  examine({ ...facts, kept: { ...kept, ...ofKept }, ...more })
    .filter(({ finding }) => isTroubling(finding))
    .map(({ finding, values }: Check) => [finding, values]);

describe('How Obok is', () => {
  it('where all is well: seventeen checks, none of them in trouble', () => {
    const checks = examine(facts);
    expect(checks).toHaveLength(17);
    expect(checks.filter(({ standing }) => standing !== 'good')).toEqual([]);
  });

  const profile = { layer: 'referat', from: 'file', isSigned: true, seq: 4, daysLeft: 10 } as const;
  const address = { origin: 'https://obok.gmina.pl', answeredAt: at, problem: null };
  it.each<[finding: string, more: Partial<Facts>, ofKept?: Partial<KeptFacts>]>([
    ['storeFull', { store: { kind: 'full' } }],
    ['storeEmptied', { store: { kind: 'emptied' } }],
    ['storeReadOnly', { store: { kind: 'read-only', written: 3, known: 2 } }],
    ['storeFailed', { store: { kind: 'failed', reason: 'blocked' } }],
    ['rowsDamaged', {}, { damaged: 1 }],
    ['lockMissing', {}, { lock: { isSet: false, isRequired: true, minutes: null } }],
    ['roomLittle', { room: { taken: 20_000_000, all: 60_000_000, isPersisted: false } }],
    ['backupDue', {}, { backup: { madeAt: at - 8 * day, isDue: true } }],
    ['backupNever', {}, { backup: { madeAt: null, isDue: true } }],
    ['wakeMissing', { waking: { next: null, isDailySet: true } }],
    ['wakeMissing', { waking: { next: at - 5 * 60_000, isDailySet: true } }],
    ['dailyMissing', { waking: { next: at, isDailySet: false } }],
    ['notificationsDenied', { notifications: 'denied' }],
    ['panelMissing', { hasPanel: false }],
    ['keysMissing', { keys: [{ name: 'Alt+Shift+D', given: null }] }],
    ['addressesNone', { addresses: { permitted: [], missing: [], unread: [] } }],
    [
      'addressesMissing',
      { addresses: { permitted: ['https://a.pl'], missing: ['https://b.pl'], unread: [] } },
    ],
    ['readerMissing', { addresses: { permitted: ['https://a.pl'], missing: [], unread: ['https://a.pl'] } }],
    ['profileOver', {}, { profiles: [{ ...profile, daysLeft: -1 }] }],
    ['profileUnread', {}, { profiles: [{ ...profile, seq: null }] }],
    ['policyFaults', {}, { policy: { seenAt: at, faults: 1, notTaken: 1 } }],
    ['profileAddressWaits', {}, { profileAddress: { ...address, answeredAt: null } }],
    ['profileAddressFailed', {}, { profileAddress: { ...address, problem: 'slow' } }],
    ['clockZone', { clock: { zone: 'Europe/London', offset: 0, warsawOffset: 60 } }],
    ['clockBack', {}, { latest: at + day }],
    ['privateOn', { isInPrivate: true }],
  ])('tells of %s', (finding, more, ofKept) => {
    expect(troubles(more, ofKept).map(([name]) => name)).toEqual([finding]);
  });

  it('where a password is set, says whether the office asks for one and when it locks; where it is locked, that rows are not known', () => {
    const found = (id: string, more: Partial<KeptFacts>) => {
      const check = examine({ ...facts, kept: { ...kept, ...more } }).find((one) => one.id === id);
      return [check?.finding, check?.standing, check?.values];
    };
    const lock = (isSet: boolean, isRequired: boolean, minutes: number | null) =>
      found('lock', { lock: { isSet, isRequired, minutes } });
    expect(lock(false, false, null)).toEqual(['lockNone', 'good', {}]);
    expect(lock(true, false, 5)).toEqual(['lockSet', 'good', { count: 5 }]);
    expect(lock(true, true, 5)).toEqual(['lockRequired', 'good', { count: 5 }]);
    expect(lock(true, false, null)).toEqual(['lockLong', 'good', {}]);
    expect(lock(true, true, null)).toEqual(['lockLongRequired', 'good', {}]);
    expect(found('rows', { damaged: null })).toEqual(['rowsLocked', 'unknown', kept.rows]);
  });

  it('where the store cannot be read, says so, and of what stands in it that it is not known', () => {
    const checks = examine({ ...facts, store: { kind: 'failed', reason: 'unreadable' }, kept: null });
    expect(checks.filter(({ finding }) => isTroubling(finding)).map(({ id }) => id)).toEqual(['store']);
    const untold = ['rows', 'lock', 'backup', 'wake', 'profile', 'policy', 'profileAddress'];
    expect(checks.filter(({ standing }) => standing === 'unknown').map(({ id }) => id)).toEqual(untold);
  });

  it('knows of an address its origin only', () => {
    expect(originOf('https://ezd.gmina.pl/sprawa/FN.3120.7.2026?q=Kowalska#x')).toBe('https://ezd.gmina.pl');
    expect(originOf('http://anna:haslo@ezd:8080/a')).toBe('http://ezd:8080');
    expect(originsIn(['*://*.gmina.pl/*', '<all_urls>', 'Kowalska', '*://*.gmina.pl/x'])).toEqual([
      '*',
      '*://*.gmina.pl',
      '?',
    ]);
  });
});
