import '@/components/page-skeleton/page-skeleton.css';
import { PageSkeletonDesk } from '@/components/page-skeleton';
import { saveFile } from '@/components/save-file';
import type { SkeletonSlot } from '@/components/studio';
import { readPage } from '@/lib/page';
import { documentOf, type Skeleton } from '@/lib/skeleton';
import { skeletonIn } from './skeleton-in-tab';

/** Read by the very reader of pages, in a document that nobody shows: it runs nothing and loads nothing. */
const readSkeleton = (skeleton: Skeleton, ...[systems, asks]: Parameters<Reading>) =>
  readPage(
    documentOf(skeleton, new DOMParser().parseFromString('<!doctype html>', 'text/html')),
    systems,
    asks,
    skeleton.address,
  );
type Reading = NonNullable<SkeletonSlot['opened']>['read'];

/** „Szkielet strony”, with the tabs and files of the browser. */
export function PageSkeleton(slot: SkeletonSlot) {
  return (
    <PageSkeletonDesk {...slot} skeletonIn={skeletonIn} readSkeleton={readSkeleton} saveFile={saveFile} />
  );
}
