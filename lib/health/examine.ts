import type { Facts, KeptFacts } from './facts';

/** How it stands: as it should, to be looked at, not as it should, or the browser does not tell. */
export type Standing = 'good' | 'look' | 'bad' | 'unknown';

const checkIds = [
  'store',
  'rows',
  'lock',
  'room',
  'backup',
  'wake',
  'notifications',
  'panel',
  'keys',
  'addresses',
  'reader',
  'profile',
  'policy',
  'profileAddress',
  'clock',
  'privateWindows',
  'versions',
] as const;
export type CheckId = (typeof checkIds)[number];

export interface Check {
  id: CheckId;
  standing: Standing;
  /** Which sentence tells of it. */
  finding: Finding;
  values: Record<string, string | number>;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const mega = 1_000_000;

/** What each finding amounts to. */
const standings = {
  storeOpen: 'good',
  storeFull: 'bad',
  storeEmptied: 'bad',
  storeReadOnly: 'bad',
  storeFailed: 'bad',
  rowsRead: 'good',
  rowsDamaged: 'bad',
  rowsLocked: 'unknown',
  lockNone: 'good',
  lockMissing: 'bad',
  lockSet: 'good',
  lockRequired: 'good',
  lockLong: 'good',
  lockLongRequired: 'good',
  roomEnough: 'good',
  roomKept: 'good',
  roomLittle: 'look',
  backupMade: 'good',
  backupNotNeeded: 'good',
  backupDue: 'look',
  backupNever: 'look',
  wakeNone: 'good',
  wakeSet: 'good',
  wakeMissing: 'bad',
  dailyMissing: 'look',
  notificationsAllowed: 'good',
  notificationsDenied: 'bad',
  notificationsUntold: 'unknown',
  panelThere: 'good',
  panelMissing: 'bad',
  keysGiven: 'good',
  keysMissing: 'look',
  addressesPermitted: 'good',
  addressesMissing: 'bad',
  addressesNone: 'look',
  readerEverywhere: 'good',
  readerMissing: 'bad',
  readerNone: 'unknown',
  profileBase: 'good',
  profileTaken: 'good',
  profileOver: 'look',
  profileUnread: 'bad',
  policyNone: 'good',
  policySeen: 'good',
  policyFaults: 'bad',
  profileAddressNone: 'good',
  profileAddressAnswered: 'good',
  profileAddressWaits: 'look',
  profileAddressFailed: 'bad',
  clockRight: 'good',
  clockZone: 'look',
  clockBack: 'bad',
  privateOff: 'good',
  privateOn: 'look',
  versionsKnown: 'good',
  notRead: 'unknown',
  notTold: 'unknown',
} as const satisfies Record<string, Standing>;
export type Finding = keyof typeof standings;

/** A finding of which something is to be done. */
export type Troubling = {
  [Name in Finding]: (typeof standings)[Name] extends 'bad' | 'look' ? Name : never;
}[Finding];

export function isTroubling(finding: Finding): finding is Troubling {
  return standings[finding] === 'bad' || standings[finding] === 'look';
}

type Found = [finding: Finding, values?: Record<string, string | number>];

/** Judges what was found, check by check, in the order in which they are shown. */
export function examine(facts: Facts): Check[] {
  return checkIds.map((id) => {
    const [finding, values = {}] = judge[id](facts);
    return { id, finding, values, standing: standings[finding] };
  });
}

/** A check of what only the store knows. */
const ofKept =
  (check: (kept: KeptFacts, facts: Facts) => Found) =>
  (facts: Facts): Found =>
    facts.kept ? check(facts.kept, facts) : ['notRead'];

/** As a date can be read in a report: `2026-11-24 09:05`, in the universal time. */
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Roughly: `5 MB`, `80 GB`. */
const sizeOf = (bytes: number) =>
  bytes < 1_000 * mega ? `${Math.ceil(bytes / mega)} MB` : `${Math.floor(bytes / 1_000 / mega)} GB`;

const judge: Record<CheckId, (facts: Facts) => Found> = {
  store: ({ store, kept }) => {
    switch (store.kind) {
      case 'failed':
        return ['storeFailed', { reason: store.reason }];
      case 'read-only':
        return ['storeReadOnly', { written: store.written, known: store.known }];
      case 'full':
        return ['storeFull'];
      case 'emptied':
        return ['storeEmptied'];
      default:
        return kept ? ['storeOpen', { version: kept.version }] : ['storeFailed', { reason: 'silent' }];
    }
  },
  rows: ofKept(({ rows, damaged }) => {
    if (damaged === null) return ['rowsLocked', rows];
    return damaged > 0 ? ['rowsDamaged', { count: damaged }] : ['rowsRead', rows];
  }),
  lock: ofKept(({ lock: { isSet, isRequired, minutes } }) => {
    if (!isSet) return [isRequired ? 'lockMissing' : 'lockNone'];
    if (minutes === null) return [isRequired ? 'lockLongRequired' : 'lockLong'];
    return [isRequired ? 'lockRequired' : 'lockSet', { count: minutes }];
  }),
  room: ({ room }) => {
    if (room === null) return ['notTold'];
    const free = room.all - room.taken;
    const values = { free: sizeOf(free), taken: sizeOf(room.taken) };
    if (free < 50 * mega) return ['roomLittle', values];
    return [room.isPersisted ? 'roomKept' : 'roomEnough', values];
  },
  backup: ofKept(({ backup: { madeAt, isDue } }, { at }) => {
    if (madeAt === null) return [isDue ? 'backupNever' : 'backupNotNeeded'];
    const count = Math.max(0, Math.floor((at - madeAt) / day));
    return [isDue ? 'backupDue' : 'backupMade', { count }];
  }),
  wake: ofKept(({ waiting }, { at, waking }) => {
    if (waking === null) return ['notTold'];
    const { next, isDailySet } = waking;
    // It is set anew once it has come; later than that the browser has lost it.
    if (waiting > 0 && (next === null || next < at - minute)) return ['wakeMissing', { count: waiting }];
    if (!isDailySet) return ['dailyMissing'];
    return waiting === 0 ? ['wakeNone'] : ['wakeSet', { count: waiting, day: dayOf(next ?? at) }];
  }),
  notifications: ({ notifications }) => {
    switch (notifications) {
      case 'allowed':
        return ['notificationsAllowed'];
      case 'denied':
        return ['notificationsDenied'];
      case 'not-told':
        return ['notificationsUntold'];
    }
  },
  panel: ({ hasPanel }) => [hasPanel ? 'panelThere' : 'panelMissing'],
  keys: ({ keys }) => {
    if (keys === null) return ['notTold'];
    const missing = keys.filter(({ given }) => given === null).map(({ name }) => name);
    const given = keys.flatMap(({ given }) => given ?? []).join(', ');
    return missing.length > 0
      ? ['keysMissing', { keys: missing.join(', ') }]
      : ['keysGiven', { keys: given }];
  },
  addresses: ({ addresses }) => {
    if (addresses === null) return ['notTold'];
    const { permitted, missing } = addresses;
    if (missing.length > 0) return ['addressesMissing', { origins: missing.join(', ') }];
    return permitted.length === 0
      ? ['addressesNone']
      : ['addressesPermitted', { origins: permitted.join(', ') }];
  },
  reader: ({ addresses }) => {
    if (addresses === null) return ['notTold'];
    const { permitted, unread } = addresses;
    if (permitted.length === 0) return ['readerNone'];
    return unread.length > 0 ? ['readerMissing', { origins: unread.join(', ') }] : ['readerEverywhere'];
  },
  profile: ofKept(({ profiles }) => {
    if (profiles.length === 0) return ['profileBase'];
    const list = profiles
      .map(({ layer, from, seq, isSigned, daysLeft }) =>
        [
          `${layer} ${seq ?? '?'}`,
          from,
          isSigned ? 'Ed25519' : '–',
          daysLeft === null ? '∞' : `${daysLeft} d`,
        ].join('/'),
      )
      .join('; ');
    if (profiles.some(({ seq }) => seq === null)) return ['profileUnread', { list }];
    const isOver = profiles.some(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
    return [isOver ? 'profileOver' : 'profileTaken', { list }];
  }),
  policy: ofKept(({ policy: { seenAt, faults, notTaken } }) => {
    if (seenAt === null) return ['policyNone'];
    return faults + notTaken > 0
      ? ['policyFaults', { count: faults + notTaken }]
      : ['policySeen', { day: dayOf(seenAt) }];
  }),
  profileAddress: ofKept(({ profileAddress }) => {
    if (profileAddress === null) return ['profileAddressNone'];
    const { origin, problem, answeredAt } = profileAddress;
    if (problem !== null) return ['profileAddressFailed', { origin, problem }];
    return answeredAt === null
      ? ['profileAddressWaits', { origin }]
      : ['profileAddressAnswered', { origin, day: dayOf(answeredAt) }];
  }),
  clock: ({ clock: { zone, offset, warsawOffset }, kept, at }) => {
    // A minute may pass between two computers' clocks, as where a copy was brought from another.
    if (kept && kept.latest > at + 5 * minute) return ['clockBack', { day: dayOf(at) }];
    return [offset === warsawOffset ? 'clockRight' : 'clockZone', { zone, day: dayOf(at) }];
  },
  privateWindows: ({ isInPrivate }) => [
    isInPrivate === null ? 'notTold' : isInPrivate ? 'privateOn' : 'privateOff',
  ],
  versions: ({ versions }) => ['versionsKnown', { ...versions }],
};
