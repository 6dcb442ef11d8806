import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { take } from '@/lib/hand-over';
import { hours, promise, tuesday } from '../callbacks/promises';
import { given } from '../hand-over/promises';
import { emptyStore } from '../store/empty-store';

let store: typeof import('@/lib/store');
let actions: typeof import('@/entrypoints/sidepanel/hand-over-actions');
beforeEach(async () => {
  fakeBrowser.reset();
  store = await emptyStore();
  actions = await import('@/entrypoints/sidepanel/hand-over-actions');
  // The part brings its texts along.
  await import('@/components/hand-over');
});
const states = async () =>
  (await store.readCallbacks()).map(({ id, state, colleague }) => [id, state, colleague]);

describe('Handing over', () => {
  it('settles all that still wait at once, tells how many, and takes all back', async () => {
    await store.addCallback(promise());
    await store.addCallback(promise({ id: 'nowak' }));
    await store.addCallback(promise({ id: 'kept', state: 'kept', settledAt: tuesday.getTime() }));
    const notice = await actions.handOverPromises(
      { ids: ['kowalska', 'nowak', 'kept'], to: 'Jan Lis' },
      hours,
    );
    expect(notice.text).toBe('Przekazano 2 oddzwonienia: Jan Lis.');
    expect(await states()).toEqual([
      ['kept', 'kept', undefined],
      ['kowalska', 'handed-over', 'Jan Lis'],
      ['nowak', 'handed-over', 'Jan Lis'],
    ]);
    await store.changeCallback('nowak', (row) => ({ ...row, note: 'oddane' }));
    expect(await notice.undo?.()).toEqual({
      text: 'Cofnięto, oprócz tych, które zmieniły się już gdzie indziej: 1.',
    });
    expect((await states()).map(([, state]) => state)).toEqual(['kept', 'open', 'handed-over']);
  });

  it('says so where another screen has settled all of them', async () => {
    await store.addCallback(promise({ state: 'withdrawn', settledAt: 1 }));
    expect(await actions.handOverPromises({ ids: ['kowalska'], to: 'Jan Lis' }, hours)).toEqual({
      text: 'Te oddzwonienia są już załatwione.',
    });
  });
});

describe('Taking over', () => {
  const file = given(promise(), promise({ id: 'nowak' }));
  const takeAll = () =>
    actions.takePromises(['kowalska', 'nowak'], (standing) =>
      take(file, new Set(['kowalska', 'nowak']), standing),
    );

  it('by two windows at once doubles nothing, and is taken back', async () => {
    const notices = await Promise.all([takeAll(), takeAll()]);
    expect(notices.map(({ text }) => text).sort()).toEqual([
      'Przejęto 2 oddzwonienia. Potwierdź to osobie, od której je masz.',
      'Wszystko z tego pliku już masz.',
    ]);
    expect(await states()).toHaveLength(2);
    for (const { undo } of notices) await undo?.();
    expect(await states()).toEqual([]);
  });
});
