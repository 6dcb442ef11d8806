import { browser } from 'wxt/browser';

/** In `storage.local`, which the browser keeps in another file: that there was a store, and that it was found gone. */
interface Standing {
  hasStood: true;
  isLost?: true;
}
const key = 'store';

const read = async () => (await browser.storage.local.get(key))[key] as Standing | undefined;

/**
 * Notes that the store stands. Chromium answers damaged files by beginning anew with none, and tells nobody.
 *
 * @param isNew the database was made in this opening
 * @returns whether what stood before was lost, and nobody has heeded it yet
 */
export async function noteStanding(isNew: boolean): Promise<boolean> {
  const before = await read();
  const isLost = (isNew && before !== undefined) || before?.isLost === true;
  if (!before || (isLost && !before.isLost)) {
    await browser.storage.local.set({ [key]: { hasStood: true, ...(isLost ? { isLost } : {}) } });
  }
  return isLost;
}

/** The clerk knows of it. */
export async function heedLoss(): Promise<void> {
  await browser.storage.local.set({ [key]: { hasStood: true } satisfies Standing });
}
