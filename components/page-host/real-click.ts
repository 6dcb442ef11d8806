/** What is known of a click at the time it comes. */
export interface ClickFacts {
  /** True for a person's click, false for one a script made. */
  isTrusted: boolean;
  /** Milliseconds since the strip came, or came to its present place. */
  standsFor: number;
  /** Computed opacity of the host element and all that hold it. */
  opacities: number[];
  /** True when our host is what lies under the click. */
  isOnTop: boolean;
}

/** Shorter than a person needs to see it and mean it: such a click was meant for the page. */
const leastStanding = 300;

/**
 * True when a person who saw the strip clicked it. A page can click by script, slide a see-through strip under a
 * click, or lay something over it (clickjacking of extensions: websecurity.dev).
 */
export function isRealClick({ isTrusted, standsFor, opacities, isOnTop }: ClickFacts): boolean {
  return isTrusted && standsFor >= leastStanding && isOnTop && opacities.every((opacity) => opacity >= 1);
}

/** Reads the facts of a click on `button` inside `host`. `standsSince`: by `performance.now()`. */
export function clickFacts(
  click: MouseEvent,
  button: Element,
  host: HTMLElement,
  standsSince: number,
): ClickFacts {
  const tree = host.getRootNode();
  const { x, y } = pointOf(click, button);
  const onTop = tree instanceof Document || tree instanceof ShadowRoot ? tree.elementFromPoint(x, y) : null;
  return {
    isTrusted: click.isTrusted,
    standsFor: performance.now() - standsSince,
    opacities: [...selfAndAncestors(host)].map((element) => Number(getComputedStyle(element).opacity)),
    isOnTop: onTop === host,
  };
}

/** A click by keyboard has no place of its own: the middle of the button stands for it. */
function pointOf(click: MouseEvent, button: Element): { x: number; y: number } {
  if (click.detail > 0) return { x: click.clientX, y: click.clientY };
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function* selfAndAncestors(element: Element): Generator<Element> {
  for (let next: Element | null = element; next !== null; next = parentOf(next)) yield next;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
