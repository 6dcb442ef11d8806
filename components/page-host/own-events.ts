/** Clicking and moving about in what is ours is no business of the page's: its menus would close, its focus traps spring. */
const unheard = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'focusin',
  'focusout',
];

/** The keys that work in it; the page's shortcuts keep all others. */
const ownKeys = new Set(['Enter', ' ', 'Escape']);

/** Keeps what the clerk does in the strip or the card from the page's listeners, as far as a shadow root can. */
export function keepOwnEvents(root: ShadowRoot): void {
  for (const type of unheard) root.addEventListener(type, (event) => event.stopPropagation());
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    root.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && ownKeys.has(event.key)) event.stopPropagation();
    });
  }
  // A click by mouse leaves the cursor in the field where it is.
  root.addEventListener('mousedown', (event) => event.preventDefault());
}
