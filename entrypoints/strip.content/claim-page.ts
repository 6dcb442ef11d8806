const claim = Symbol.for('obok.strip');

/**
 * Makes this copy of the script the only one in the page: an older copy's signal aborts.
 * The mark lives on the isolated world's global, which the page cannot see.
 * @returns aborts when a newer copy comes
 */
export function claimPage(world: object = globalThis): AbortSignal {
  const marked = world as { [claim]?: AbortController };
  marked[claim]?.abort();
  const controller = new AbortController();
  marked[claim] = controller;
  return controller.signal;
}
