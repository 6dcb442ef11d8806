import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { asCorrected, entriesOf, shippedTerms } from '@/lib/glossary';
import { compileInSteps, highlightPaint, watchTerms } from '@/lib/glossary/page';
import { onMessage, sendToBackground } from '@/lib/messaging/page';
import { claimPage } from '@/lib/page/page';
import { explainWords } from './explain-words';
import { inSlices } from './in-slices';

// Loaded into the top frame where the clerk wants terms underlined: always, or asked for in the panel.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  async main() {
    const claim = claimPage('terms');
    const stop = new AbortController();
    const over = AbortSignal.any([claim, stop.signal]);
    const hiding = async () => {
      stop.abort();
      return null;
    };
    onMessage('background→terms: hide', hiding, over);
    const brief = await sendToBackground('terms→background: ready', null);
    if (!brief || over.aborted) return;

    const entries = entriesOf(shippedTerms(), brief.own, brief.clerks);
    const glossary = await inSlices(compileInSteps(entries.map(asCorrected)), over);
    if (over.aborted) return;
    const words = explainWords(brief.language, new Map(entries.map((entry) => [entry.id, entry])), over);
    const terms = watchTerms(document, glossary, {
      paint: highlightPaint(),
      onDocument: (one) => {
        words.hear(one);
        // The rule that draws was inserted into the frames that there were.
        if (one !== document) sendToBackground('terms→background: frame', null).catch(() => stop.abort());
      },
      signal: over,
    });
    const isOrphaned = () => browser.runtime?.id === undefined;
    words.begin(terms, { isOrphaned, onOrphaned: () => stop.abort() });
    const focusing = async () => {
      words.focusCard();
      return null;
    };
    onMessage('background→terms: focus', focusing, over);
  },
});
