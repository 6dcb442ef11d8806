import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * A pressed button that goes takes the focus with it, and the next Tab would begin at the top of the screen. It passes
 * to what stands in its place: what is marked `data-focus-next`, else the button of the service.
 *
 * @returns what watches the focus in `place`
 */
export function useFocusKept(place: RefObject<HTMLElement | null>): (event: FocusEvent<HTMLElement>) => void {
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const gone = last.current;
    if (!(gone instanceof HTMLElement) || gone.isConnected) return;
    last.current = null;
    // The clerk has gone elsewhere meanwhile: leave her there.
    if (document.activeElement && document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>('[data-focus-next], .encounter button')?.focus();
  });
  return ({ target }) => {
    last.current = target;
  };
}
