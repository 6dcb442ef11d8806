import './empty-store';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newCallback } from '@/lib/callbacks';
import {
  addCallback,
  addMetSign,
  addReminderEvent,
  addServiceFact,
  changeNote,
  countPageIn,
  countStored,
  eraseEverything,
  isFirstRunDone,
  keepClerkTerm,
  nextTurn,
  readClerk,
  saveClerk,
  saveTabContext,
  saveTabStrip,
  setFavourite,
  setFirstRunDone,
  startEncounter,
  unnamedClerk,
} from '@/lib/store';
import { pageOf } from '../reminders/office';

it('Erasing leaves nothing: no clerk, no history, no services, no promises, first run to be done again', async () => {
  await saveClerk({ name: 'Anna Nowak' });
  await setFirstRunDone();
  await startEncounter('desk', new Date());
  await addCallback(newCallback('p', { due: Date.now(), phone: '600 123 456' }, new Date()));
  await keepClerkTerm({ id: 'moje-a', headword: 'a', meaning: 'b' });
  await setFavourite('moje-a', true);
  await setFavourite('wniosek', true);
  await addReminderEvent({ reminderId: 'r', at: Date.now(), kind: 'done' });
  await countPageIn([{ id: 'r', when: { view: 'case' } }], pageOf(), new Date());
  expect(await countStored()).toEqual({
    events: 1,
    encounters: 1,
    callbacks: 1,
    weeks: 0,
    terms: 2,
    conditions: 1,
  });

  await eraseEverything();

  expect(await countStored()).toEqual({
    events: 0,
    encounters: 0,
    callbacks: 0,
    weeks: 0,
    terms: 0,
    conditions: 0,
  });
  expect(await readClerk()).toEqual(unnamedClerk);
  expect(await isFirstRunDone()).toBe(false);
});

it('Erasing leaves nothing in memory, but for what takes strips out of open pages', async () => {
  const { id } = await startEncounter('desk', new Date());
  await changeNote(id, (note) => ({ ...note, edits: { matter: 'wymeldowanie Kowalskiej' } }));
  await changeNote(null, (note) => ({ ...note, edits: { matter: 'Kowalska' } }));
  await addMetSign(id, 'FN.3120.7.2026');
  await addServiceFact(id, 'introduced' as never);
  await saveTabContext(7, { document: 'd', context: pageOf(), readAt: 1 });
  await saveTabStrip(7, { turn: 3, reminderId: 'r' } as never);
  await nextTurn();
  const typed = { 'callback-entry': 'Kowalska 600 123 456', 'callbacks-offered': [{ ids: [], to: 'Lis' }] };
  await fakeBrowser.storage.session.set({ ...typed, 'of-a-later-version': 'Kowalska' });

  await eraseEverything();

  expect(Object.keys(await fakeBrowser.storage.session.get(null)).sort()).toEqual(['strip-turn', 'strip:7']);
});
