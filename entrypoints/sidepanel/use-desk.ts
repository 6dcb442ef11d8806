import { useStored } from '@/components/stored';
import type { Encounter } from '@/lib/encounter';
import type { ReminderEvent, Switches } from '@/lib/reminders';
import {
  type Clerk,
  currentEncounter,
  isFirstRunDone,
  readClerk,
  readHistory,
  readSwitches,
  watchStore,
} from '@/lib/store';

/** What the store holds for the panel. */
export interface Desk {
  clerk: Clerk;
  isFirstRunDone: boolean;
  encounter: Encounter | null;
  history: ReminderEvent[];
  switches: Switches;
}

async function readDesk(): Promise<Desk> {
  const [clerk, firstRunDone, encounter, history, switches] = await Promise.all([
    readClerk(),
    isFirstRunDone(),
    currentEncounter(),
    readHistory(),
    readSwitches(),
  ]);
  return { clerk, isFirstRunDone: firstRunDone, encounter, history, switches };
}

/** The desk, as it stands in the store at this minute. */
export const useDesk = () => useStored(watchStore, readDesk);
