// The page-side door: what the script in a page needs, and no words of interfaces.
export type { KnownNames } from './known-names';
export { makeSkeleton, type SkeletonAnswer } from './make-skeleton';
