import { useCallback } from 'react';
import { useStored } from '@/components/stored';
import type { Callback } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import { type Clerk, callbacksOfEncounters, readClerk, readEncounter, watchStore } from '@/lib/store';

/** What the store holds for the note. */
export interface NoteDesk {
  clerk: Clerk;
  /** The service that the note belongs to. */
  encounter: Encounter | null;
  promised: Callback[];
  /** True once that service has ended, or was erased. */
  isOver: boolean;
}

/** What the note is drawn from, as it stands in the store at this minute. */
export function useNoteDesk(encounterId: string | null) {
  const read = useCallback(async (): Promise<NoteDesk> => {
    const [clerk, encounter] = await Promise.all([
      readClerk(),
      encounterId === null ? null : readEncounter(encounterId),
    ]);
    return {
      clerk,
      encounter,
      promised: encounter === null ? [] : await callbacksOfEncounters([encounter.id]),
      isOver: encounterId !== null && (encounter === null || encounter.endedAt !== undefined),
    };
  }, [encounterId]);
  return useStored(watchStore, read);
}
