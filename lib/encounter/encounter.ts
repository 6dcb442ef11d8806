import type { Channel, Moment } from '@/lib/standard';

/** The service of one client, from greeting to ending, on one channel. Never holds who the client is. */
export interface Encounter {
  id: string;
  channel: Channel;
  moment: Moment;
  /** Milliseconds since the epoch. */
  startedAt: number;
  endedAt?: number;
}

/** True for the moments in which the service of a client begins. */
export function beginsService(moment: Moment): boolean {
  return moment === 'noticing' || moment === 'greeting';
}
