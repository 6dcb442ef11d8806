import { useStored } from '@/components/stored';
import type { BackupTimes } from '@/lib/backup';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { Profile } from '@/lib/profile';
import type { ReminderEvent, Switches } from '@/lib/reminders';
import {
  type Clerk,
  currentEncounter,
  encountersSetAside,
  isFirstRunDone,
  readBackupTimes,
  readCallbacks,
  readClerk,
  readHistory,
  readProfile,
  readSwitches,
  watchStore,
} from '@/lib/store';

/** What the store holds for the panel. */
export interface Desk {
  clerk: Clerk;
  isFirstRunDone: boolean;
  encounter: Encounter | null;
  /** Services that wait, the longest waiting first. */
  setAside: Encounter[];
  callbacks: Callback[];
  history: ReminderEvent[];
  switches: Switches;
  /** The profile in force; the same object until it changes. */
  profile: Profile;
  /** When a copy was last made, and its offer put off. */
  backup: BackupTimes;
}

async function readDesk(): Promise<Desk> {
  const [clerk, firstRunDone, encounter, setAside, callbacks, history, switches, profile, backup] =
    await Promise.all([
      readClerk(),
      isFirstRunDone(),
      currentEncounter(),
      encountersSetAside(),
      readCallbacks(),
      readHistory(),
      readSwitches(),
      readProfile(),
      readBackupTimes(),
    ]);
  return {
    clerk,
    isFirstRunDone: firstRunDone,
    encounter,
    setAside,
    callbacks,
    history,
    switches,
    profile,
    backup,
  };
}

/** The desk, as it stands in the store at this minute. */
export const useDesk = () => useStored(watchStore, readDesk);
