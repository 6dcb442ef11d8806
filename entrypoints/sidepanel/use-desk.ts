import { useStored } from '@/components/stored';
import type { BackupTimes } from '@/lib/backup';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { Profile } from '@/lib/profile';
import type { ReminderEvent, Switches } from '@/lib/reminders';
import {
  type Clerk,
  callbacksOfEncounters,
  countCallbacks,
  currentEncounter,
  encountersSetAside,
  isFirstRunDone,
  readBackupTimes,
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
  /** What was promised in these. */
  callbacks: Callback[];
  /** How many promises there are in all. */
  promises: number;
  history: ReminderEvent[];
  switches: Switches;
  /** The profile in force; the same object until it changes. */
  profile: Profile;
  /** When a copy was last made, and its offer put off. */
  backup: BackupTimes;
}

async function readDesk(): Promise<Desk> {
  const [clerk, firstRunDone, encounter, setAside, history, switches, profile, backup, promises] =
    await Promise.all([
      readClerk(),
      isFirstRunDone(),
      currentEncounter(),
      encountersSetAside(),
      readHistory(),
      readSwitches(),
      readProfile(),
      readBackupTimes(),
      countCallbacks(),
    ]);
  const open = [...setAside, ...(encounter ? [encounter] : [])];
  const callbacks = await callbacksOfEncounters(open.map(({ id }) => id));
  return {
    clerk,
    isFirstRunDone: firstRunDone,
    encounter,
    setAside,
    callbacks,
    promises,
    history,
    switches,
    profile,
    backup,
  };
}

/** The desk, as it stands in the store at this minute. */
export const useDesk = () => useStored(watchStore, readDesk);
