import { useRef, useState } from 'react';
import type { PageAsks, PageContext, System } from '@/lib/page';
import type { KnownNames, Skeleton, SkeletonAnswer } from '@/lib/skeleton';
import type { SkeletonSlot } from '../studio';
import { OpenPart } from './OpenPart';
import { SavePart } from './SavePart';

export interface PageSkeletonDeskProps extends SkeletonSlot {
  /** Has the page of a tab copied without its values. Never rejects. */
  skeletonIn(
    tabId: number,
    address: string,
    known: KnownNames,
  ): Promise<SkeletonAnswer | { is: 'no-permission' | 'left' | 'not-page' }>;
  /** What a reader tells of a skeleton. */
  readSkeleton(skeleton: Skeleton, systems: System[], asks: PageAsks | null): PageContext;
  /** Gives a file to the browser. */
  saveFile(content: string, fileName: string): void;
}

/** „Szkielet strony”: a page without its values is saved to a file, or comes from one to the bench. */
export function PageSkeletonDesk(props: PageSkeletonDeskProps) {
  const { onOpen, readSkeleton } = props;
  const [openedHere, setOpenedHere] = useState<string | null>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const open = (skeleton: Skeleton, name: string) => {
    onOpen({ name, read: (systems, asks) => readSkeleton(skeleton, systems, asks) });
    setOpenedHere(name);
    status.current?.focus();
  };
  return (
    <div className="page-skeleton">
      <SavePart {...props} onBench={open} />
      <OpenPart openedHere={props.opened === null ? null : openedHere} status={status} onSkeleton={open} />
    </div>
  );
}
