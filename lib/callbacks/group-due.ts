import { startOfWarsawDay, warsawDay } from '@/lib/calendar';
import { type Callback, isSettled } from './callback';

/** Promises as the list shows them: each group by its due time, what is settled by when it was, the latest first. */
export interface DueGroups {
  overdue: Callback[];
  today: Callback[];
  later: Callback[];
  settled: Callback[];
}

/** Overdue from the very minute it is due; a wrong number stands in its group like any other until it is settled. */
export function groupDue(callbacks: readonly Callback[], now: Date): DueGroups {
  const groups: DueGroups = { overdue: [], today: [], later: [], settled: [] };
  const endOfToday = startOfWarsawDay(warsawDay(now) + 1);
  for (const callback of callbacks) {
    if (isSettled(callback)) groups.settled.push(callback);
    else if (callback.due <= now.getTime()) groups.overdue.push(callback);
    else if (callback.due < endOfToday) groups.today.push(callback);
    else groups.later.push(callback);
  }
  for (const group of [groups.overdue, groups.today, groups.later]) group.sort((a, b) => a.due - b.due);
  groups.settled.sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0));
  return groups;
}

/** True where the promise is due now or was before, and nothing has settled it. */
export function isDue(callback: Pick<Callback, 'state' | 'due'>, now: Date): boolean {
  return !isSettled(callback) && callback.due <= now.getTime();
}
