/**
 * Where the host has to stand to be reached: the modal dialog on top, for all outside it is inert, a popover too
 * (whatwg/html#9936); else the root element.
 */
export function homeFor(host: Element): Element {
  return modalOnTop(host) ?? document.documentElement;
}

function modalOnTop(host: Element): Element | null {
  const open = [...document.querySelectorAll('dialog:modal')];
  const focused = modalAround(deepActive());
  if (focused) return focused;
  // No focus tells which of several is on top: it stays where it is, else goes to the last.
  const present = host.parentElement;
  return open.find((dialog) => dialog === present) ?? open[open.length - 1] ?? null;
}

function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Also a dialog that stands in an open shadow root, which no selector finds from outside. */
function modalAround(element: Element | null): Element | null {
  for (let next = element; next !== null; ) {
    const dialog = next.closest('dialog:modal');
    if (dialog) return dialog;
    const root = next.getRootNode();
    next = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
