/**
 * Says that the clerk clicked a telephone number in the page. What is told is that, and never which number: the panel
 * can offer to begin a call without knowing to whom.
 *
 * @param tell called once for each real click or Enter on a `tel:` link; a script's `click()` is not heard
 */
export function hearCalls(document: Document, tell: () => void, signal: AbortSignal): void {
  document.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && event.composedPath().some(isNumberLink)) tell();
    },
    { capture: true, passive: true, signal },
  );
}

/** `callto:` is what softphones of older telephone exchanges put into pages. */
function isNumberLink(target: EventTarget): boolean {
  return target instanceof Element && /^(?:tel|callto|sip):/i.test(target.getAttribute('href') ?? '');
}
