import type { PageContext } from '@/lib/page';

/** What Obok knows of the page beside it. */
export type OpenPage =
  /** Nothing is known yet. */
  | { kind: 'looking' }
  /** The reader reads it. */
  | { kind: 'read'; tabId: number; context: PageContext; strip: StandingStrip | null }
  /** Permitted, but no reader has spoken: open since before Obok was installed or updated, or still loading. */
  | { kind: 'silent'; tabId: number; isLoading: boolean }
  /** A web page for which the clerk has given no permission; `pattern` is what the browser is asked for. */
  | { kind: 'not-permitted'; origin: string; pattern: string }
  /** The browser does not even tell its address, for want of a permission. */
  | { kind: 'hidden' }
  /** A page of the browser, a new tab, a file: nothing for Obok. */
  | { kind: 'not-web' };

/** The reminder that stands in the page. */
interface StandingStrip {
  reminderId: string;
  why: string[];
}
