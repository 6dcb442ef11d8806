import type { Notice } from '@/components/notice';
import { type CardAnswer, clockText, type ReminderCard } from '@/components/now';
import type { Unfinished } from '@/lib/encounter';
import { translate as t } from '@/lib/i18n';
import type { ReminderEvent } from '@/lib/reminders';
import type { Channel, Moment } from '@/lib/standard';
import {
  addReminderEvent,
  asOne,
  changeSwitches,
  putBackCallback,
  removeReminderEvent,
  resumeEncounter,
  saveClerk,
  startEncounter,
  stepEncounter,
} from '@/lib/store';
import { keepPromiseOf } from './service-actions';
import { tell } from './tell';

export const undone = (): Notice => ({ text: t('panel:answered.undone') });

/** The choice is kept, and the running encounter goes on by it. */
export async function chooseChannel(channel: Channel): Promise<null> {
  await asOne(async () => {
    await saveClerk({ channel });
    await stepEncounter({ kind: 'change-channel', channel }, new Date());
  });
  tell('encounter');
  return null;
}

export async function beginService(channel: Channel): Promise<Notice> {
  await startEncounter(channel, new Date());
  tell('encounter');
  return { text: t('panel:encounter.started') };
}

/** @param unfinished what is left open; absent where nothing is */
export async function endService(unfinished: Unfinished | undefined): Promise<Notice | null> {
  const now = new Date();
  const { ended, promised } = await asOne(async () => {
    const [ended] = await stepEncounter({ kind: 'end', unfinished }, now);
    return { ended, promised: ended ? await keepPromiseOf(ended.id, now) : null };
  });
  if (!ended) return null;
  tell('encounter');
  const text = t('panel:encounter.ended', { time: clockText(now.getTime() - ended.startedAt) });
  return {
    text: promised ? `${text} ${t('service:told.kept')}` : text,
    undo: async () => {
      const runs = await asOne(async () => {
        const isRunning = await resumeEncounter(ended.id);
        if (isRunning && promised) await putBackCallback(promised);
        return isRunning;
      });
      tell('encounter');
      return { text: runs ? t('panel:encounter.resumed') : t('panel:failed.resume') };
    },
  };
}

export async function moveTo(moment: Moment): Promise<null> {
  await stepEncounter({ kind: 'move', moment }, new Date());
  tell('encounter');
  return null;
}

/** What an answer is given to, besides the reminder. */
export interface AnswerPlace {
  caseKey: string | null;
  encounterId: string | null;
}

const told = {
  done: () => t('panel:answered.done'),
  'not-today': () => t('panel:answered.notToday'),
  'not-in-case': () => t('panel:answered.notInCase'),
};

export async function answerReminder(
  card: ReminderCard,
  answer: CardAnswer,
  { caseKey, encounterId }: AnswerPlace,
): Promise<Notice> {
  if (answer === 'switch-off') return switchReminder(card.id, false);
  const event: ReminderEvent = {
    reminderId: card.id,
    at: Date.now(),
    kind: answer,
    moment: card.moment,
    ...(caseKey === null ? {} : { caseKey }),
    ...(encounterId === null ? {} : { encounterId }),
  };
  const row = await addReminderEvent(event);
  tell('answer');
  return {
    text: told[answer](),
    undo: async () => {
      await removeReminderEvent(row);
      tell('answer');
      return undone();
    },
  };
}

export async function switchReminder(id: string, isOn: boolean): Promise<Notice> {
  await writeSwitch(id, isOn);
  return {
    text: isOn ? t('panel:answered.switchedOn') : t('panel:answered.switchedOff'),
    undo: async () => {
      await writeSwitch(id, !isOn);
      return undone();
    },
  };
}

async function writeSwitch(id: string, isOn: boolean): Promise<void> {
  await changeSwitches((switches) => {
    const others = switches.reminders.filter((one) => one !== id);
    return { ...switches, reminders: isOn ? others : [...others, id] };
  });
  tell('settings');
}
