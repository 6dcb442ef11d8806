import { browser } from 'wxt/browser';
import type { TakenLetter } from '@/components/glossary';
import type { OpenPage } from '@/components/now';
import { letterInPage } from '@/lib/page';

/**
 * Reads the letter that is being written in the page beside, once, because the clerk asked for it. It goes to the screen and
 * into no store.
 */
export async function takeLetter(page: OpenPage): Promise<TakenLetter> {
  if (page.kind !== 'read' && page.kind !== 'silent') return { kind: 'not-permitted' };
  const answers = await browser.scripting
    .executeScript({ target: { tabId: page.tabId }, func: letterInPage })
    // The page has gone meanwhile, or is the browser's own.
    .catch(() => null);
  if (answers === null) return { kind: 'not-permitted' };
  const letter = answers[0]?.result;
  return letter ? { kind: 'taken', text: letter.text } : { kind: 'none' };
}
