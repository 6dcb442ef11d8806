import { browser } from 'wxt/browser';
import { notification as wordsEn } from '@/lib/i18n/en/callbacks.json';
import { notification as wordsPl } from '@/lib/i18n/pl/callbacks.json';
import { onMessage } from '@/lib/messaging';
import { changeRemindingTrial, readClerk } from '@/lib/store';
import { lookAtCallbacks } from './remind-callbacks';
import { unattended } from './unattended';

const alarm = 'reminding-trial';
const over = 'reminding-trial-over';
const notificationId = 'proba';

/** Lets the clerk see whether a reminder would be seen: by the way that each one takes, alarm, number, notification. */
export function tryReminding(): void {
  onMessage('panel→background: try-reminding', async () => {
    await changeRemindingTrial(() => ({ askedAt: Date.now() }));
    await mark();
    // Chromium wakes an installed extension half a minute ahead at the earliest.
    await browser.alarms.create(alarm, { when: Date.now() + 1_000 });
    return null;
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) unattended(show());
    // The number of due calls stands on the icon again, also where nobody answers.
    if (name === over) unattended(lookAtCallbacks());
  });
  browser.notifications.onClicked.addListener((id) => {
    if (id === notificationId) void browser.notifications.clear(id);
  });
}

async function show(): Promise<void> {
  const words = (await readClerk()).language === 'pl' ? wordsPl : wordsEn;
  await browser.notifications.clear(notificationId);
  await browser.notifications.create(notificationId, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: words.trial,
    message: words.trialText,
  });
  await mark();
  await changeRemindingTrial((trial) => trial && { ...trial, shownAt: Date.now() });
  await browser.alarms.create(over, { delayInMinutes: 2 });
}

async function mark(): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await browser.action.setBadgeText({ text: '!' });
}
