/**
 * What stands between a promise and its keeping. `open`: nobody has rung yet. `attempted`: rung in vain. `kept`: the
 * client was reached. `broken`: the number is wrong; it waits for another one, or to be withdrawn. `handed-over`: a
 * colleague has taken it. `withdrawn`: taken back, or no longer wanted.
 */
type CallbackState = 'open' | 'attempted' | 'kept' | 'broken' | 'handed-over' | 'withdrawn';

/** Why it was promised (sok.pierwszenstwo-obslugi.1, sok.odbieranie-telefonu.1, sok.przelaczanie-rozmow.4). */
export type CallbackReason = 'missed' | 'client-at-desk' | 'colleague-absent' | 'must-check' | 'unfinished';

/** One try to reach the client, or what was heard of the client meanwhile. */
export interface Attempt {
  /** Milliseconds since the epoch, as all times here. */
  at: number;
  /**
   * `client-called`: the client rang first, which by itself takes no agreed time back. `as-agreed`: asked after that,
   * the clerk still calls at the agreed time.
   */
  outcome: 'reached' | 'no-answer' | 'wrong-number' | 'client-called' | 'as-agreed';
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
  /** When the present `due` was agreed; absent where it stands since the promise. */
  agreedAt?: number;
  name?: string;
  /** E.164, or as typed where it is no number. */
  phone?: string;
  /** Digits to dial after the number: „wew. 12”. */
  extension?: string;
  subject?: string;
  /** As written. */
  caseSign?: string;
  note?: string;
  /** Who is to call, or to get the message; absent for the clerk. */
  colleague?: string;
  /** Who handed it over to the clerk. */
  takenFrom?: string;
  /** The service in which it was promised. */
  encounterId?: string;
  attempts: Attempt[];
  /** The first try came later than agreed. A try moves the time for the next, so it is marked. */
  isLate?: true;
  /** When it came to rest; its retention counts from here. */
  settledAt?: number;
  /** Keys of the steps of which the clerk was told, each once (`escalation`). */
  announced?: string[];
  /** The notification that tells of its latest steps, until it is known to have been shown. */
  telling?: string;
}

/** What is known of a promise without its client: when it is due, and what the clerk was told of it. */
export type Waiting = Pick<Callback, (typeof waitingParts)[number]>;

/** What the store keeps in clear, as it is sought by it and told of it while the rest is locked. */
export const waitingParts = [
  'id',
  'state',
  'promisedAt',
  'due',
  'agreedAt',
  'settledAt',
  'encounterId',
  'announced',
  'telling',
] as const satisfies (keyof Callback)[];

/** True while somebody still waits for the call. */
export function isPending({ state }: Pick<Callback, 'state'>): boolean {
  return state === 'open' || state === 'attempted';
}

/** True once nothing more is to be done: kept, handed over or withdrawn. A wrong number settles nothing. */
export function isSettled({ state }: Pick<Callback, 'state'>): boolean {
  return state === 'kept' || state === 'handed-over' || state === 'withdrawn';
}

/** True while the clerk is to say whether the agreed time still stands, as the client rang first. */
export function isAsking(callback: Callback): boolean {
  return isPending(callback) && callback.attempts.at(-1)?.outcome === 'client-called';
}
