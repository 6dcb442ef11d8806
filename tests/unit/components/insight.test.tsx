// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FiguresSection } from '@/components/insight';
import { type Figures, withKept } from '@/lib/callbacks';
import { tuesday } from '../callbacks/promises';

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

const onErase = vi.fn();
const show = (figures: Figures, language: 'pl' | 'en' = 'pl') =>
  act(() =>
    root.render(<FiguresSection figures={figures} now={tuesday} language={language} onErase={onErase} />),
  );
const kept: Figures = [
  { week: '2026-W48', isLate: false, time: 3 },
  { week: '2026-W48', isLate: true, time: 6 },
  { week: '2026-W47', isLate: false, time: 3 },
].reduce<Figures>(withKept, {});
const row = (index: number) =>
  [...(place.querySelectorAll('tbody tr')[index]?.children ?? [])].map(({ textContent }) => textContent);

it('The figures stand in a chart, and in a table for whoever does not see it, the present week first', () => {
  show(kept);
  expect(place.querySelector('svg')?.getAttribute('aria-label')).toContain('Wykres: 3 oddzwonienia');
  expect(place.querySelectorAll('.chart-late')).toHaveLength(1);
  expect(place.querySelectorAll('tbody tr')).toHaveLength(12);
  expect(row(0)).toEqual(['23.11–29.11', '1', '1', 'ok. 1 godz.']);
  expect(row(1)).toEqual(['16.11–22.11', '1', '0', 'ok. 53 min']);
  expect(row(2)).toEqual(['9.11–15.11', '0', '0', '–']);
  expect([...place.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
    '2',
    '1',
    'ok. 56 min',
  ]);
});

it('Before the first callback that was kept, and where the last ones are long ago, it is said why nothing stands here', () => {
  show({});
  expect(place.textContent).toContain('Jeszcze nic.');
  expect(place.querySelector('button')).toBeNull();
  show(withKept({}, { week: '2026-W02', isLate: false, time: 0 }));
  expect(place.textContent).toContain('W tych tygodniach nie ma odbytych oddzwonień.');
  expect(place.querySelector('svg')).toBeNull();
});

it('The figures are erased by one press', () => {
  show(kept);
  act(() => place.querySelector('button')?.click());
  expect(onErase).toHaveBeenCalledOnce();
});
