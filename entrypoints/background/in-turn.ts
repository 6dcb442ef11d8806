/**
 * Handles what concerns one tab's context in the order in which it came: a context, the last word of a document, a
 * navigation. Each reads what is stored before it writes.
 */
export const inTurnOfTab = <Answer>(tabId: number, work: () => Promise<Answer>): Promise<Answer> =>
  navigator.locks.request(`tab-${tabId}`, work);
