import './empty-store';
import { expect, it } from 'vitest';
import {
  addReminderEvent,
  countStored,
  eraseEverything,
  isFirstRunDone,
  readClerk,
  saveClerk,
  setFirstRunDone,
  startEncounter,
  unnamedClerk,
} from '@/lib/store';

it('Erasing leaves nothing: no clerk, no history, no services, first run to be done again', async () => {
  await saveClerk({ name: 'Anna Nowak' });
  await setFirstRunDone();
  await startEncounter('desk', new Date());
  await addReminderEvent({ reminderId: 'r', at: Date.now(), kind: 'done' });
  expect(await countStored()).toEqual({ events: 1, encounters: 1 });

  await eraseEverything();

  expect(await countStored()).toEqual({ events: 0, encounters: 0 });
  expect(await readClerk()).toEqual(unnamedClerk);
  expect(await isFirstRunDone()).toBe(false);
});
