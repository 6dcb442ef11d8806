import { useState } from 'react';
import type { Unfinished } from '@/lib/encounter';

/** How a service comes to its end: it ends, or the next client's begins. */
export type WayOfEnding = 'end' | 'next';

export interface AskedEndingInput {
  /** The service that runs; null while nobody is served. */
  encounterId: string | null;
  /** Keys of the items that are open. */
  open: readonly string[];
  /** The question stands now: bring the clerk to where it is. */
  onAsk(): void;
  onEnd(way: WayOfEnding, unfinished: Unfinished | undefined): void;
}

export interface AskedEnding {
  isAsking: boolean;
  /** Ends the service, or asks first; whichever button was pressed, once for each service. */
  end(way: WayOfEnding): void;
  /** The answer „Zakończ mimo to”; a blank reason is none. */
  endAnyway(reason: string): void;
  /** The answer „Wróć do listy”. */
  back(): void;
}

/** Ending with open items asks once, without standing in the way: pressed again, by whatever button, it ends. */
export function useAskedEnding({ encounterId, open, onAsk, onEnd }: AskedEndingInput): AskedEnding {
  const [asked, setAsked] = useState<{ of: string; way: WayOfEnding; isStanding: boolean } | null>(null);
  const wasAsked = asked !== null && asked.of === encounterId;
  const back = () => setAsked(asked && { ...asked, isStanding: false });
  const go = (way: WayOfEnding, reason = '') => {
    back();
    const why = reason.trim();
    onEnd(way, open.length === 0 ? undefined : { items: [...open], ...(why === '' ? {} : { reason: why }) });
  };
  return {
    isAsking: wasAsked && asked.isStanding,
    end: (way) => {
      if (encounterId === null || open.length === 0 || wasAsked) {
        go(way);
        return;
      }
      setAsked({ of: encounterId, way, isStanding: true });
      onAsk();
    },
    endAnyway: (reason) => go(asked?.way ?? 'end', reason),
    back,
  };
}
