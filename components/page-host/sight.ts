/** Tells whether a person can see an element of ours, or the page has laid something over it. */
export interface Sight {
  isCovered(x: number, y: number): boolean;
}

/** What Chromium adds to an observer for just this; Firefox 153 has not got it. */
type SeeingObserver = new (
  hear: IntersectionObserverCallback,
  options: IntersectionObserverInit & { trackVisibility: boolean; delay: number },
) => IntersectionObserver;
type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean };

/** Elements in the top layer that are looked through for what sticks out of them. */
const mostInCover = 500;

/**
 * Watches whether `host` is to be seen until `signal` aborts. What lies in the top layer above it and lets clicks through
 * is found by no `elementFromPoint`: Chromium's observer sees it, elsewhere any other popover or dialog at that place
 * counts, as none of the page's tells which of two is above.
 */
export function watchSight(host: Element, signal: AbortSignal): Sight {
  let isVisible: boolean | undefined;
  const note = (entries: IntersectionObserverEntry[]) => {
    isVisible = (entries.at(-1) as SeenEntry | undefined)?.isVisible ?? isVisible;
  };
  const observer = new (IntersectionObserver as SeeingObserver)(note, {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 0.5, 1],
  });
  observer.observe(host);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    isCovered(x, y) {
      note(observer.takeRecords());
      // Under a filter, of a dark theme for one, Chromium says of everything that it cannot tell.
      return isVisible === undefined || isFiltered(host) ? hasOtherLayer(host, x, y) : !isVisible;
    },
  };
}

const isFiltered = (host: Element) =>
  [...selfAndAncestors(host)].some((one) => styleOf(one).filter !== 'none');

function hasOtherLayer(host: Element, x: number, y: number): boolean {
  const layers = Document.prototype.querySelectorAll.call(document, ':popover-open, :modal, :fullscreen');
  for (const layer of layers) {
    if (layer.contains(host)) continue;
    const inner = [...layer.querySelectorAll('*')].slice(0, mostInCover);
    if ([layer, ...inner].some((one) => liesAt(one.getBoundingClientRect(), x, y))) return true;
  }
  return false;
}

const liesAt = ({ left, right, top, bottom }: DOMRect, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Filters of dark and high-contrast themes; any other may hide what it is laid on. */
const themed = /^(?:(?:invert|hue-rotate|sepia|grayscale|saturate)\([^()]*\)\s*)+$/;

/** Whether no style of the host or of what holds it hides it from a person while it can still be clicked. */
export function isPlainToSee(host: Element): boolean {
  return [...selfAndAncestors(host)].every((element) => {
    const { opacity, filter, clipPath, maskImage, mixBlendMode } = styleOf(element);
    return (
      Number(opacity) >= 1 &&
      (filter === 'none' || themed.test(filter)) &&
      clipPath === 'none' &&
      (maskImage === 'none' || maskImage === '') &&
      mixBlendMode === 'normal'
    );
  });
}

const styleOf = (element: Element) => getComputedStyle(element);

function* selfAndAncestors(element: Element): Generator<Element> {
  for (let next: Element | null = element; next !== null; next = parentOf(next)) yield next;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
