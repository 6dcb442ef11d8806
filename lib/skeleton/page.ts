// The page-side door: what the script in a page needs, and no words of interfaces.
export { makeSkeleton } from './make-skeleton';
