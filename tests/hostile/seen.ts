import type { Seat } from '../browser/seat/seat';
import { storedRows } from '../browser/stored-rows';

/** What a page knows at the end of its attack. */
export interface Spied {
  /** What it must not know and does; empty for nothing. */
  hit: string;
  /** Whether it heard the key „a” that the clerk typed into its own field: had it not, it would be deaf. */
  heardKeys: boolean;
  attacks: number;
  /** Shadow roots of ours that it got into. */
  stolen: number;
  /** Characters that it heard, sees and stores. */
  size: number;
}

/** The one tab that shows `address`; asked for once, as a tab with 10 MB of title is slow to be told of. */
export const tabOf = (seat: Seat, address: string): Promise<number> =>
  seat.inExtension(
    `const tab = (await api.tabs.query({})).find(({ url }) => url?.startsWith(arg));
    if (!tab) throw new Error('No tab shows ' + arg);
    return tab.id;`,
    address,
  );

/** Runs in the tab `arg.tab`: in the page's own world, or in that of our scripts. */
const inTab = (world: 'MAIN' | 'ISOLATED', func: string, args: string) => `
  const target = { tabId: arg.tab };
  const [{ result }] = await api.scripting.executeScript({ target, world: '${world}', func: ${func}, args: ${args} });
  return result;`;

export function spiedBy(seat: Seat, tab: number, pattern: string): Promise<Spied> {
  return seat.inExtension(inTab('MAIN', '(pattern) => globalThis.spy.report(pattern)', '[arg.pattern]'), {
    tab,
    pattern,
  });
}

/** How often the page's own function was done, and doing it by script. */
export const savedIn = (seat: Seat, tab: number) =>
  seat.inExtension<string>(inTab('MAIN', '() => globalThis.spy.saved()', '[]'), { tab });
export const saveIn = (seat: Seat, tab: number) =>
  seat.inExtension<null>(inTab('MAIN', '() => globalThis.spy.save()', '[]'), { tab });

interface Place {
  x: number;
  y: number;
}

/** Where a person finds the page's own field and button. */
export const placesIn = (seat: Seat, tab: number) =>
  seat.inExtension<{ field: Place; save: Place }>(
    inTab(
      'ISOLATED',
      `() => {
        const middle = (css) => {
          const { x, y, width, height } = Document.prototype.querySelector.call(document, css).getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        };
        return { field: middle('#uwagi'), save: middle('#zapisz') };
      }`,
      '[]',
    ),
    { tab },
  );

/** A strip that stands in the page, by its closed root. */
export interface Standing {
  text: string;
  /** „Gotowe” of a reminder, „Pokaż” of due calls. */
  done: { x: number; y: number } | null;
}

/** The strip in a page that may hold false ones; null where there is none. */
export function standingIn(seat: Seat, tab: number): Promise<Standing | null> {
  const look = `() => {
    for (const host of Document.prototype.querySelectorAll.call(document, 'obok-pasek')) {
      const root = globalThis.chrome?.dom?.openOrClosedShadowRoot?.(host) ?? host.openOrClosedShadowRoot;
      const region = root?.querySelector('[role=status]');
      if (!region?.textContent) continue;
      const box = [...root.querySelectorAll('button')].find(({ textContent }) => /^(?:Gotowe|Pokaż)$/.test(textContent))?.getBoundingClientRect();
      return { text: region.textContent, done: box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null };
    }
    return null;
  }`;
  // While one document gives way to the next, no script is let in for a moment.
  return seat.inExtension<Standing | null>(inTab('ISOLATED', look, '[]'), { tab }).catch(() => null);
}

/** What a script of ours in the page can read of storage, were it turned against us. */
export function storageIn(seat: Seat, tab: number): Promise<string> {
  const read = `async () => {
    const said = [];
    for (const area of ['local', 'session', 'sync', 'managed'])
      said.push(JSON.stringify(await chrome.storage[area]?.get(null).catch(() => null)));
    said.push(JSON.stringify((await indexedDB.databases().catch(() => [])).map(({ name }) => name)));
    return said.join();
  }`;
  return seat.inExtension(inTab('ISOLATED', `(${read})`, '[]'), { tab });
}

/** The clerk's work as it is stored: a page that acts in her place would change it. */
export interface Stored {
  /** Everything but what became of reminders. */
  work: string;
  /** What became of reminders, oldest first. */
  kinds: string[];
}

export function storedWork(seat: Seat): Promise<Stored> {
  return seat.inExtension(`${storedRows}
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('obok');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const names = [...database.objectStoreNames].filter((name) => name !== 'history');
      const rows = {};
      for (const name of names) rows[name] = (await storedRows(name)).filter((row) => row.name !== 'case-key');
      return { work: JSON.stringify(rows), kinds: (await storedRows('history')).map(({ kind }) => kind) };
    } finally { database.close(); }`);
}

/** Whether the background has heard that the tab's last page is gone, and put its strip aside. */
export const isLeft = (seat: Seat, tab: number): Promise<boolean> =>
  seat.inExtension(
    `const { ['tab:' + arg]: read, ['strip:' + arg]: strip, 'calls-strip': calls } = await api.storage.session.get(null);
    const isPutAside = !strip || strip.state === 'answered' || strip.document === null;
    return !read && isPutAside && calls?.standing?.tabId !== arg;`,
    tab,
  );

/** Forgets what became of reminders, so that no page lives off another's budget; the clerk's promises and her note stay. */
export function forgetReminders(seat: Seat): Promise<void> {
  return seat.inExtension(
    `
    const keys = Object.keys(await api.storage.session.get(null));
    await api.storage.session.remove(keys.filter((key) => !key.startsWith('note:')));
    await api.storage.session.set({ kanarek: arg });
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('obok');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise((resolve, reject) => {
      const transaction = database.transaction('history', 'readwrite');
      transaction.objectStore('history').clear();
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();`,
    'Brzęczyszczykiewicz 600987654',
  );
}

/** What stands in the client's note that is being written. */
export const noteIn = (seat: Seat): Promise<string> =>
  seat.inExtension(`
    const all = Object.entries(await api.storage.session.get(null));
    return JSON.stringify(all.filter(([key]) => key.startsWith('note:')));`);

/** Makes the promise of a call one that is due, as time does. */
export const makeCallsDue = (seat: Seat): Promise<void> =>
  seat.inExtension(`
    const database = await new Promise((resolve, reject) => {
      const request = indexedDB.open('obok');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise((resolve, reject) => {
      const transaction = database.transaction('callbacks', 'readwrite');
      const rows = transaction.objectStore('callbacks');
      const all = rows.getAll();
      all.onsuccess = () => { for (const row of all.result) rows.put({ ...row, due: Date.now() - 60_000 }); };
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();`);

/** The strip of due calls is wanted in the next page. */
export const wantCalls = (seat: Seat): Promise<void> =>
  seat.inExtension(`await api.storage.session.set({ 'calls-strip': { from: 0 } });`);

/** Whether the strip of due calls still waits for an answer, and where the panel was asked to go. */
export const callsLeft = (seat: Seat): Promise<{ isWanted: boolean; asked: unknown }> =>
  seat.inExtension(`
    const all = await api.storage.session.get(['calls-strip', 'asked-place']);
    return { isWanted: Boolean(all['calls-strip']), asked: all['asked-place'] ?? null };`);
