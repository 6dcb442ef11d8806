import { createContext, type ReactNode } from 'react';
import type { PageAsks, PageLook, System } from '@/lib/page';
import type { PageAnswer, Pointed } from '@/lib/pointing';
import type { OpenTab } from './Bench';

/** The open pages, and a way to point at a place in one. */
export interface PointingDesk {
  tabs: readonly OpenTab[];
  /** @returns null where the lead leaves it, `not-permitted` where Obok may not read what the tab shows now */
  pointIn(tabId: number, words: { hint: string; chosen: string }): Promise<Pointed | 'not-permitted' | null>;
  readIn(tabId: number, asks: PageAsks): Promise<PageAnswer | null>;
  /** The names of all fields in a page, without their values. */
  labelsIn(tabId: number): Promise<readonly string[]>;
  /** What a page is by these systems; null where it cannot be asked. */
  lookIn(tabId: number, systems: System[]): Promise<PageLook | null>;
  /** Whether Obok may read a server; null where the beginning of a name could be anybody's. */
  isPermitted(host: string): boolean | null;
  /** Where an address is permitted. @param first the address that stands there to begin with */
  permit(first: string): ReactNode;
  now(): Date;
}

/** Deep in a card somebody points; the tabs are known at the top. */
export const PointingDesk = createContext<PointingDesk>({
  tabs: [],
  pointIn: async () => null,
  readIn: async () => null,
  labelsIn: async () => [],
  lookIn: async () => null,
  isPermitted: () => null,
  permit: () => null,
  now: () => new Date(),
});
