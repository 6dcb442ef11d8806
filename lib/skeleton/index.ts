export { documentOf } from './document-of';
export { knownNames } from './known-names';
export { parseSkeleton } from './parse-skeleton';
export { blankText, keptTexts, type Skeleton, skeletonFile } from './skeleton';
