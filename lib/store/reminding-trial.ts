import { changeSession, readSession, watchSession } from './session-value';

/** A trial of reminding, from the press until the clerk has said what was seen. */
export interface RemindingTrial {
  /** When it was asked for, in milliseconds since the epoch. */
  askedAt: number;
  /** When the alarm had woken Obok and the notification was handed to the browser. */
  shownAt?: number;
}

const key = 'reminding-trial';

/** Null where none is under way. */
export async function readRemindingTrial(): Promise<RemindingTrial | null> {
  return (await readSession<RemindingTrial | null>(key)) ?? null;
}

export function changeRemindingTrial(
  change: (trial: RemindingTrial | null) => RemindingTrial | null,
): Promise<void> {
  return changeSession<RemindingTrial | null>(key, (trial = null) => change(trial));
}

/** Calls `listener` whenever the trial goes on, until `signal` aborts. */
export function watchRemindingTrial(listener: () => void, signal: AbortSignal): void {
  watchSession(key, listener, signal);
}
