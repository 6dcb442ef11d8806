import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRestore } from '@/lib/backup';
import { decodeBackup, encodeBackup } from '@/lib/backup/content';
import type { KeptData } from '@/lib/store';
import { anyDesk } from '../backup/kept';
import { at, minute, promise, rules, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

const never = { callbacks: 0, encounters: 0, history: 0 };
const terms = { madeAt: tuesday.getTime(), now: tuesday, marks: new Map() };

/** To the copy's content and back; the lock around it is a matter of `tests/unit/backup`. */
const throughFile = (kept: KeptData): KeptData => {
  const content = encodeBackup(kept, tuesday);
  const copy = content && decodeBackup(content);
  if (copy === null || typeof copy === 'string') throw new Error(`It was not read: ${copy}`);
  expect(copy.setAside).toBe(0);
  return copy.kept;
};
const inAnyOrder = ({ callbacks, encounters, history, singles }: KeptData): KeptData => ({
  callbacks: [...callbacks].sort((a, b) => a.id.localeCompare(b.id)),
  encounters: [...encounters].sort((a, b) => a.id.localeCompare(b.id)),
  history,
  singles,
});

describe('A copy of the whole store', () => {
  it('brings all of it back after everything was erased, for 500 stores', { timeout: 300_000 }, async () => {
    const store = await emptyStore();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyDesk, async (desk) => {
        await store.eraseEverything();
        await store.restoreKept(() => desk);
        const before = await store.readKept();
        const copy = throughFile(before);
        await store.eraseEverything();
        const restored = await store.restoreKept((standing) => planRestore(copy, standing, never, terms));
        expect(inAnyOrder(await store.readKept())).toEqual(inAnyOrder(before));
        // Once more it changes nothing, and all of it can be taken back.
        const again = await store.restoreKept((standing) => planRestore(copy, standing, never, terms));
        expect(again.pieces).toEqual([]);
        expect(await store.takeRestoredBack(restored)).toBe(0);
        expect(await store.readKept()).toEqual({ callbacks: [], encounters: [], history: [], singles: {} });
        count += 1;
      }),
      { numRuns: 500, seed: 20_261_128 },
    );
    expect(count).toBe(500);
  });

  it('never makes the clerk be told of a promise twice, nor of one that is settled', async () => {
    const store = await emptyStore();
    const due = new Date(at('2026-11-24 14:25'));
    const tell = async (notification: string) => {
      const { telling } = await store.reviewCallbacks(rules, false, due, notification);
      for (const one of telling) await store.noteTold(one.notification);
      return telling.flatMap(({ callbacks }) => callbacks.map(({ id }) => id)).sort();
    };
    const restore = (copy: KeptData) =>
      store.restoreKept((standing) => planRestore(copy, standing, { ...never, callbacks: 1 }, terms));
    await store.addCallback(promise({ id: 'told' }));
    await store.addCallback(promise({ id: 'settled' }));
    const beforeTelling = throughFile(await store.readKept());
    expect(await tell('one')).toEqual(['settled', 'told']);
    const afterTelling = throughFile(await store.readKept());
    await store.changeCallback('settled', (row) => ({
      ...row,
      state: 'kept',
      settledAt: due.getTime() + minute,
    }));
    for (const copy of [beforeTelling, afterTelling]) {
      await restore(copy);
      expect(await tell('two')).toEqual([]);
      expect((await store.readUnsettledCallbacks()).map(({ id }) => id)).toEqual(['told']);
    }
    // On a computer that knows nothing of it the copy itself remembers what was told.
    await store.eraseEverything();
    await restore(afterTelling);
    expect(await tell('three')).toEqual([]);
  });
});
