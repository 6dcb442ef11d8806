import { type RefObject, useEffect } from 'react';
import { isTyping } from '../typing';

/** The keys 1–9 and 0 tick the first ten items, while the focus is in `place`, on the tab that opened it, or nowhere. */
export function useNumberKeys(place: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (!/^\d$/.test(key) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!(target instanceof HTMLElement) || isTyping(target)) return;
      if (target !== document.body && !target.matches('[role=tab]') && !place.current?.contains(target))
        return;
      const boxes = place.current?.querySelectorAll<HTMLElement>('[aria-keyshortcuts][type=checkbox]');
      const box = boxes?.[(Number(key) + 9) % 10];
      if (!box) return;
      event.preventDefault(); // Firefox would search the page for it.
      box.focus();
      box.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [place, isOn]);
}
