import './empty-store';
import { expect, it } from 'vitest';
import {
  addCallback,
  addReminderEvent,
  endEncounter,
  measureStored,
  saveClerk,
  startEncounter,
} from '@/lib/store';
import { promise, tuesday } from '../callbacks/promises';

const day = 86_400_000;
const days = { callbacks: 14, encounters: 30 };

it('What is kept is measured by a sample, and the first to be deleted tells when the next goes', async () => {
  expect((await measureStored(days)).callbacks).toEqual({ bytes: 0, nextAt: null });
  await saveClerk({ name: 'Anna Nowak' });
  const note = 'x'.repeat(1_000);
  for (let index = 0; index < 300; index += 1) await addCallback(promise({ id: `${index}`, note }));
  expect((await measureStored(days)).callbacks.nextAt).toBeNull();
  await addCallback(promise({ id: 'later', note, state: 'kept', settledAt: tuesday.getTime() + day }));
  await addCallback(promise({ id: 'first', note, state: 'kept', settledAt: tuesday.getTime() }));
  await startEncounter('desk', tuesday);
  expect((await measureStored(days)).encounters.nextAt).toBeNull();
  await endEncounter(new Date(tuesday.getTime() + 5));
  await addReminderEvent({ reminderId: 'r', at: tuesday.getTime(), kind: 'done' });

  const measured = await measureStored(days);
  expect(measured.callbacks.nextAt).toBe(tuesday.getTime() + 14 * day);
  expect(measured.callbacks.bytes).toBeGreaterThan(302 * 1_100);
  expect(measured.callbacks.bytes).toBeLessThan(302 * 1_400);
  expect(measured.encounters.nextAt).toBe(tuesday.getTime() + 5 + 30 * day);
  expect(measured.events.nextAt).toBe(tuesday.getTime() + 400 * day);
  expect(measured.others.bytes).toBeGreaterThan(40);
});
