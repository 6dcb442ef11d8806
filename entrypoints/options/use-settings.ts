import { useStored } from '@/components/stored';
import type { Switches } from '@/lib/reminders';
import {
  type Clerk,
  countStored,
  isFirstRunDone,
  readClerk,
  readSwitches,
  type StoredCounts,
  watchStore,
} from '@/lib/store';

/** What the store holds for the options. */
export interface Settings {
  clerk: Clerk;
  switches: Switches;
  isFirstRunDone: boolean;
  counts: StoredCounts;
}

async function readSettings(): Promise<Settings> {
  const [clerk, switches, firstRunDone, counts] = await Promise.all([
    readClerk(),
    readSwitches(),
    isFirstRunDone(),
    countStored(),
  ]);
  return { clerk, switches, isFirstRunDone: firstRunDone, counts };
}

/** The settings, as they stand in the store at this minute. */
export const useSettings = () => useStored(watchStore, readSettings);
