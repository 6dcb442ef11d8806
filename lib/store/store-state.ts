/** Why the store cannot be opened. */
export type StoreTrouble =
  /** Another page of Obok holds it at an older version. */
  | 'blocked'
  /** There is no room on the disk. */
  | 'full'
  /** The browser lets nothing be kept: a private window, or a history that is never kept. */
  | 'refused'
  /** A later Obok wrote it, in a shape that this one cannot read. */
  | 'newer'
  /** The browser cannot read its own files. */
  | 'unreadable';

/** How it stands with the store in this context of the extension. */
export type StoreState =
  /** Again: after a try that failed, or after the browser has closed it. */
  | { kind: 'opening'; isAgain: boolean }
  | { kind: 'open' }
  /** Read and written, but the last write found no room on the disk. */
  | { kind: 'full' }
  /** It works, but what stood in it before was lost by the browser. */
  | { kind: 'emptied' }
  /** A later Obok wrote it: it is read, and nothing is ever written. Both are versions of the schema. */
  | { kind: 'read-only'; written: number; known: number }
  | { kind: 'failed'; reason: StoreTrouble };

let state: StoreState = { kind: 'opening', isAgain: false };
const listeners = new Set<() => void>();

/** The same object until it changes. */
export function storeState(): StoreState {
  return state;
}

/** Calls `listener` whenever the state has changed. @returns stops it */
export function watchStoreState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noteStoreState(next: StoreState): void {
  if (isSame(next, state)) return;
  state = next;
  for (const listener of [...listeners]) listener();
}

export const isSame = (one: StoreState, other: StoreState): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** True where what is kept can be read, and taken out into a file. */
export const isReadable = ({ kind }: StoreState): boolean =>
  kind === 'open' || kind === 'full' || kind === 'emptied' || kind === 'read-only';

/** What an error of opening means; Dexie carries the browser’s own within its own. */
export function troubleOf(error: unknown): StoreTrouble {
  const { name, inner } = error as { name?: string; inner?: { name?: string } | null };
  for (const one of [inner?.name, name]) {
    if (one === 'QuotaExceededError') return 'full';
    if (one === 'StoreNewerError' || one === 'VersionError') return 'newer';
    // Firefox that never keeps a history; a browser whose IndexedDB is switched off.
    if (one === 'InvalidStateError' || one === 'SecurityError' || one === 'MissingAPIError') return 'refused';
  }
  return 'unreadable';
}
