export { documentOf } from './document-of';
export { type KnownNames, knownNames } from './known-names';
export type { SkeletonAnswer } from './make-skeleton';
export { parseSkeleton, type SkeletonFault } from './parse-skeleton';
export {
  blankText,
  type KeptText,
  keptTexts,
  type Skeleton,
  skeletonFile,
  skeletonLimits,
} from './skeleton';
