import { changeSession, readSession } from './session-value';

/** The strip that tells of due calls, from when a clerk was told of them until she has seen or put off the strip. */
export interface CallsStrip {
  /** Not before this time, in milliseconds since the epoch. */
  from: number;
  /** The tab and the document in which it stands. */
  standing?: { tabId: number; document: string; turn: number };
}

const key = 'calls-strip';

/** Null where no strip is wanted. */
export async function readCallsStrip(): Promise<CallsStrip | null> {
  return (await readSession<CallsStrip | null>(key)) ?? null;
}

/** @param change gives back what is wanted from now on */
export async function changeCallsStrip(
  change: (strip: CallsStrip | null) => CallsStrip | null,
): Promise<void> {
  await changeSession<CallsStrip | null>(key, (strip = null) => change(strip));
}
