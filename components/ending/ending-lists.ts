import type { Profile } from '@/lib/profile';
import type { Channel } from '@/lib/standard';

export type EndingList = Profile['checklists'][number];

/** The checklists for a channel: those that name it, and those that name none. */
export function endingLists({ checklists }: Pick<Profile, 'checklists'>, channel: Channel): EndingList[] {
  return checklists.filter(({ channels }) => channels === undefined || channels.includes(channel));
}
