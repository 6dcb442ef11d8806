import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import {
  clickFacts,
  createPageHost,
  isRealClick,
  keepOwnEvents,
  watchPageFocus,
  watchSight,
} from '@/components/page-host';
import { Strip, stripStyle, stripTexts } from '@/components/strip';
import type { CallsAnswer, CallsModel, StripAnswer, StripModel } from '@/lib/messaging/page';
import { stripHostTag } from '@/lib/page/page';
import { keepClear } from './keep-clear';
import { countDown, readingTime } from './reading-time';

/** A strip in the page. */
export interface StandingStrip {
  turn: number;
  /** Moves the focus into the strip, for the clerk who asked by the shortcut. */
  focus(): void;
}

/**
 * Shows one strip until it is answered, its time is up or `signal` aborts. Never takes the focus by itself.
 * @param onAnswer called once at most, when the strip has gone; not when `signal` aborts or the extension is replaced
 * @param onEnd called once, when the strip has gone for whatever reason
 */
export function showStrip(
  model: StripModel | CallsModel,
  onAnswer: (answer: StripAnswer | CallsAnswer) => void,
  onEnd: () => void,
  signal: AbortSignal,
): StandingStrip {
  const standing = new AbortController();
  const stops = AbortSignal.any([signal, standing.signal]);
  let standsSince = performance.now();

  const answer = (given: StripAnswer | CallsAnswer) => {
    if (stops.aborted) return;
    standing.abort();
    onAnswer(given);
  };
  const host = createPageHost(
    stripHostTag,
    {
      onPlaced: () => {
        standsSince = performance.now();
      },
      onRefused: () => answer('gone'),
      isOrphaned: () => browser.runtime?.id === undefined,
      onOrphaned: () => standing.abort(),
    },
    stops,
  );
  const { element, root } = host;
  const pageFocus = watchPageFocus(element, stops);
  const sight = watchSight(element, stops);
  keepOwnEvents(root);

  const style = document.createElement('style');
  style.textContent = stripStyle;
  const place = document.createElement('style');
  // Of an empty one Firefox tells the page's console that its policy forbids it.
  place.textContent = ':host {}';
  const content = document.createElement('div');
  root.append(style, place, content);

  // Left to React, an error would be told to the page by an event of its window.
  const react = createRoot(content, { onUncaughtError: () => answer('gone') });
  // At once: left to React's scheduler, the strip would come a frame later.
  flushSync(() =>
    react.render(
      <Strip
        model={model}
        onAnswer={(given, click, button) => {
          if (isRealClick(clickFacts(click, button, element, standsSince, sight))) answer(given);
        }}
      />,
    ),
  );

  const time = countDown(readingTime(...stripTexts(model)), () => answer('gone'), stops);
  const hears = { passive: true, signal: stops } as const;
  element.addEventListener('pointerenter', () => time.pause('pointer', true), hears);
  element.addEventListener('pointerleave', () => time.pause('pointer', false), hears);
  root.addEventListener('focusin', () => time.pause('focus', true), hears);
  root.addEventListener('focusout', () => time.pause('focus', false), hears);
  const heedTab = () => time.pause('tab', document.visibilityState === 'hidden');
  heedTab();
  document.addEventListener('visibilitychange', heedTab, hears);

  // In the page, Esc closes the strip and stays the page's own as well. Passive: it cannot be prevented.
  const onPageKey = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Escape' && event.target !== element) answer('closed');
  };
  // In the strip it closes the strip alone, and not the dialog behind it.
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !event.isTrusted || event.key !== 'Escape') return;
    event.preventDefault();
    answer('closed');
  });
  // A page kept for "back" would come back with a reminder of long ago.
  window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && standing.abort(), hears);

  stops.addEventListener('abort', () => {
    const hadFocus = root.activeElement !== null;
    host.leave();
    if (hadFocus) pageFocus.giveBack();
    react.unmount();
    onEnd();
  });

  host.stand();
  keepClear(
    element,
    place,
    () => {
      standsSince = performance.now();
    },
    (heard) => heard.defaultView?.addEventListener('keydown', onPageKey, { capture: true, ...hears }),
    stops,
  );

  return {
    turn: model.turn,
    focus() {
      root.querySelector<HTMLElement>('button.main')?.focus();
    },
  };
}
