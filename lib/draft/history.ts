/** Something that is edited, with the way back and forth. */
export interface History<Value> {
  past: Value[];
  now: Value;
  future: Value[];
  /** What the last change was made to; null where the next change begins a step of its own. */
  mark: string | null;
}

/** Further back nobody goes; it bounds what is held in memory. */
const mostSteps = 500;

export function begin<Value>(now: Value): History<Value> {
  return { past: [], now, future: [], mark: null };
}

/**
 * The next state. Changes with the same mark that follow one another are one step, so that a word typed is taken back
 * whole.
 */
export function change<Value>(history: History<Value>, next: Value, mark: string | null): History<Value> {
  if (next === history.now) return history;
  if (mark !== null && mark === history.mark) return { ...history, now: next, future: [] };
  return { past: [...history.past, history.now].slice(-mostSteps), now: next, future: [], mark };
}

/** One step back; the same history where there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    mark: null,
  };
}

/** One step forth again; the same history where there is none. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future, mark: null };
}
