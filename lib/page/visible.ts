const hiddenByMarkup =
  '[hidden],template,dialog:not([open]),details:not([open])>:not(summary),[style*="display:none"],[style*="display: none"],[style*="visibility:hidden"],[style*="visibility: hidden"]';

/** Whether a person can see the element. A document that nobody shows has no styles, and is judged by its markup. */
export function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function' && element.ownerDocument.defaultView !== null)
    return element.checkVisibility({ visibilityProperty: true });
  for (let at: Element | null = element; at; at = hostOf(at)) if (at.closest(hiddenByMarkup)) return false;
  return true;
}

const hostOf = (element: Element) => (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
