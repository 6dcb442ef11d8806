import { type Draft, momentText } from '@/components/callbacks';
import type { Notice } from '@/components/notice';
import type { OpeningHours } from '@/lib/calendar';
import {
  type Callback,
  type CallbackChanges,
  editCallback,
  newCallback,
  type Outcome,
  reopen,
  settle,
  snooze,
} from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { sendToBackground } from '@/lib/messaging';
import { addCallback, changeCallback, currentEncounter, putBackCallback, removeCallback } from '@/lib/store';

/**
 * Has the background set its alarm anew. What was written is safe without it; where a worker died before it heard, it is
 * asked once more, as nothing else may wake it before the promise is due.
 */
export function tell(): void {
  const send = () => sendToBackground('panel→background: changed', { what: 'callbacks' });
  send().catch(() => send().catch(() => null));
}

export const undone = (): Notice => ({ text: t('callbacks:told.undone') });

export async function addPromise(draft: Draft): Promise<Notice> {
  const now = new Date();
  const encounter = await currentEncounter();
  const callback = newCallback(crypto.randomUUID(), draft, now, encounter?.id);
  await addCallback(callback);
  tell();
  return {
    text: t('callbacks:told.added', { time: momentText(callback.due, now) }),
    undo: async () => {
      await removeCallback(callback.id);
      tell();
      return undone();
    },
  };
}

/** Changes a promise as it stands in the store, and offers the way back. @param say what is told of it afterwards */
async function change(
  id: string,
  to: (callback: Callback) => Callback,
  say: (changed: Callback) => string,
): Promise<Notice> {
  let changed: Callback | undefined;
  const before = await changeCallback(id, (callback) => {
    changed = to(callback);
    return changed;
  });
  if (before === null || changed === undefined) return { text: t('callbacks:told.late') };
  const after = changed;
  tell();
  return {
    text: say(after),
    undo: async () => {
      const isBack = await putBackCallback(before, after);
      tell();
      return isBack ? undone() : { text: t('callbacks:told.undoLate') };
    },
  };
}

export function settlePromise(id: string, outcome: Outcome, hours: OpeningHours): Promise<Notice> {
  const now = new Date();
  return change(
    id,
    (callback) => settle(callback, outcome, now, hours),
    ({ due }) => toldOf(outcome, momentText(due, now)),
  );
}

function toldOf(outcome: Outcome, time: string): string {
  switch (outcome.kind) {
    case 'reached':
      return t('callbacks:told.reached');
    case 'no-answer':
      return t('callbacks:told.noAnswer', { time });
    case 'wrong-number':
      return t('callbacks:told.wrongNumber');
    case 'client-called':
      return t('callbacks:told.clientCalled');
    case 'as-agreed':
      return t('callbacks:told.asAgreed', { time });
    case 'handed-over':
      return t('callbacks:told.handedOver', { colleague: outcome.colleague });
    case 'withdrawn':
      return t('callbacks:told.withdrawn');
  }
}

export function snoozePromise(id: string, due: number): Promise<Notice> {
  const now = new Date();
  return change(
    id,
    (callback) => snooze(callback, due, now),
    () => t('callbacks:told.snoozed', { time: momentText(due, now) }),
  );
}

export function editPromise(id: string, changes: CallbackChanges): Promise<Notice> {
  return change(
    id,
    (callback) => editCallback(callback, changes, new Date()),
    () => t('callbacks:told.edited'),
  );
}

export function reopenPromise(id: string): Promise<Notice> {
  return change(id, reopen, () => t('callbacks:told.reopened'));
}
