import type { PageContext } from '@/lib/page';
import { countPageIn, readAgeing, readTakenProfiles } from '@/lib/store';

/** Counts which conditions of the office's own profiles match a page: those that ship are nobody's to mend. */
export async function countConditions(context: PageContext): Promise<void> {
  const kept = await readTakenProfiles();
  // Of one id the later layer's is in force.
  const reminders = new Map(
    kept.flatMap(({ read }) => read?.profile.reminders ?? []).map((one) => [one.id, one]),
  );
  const isNothing = reminders.size === 0 && Object.keys((await readAgeing()).matched).length === 0;
  if (!isNothing) await countPageIn([...reminders.values()], context, new Date());
}
