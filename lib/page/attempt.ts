/** A page may do strange things with its nodes; one such node must not cost all the others. */
export function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
