import { type SeenDays, seeDay, warsawDay } from '@/lib/calendar';
import { database } from './database';

/**
 * Tells whether what is past its retention may be deleted by this clock. A clock set a year ahead for an hour would take
 * nearly everything with it; whoever comes back after weeks keeps it some days longer.
 */
export async function isClockBelieved(now: Date): Promise<boolean> {
  const today = warsawDay(now);
  return database().transaction('rw', database().singles, async () => {
    const row = await database().singles.get('seen-days');
    const before: SeenDays | null = row?.name === 'seen-days' ? row.value : null;
    const value = seeDay(before, today);
    if (JSON.stringify(value) !== JSON.stringify(before))
      await database().singles.put({ name: 'seen-days', value });
    return value.believed === today;
  });
}
