import { homeFor } from './top-layer';

/** How often it is looked whether the page still lets the host stand, in milliseconds. */
const watchEvery = 250;
/** More often than it is put up in the life of one reminder, a page that opens and closes dialogs is at war. */
const mostStands = 12;

/** The one element in the page, and the closed root in it. */
export interface PageHost {
  element: HTMLElement;
  root: ShadowRoot;
  /** Puts it above everything in the page. */
  stand(): void;
  /** Takes it out and leaves no trace. */
  leave(): void;
}

export interface PageHostEvents {
  /** The host came to stand in the page, or in another place of its tree. */
  onPlaced(): void;
  /** The page took the host out for the second time, or will hold none. */
  onRefused(): void;
  /** Whether the extension was updated or removed: nobody would hear an answer. */
  isOrphaned(): boolean;
  onOrphaned(): void;
}

/** Makes the host and, once it stands, keeps it standing until `signal` aborts. The page's own nodes stay as they are. */
export function createPageHost(tag: string, events: PageHostEvents, signal: AbortSignal): PageHost {
  // What an older copy of the extension left standing when it was updated.
  for (const left of document.querySelectorAll(tag)) left.remove();

  const element = elementUnknownToPage(tag);
  element.setAttribute('popover', 'manual');
  const root = element.attachShadow({ mode: 'closed' });
  let home: Element | null = null;
  let takenOut = 0;
  let stands = 0;
  let isPrinting = false;

  const stand = () => {
    // A feed or a picture opened in the tab has no place for it.
    stands += 1;
    if (!(document.documentElement instanceof HTMLElement) || stands > mostStands) {
      events.onRefused();
      return;
    }
    home = homeFor(element);
    home.append(element);
    // Above every z-index of the page. It throws where the document shows no more.
    try {
      element.showPopover();
    } catch {}
    events.onPlaced();
  };

  const watch = () => {
    if (signal.aborted || isPrinting) return;
    if (events.isOrphaned()) {
      events.onOrphaned();
      return;
    }
    const wasTakenOut = element.parentNode !== home && (home?.isConnected ?? false);
    if (wasTakenOut) {
      takenOut += 1;
      // Not a fight: a page that takes it out twice means it (bitwarden/clients#8093).
      if (takenOut > 1) {
        events.onRefused();
        return;
      }
    }
    if (wasTakenOut || !element.isConnected || homeFor(element) !== home) stand();
  };

  const watching = setInterval(watch, watchEvery);
  signal.addEventListener('abort', () => clearInterval(watching));
  // A dialog says that it opens or closes; it does not bubble.
  const onToggle = (event: Event) => {
    if (event.target !== element) watch();
  };
  window.addEventListener('toggle', onToggle, { capture: true, passive: true, signal });
  window.addEventListener(
    'beforeprint',
    (event) => {
      // A page that prints by a library of its own says so, too, and never that it is over.
      if (!event.isTrusted) return;
      isPrinting = true;
      element.remove();
    },
    { signal },
  );
  window.addEventListener(
    'afterprint',
    (event) => {
      if (!event.isTrusted) return;
      isPrinting = false;
      stand();
    },
    { signal },
  );

  return { element, root, stand, leave: () => element.remove() };
}

/**
 * Made in a document without scripts: were it made in the page’s, a page that has defined an element of this name would
 * be handed it before us, and `attachInternals` would open its closed root (measured in Chromium 156).
 */
function elementUnknownToPage(tag: string): HTMLElement {
  const made = new DOMParser().parseFromString('', 'text/html').createElement(tag);
  return document.adoptNode(made);
}
