import { vi } from 'vitest';
import type { ClerkWords, PageWays } from '@/components/glossary';

/** A clerk who has made nothing of the glossary yet. */
export const noWords: ClerkWords = {
  favourites: new Set(),
  terms: [],
  onFavourite: vi.fn(),
  onKeep: async () => true,
  onDrop: vi.fn(),
};

/** No page beside the panel. */
export const noPage: PageWays = {
  page: { kind: 'not-web' },
  onAsk: async () => null,
  onPermit: vi.fn(),
  onOpenSystems: vi.fn(),
};
