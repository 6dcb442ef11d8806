import { isBackupDue } from '@/lib/backup';
import { warsawDay } from '@/lib/calendar';
import type { KeptFacts } from '@/lib/health';
import { readBackupTimes } from './backup';
import { readUnsettledCallbacks } from './callbacks';
import { database } from './database';
import { readLockRow, StoreLockedError } from './lock';
import { readPolicyRow } from './policy';
import { readProfileAddress } from './profile-address';
import { readTakenProfiles } from './profiles';

const day = 86_400_000;

/** What the health page may know of what is kept: numbers, days and origins. @param countDamaged of all rows those that cannot be read */
export async function readKeptFacts(countDamaged: () => Promise<number>, now: Date): Promise<KeptFacts> {
  const { callbacks, encounters, history } = database();
  const [count, services, events, unsettled, lastService, lastEvent] = await Promise.all([
    callbacks.count(),
    encounters.count(),
    history.count(),
    readUnsettledCallbacks(),
    encounters.orderBy('startedAt').last(),
    history.orderBy('at').last(),
  ]);
  const [lock, profiles, policy, address, times] = await Promise.all([
    readLockRow(),
    readTakenProfiles(),
    readPolicyRow(),
    readProfileAddress(),
    readBackupTimes(),
  ]);
  const promisedAt = unsettled.map((one) => one.promisedAt);
  return {
    version: database().verno,
    rows: { callbacks: count, encounters: services, history: events },
    damaged: await countDamaged().catch((error: unknown) => {
      if (error instanceof StoreLockedError) return null;
      throw error;
    }),
    lock: {
      isSet: lock !== null,
      isRequired: policy.policy.requirePassword === true,
      minutes: lock?.minutes ?? null,
    },
    waiting: unsettled.length,
    latest: Math.max(0, lastService?.startedAt ?? 0, lastEvent?.at ?? 0, ...promisedAt),
    profiles: profiles.map(({ taken: { layer, from, signature }, read }) => ({
      layer,
      from: from.kind,
      isSigned: signature !== undefined,
      seq: read?.profile.seq ?? null,
      daysLeft:
        read?.profile.validUntil === undefined
          ? null
          : Math.round(Date.parse(read.profile.validUntil) / day) - warsawDay(now),
    })),
    policy: {
      seenAt: policy.readAt,
      faults: policy.faults.length,
      notTaken: Object.keys(policy.notTaken).length,
    },
    profileAddress: address && {
      origin: new URL(address.address).origin,
      answeredAt: address.answeredAt,
      problem:
        address.problem === null
          ? null
          : address.problem.kind === 'refused'
            ? address.problem.why.reason
            : address.problem.fetch.is,
    },
    backup: {
      madeAt: times.madeAt ?? null,
      isDue: isBackupDue({ ...times, putOffAt: 0, isDeclined: false }, count, now),
    },
  };
}
