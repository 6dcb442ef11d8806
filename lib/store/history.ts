import type { ReminderEvent } from '@/lib/reminders';
import { database, type HistoryRow } from './database';

/** Fading needs the last year's confirmations, no more. */
export const historyDays = 400;

/** Adds one event. Resolves with its row id when it is on the disk. */
export async function addReminderEvent(event: ReminderEvent): Promise<number> {
  return database().history.add(event as HistoryRow);
}

/** Takes one event back (undo). */
export async function removeReminderEvent(id: number): Promise<void> {
  await database().history.delete(id);
}

/** All events, oldest first. */
export async function readHistory(): Promise<ReminderEvent[]> {
  return database().history.orderBy('at').toArray();
}

/**
 * Deletes events and ended encounters older than the retention.
 *
 * @param encounterDays how long an ended encounter is kept
 * @returns how many rows went
 */
export async function forgetOldHistory(now: Date, encounterDays = historyDays): Promise<number> {
  const daysAgo = (days: number) => now.getTime() - days * 24 * 60 * 60_000;
  return database().transaction('rw', database().history, database().encounters, async () => {
    const events = await database().history.where('at').below(daysAgo(historyDays)).delete();
    const encounters = await database()
      .encounters.where('startedAt')
      .below(daysAgo(encounterDays))
      .filter(({ endedAt }) => endedAt !== undefined && endedAt < daysAgo(encounterDays))
      .delete();
    return events + encounters;
  });
}
