import { type Corner, chooseCorner, margin } from './placement';
import { focusedDocuments, typedField } from './typed-field';

/** What moves the field under the strip, or the strip's reason to be where it is. */
const movements = ['focusin', 'focusout', 'scroll', 'resize', 'input'] as const;

/**
 * Keeps `host` in a corner clear of the field being typed in, once a frame at most. It stays where it is while the
 * pointer or the focus is in it.
 * @param place a style element in the host's shadow root, for the corner
 * @param onMoved called when it has gone to another corner
 * @param onDocument called once with each document that holds the focus, frames' too
 */
export function keepClear(
  host: HTMLElement,
  place: HTMLStyleElement,
  onMoved: () => void,
  onDocument: (document: Document) => void,
  signal: AbortSignal,
): void {
  const heard = new WeakSet<Document>();
  let corner: Corner = 'bottom-right';
  let frame = 0;

  const put = () => {
    frame = 0;
    hearFocused();
    if (host.matches(':hover') || document.activeElement === host) return;
    const { width, height } = host.getBoundingClientRect();
    const next = chooseCorner({ width, height }, viewSize(), typedField(document), corner);
    if (next === corner) return;
    corner = next;
    // Taken out of the layout between the two, or the browser would count a shift against the page.
    place.textContent = ':host { display: none !important; }';
    host.getBoundingClientRect();
    place.textContent = cornerRule(corner);
    onMoved();
  };
  const soon = () => {
    if (frame === 0) frame = requestAnimationFrame(put);
  };
  /** A frame keeps its events to itself. */
  const hearFocused = () => {
    for (const document of focusedDocuments(window.document)) {
      const view = document.defaultView;
      if (heard.has(document) || view === null) continue;
      heard.add(document);
      onDocument(document);
      for (const type of [...movements, 'blur', 'focus']) {
        view.addEventListener(type, soon, { capture: true, passive: true, signal });
      }
    }
  };

  place.textContent = cornerRule(corner);
  hearFocused();
  const growing = new ResizeObserver(put); // Before the frame is painted: it is never seen where it may not be.
  growing.observe(host);
  signal.addEventListener('abort', () => {
    growing.disconnect();
    cancelAnimationFrame(frame);
  });
}

/** The window without its scrollbars, in quirks mode too, where the root element's size says something else. */
function viewSize(): { width: number; height: number } {
  const seen = window.visualViewport;
  if (seen === null) return { width: window.innerWidth, height: window.innerHeight };
  return { width: seen.width * seen.scale, height: seen.height * seen.scale };
}

function cornerRule(corner: Corner): string {
  const [vertical, horizontal] = corner.split('-');
  return `:host { ${vertical}: ${margin}px !important; ${horizontal}: ${margin}px !important; }`;
}
