/** The longest that work may hold the page up at a time, in milliseconds; a long task begins at 50. */
const slice = 12;

/** Does work in parts, with the page’s own in between. @returns a promise that stays open once `signal` aborts */
export function inSlices<Result>(work: Generator<void, Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const go = () => {
      if (signal.aborted) return;
      const start = performance.now();
      try {
        do {
          const step = work.next();
          if (step.done) return resolve(step.value);
        } while (performance.now() - start < slice);
      } catch (thrown) {
        return reject(thrown);
      }
      setTimeout(go, 0);
    };
    go();
  });
}
