import { beforeEach, expect, it } from 'vitest';
import { emptyStore } from './empty-store';

let store: Awaited<ReturnType<typeof emptyStore>>;
beforeEach(async () => {
  store = await emptyStore();
});

const day = 24 * 60 * 60_000;
const now = new Date('2026-11-24T10:00:00Z');
const event = (reminderId: string, daysAgo: number) => ({
  reminderId,
  at: now.getTime() - daysAgo * day,
  kind: 'done' as const,
});

it('History comes oldest first, whatever the order it was written in', async () => {
  for (const daysAgo of [1, 3, 2]) await store.addReminderEvent(event(`r${daysAgo}`, daysAgo));
  expect((await store.readHistory()).map(({ reminderId }) => reminderId)).toEqual(['r3', 'r2', 'r1']);
});

it('One event can be taken back, and only that one', async () => {
  await store.addReminderEvent(event('a', 1));
  const id = await store.addReminderEvent(event('b', 1));
  await store.removeReminderEvent(id);
  expect((await store.readHistory()).map(({ reminderId }) => reminderId)).toEqual(['a']);
});

it('After 400 days events and ended services are forgotten, and the rest is kept', async () => {
  await store.addReminderEvent(event('old', 401));
  await store.addReminderEvent(event('kept', 399));
  const long = new Date(now.getTime() - 401 * day);
  await store.startEncounter('desk', long);
  await store.endEncounter(long);
  expect(await store.forgetOldHistory(now)).toBe(2);
  expect((await store.readHistory()).map(({ reminderId }) => reminderId)).toEqual(['kept']);
  expect(await store.forgetOldHistory(now)).toBe(0);
});

it('A service that still runs is not forgotten', async () => {
  const { id } = await store.startEncounter('desk', new Date(now.getTime() - 500 * day));
  expect(await store.forgetOldHistory(now)).toBe(0);
  expect((await store.currentEncounter())?.id).toBe(id);
});
