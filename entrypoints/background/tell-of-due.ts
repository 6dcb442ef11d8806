import type { Review, Telling } from '@/lib/callbacks';

/** What telling of due promises needs of store and browser, so that a test can end the worker between any two. */
export interface TellingDesk {
  /** Has the browser start us again at that time, in milliseconds since the epoch; null for not at all. */
  wakeAt(at: number | null): Promise<void>;
  /** Marks durably what is told of now; see `review`. */
  review(now: Date, notification: string): Promise<Review>;
  /** The ids of our notifications that stand. */
  standing(): Promise<string[]>;
  show(telling: Telling, now: Date): Promise<void>;
  clear(notification: string): Promise<void>;
  noteTold(notification: string): Promise<void>;
  showCount(dueNow: number): Promise<void>;
}

/** Notifications of promises; others are not ours to clear. */
export const notificationPrefix = 'oddzwonienia-';

/** Should the worker die on its way, it is started again so soon, in milliseconds. */
const afterDeath = 60_000;

/**
 * Tells of what is due, each step once, however often and by whatever it is called. The store is the truth and an alarm
 * only a wake-up: one is set before anything is marked, then what is told is marked, shown, and noted as shown; a
 * worker that dies in between leaves a mark without its notification, which the next call shows.
 *
 * @param makeId an id that was never used before
 */
export async function tellOfDue(desk: TellingDesk, now: Date, makeId: () => string): Promise<void> {
  await desk.wakeAt(now.getTime() + afterDeath);
  const fresh = `${notificationPrefix}${now.getTime()}-${makeId()}`;
  const { telling, dueNow, isAnyNear, next } = await desk.review(now, fresh);
  const standing = (await desk.standing()).filter((id) => id.startsWith(notificationPrefix));
  for (const one of telling) {
    if (!standing.includes(one.notification)) await desk.show(one, now);
    await desk.noteTold(one.notification);
  }
  // One stands at a time, the latest, also where a worker died before it could clear the one before. What has been
  // settled since asks for nothing any more.
  const ours = new Set([...standing, ...telling.map(({ notification }) => notification)]);
  const isWanted = telling.length > 0 || isAnyNear;
  const latest = ours.has(fresh) ? fresh : [...ours].sort((a, b) => madeAt(b) - madeAt(a))[0];
  for (const id of ours) if (!isWanted || id !== latest) await desk.clear(id);
  await desk.showCount(dueNow);
  await desk.wakeAt(next);
}

/** When a notification of ours was made, in milliseconds since the epoch. */
function madeAt(notification: string): number {
  return Number.parseInt(notification.slice(notificationPrefix.length), 10) || 0;
}
