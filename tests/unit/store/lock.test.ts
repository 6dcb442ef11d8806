import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { locked, readRaw, sortedTexts, writeExample } from '../../fixtures/store/example.ts';
import { promise, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

const canary = 'Brzęczyszczykiewicz';
const said = { name: canary, phone: '+48600987654', subject: 'meldunek' };
const password = 'poufne hasło';
const other = 'inne długie hasło';
const now = new Date(1_790_000_000_000);
const minute = 60_000;

let store: typeof import('@/lib/store');
beforeEach(async () => {
  store = await emptyStore();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

/** Another page of the extension, or the same after a restart of the browser if its memory was emptied. */
async function anotherPage(): Promise<typeof store> {
  vi.resetModules();
  return import('@/lib/store');
}
async function restartBrowser(): Promise<void> {
  const { fakeBrowser } = await import('wxt/testing/fake-browser');
  await fakeBrowser.storage.session.clear();
  store = await anotherPage();
}
const isLocked = expect.objectContaining({ name: 'StoreLockedError' });
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** A promise and a service, both with something to hide. */
async function work(): Promise<void> {
  await store.addCallback(promise(said));
  await store.startEncounter('desk', tuesday);
  await store.stepEncounter({ kind: 'meet-case', caseKey: 'k' }, tuesday);
}

describe('Without a password', () => {
  it('nothing is locked, nor can be', async () => {
    await work();
    expect(await store.readLock()).toEqual({ kind: 'none' });
    await store.lockNow();
    expect(await store.readCallbacks()).toHaveLength(1);
    expect(await store.changePassword('', password, now)).toBe(false);
    expect(await store.removePassword('')).toBe(false);
  });
});

describe('With a password', () => {
  beforeEach(async () => {
    await work();
    await store.setPassword(password, 30, now);
  });

  it('all is there as before, and no key of before, nor any in clear, is on the disk', async () => {
    expect(await store.readLock()).toEqual({ kind: 'open', minutes: 30 });
    expect(await store.readCallbacks()).toEqual([promise(said)]);
    const { keys, callbacks } = (await readRaw()).rows;
    expect(keys?.filter((row) => 'key' in row)).toEqual([]);
    const [row = {}] = callbacks ?? [];
    expect(keys?.map(({ id }) => id)).toContain((row.sealed as { key: string }).key);
  });

  it('what is written next is sealed by a locked key, too, also in another month', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-05T10:00:00Z') });
    await store.addCallback(promise({ ...said, id: 'march' }));
    await store.renewSeals(new Date());
    vi.useRealTimers();
    expect(await store.readCallbacks()).toHaveLength(2);
    const { keys } = (await readRaw()).rows;
    expect(keys?.map(({ month }) => month).filter(Boolean)).toEqual(['2027-03']);
    expect(keys?.filter((row) => 'key' in row)).toEqual([]);
  });

  it('after a restart nothing opens until it is typed; a wrong one opens nothing', async () => {
    await restartBrowser();
    expect(await store.readLock()).toEqual({ kind: 'locked', minutes: 30 });
    expect(await errorOf(store.readCallbacks())).toEqual(isLocked);
    expect(await errorOf(store.readKept())).toEqual(isLocked);
    expect(await errorOf(store.addCallback(promise({ id: 'new' })))).toEqual(isLocked);
    expect(await errorOf(store.changeCallback('kowalska', (row) => ({ ...row, note: 'x' })))).toEqual(
      isLocked,
    );
    expect(await store.lockStore.unlock('poufne haslo', now)).toBe(false);
    expect(await errorOf(store.readCallbacks())).toEqual(isLocked);
    expect(await store.lockStore.unlock(` ${password} `, now)).toBe(true);
    expect(await store.readCallbacks()).toEqual([promise(said)]);
    expect(await store.countSetAside()).toBe(0);
  });

  it('what was opened is forgotten by every page once one is locked', async () => {
    const page = await anotherPage();
    await page.readCallbacks();
    await store.readCallbacks();
    await page.lockNow();
    await vi.waitFor(async () => expect(await errorOf(store.readCallbacks())).toEqual(isLocked));
    expect(await errorOf(page.readCallbacks())).toEqual(isLocked);
  });

  it('while it is locked promises are told of, and what is past its time is forgotten', async () => {
    const { id, due } = promise(said);
    await restartBrowser();
    const { hours, escalation } = (await store.readProfile()).callbacks;
    const found = await store.reviewCallbacks({ ...escalation, hours }, false, new Date(due), 'n');
    expect(found).toMatchObject({ dueNow: 1, telling: [{ callbacks: [{ id, due }] }] });
    expect(JSON.stringify(found)).not.toMatch(/Brz|600987654/);
    await store.noteTold('n');
    const service = await store.currentEncounter();
    expect(service).toMatchObject({ channel: 'desk' });
    expect(service).not.toHaveProperty('cases');
    expect(await errorOf(store.stepEncounter({ kind: 'end' }, tuesday))).toEqual(isLocked);
    await store.renewSeals(new Date());
    await store.lockStore.unlock(password, now);
    expect(await store.currentEncounter()).toMatchObject({ cases: ['k'] });
    expect((await store.readCallbacks())[0]).toMatchObject(said);
  });

  it('it can be changed by who knows it: the old one opens nothing any more, not even old keys', async () => {
    const before = JSON.stringify((await readRaw()).rows.keys);
    expect(await store.changePassword('nie to hasło', other, now)).toBe(false);
    expect(JSON.stringify((await readRaw()).rows.keys)).toBe(before);
    expect(await store.changePassword(password, other, now)).toBe(true);
    expect(await store.readCallbacks()).toEqual([promise(said)]);
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    const { lock } = await fakeBrowser.storage.session.get('lock');
    expect(Object.keys((lock as { masters: object }).masters)).toHaveLength(1);
    await restartBrowser();
    expect(await store.lockStore.unlock(password, now)).toBe(false);
    expect(await store.lockStore.unlock(other, now)).toBe(true);
    expect(await store.readCallbacks()).toEqual([promise(said)]);
  });

  it('it can be removed by who knows it: all opens by itself again', async () => {
    expect(await store.removePassword('nie to hasło')).toBe(false);
    expect(await store.removePassword(password)).toBe(true);
    await restartBrowser();
    expect(await store.readLock()).toEqual({ kind: 'none' });
    expect(await store.readCallbacks()).toEqual([promise(said)]);
    expect(await store.currentEncounter()).toMatchObject({ cases: ['k'] });
  });

  it('it is set, changed or removed wholly or not at all', async () => {
    const before = await readRaw();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(this.name, 'AbortError');
    });
    expect(await errorOf(store.changePassword(password, other, now))).not.toBeNull();
    expect(await errorOf(store.removePassword(password))).not.toBeNull();
    put.mockRestore();
    expect(await readRaw()).toEqual(before);
    expect(await store.readLock()).toEqual({ kind: 'open', minutes: 30 });
    expect(await store.readCallbacks()).toEqual([promise(said)]);
  });

  it('it locks by itself when nobody has touched it for as long as was chosen', async () => {
    const at = (minutes: number) => new Date(now.getTime() + minutes * minute);
    expect(await store.lockWhereIdle(at(29))).toBe(true);
    await store.lockStore.touch(at(29));
    expect(await store.lockWhereIdle(at(58))).toBe(true);
    await store.chooseLockMinutes(15);
    expect(await store.lockWhereIdle(at(58))).toBe(false);
    expect(await store.readLock()).toEqual({ kind: 'locked', minutes: 15 });
    // Touching a locked page opens nothing.
    await store.lockStore.touch(at(59));
    expect(await store.readLock()).toMatchObject({ kind: 'locked' });
    await store.lockStore.unlock(password, at(60));
    await store.chooseLockMinutes(null);
    expect(await store.lockWhereIdle(at(6_000))).toBe(false);
    expect(await store.readLock()).toEqual({ kind: 'open', minutes: null });
  });

  it('the press that locks is a touch, too, and does not open it again', async () => {
    await Promise.all([store.lockStore.touch(now), store.lockNow()]);
    expect(await store.readLock()).toMatchObject({ kind: 'locked' });
  });

  it('who has forgotten it goes on without what it locks; settings stay', async () => {
    await store.saveClerk({ name: 'Anna Nowak' });
    await restartBrowser();
    await store.lockStore.drop();
    expect(await store.readLock()).toEqual({ kind: 'none' });
    expect(await store.readKept()).toMatchObject({ callbacks: [], encounters: [] });
    expect((await store.readClerk()).name).toBe('Anna Nowak');
    await store.addCallback(promise(said));
    expect(await store.readCallbacks()).toHaveLength(1);
  });

  it('erasing everything takes it along', async () => {
    await store.eraseEverything();
    expect(await store.readLock()).toEqual({ kind: 'none' });
    await store.addCallback(promise(said));
    expect(await store.readCallbacks()).toHaveLength(1);
  });
});

it('A locked database of an earlier version is opened by its password, with every row', async () => {
  await Dexie.delete('obok');
  await writeExample(locked, locked.version * 10);
  expect(await errorOf(store.readKept())).toEqual(isLocked);
  expect(await store.lockStore.unlock(password, now)).toBe(true);
  const kept = await store.readKept();
  expect(sortedTexts(kept.callbacks)).toEqual(sortedTexts(locked.opened?.callbacks));
  expect(sortedTexts(kept.encounters)).toEqual(sortedTexts(locked.opened?.encounters));
});
