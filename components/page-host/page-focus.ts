/** Remembers where in the page the focus is, to give it back when it has been in the strip or the card. */
export interface PageFocus {
  giveBack(): void;
}

/** Watches the focus outside `host` until `signal` aborts. */
export function watchPageFocus(host: Element, signal: AbortSignal): PageFocus {
  let last: Element | null = null;
  const note = () => {
    const active = document.activeElement;
    if (active !== null && active !== host) last = active;
  };
  // A frame that takes the focus blurs the window. Any other blur passes here too, while the focus is nowhere.
  const noteFrame = (event: FocusEvent) => {
    if (event.target === window) note();
  };
  note();
  // Capture: a page may stop its own events.
  window.addEventListener('focusin', note, { capture: true, passive: true, signal });
  window.addEventListener('blur', noteFrame, { capture: true, passive: true, signal });
  return {
    giveBack() {
      if (last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true });
    },
  };
}
