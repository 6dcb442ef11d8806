import { type ListView, listOrders, shownCallers, shownStates, usualView } from '@/lib/callbacks';
import { database } from './database';

/** What the list of promises showed when it was last looked at. */
export async function readCallbackView(): Promise<ListView> {
  const row = await database().singles.get('callback-view');
  const { state, caller, order } = row?.name === 'callback-view' ? row.value : usualView;
  // Another version of Obok may have kept what this one does not know.
  const isKnown = shownStates.includes(state) && shownCallers.includes(caller) && listOrders.includes(order);
  return isKnown ? { state, caller, order } : usualView;
}

export async function saveCallbackView(value: ListView): Promise<void> {
  await database().singles.put({ name: 'callback-view', value });
}
