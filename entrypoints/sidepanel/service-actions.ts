import type { Notice } from '@/components/notice';
import type { PromiseDetails, WaitingCall } from '@/components/service';
import { whenSaid } from '@/lib/calendar';
import {
  type Callback,
  editCallback,
  isPending,
  parseQuickEntry,
  promiseToInterrupted,
  settle,
} from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import type { Profile } from '@/lib/profile';
import {
  asOne,
  callbacksOfEncounters,
  changeCallback,
  endEncounter,
  putBackCallback,
  resumeEncounter,
  stepEncounter,
  turnBack,
  turnToDesk,
} from '@/lib/store';
import { tell } from './tell';

type Rules = Profile['callbacks'];

/** „Klient przy biurku”: the call waits, its client is promised a call back, the desk comes first. */
export async function turnToClientAtDesk(rules: Rules, caseSign: string | null): Promise<Notice> {
  const now = new Date();
  const turned = await turnToDesk(now, ({ id: encounterId }) =>
    promiseToInterrupted(rules, { id: crypto.randomUUID(), encounterId, caseSign, now }),
  );
  tell('encounter');
  return {
    text: t(turned.callback ? 'service:told.turned' : 'service:told.turnedPlain'),
    undo: async () => {
      const isBack = await turnBack(turned, new Date());
      tell('encounter');
      return { text: t(isBack ? 'service:told.turnedBack' : 'service:told.tooLate') };
    },
  };
}

/** Back to a call that was interrupted: the clerk rings, and what runs meanwhile waits in its place. */
export async function takeUpCall({ encounter, callback }: WaitingCall): Promise<Notice> {
  await asOne(async () => {
    await stepEncounter({ kind: 'take-up', id: encounter.id }, new Date());
    // With a promise the receiver was put down: now it is the clerk who calls.
    if (callback) await stepEncounter({ kind: 'change-channel', channel: 'phone-out' }, new Date());
  });
  tell('encounter');
  return { text: t('service:told.takenUp') };
}

/** Ends an interrupted service for good; its promise is withdrawn. */
export async function dropCall({ encounter, callback }: WaitingCall): Promise<Notice> {
  const now = new Date();
  const before = await asOne(async () => {
    await stepEncounter({ kind: 'end', id: encounter.id }, now);
    return callback && changeCallback(callback.id, (one) => settle(one, { kind: 'withdrawn' }, now, {}));
  });
  return {
    text: t('service:told.dropped'),
    undo: async () => {
      await asOne(async () => {
        await stepEncounter({ kind: 'reopen', id: encounter.id }, new Date());
        if (before) await putBackCallback(before);
      });
      return { text: t('panel:answered.undone') };
    },
  };
}

export async function saveDetails(
  callback: Callback,
  { phone, ...others }: PromiseDetails,
  { hours }: Rules,
): Promise<Notice> {
  const now = new Date();
  // A number is kept as one where it is one, and as typed where it is not.
  const number = phone === undefined ? {} : { phone: parseQuickEntry(phone, now, hours).phone ?? phone };
  await changeCallback(callback.id, (one) => editCallback(one, { ...others, ...number }, now));
  tell('encounter');
  return { text: t('service:promise.saved') };
}

export async function askToWait(minutes: number | null): Promise<null> {
  await stepEncounter({ kind: 'ask-to-wait', minutes }, new Date());
  return null;
}

/** The client did not pick up: the attempt is noted, the promise stands, and its next time is proposed. */
export async function noteNoAnswer(callback: Callback, rules: Rules): Promise<Notice> {
  const now = new Date();
  const { before, ended } = await asOne(async () => ({
    before: await changeCallback(callback.id, (one) => settle(one, { kind: 'no-answer' }, now, rules.hours)),
    ended: await endEncounter(now),
  }));
  tell('encounter');
  const nextTry = settle(callback, { kind: 'no-answer' }, now, rules.hours).due;
  return {
    text: t('service:told.noAnswer', { when: whenSaid(new Date(nextTry), now) }),
    undo: async () => {
      await asOne(async () => {
        if (before) await putBackCallback(before);
        if (ended) await resumeEncounter(ended.id);
      });
      tell('encounter');
      return { text: t('panel:answered.undone') };
    },
  };
}

/**
 * The service of a call that was rung back is over: its promise is kept.
 *
 * @returns the promise as it was, for undo; null where there was none
 */
export async function keepPromiseOf(encounterId: string, now: Date): Promise<Callback | null> {
  const promised = (await callbacksOfEncounters([encounterId])).find(
    (one) => one.reason === 'client-at-desk' && isPending(one),
  );
  if (!promised) return null;
  return changeCallback(promised.id, (one) => settle(one, { kind: 'reached' }, now, {}));
}
