// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Notice } from '@/components/notice';
import { CallbacksPanel } from '@/entrypoints/sidepanel/CallbacksPanel';
import type { Callback } from '@/lib/callbacks';
import {
  addCallback,
  currentEncounter,
  eraseEverything,
  readCallbacks,
  saveTabContext,
  startEncounter,
  unnamedClerk,
} from '@/lib/store';
import { promise, tuesday } from '../callbacks/promises';
import { context, profile } from '../components/office';

let root: Root;
let place: HTMLElement;
let told: Notice[];
const onReached = vi.fn();

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  fakeBrowser.reset();
  await eraseEverything();
  told = [];
  onReached.mockClear();
  // jsdom dials nobody.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function show(callback: Callback): Promise<void> {
  await addCallback(callback);
  const perform = async (work: () => Promise<Notice | null>) => {
    const notice = await work();
    if (notice) told.push(notice);
  };
  await act(async () =>
    root.render(
      <CallbacksPanel
        callbacks={[callback]}
        clerk={{ ...unnamedClerk, name: 'Anna Nowak' }}
        profile={profile()}
        page={{ kind: 'not-web' }}
        now={tuesday}
        perform={perform}
        entryAsked={0}
        onReached={onReached}
      />,
    ),
  );
}
const press = (what: string, key?: string) =>
  act(async () => {
    const found = [...place.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) =>
      textContent?.startsWith(what),
    );
    if (!found) throw new Error(`No „${what}” among: ${place.textContent}`);
    if (key === undefined) found.click();
    else found.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
const settled = (isIt: () => Promise<boolean>) => vi.waitFor(async () => expect(await isIt()).toBe(true));

describe('A call from the list', () => {
  it('begins a service, and goes on to the ending of that channel once the client was reached', async () => {
    await show(promise());
    await press('Zadzwoń');
    await settled(async () => (await currentEncounter())?.channel === 'phone-out');
    expect(place.querySelector('.calling')?.textContent).toContain('Dzwonisz: Kowalska');
    await press('Zadzwoń', 't');
    await vi.waitFor(() => expect(onReached).toHaveBeenCalledOnce());
    expect((await readCallbacks())[0]?.state).toBe('kept');
    expect(await currentEncounter()).not.toBeNull();
  });

  it('ends its service where nobody answered', async () => {
    await show(promise());
    await press('Zadzwoń');
    await settled(async () => (await currentEncounter()) !== null);
    await press('Zadzwoń', 'b');
    await settled(async () => (await currentEncounter()) === null);
    expect(onReached).not.toHaveBeenCalled();
  });

  it('leaves the service of another client alone', async () => {
    const desk = await startEncounter('desk', tuesday);
    await show(promise());
    await press('Zadzwoń');
    await press('Zadzwoń', 't');
    await settled(async () => (await readCallbacks())[0]?.state === 'kept');
    expect((await currentEncounter())?.id).toBe(desk.id);
    expect(onReached).not.toHaveBeenCalled();
  });

  it('that was a slip leaves nothing behind', async () => {
    await show(promise());
    await press('Zadzwoń');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect((await told[0]?.undo?.())?.text).toBe('Cofnięto. Obsługa się nie zaczęła.');
    expect(await currentEncounter()).toBeNull();
  });

  it('without one, an outcome begins nothing and leads nowhere', async () => {
    await show(promise());
    await press('Zadzwoń', 't');
    await settled(async () => (await readCallbacks())[0]?.state === 'kept');
    expect(await currentEncounter()).toBeNull();
    expect(onReached).not.toHaveBeenCalled();
  });
});

describe('„Otwórz sprawę”', () => {
  const copy = vi.fn(async () => {});
  beforeEach(() => {
    copy.mockClear();
    vi.stubGlobal('navigator', { locks: navigator.locks, clipboard: { writeText: copy } });
  });

  it('brings the tab in front in which the case stands, however its sign was noted', async () => {
    await saveTabContext(7, { document: 'd', context: context(), readAt: 0 });
    const update = vi.fn(async () => ({ id: 7 }));
    Object.assign(fakeBrowser.tabs, { update });
    await show(promise({ caseSign: 'fn.3120.12.2026' }));
    await press('Otwórz sprawę');
    await vi.waitFor(() => expect(told[0]?.text).toContain('Karta ze sprawą jest otwarta'));
    expect(update).toHaveBeenCalledWith(7, { active: true });
    expect(copy).not.toHaveBeenCalled();
  });

  it('copies the sign where no tab shows the case', async () => {
    await saveTabContext(7, { document: 'd', context: context(), readAt: 0 });
    await show(promise({ caseSign: 'FN.3120.1.2026' }));
    await press('Otwórz sprawę');
    await vi.waitFor(() => expect(told[0]?.text).toContain('Skopiowano znak sprawy.'));
    expect(copy).toHaveBeenCalledWith('FN.3120.1.2026');
  });
});
