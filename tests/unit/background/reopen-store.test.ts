import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => vi.restoreAllMocks());

/** A background that starts while the browser cannot open the database. */
async function startBroken() {
  const refused = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('', 'InvalidStateError');
  });
  vi.resetModules();
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  const promises = await import('@/entrypoints/background/remind-callbacks');
  const profile = await import('@/entrypoints/background/profile-changed');
  const look = vi.spyOn(promises, 'lookAtCallbacks').mockResolvedValue();
  const tell = vi.spyOn(profile, 'profileChanged').mockResolvedValue();
  const { reopenWhereFailed } = await import('@/entrypoints/background/reopen-store');
  const store = await import('@/lib/store');
  reopenWhereFailed();
  await store.readClerk().catch(() => null);
  const isSet = async () => (await fakeBrowser.alarms.get('reopen-store')) !== undefined;
  await vi.waitFor(async () => expect(await isSet()).toBe(true));
  return { store, look, tell, isSet, refused, wake: () => wake(fakeBrowser) };
}
const wake = (fakeBrowser: { alarms: { onAlarm: { trigger(alarm: object): Promise<unknown> } } }) =>
  fakeBrowser.alarms.onAlarm.trigger({ name: 'reopen-store', scheduledTime: 0 });

it('A store that cannot be opened is tried at each alarm; opened, promises are looked at and pages told', async () => {
  const { store, look, tell, isSet, refused, wake } = await startBroken();
  const before = refused.mock.calls.length;
  await wake();
  await vi.waitFor(() => expect(refused.mock.calls.length).toBeGreaterThan(before));
  expect(store.storeState()).toEqual({ kind: 'failed', reason: 'refused' });
  expect(look).not.toHaveBeenCalled();
  refused.mockRestore();
  await wake();
  await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce());
  expect(look).toHaveBeenCalledOnce();
  expect(store.storeState()).toEqual({ kind: 'open' });
  expect(await isSet()).toBe(false);
});
