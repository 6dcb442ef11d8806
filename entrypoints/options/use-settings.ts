import { useStored } from '@/components/stored';
import type { Ageing } from '@/lib/ageing';
import type { BackupTimes } from '@/lib/backup';
import type { Profile } from '@/lib/profile';
import type { Switches } from '@/lib/reminders';
import {
  type Clerk,
  countStored,
  isFirstRunDone,
  type KeptProfile,
  type PolicyRow,
  type ProfileAddress,
  readAgeing,
  readBackupTimes,
  readClerk,
  readPolicyRow,
  readProfile,
  readProfileAddress,
  readSwitches,
  readTakenProfiles,
  readUnderlining,
  type StoredCounts,
  watchStore,
} from '@/lib/store';
import type { UnderliningChoices } from '@/lib/underlining';

/** What the store holds for the options. */
export interface Settings {
  clerk: Clerk;
  switches: Switches;
  underlining: UnderliningChoices;
  isFirstRunDone: boolean;
  counts: StoredCounts;
  /** The profile in force, and those of the office that it is made of. */
  profile: Profile;
  profiles: KeptProfile[];
  policy: PolicyRow;
  /** Where a profile is fetched from; null where no address was given. */
  profileAddress: ProfileAddress | null;
  /** When a copy was last made, and its offer put off. */
  backup: BackupTimes;
  /** When each condition of the office's profile last matched a page. */
  ageing: Ageing;
}

async function readSettings(): Promise<Settings> {
  const [
    clerk,
    switches,
    underlining,
    firstRunDone,
    counts,
    profile,
    profiles,
    policy,
    profileAddress,
    backup,
    ageing,
  ] = await Promise.all([
    readClerk(),
    readSwitches(),
    readUnderlining(),
    isFirstRunDone(),
    countStored(),
    readProfile(),
    readTakenProfiles(),
    readPolicyRow(),
    readProfileAddress(),
    readBackupTimes(),
    readAgeing(),
  ]);
  return {
    clerk,
    switches,
    underlining,
    isFirstRunDone: firstRunDone,
    counts,
    profile,
    profiles,
    policy,
    profileAddress,
    backup,
    ageing,
  };
}

/** The settings, as they stand in the store at this minute. */
export const useSettings = () => useStored(watchStore, readSettings);
