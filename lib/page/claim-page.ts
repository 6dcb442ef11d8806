/**
 * Makes this copy of a script the only one of its name in the page: an older copy's signal aborts.
 * The mark lives on the isolated world's global, which the page cannot see.
 * @returns aborts when a newer copy comes
 */
export function claimPage(
  script: 'reader' | 'strip' | 'terms' | 'point',
  world: object = globalThis,
): AbortSignal {
  const claim = Symbol.for(`obok.${script}`);
  const marked = world as Record<symbol, AbortController | undefined>;
  marked[claim]?.abort();
  const controller = new AbortController();
  marked[claim] = controller;
  return controller.signal;
}
