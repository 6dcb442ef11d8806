import { createContext } from 'react';
import type { PageAsks } from '@/lib/page';
import type { PageAnswer, Pointed } from '@/lib/pointing';
import type { OpenTab } from './Bench';

/** The open pages, and a way to point at a place in one. */
export interface PointingDesk {
  tabs: readonly OpenTab[];
  pointIn(tabId: number, words: { hint: string; chosen: string }): Promise<Pointed | null>;
  readIn(tabId: number, asks: PageAsks): Promise<PageAnswer | null>;
  /** The names of all fields in a page, without their values. */
  labelsIn(tabId: number): Promise<readonly string[]>;
  now(): Date;
}

/** Deep in a card somebody points; the tabs are known at the top. */
export const PointingDesk = createContext<PointingDesk>({
  tabs: [],
  pointIn: async () => null,
  readIn: async () => null,
  labelsIn: async () => [],
  now: () => new Date(),
});
