import { vi } from 'vitest';
import type { ClerkWords, PageWays } from '@/components/glossary';

/** A clerk without favourites and terms of her own. */
export const noWords: ClerkWords = {
  favourites: new Set(),
  terms: [],
  onFavourite: vi.fn(),
  onKeep: async () => true,
  onDrop: vi.fn(),
};

/** No page of a system lies beside the panel. */
export const noPage: PageWays = {
  page: { kind: 'not-web' },
  onAsk: async () => null,
  onPermit: vi.fn(),
  onOpenSystems: vi.fn(),
};
