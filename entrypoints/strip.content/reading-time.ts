const base = 12_000;
const perWord = 400;
const longest = 40_000;
/** After a pause the clerk is still looking at it: it does not vanish the moment the pointer leaves. */
const least = 3_000;

/** How long the strip stays, in milliseconds: 12 s and 0.4 s a word, at most 40 s. */
export function readingTime(...texts: (string | null)[]): number {
  const words = texts
    .filter((text) => text !== null)
    .flatMap((text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)));
  return Math.min(base + perWord * words.length, longest);
}

export type PauseReason = 'pointer' | 'focus' | 'tab';

export interface Countdown {
  /** Stands still while any reason is set. */
  pause(reason: PauseReason, isPaused: boolean): void;
}

/** Calls `onEnd` once after `duration` ms, pauses not counted, unless `signal` aborts before. */
export function countDown(duration: number, onEnd: () => void, signal: AbortSignal): Countdown {
  const reasons = new Set<PauseReason>();
  let left = duration;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = () => {
    startedAt = performance.now();
    timer = setTimeout(onEnd, left);
  };
  const stand = () => {
    clearTimeout(timer);
    left = Math.max(left - (performance.now() - startedAt), least);
  };
  run();
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    pause(reason, isPaused) {
      if (signal.aborted) return;
      const wasStanding = reasons.size > 0;
      if (isPaused) reasons.add(reason);
      else reasons.delete(reason);
      const isStanding = reasons.size > 0;
      if (isStanding && !wasStanding) stand();
      if (!isStanding && wasStanding) run();
    },
  };
}
