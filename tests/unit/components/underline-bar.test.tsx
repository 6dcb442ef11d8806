// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type PageUnderlining, UnderlineBar } from '@/components/glossary';

let root: Root;
let place: HTMLElement;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

function show(underlining: PageUnderlining) {
  const onUnderline = vi.fn();
  const onChoose = vi.fn();
  act(() =>
    root.render(<UnderlineBar underlining={underlining} onUnderline={onUnderline} onChoose={onChoose} />),
  );
  const [button] = place.querySelectorAll('button');
  act(() => button?.click());
  return { button, onUnderline, onChoose };
}

it('The button underlines the words of the page, and says when it has', () => {
  const off = show({ isOffered: true, isOn: false });
  expect(off.button?.getAttribute('aria-pressed')).toBe('false');
  expect(off.onUnderline).toHaveBeenCalledWith(true);
  const on = show({ isOffered: true, isOn: true });
  expect(on.button?.getAttribute('aria-pressed')).toBe('true');
  expect(on.onUnderline).toHaveBeenCalledWith(false);
});

it('Where the clerk chose no underlining in the system, the panel says so and where to change it', () => {
  const { onUnderline, onChoose } = show({ isOffered: false, isOn: false });
  expect(place.textContent).toContain('W tym systemie Obok nie podkreśla');
  expect(onChoose).toHaveBeenCalled();
  expect(onUnderline).not.toHaveBeenCalled();
});
