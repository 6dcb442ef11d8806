import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { begin, Disk, lives, makeMortal } from './mortal';

let disk: Disk;
beforeAll(async () => {
  makeMortal();
  await begin();
  disk = await Disk.open();
});
afterAll(() => disk.close());

const switched = (quiet: boolean) => ({ reminders: [], systems: [], addresses: [], quiet });

it('A process that dies has what it committed; what is open is rolled back, and nothing of it runs any more', async () => {
  const process = await begin();
  const { store } = process;
  const ran: string[] = [];
  const act = async () => {
    await store.saveClerk({ name: 'Anna' });
    await browser.storage.session.set({ 'callback-entry': 'before' });
    process.breath = 3;
    try {
      await store.changeSwitches(() => {
        ran.push('read');
        return switched(true);
      });
      // With the commit of that its three are used up.
      await Promise.all([store.setFirstRunDone(), store.eraseFigures().then(() => ran.push('after'))]);
      ran.push('after');
    } catch {
      ran.push('catch');
    } finally {
      ran.push('finally');
      await browser.storage.session.set({ 'callback-entry': 'after' });
    }
  };
  expect(await lives(process, act)).toBe(false);
  await expect(Promise.race([store.readClerk(), waited()])).resolves.toBe('waited');
  await expect(Promise.race([store.lockNow(), waited()])).resolves.toBe('waited');

  const { rows, session } = await disk.look();
  const singles = Object.fromEntries(
    (rows.singles as { name: string; value: unknown }[]).map(({ name, value }) => [name, value]),
  );
  expect(singles).toMatchObject({ clerk: { name: 'Anna' }, switches: switched(true) });
  expect(singles).not.toHaveProperty('first-run-done');
  expect(session).toEqual({ 'callback-entry': 'before' });
  expect(ran).toEqual(['read']);
});

it('One that dies in the middle of a transaction leaves nothing of it, whatever it had written in it', async () => {
  const process = await begin();
  const before = await disk.look();
  process.effects = 0;
  const begun = await process.store.startEncounter('desk', new Date());
  const { effects } = process;
  expect(effects).toBeGreaterThan(1);
  await disk.putBack(before);
  for (let breath = 0; breath < effects; breath += 1) {
    const dying = await begin();
    dying.breath = breath;
    expect(await lives(dying, () => dying.store.startEncounter('desk', new Date()))).toBe(false);
    // The last is the commit.
    expect((await disk.look()).rows.encounters).toHaveLength(breath === effects - 1 ? 1 : 0);
    await disk.putBack(before);
  }
  const next = await begin();
  expect(await next.store.readEncounter(begun.id)).toBeNull();
  expect(Dexie.currentTransaction).toBeNull();
});

/** Long enough for any answer. */
async function waited(): Promise<string> {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((over) => setTimeout(over));
  return 'waited';
}
