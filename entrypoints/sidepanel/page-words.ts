import { browser } from 'wxt/browser';
import type { PageBeside, PageWords } from '@/components/glossary';
import type { OpenPage } from '@/components/now';

/** The page beside, as „Na tej stronie” needs to know it. */
export function pageBeside(page: OpenPage): PageBeside {
  switch (page.kind) {
    case 'read':
      return { kind: 'open', key: `${page.tabId} ${page.context.address}` };
    case 'silent':
      return { kind: 'open', key: `${page.tabId}` };
    case 'not-permitted':
      return { kind: 'not-permitted', origin: page.origin };
    default:
      return { kind: page.kind };
  }
}

/** Reads the page beside once. The text goes to nobody but the one who asked; null where there is none. */
export async function askPage(page: OpenPage): Promise<PageWords | null> {
  if (page.kind !== 'read' && page.kind !== 'silent') return null;
  const [answer] = await browser.scripting.executeScript({
    target: { tabId: page.tabId, frameIds: [0] },
    files: ['/content-scripts/text.js'],
    injectImmediately: true,
  });
  return (answer?.result as PageWords | null | undefined) ?? null;
}
