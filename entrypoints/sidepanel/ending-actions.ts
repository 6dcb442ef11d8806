import type { Notice } from '@/components/notice';
import { clockText } from '@/components/now';
import type { Callback } from '@/lib/callbacks';
import { type EndingItem, promiseOf } from '@/lib/checklist';
import type { ItemAnswer, Unfinished } from '@/lib/encounter';
import { type Language, translate as t } from '@/lib/i18n';
import type { Channel } from '@/lib/standard';
import {
  addCallback,
  asOne,
  removeCallback,
  resumeEncounter,
  startEncounter,
  stepEncounter,
  turnBack,
} from '@/lib/store';
import { undone } from './actions';
import { tell } from './tell';

export async function answerItem({ key }: EndingItem, answer: ItemAnswer): Promise<null> {
  await stepEncounter({ kind: 'answer-item', item: key, answer }, new Date());
  return null;
}

/** Ends the service of this client and begins the next one's. */
export async function turnToNext(channel: Channel, unfinished: Unfinished | undefined): Promise<Notice> {
  const now = new Date();
  const { ended, begun } = await asOne(async () => {
    const [ended] = await stepEncounter({ kind: 'end', unfinished }, now);
    return { ended, begun: await startEncounter(channel, now) };
  });
  tell('encounter');
  if (!ended) return { text: t('panel:encounter.started') };
  return {
    text: t('ending:next.started', { time: clockText(now.getTime() - ended.startedAt) }),
    undo: async () => {
      // The service that has begun never was.
      const runs = await asOne(async () => {
        const isBack = await turnBack({ atDesk: begun, setAside: null, callback: null }, new Date());
        return isBack && (await resumeEncounter(ended.id));
      });
      tell('encounter');
      return { text: runs ? t('ending:next.back') : t('panel:failed.resume') };
    },
  };
}

/** Where and when an open item is promised. */
export interface PromisePlace {
  encounterId: string;
  due: Date;
  caseSign: string | null;
  /** Promises of this service so far. */
  others: readonly Callback[];
  language: Language;
}

export async function promiseItem(item: EndingItem, place: PromisePlace): Promise<Notice> {
  const callback = promiseOf(item, { ...place, id: crypto.randomUUID(), now: new Date() });
  await addCallback(callback);
  const when = whenText(place.due, place.language);
  return {
    text: callback.phone ? t('ending:later.saved', { when }) : t('ending:later.savedNoNumber', { when }),
    undo: async () => {
      await removeCallback(callback.id);
      return undone();
    },
  };
}

/** „wt., 24.11, 12:15”, on Warsaw's clock. */
function whenText(at: Date, language: Language): string {
  return at.toLocaleString(language === 'pl' ? 'pl-PL' : 'en-GB', {
    timeZone: 'Europe/Warsaw',
    weekday: 'short',
    day: 'numeric',
    month: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}
