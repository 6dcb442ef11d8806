import { beforeEach, describe, expect, it } from 'vitest';
import { reopen, settle, snooze, usualView } from '@/lib/callbacks';
import { at, hour, hours, promise, rules, tuesday } from '../callbacks/promises';
import { emptyStore } from './empty-store';

let store: typeof import('@/lib/store');
beforeEach(async () => {
  store = await emptyStore();
});

const dueTime = new Date(promise().due);
const only = async () => (await store.readCallbacks())[0];

describe('A stored promise', () => {
  it('comes back as it was when a change is taken back', async () => {
    await store.addCallback(promise());
    const after = settle(promise(), { kind: 'no-answer' }, tuesday, hours);
    const before = await store.changeCallback('kowalska', () => after);
    expect(await only()).toEqual(after);
    expect(before && (await store.putBackCallback(before, after))).toBe(true);
    expect(await only()).toEqual(promise());
  });

  it('is not put back over what another screen did since', async () => {
    await store.addCallback(promise());
    const after = snooze(promise(), promise().due + hour, tuesday);
    const before = await store.changeCallback('kowalska', () => after);
    const kept = await store.changeCallback('kowalska', (row) =>
      settle(row, { kind: 'reached' }, tuesday, hours),
    );
    expect(kept).not.toBeNull();
    expect(before && (await store.putBackCallback(before, after))).toBe(false);
    expect((await only())?.state).toBe('kept');
  });

  it('is settled by one of two screens at once, and the other is told so', async () => {
    await store.addCallback(promise());
    const answers = await Promise.all(
      ['reached', 'withdrawn'].map((kind) =>
        store.changeCallback('kowalska', (row) =>
          settle(row, { kind: kind as 'reached' | 'withdrawn' }, tuesday, hours),
        ),
      ),
    );
    expect(answers.filter((before) => before === null)).toHaveLength(1);
  });

  it('is told of once, by however many looks at once, and stays told when a change is taken back', async () => {
    await store.addCallback(promise());
    const after = { ...promise(), note: 'po 14 w domu' };
    const before = await store.changeCallback('kowalska', () => after);
    const looks = await Promise.all(
      ['a', 'b', 'c'].map((id) => store.reviewCallbacks(rules, false, dueTime, id)),
    );
    expect(looks.flatMap(({ changed }) => changed)).toHaveLength(1);
    const notification = (await only())?.telling ?? '';
    await store.noteTold(notification);
    expect(before && (await store.putBackCallback(before, after))).toBe(true);
    expect((await store.reviewCallbacks(rules, false, dueTime, 'd')).telling).toEqual([]);
  });

  it('goes when it has rested as long as the profile says; one that waits stays however old', async () => {
    const old = promise({ id: 'old', due: at('2026-10-01 10:00') });
    await store.addCallback(old);
    await store.addCallback({ ...promise({ id: 'kept' }), state: 'kept', settledAt: at('2026-11-11 09:00') });
    await store.addCallback({
      ...promise({ id: 'fresh' }),
      state: 'kept',
      settledAt: at('2026-11-11 11:00'),
    });
    expect(await store.forgetSettledCallbacks(14, new Date(at('2026-11-25 10:00')))).toBe(1);
    expect((await store.readCallbacks()).map(({ id }) => id).sort()).toEqual(['fresh', 'old']);
  });
});

it('An ended service goes after the days that the profile says, what became of reminders stays', async () => {
  await store.startEncounter('desk', new Date(at('2026-10-20 10:00')));
  await store.endEncounter(new Date(at('2026-10-20 10:10')));
  await store.addReminderEvent({ reminderId: 'a', at: at('2026-10-20 10:00'), kind: 'done' });
  expect(await store.forgetOldHistory(tuesday, 60)).toBe(0);
  expect(await store.forgetOldHistory(tuesday, 30)).toBe(1);
  expect(await store.readHistory()).toHaveLength(1);
});

describe('Several promises at once', () => {
  it('are changed and added together, and all taken back', async () => {
    await store.addCallback(promise());
    const written = await store.writeCallbacks(['kowalska', 'nowak'], (standing) => [
      ...standing.map((row) => settle(row, { kind: 'handed-over', colleague: 'Jan Lis' }, tuesday, hours)),
      promise({ id: 'nowak' }),
    ]);
    expect(written.map(({ before, after }) => [before?.state, after.id, after.state])).toEqual([
      ['open', 'kowalska', 'handed-over'],
      [undefined, 'nowak', 'open'],
    ]);
    expect(await store.takeBackCallbacks(written)).toBe(0);
    expect(await store.readCallbacks()).toEqual([promise()]);
  });

  it('are written all or none', async () => {
    await expect(
      store.writeCallbacks([], () => [promise(), { ...promise(), id: undefined as unknown as string }]),
    ).rejects.toThrow();
    expect(await store.readCallbacks()).toEqual([]);
  });

  it('are taken back but for those that another screen changed since, and stay told', async () => {
    await store.addCallback(promise());
    await store.addCallback(promise({ id: 'lis' }));
    const written = await store.writeCallbacks(['kowalska', 'lis'], (standing) => [
      ...standing.map((row) => ({ ...row, note: 'po 14 w domu' })),
      promise({ id: 'nowak' }),
    ]);
    await store.changeCallback('lis', (row) => settle(row, { kind: 'reached' }, tuesday, hours));
    await store.removeCallback('nowak');
    await store.changeCallback('kowalska', (row) => ({ ...row, announced: ['due@1'] }));
    expect(await store.takeBackCallbacks(written)).toBe(2);
    const rows = new Map((await store.readCallbacks()).map((row) => [row.id, row]));
    expect([rows.get('kowalska')?.note, rows.get('kowalska')?.announced]).toEqual([undefined, ['due@1']]);
    expect([rows.get('lis')?.state, rows.has('nowak')]).toEqual(['kept', false]);
  });
});

it('The list comes back as it was left, and as usual where what was kept is not known', async () => {
  const view = { state: 'overdue', caller: 'mine', order: 'name' } as const;
  await store.saveCallbackView(view);
  expect(await store.readCallbackView()).toEqual(view);
  await store.saveCallbackView({ ...view, order: 'colour' } as never);
  expect(await store.readCallbackView()).toEqual(usualView);
});

describe('The sum of what was kept', () => {
  const sum = async () => {
    const { inTime, late } = Object.values(await store.readFigures())[0] ?? { inTime: 0, late: 0 };
    return [inTime, late];
  };
  const reach = (now = tuesday) =>
    store.changeCallback('kowalska', (row) => settle(row, { kind: 'reached' }, now, hours));

  it('grows with an outcome, and goes back with its undo and when the promise is taken up again', async () => {
    await store.addCallback(promise());
    const before = await reach();
    expect(await sum()).toEqual([1, 0]);
    expect(before && (await store.putBackCallback(before))).toBe(true);
    expect(await sum()).toEqual([0, 0]);
    await reach(new Date(promise().due + hour));
    expect(await sum()).toEqual([0, 1]);
    await store.changeCallback('kowalska', reopen);
    expect(await sum()).toEqual([0, 0]);
  });

  it('counts one promise once, of two screens at once', async () => {
    await store.addCallback(promise());
    await Promise.all([reach(), reach()]);
    expect(await sum()).toEqual([1, 0]);
  });

  it('stays when the promise itself has gone, until it is erased; that is taken back with what came since', async () => {
    await store.addCallback(promise());
    await reach();
    await store.forgetSettledCallbacks(14, new Date(tuesday.getTime() + 15 * 24 * hour));
    expect(await store.readCallbacks()).toEqual([]);
    expect(await sum()).toEqual([1, 0]);
    expect(JSON.stringify(await store.readFigures())).not.toMatch(/kowalska|600/i);
    const erased = await store.eraseFigures();
    expect(await sum()).toEqual([0, 0]);
    await store.addCallback(promise());
    await reach();
    await store.putBackFigures(erased);
    expect(await sum()).toEqual([2, 0]);
  });
});
