import { useCallback, useEffect, useState } from 'react';
import { setLanguage } from '@/lib/i18n';
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

export type SettingsState = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; settings: Settings };

async function readSettings(): Promise<Settings> {
  const [clerk, switches, firstRunDone, counts] = await Promise.all([
    readClerk(),
    readSwitches(),
    isFirstRunDone(),
    countStored(),
  ]);
  return { clerk, switches, isFirstRunDone: firstRunDone, counts };
}

/** The settings, read anew with every change in whatever page of the extension. */
export function useSettings(): [SettingsState, retry: () => void] {
  const [state, setState] = useState<SettingsState>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt watches anew
  useEffect(() => {
    const stop = new AbortController();
    watchStore(
      readSettings,
      (settings) => {
        setLanguage(settings.clerk.language);
        document.documentElement.lang = settings.clerk.language;
        setState({ kind: 'ready', settings });
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
