// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useHandOver } from '@/entrypoints/sidepanel/use-hand-over';
import { baseProfile } from '@/lib/profile';
import { unnamedClerk } from '@/lib/store';
import { promise, tuesday } from '../callbacks/promises';

const part = vi.hoisted(() => ({ asked: 0, isMissing: false }));
// The door of the part, as the panel imports it: counted, and gone where an update took it away.
vi.mock('@/components/hand-over', async (importOriginal) => {
  const door = await importOriginal<typeof import('@/components/hand-over')>();
  return {
    ...door,
    get HandOverDesk() {
      part.asked += 1;
      if (part.isMissing) throw new TypeError('Failed to fetch dynamically imported module');
      return door.HandOverDesk;
    },
  };
});

let root: Root;
let place: HTMLElement;
let shown: { isOpen: boolean; onOpen(isOpen: boolean): void; part: ReactNode };

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  fakeBrowser.reset();
  part.asked = 0;
  part.isMissing = false;
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.unstubAllGlobals();
});

function Asking() {
  shown = useHandOver({
    callbacks: [promise()],
    clerk: unnamedClerk,
    profile: baseProfile(),
    now: tuesday,
    perform: async () => undefined,
    stored: async () => true,
  });
  return shown.part;
}
const settled = async () => {
  await import('@/components/hand-over');
  await new Promise((next) => setTimeout(next));
};
const show = () =>
  act(async () => {
    root.render(<Asking />);
    await settled();
  });
const open = (isOpen: boolean) =>
  act(async () => {
    shown.onOpen(isOpen);
    await settled();
  });

describe('The part for handing over', () => {
  it('is brought when it is first opened, once', async () => {
    await show();
    expect([part.asked, shown.isOpen, place.textContent]).toEqual([0, false, '']);
    await open(true);
    expect(place.textContent).toContain('Przekaż oddzwonienia');
    await open(false);
    expect(place.textContent).toBe('');
    await open(true);
    expect(part.asked).toBe(1);
  });

  it('opens by itself while something that was given waits to be confirmed, and stays shut once it was shut', async () => {
    await browser.storage.session.set({ 'callbacks-offered': [{ ids: ['kowalska'], to: 'Jan Lis' }] });
    await show();
    expect(place.textContent).toContain('Jan Lis: 1 oddzwonienie. Zostaje u Ciebie');
    await open(false);
    expect(place.textContent).toBe('');
  });

  it('that could not be brought is told, with a way out', async () => {
    part.isMissing = true;
    await show();
    await open(true);
    expect(place.querySelector('[role=alert]')?.textContent).toBe(
      'Nie udało się otworzyć tej części. Twoje oddzwonienia są bezpieczne.Otwórz panel od nowa',
    );
  });
});
