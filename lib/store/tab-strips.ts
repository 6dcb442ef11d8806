import { browser } from 'wxt/browser';

/** The strip that a tab has, or had until it was answered. Kept in memory by the browser (`storage.session`). */
export interface TabStrip {
  turn: number;
  reminderId: string;
  /** What the strip was decided for: view, case, moment. Once answered, none follows until this changes. */
  situation: string;
  state: 'coming' | 'shown' | 'answered';
  /** The document it is meant for (see `TabContext`); null once it was taken out of it unanswered. */
  document: string | null;
  /** When it was decided, in milliseconds since the epoch. */
  since: number;
  /** The sentences of `decide`, for „Dlaczego?”. */
  why: string[];
  caseKey?: string;
  encounterId?: string;
  /** Origin and path. */
  address: string;
}

const keyOf = (tabId: number) => `strip:${tabId}`;
const turnKey = 'strip-turn';

export async function readTabStrip(tabId: number): Promise<TabStrip | null> {
  const stored = await browser.storage.session.get(keyOf(tabId));
  return (stored[keyOf(tabId)] as TabStrip | undefined) ?? null;
}

export async function saveTabStrip(tabId: number, strip: TabStrip): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: strip });
}

export async function forgetTabStrip(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

let lastTurn: Promise<number> | undefined;

/** The number of the next strip in this browser session. Two asked for at once (two tabs) are told apart. */
export function nextTurn(): Promise<number> {
  // `storage.session` has no transactions; only the background takes turns, so standing in line is enough.
  lastTurn = lastTurn ? lastTurn.then(takeTurn, takeTurn) : takeTurn();
  return lastTurn;
}

async function takeTurn(): Promise<number> {
  const stored = await browser.storage.session.get(turnKey);
  const turn = ((stored[turnKey] as number | undefined) ?? 0) + 1;
  await browser.storage.session.set({ [turnKey]: turn });
  return turn;
}
