// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { LockGate } from '@/components/lock-gate';
import { Panel } from '@/entrypoints/sidepanel/Panel';
import { lockStore } from '@/lib/store';

it('Where the browser says nothing at all, the panel is waited for once, and not again behind its lock', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const set = vi.spyOn(globalThis, 'setTimeout');
  const place = document.body.appendChild(document.createElement('div'));
  createRoot(place).render(
    <LockGate store={lockStore}>
      <Panel />
    </LockGate>,
  );
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
    expect(place.textContent).toContain('nie może odczytać plików');
  }, 60_000);
  expect(set.mock.calls.filter(([, wait]) => wait === 10_000)).toHaveLength(1);
});
