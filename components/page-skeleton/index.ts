export { PageSkeletonDesk } from './PageSkeletonDesk';
