// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Notice } from '@/components/notice';
import { useBackupOffer } from '@/entrypoints/sidepanel/use-backup-offer';
import type { Desk } from '@/entrypoints/sidepanel/use-desk';
import { eraseEverything, noteBackupTimes, readBackupTimes } from '@/lib/store';
import { tuesday } from '../callbacks/promises';

let root: Root;
let place: HTMLElement;
let told: Notice | null;
const onMake = vi.fn();

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['Date'], now: tuesday });
  await eraseEverything();
  told = null;
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const perform = async (work: () => Promise<Notice | null>) => {
  told = await work();
};
function Line({ desk }: { desk: Desk }) {
  return useBackupOffer(desk, tuesday, perform, onMake);
}
const show = async (more: Partial<Desk> = {}) => {
  const backup = await readBackupTimes();
  const desk = { backup, promises: 1, encounter: null, setAside: [], ...more } as unknown as Desk;
  act(() => root.render(<Line desk={desk} />));
  return place.textContent;
};
const press = (name: string) =>
  act(async () => {
    const found = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`No button „${name}” among: ${place.textContent}`);
    found.click();
    await vi.waitFor(() => expect(told).not.toBeNull());
  });
const service = { id: 's', channel: 'desk', moment: 'greeting', startedAt: 1 } as const;
const week = 7 * 86_400_000;

it('A copy is offered in the panel each week, and never while a client is served or waits', async () => {
  expect(await show()).toContain('Twoje oddzwonienia nie mają jeszcze kopii.');
  expect(await show({ encounter: service })).toBe('');
  expect(await show({ setAside: [service] })).toBe('');
  expect(await show({ promises: 0 })).toBe('');
  await noteBackupTimes({ madeAt: tuesday.getTime() - week + 1 });
  expect(await show()).toBe('');
  await noteBackupTimes({ madeAt: tuesday.getTime() - week });
  expect(await show()).toContain('Minął tydzień od ostatniej kopii oddzwonień.');
  act(() => place.querySelector('button')?.click());
  expect(onMake).toHaveBeenCalledOnce();
});

it('It can be put off for a week or for good, and each can be taken back', async () => {
  for (const [name, parts] of [
    ['Za tydzień', { putOffAt: tuesday.getTime() }],
    ['Nie proponuj', { isDeclined: true }],
  ] as const) {
    told = null;
    await show();
    await press(name);
    expect(await readBackupTimes()).toMatchObject(parts);
    expect(await show()).toBe('');
    await (told as Notice | null)?.undo?.();
    expect(await show()).toContain('Twoje oddzwonienia nie mają jeszcze kopii.');
  }
});
