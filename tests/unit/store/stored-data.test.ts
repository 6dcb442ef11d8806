import './empty-store';
import { expect, it } from 'vitest';
import { newCallback } from '@/lib/callbacks';
import {
  addCallback,
  addReminderEvent,
  countPageIn,
  countStored,
  eraseEverything,
  isFirstRunDone,
  keepClerkTerm,
  readClerk,
  saveClerk,
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
