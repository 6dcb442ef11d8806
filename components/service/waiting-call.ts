import { type Callback, isPending } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';

/** A service that was interrupted, with what was promised to its client. */
export interface WaitingCall {
  encounter: Encounter;
  /** Null where the promise was withdrawn or kept otherwise. */
  callback: Callback | null;
}

/** The services that wait, each with its promise. */
export function waitingCalls(setAside: readonly Encounter[], callbacks: readonly Callback[]): WaitingCall[] {
  return setAside.map((encounter) => ({
    encounter,
    callback: callbacks.find((one) => one.encounterId === encounter.id && isPending(one)) ?? null,
  }));
}

/** What is said to a client on the line whose call must wait (sok.pierwszenstwo-obslugi.1). @param when „dziś około 14:30” */
export const apologyOnLine = (when: string) =>
  `Przepraszam, podszedł do mnie klient. Oddzwonię do Pani/Pana ${when}.`;

/** What is said to a client who must wait (sok.koncentracja-na-kliencie.4). @param minutes 5 or more */
export const apologyForWait = (minutes: number) =>
  `Przepraszam, kończę jeszcze rozpoczętą sprawę. Proszę poczekać około ${minutes} minut.`;
