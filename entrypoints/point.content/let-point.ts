import { createPageHost } from '@/components/page-host';
import { claimPage, pointHostTag } from '@/lib/page/page';
import { elementAt, type Pointed, placesIn, pointedAt } from '@/lib/pointing/page';
import style from './point.css?inline';

const pressed = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
] as const;

/**
 * Lets a person point at a place, by pointer or keys, and tells what stands there; null when she leaves it. The pointer
 * meets a pane of ours that lies over the page: no element of the page hears of it.
 */
export function letPoint(words: { hint: string; chosen: string }): Promise<Pointed | null> {
  return new Promise((resolve) => {
    const claim = claimPage('point');
    const own = new AbortController();
    const over = AbortSignal.any([claim, own.signal]);
    const end = (at: Element | null) => {
      resolve(at && pointedAt(at));
      own.abort();
    };
    const leave = () => end(null);
    const host = createPageHost(
      pointHostTag,
      { onPlaced: () => {}, onRefused: leave, isOrphaned: () => false, onOrphaned: leave },
      over,
    );
    const sheet = document.createElement('style');
    sheet.textContent = style;
    const outline = document.createElement('div');
    outline.className = 'outline';
    const hint = document.createElement('p');
    hint.className = 'hint';
    hint.setAttribute('role', 'status');
    hint.textContent = words.hint;
    host.root.append(sheet, outline, hint);

    let held: Element | null = null;
    const hold = (element: Element | null) => {
      held = element;
      if (!element) outline.style.display = 'none';
      else {
        const { left, top, width, height } = boxInWindow(element);
        outline.style.cssText = `display: block; transform: translate(${left}px, ${top}px); width: ${width}px; height: ${height}px;`;
      }
    };
    // On the window and before everything else, for the page may listen there, too.
    const listen = (type: string, hear: (event: Event) => void) =>
      window.addEventListener(type, hear, { capture: true, passive: false, signal: over });
    const keep = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    listen('pointermove', (event) => {
      event.stopImmediatePropagation();
      const { clientX, clientY } = event as PointerEvent;
      hold(elementAt(document, clientX, clientY, host.element));
    });
    for (const type of pressed)
      listen(type, (event) => {
        keep(event);
        if (type !== 'click' || !event.isTrusted) return;
        const { clientX, clientY } = event as MouseEvent;
        end(elementAt(document, clientX, clientY, host.element));
      });
    listen('keydown', (event) => {
      const { key, shiftKey, isTrusted } = event as KeyboardEvent;
      if (!isTrusted) return;
      if (key === 'Escape') {
        keep(event);
        leave();
      } else if (key === 'Enter' && held) {
        keep(event);
        end(held);
      } else if (/^(?:Tab|Arrow(?:Down|Up|Left|Right))$/.test(key)) {
        keep(event);
        const isBack = key === 'ArrowUp' || key === 'ArrowLeft' || (key === 'Tab' && shiftKey);
        const next = nextPlace(held, isBack);
        next?.scrollIntoView({ block: 'nearest' });
        hold(next);
        if (next) hint.textContent = `${words.chosen} ${(next.textContent ?? '').trim().slice(0, 60)}`;
      }
    });
    for (const type of ['scroll', 'resize']) listen(type, () => hold(held));
    over.addEventListener('abort', () => {
      host.leave();
      resolve(null);
    });
    host.stand();
  });
}

function nextPlace(held: Element | null, isBack: boolean): Element | null {
  const places = placesIn(document);
  const at = held ? places.indexOf(held) : -1;
  if (at < 0) return (isBack ? places.at(-1) : places[0]) ?? null;
  return places[(at + (isBack ? -1 : 1) + places.length) % places.length] ?? null;
}

/** Where an element stands in the window at the top, through the frames it stands in. */
function boxInWindow(element: Element): { left: number; top: number; width: number; height: number } {
  let { left, top, width, height } = element.getBoundingClientRect();
  for (let at = element.ownerDocument.defaultView?.frameElement ?? null; at; ) {
    const frame = at.getBoundingClientRect();
    left += frame.left + at.clientLeft;
    top += frame.top + at.clientTop;
    at = at.ownerDocument.defaultView?.frameElement ?? null;
  }
  return { left, top, width, height };
}
