/**
 * What stands between a promise and its keeping. `open`: nobody has rung yet. `attempted`: rung in vain. `kept`: the
 * client was reached. `broken`: given up, the number is wrong. `handed-over`: a colleague has taken it. `withdrawn`:
 * taken back, or no longer wanted.
 */
export type CallbackState = 'open' | 'attempted' | 'kept' | 'broken' | 'handed-over' | 'withdrawn';

/** Why it was promised (sok.pierwszenstwo-obslugi.1, sok.odbieranie-telefonu.1, sok.przelaczanie-rozmow.4). */
export type CallbackReason = 'missed' | 'client-at-desk' | 'colleague-absent' | 'must-check' | 'unfinished';

/** One try to reach the client. */
export interface Attempt {
  /** Milliseconds since the epoch, as all times here. */
  at: number;
  outcome: 'reached' | 'no-answer' | 'wrong-number' | 'client-called';
}

/**
 * A promise to call somebody back, or a message for a colleague. A client's data: it stands in the store and in
 * extension pages only.
 */
export interface Callback {
  id: string;
  kind: 'call' | 'message';
  state: CallbackState;
  reason: CallbackReason;
  promisedAt: number;
  due: number;
  name?: string;
  /** E.164, or as typed where it is no number. */
  phone?: string;
  subject?: string;
  /** As written. */
  caseSign?: string;
  note?: string;
  /** Who is to call, or to get the message; absent for the clerk. */
  colleague?: string;
  /** The service in which it was promised. */
  encounterId?: string;
  attempts: Attempt[];
  /** When it came to rest; its retention counts from here. */
  settledAt?: number;
}

/** True while somebody still waits for the call. */
export function isPending({ state }: Callback): boolean {
  return state === 'open' || state === 'attempted';
}
