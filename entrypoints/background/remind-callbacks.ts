import { browser } from 'wxt/browser';
import type { EscalationRules, Telling } from '@/lib/callbacks';
import { notification as wordsEn } from '@/lib/i18n/en/callbacks.json';
import { notification as wordsPl } from '@/lib/i18n/pl/callbacks.json';
import { onMessage } from '@/lib/messaging';
import {
  askForPlace,
  currentEncounter,
  noteTold,
  readCallsStrip,
  readClerk,
  readProfile,
  reviewCallbacks,
} from '@/lib/store';
import { dropCallsStrip, wantCallsStrip } from './calls-strip';
import { openPanelIn } from './open-panel';
import { refreshStrips } from './show-strips';
import { notificationPrefix, tellOfDue } from './tell-of-due';
import { unattended } from './unattended';

const alarm = 'callbacks';

/**
 * How far ahead the alarm is set at most, in milliseconds: an alarm does not count the time that a computer sleeps, and
 * one that was set for an hour ahead would come so much too late.
 */
const alarmAtMost = 60_000;

/**
 * Reminds of promises: by the number on the toolbar, and by a notification that names nobody. An alarm only wakes; each
 * start of the background looks anew, as Firefox keeps no alarm over a restart and an update clears all of them.
 */
export function remindCallbacks(): void {
  const look = () => unattended(lookAtCallbacks());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) look();
  });
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(look);
  onMessage('panel→background: changed', async () => {
    await lookAtCallbacks();
    return null;
  });
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(notificationPrefix)) return;
    openPanelIn(lastWindow);
    unattended(askForPlace('callbacks'));
    void browser.notifications.clear(id);
  });
  browser.windows.onFocusChanged.addListener((id) => {
    if (id !== browser.windows.WINDOW_ID_NONE) lastWindow = id;
  });
  browser.windows.getLastFocused().then(
    ({ id }) => {
      lastWindow ??= id;
    },
    () => null, // No window is open: there is none to show a panel in.
  );
  look();
}

/** Known beforehand: to open a panel, a browser leaves no time to ask. */
let lastWindow: number | undefined;

/** One look after another: alarms come in bursts, together with the start that they cause. */
export const whileNothingIsTold = (work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(alarm, work);

/** Tells of what is due and was not told, and shows how many are. */
export async function lookAtCallbacks(): Promise<void> {
  await whileNothingIsTold(() =>
    tellOfDue(
      {
        wakeAt: async (at) => {
          if (at === null) await browser.alarms.clear(alarm);
          else await browser.alarms.create(alarm, { when: Math.min(at, Date.now() + alarmAtMost) });
        },
        review: async (now, notification) =>
          reviewCallbacks(await rules(), (await currentEncounter()) !== null, now, notification),
        standing: async () => Object.keys(await browser.notifications.getAll()),
        show: async (telling, now) => {
          await show(telling, now);
          await wantCallsStrip(now);
        },
        clear: async (id) => void (await browser.notifications.clear(id)),
        noteTold,
        showCount: async (dueNow) => {
          await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
          await browser.action.setBadgeText({ text: dueNow === 0 ? '' : String(dueNow) });
          if (dueNow === 0) await dropCallsStrip();
        },
      },
      new Date(),
      () => crypto.randomUUID(),
    ),
  );
  // Nobody waits for pages: one that shows an alert answers nothing.
  if (await readCallsStrip()) unattended(refreshStrips());
}

async function rules(): Promise<EscalationRules> {
  const { escalation, hours } = (await readProfile()).callbacks;
  return { ...escalation, hours };
}

/**
 * Stands on a locked screen and in the system's history, so it holds a time and a number, and nobody's name. Its words
 * are taken without i18next, which the background would carry for nothing else.
 */
async function show({ notification, callbacks }: Telling, now: Date): Promise<void> {
  const words = (await readClerk()).language === 'pl' ? wordsPl : wordsEn;
  const [first] = [...callbacks].sort((a, b) => a.due - b.due);
  if (!first) return;
  const isSoon = first.due > now.getTime();
  const isLong = callbacks.some(({ announced = [], due }) => announced.includes(`substitute@${due}`));
  const title = callbacks.length === 1 ? words.one : words.several;
  // Firefox refuses any option beyond these four.
  await browser.notifications.create(notification, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: title.replace('{{time}}', timeOf(first.due)).replace('{{count}}', String(callbacks.length)),
    message: isSoon ? words.soon : isLong ? words.substitute : words.due,
  });
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat('pl-PL', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
