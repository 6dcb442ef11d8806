import { browser } from 'wxt/browser';

/** What is put into a page on a team lead's order, and the name under which it waits for the order there. */
const waiting = { point: 'obokPoint', skeleton: 'obokSkeleton' } as const;

/**
 * Has a script carry out an order in the page of a tab. The order and its answer go in one call, so that several at once –
 * the bench, a mark and a description ask on their own – never take one another's.
 *
 * @returns its answer; null where the page has none, or has left meanwhile
 * @throws where the tab is closed, or Obok may not read what it shows
 */
export async function orderIn(tabId: number, script: keyof typeof waiting, order: unknown): Promise<unknown> {
  const target = { tabId, frameIds: [0] };
  await browser.scripting.executeScript({ target, files: [`/content-scripts/${script}.js`] });
  const [answer] = await browser.scripting.executeScript({
    target,
    // The script's own world, which the page cannot see.
    func: (name: string, given: unknown) =>
      (globalThis as unknown as Record<string, ((order: unknown) => unknown) | undefined>)[name]?.(given) ??
      null,
    args: [waiting[script], order],
  });
  return answer?.result ?? null;
}
