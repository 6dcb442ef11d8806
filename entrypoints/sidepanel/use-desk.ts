import { useCallback, useEffect, useState } from 'react';
import type { Encounter } from '@/lib/encounter';
import { setLanguage } from '@/lib/i18n';
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

export type DeskState = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; desk: Desk };

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

/** The desk, read anew with every change in whatever page of the extension; `retry` opens the store again. */
export function useDesk(): [DeskState, retry: () => void] {
  const [state, setState] = useState<DeskState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt watches anew
  useEffect(() => {
    const stop = new AbortController();
    watchStore(
      readDesk,
      (desk) => {
        setLanguage(desk.clerk.language);
        document.documentElement.lang = desk.clerk.language;
        setState({ kind: 'ready', desk });
      },
      () => setState({ kind: 'failed' }),
      stop.signal,
    );
    return () => stop.abort();
  }, [attempt]);
  const retry = useCallback(() => {
    setState({ kind: 'loading' });
    setAttempt((last) => last + 1);
  }, []);
  return [state, retry];
}
