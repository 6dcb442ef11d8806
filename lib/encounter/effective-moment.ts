import type { View } from '@/lib/page';
import type { Moment } from '@/lib/standard';
import type { Encounter } from './encounter';

/** Places that show on their own which stage of service this is. */
const momentOfView: Partial<Record<View, Moment>> = { forwarding: 'transferring', closing: 'ending' };

/**
 * The stage of service at this minute: what the clerk set, unless the place in the web system speaks plainer – handing
 * a case over is `transferring`, closing one is `ending`.
 *
 * @param encounter the service of one client
 * @param view the place the clerk looks at; null where no page is read
 */
export function effectiveMoment(encounter: Encounter, view: View | null): Moment {
  return (view === null ? undefined : momentOfView[view]) ?? encounter.moment;
}
