import { changeSession, readSession } from './session-value';

const key = 'tabs-to-read';

/** Has these tabs wait for their reader until they are looked at. In memory, as their numbers are the session's. */
export function noteTabsToRead(tabIds: number[]): Promise<void> {
  return changeSession<number[]>(key, (waiting = []) => [...new Set([...waiting, ...tabIds])]);
}

/** @returns whether the tab has waited; it does so no more */
export async function takeTabToRead(tabId: number): Promise<boolean> {
  // Asked at each change of tab, and mostly there is nothing to write.
  if (!(await readSession<number[]>(key))?.includes(tabId)) return false;
  await changeSession<number[]>(key, (waiting = []) => waiting.filter((id) => id !== tabId));
  return true;
}
