import { isPlainToSee, type Sight } from './sight';

/** What is known of a click at the time it comes. */
export interface ClickFacts {
  /** True for a person's click, false for one a script made. */
  isTrusted: boolean;
  /** Milliseconds since the strip came, or came to its present place. */
  standsFor: number;
  /** Whether no style of the page makes the host see-through, or cuts it away. */
  isPlain: boolean;
  /** True when our host is what lies under the click. */
  isOnTop: boolean;
  /** True when something lies over it that lets the click through. */
  isCovered: boolean;
}

/** Shorter than a person needs to see it and mean it: such a click was meant for the page. */
const leastStanding = 300;

/**
 * True when a person who saw the strip clicked it. A page can click by script, slide a see-through strip under a
 * click, or lay something over it (clickjacking of extensions: websecurity.dev).
 */
export function isRealClick({ isTrusted, standsFor, isPlain, isOnTop, isCovered }: ClickFacts): boolean {
  return isTrusted && standsFor >= leastStanding && isOnTop && isPlain && !isCovered;
}

/** Reads the facts of a click on `button` inside `host`. `standsSince`: by `performance.now()`. */
export function clickFacts(
  click: MouseEvent,
  button: Element,
  host: HTMLElement,
  standsSince: number,
  sight: Sight,
): ClickFacts {
  const tree = host.getRootNode();
  const { x, y } = pointOf(click, button);
  const onTop = tree instanceof Document || tree instanceof ShadowRoot ? tree.elementFromPoint(x, y) : null;
  return {
    isTrusted: click.isTrusted,
    standsFor: performance.now() - standsSince,
    isPlain: isPlainToSee(host),
    isOnTop: onTop === host,
    isCovered: sight.isCovered(x, y),
  };
}

/** A click by keyboard has no place of its own: the middle of the button stands for it. */
function pointOf(click: MouseEvent, button: Element): { x: number; y: number } {
  if (click.detail > 0) return { x: click.clientX, y: click.clientY };
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
