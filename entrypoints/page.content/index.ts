import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onMessage, type ReaderBrief, sendToBackground } from '@/lib/messaging/page';
import { claimPage, type PageContext, watchPage } from '@/lib/page/page';
import { hearCalls } from './hear-calls';

// Always on where it is permitted: reads the page and says what it is.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  runAt: 'document_end',
  async main() {
    // A picture or an XML file opened in the tab is no page of a system.
    if (!/html/.test(document.contentType)) return;
    const claim = claimPage('reader');
    const stop = new AbortController();
    const over = AbortSignal.any([claim, stop.signal]);
    const token = documentToken();
    let last: PageContext | null = null;
    let reading: AbortController | null = null;

    const send = (context: PageContext | null) => {
      last = context;
      const sent = context
        ? sendToBackground('page→background: context', { document: token, context })
        : sendToBackground('page→background: gone', { document: token });
      sent.catch(stopIfOrphaned);
    };
    const stopIfOrphaned = () => {
      // The extension was updated or removed under the page: nobody is left to be told.
      if (browser.runtime?.id === undefined) stop.abort();
    };
    const read = ({ systems, asks }: ReaderBrief) => {
      reading?.abort();
      reading = new AbortController();
      watchPage(document, systems, asks, send, AbortSignal.any([over, reading.signal]));
    };

    onMessage(
      'background→page: stop',
      async () => {
        stop.abort();
        return null;
      },
      over,
    );
    onMessage(
      'background→page: brief',
      async (brief) => {
        read(brief);
        return null;
      },
      over,
    );
    // A page kept for „back” says again what it is when it returns.
    window.addEventListener(
      'pagehide',
      ({ isTrusted }) => {
        if (isTrusted) sendToBackground('page→background: gone', { document: token }).catch(stopIfOrphaned);
      },
      { signal: over },
    );
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.isTrusted && event.persisted && last) send(last);
      },
      { signal: over },
    );

    hearCalls(
      document,
      () => void sendToBackground('page→background: call', null).catch(stopIfOrphaned),
      over,
    );

    const { origin, pathname } = location;
    const brief = await sendToBackground('page→background: hello', {
      document: token,
      address: origin + pathname,
    });
    if (brief && !over.aborted) read(brief);
  },
});

/** Tells this document from the one before it in the same tab. `randomUUID` is missing on http pages of a local network. */
function documentToken(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');
}
