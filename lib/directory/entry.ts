import type { Profile } from '@/lib/profile';

/** Who handles what: one person of the office, as the profile names them. */
export type Entry = Profile['directory'][number];
