import type { PageAsks, PageContext, System } from '@/lib/page';
import type { SystemNames } from '../condition';
import type { OpenTab } from './Bench';

/** A saved page that lies on the bench: it is read anew with each change of the draft. */
export interface OpenedSkeleton {
  /** Of its file. */
  name: string;
  read(systems: System[], asks: PageAsks): PageContext;
}

/** What the part for skeletons, which is brought when it is opened, is given. */
export interface SkeletonSlot {
  tabs: readonly OpenTab[];
  /** The tab that the bench looks at. */
  tabId: number | null;
  /** The systems that would be in force, those of the draft among them. */
  systems: readonly System[];
  names: SystemNames;
  nameOf(tab: OpenTab): string;
  /** What the draft's conditions look at in a page. */
  asks: PageAsks;
  opened: OpenedSkeleton | null;
  /** Lays a skeleton on the bench. */
  onOpen(skeleton: OpenedSkeleton): void;
}
