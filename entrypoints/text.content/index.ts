import { defineContentScript } from 'wxt/utils/define-content-script';
import { textOfPage } from '@/lib/page/page';

// Put into the page when the clerk asks which words of it the glossary has: reads once, answers, and is over.
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main: () => (/html/.test(document.contentType) ? textOfPage(document) : null),
});
