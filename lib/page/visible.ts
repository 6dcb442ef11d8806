const hiddenByMarkup =
  '[hidden],template,dialog:not([open]),[style*="display:none"],[style*="display: none"],[style*="visibility:hidden"],[style*="visibility: hidden"]';

/** Whether a person can see the element. A document without styles is judged by its markup. */
export function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function')
    return element.checkVisibility({ visibilityProperty: true });
  return element.closest(hiddenByMarkup) === null;
}
