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
