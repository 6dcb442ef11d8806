import { browser } from 'wxt/browser';
import { forgetOldHistory, forgetSettledCallbacks, isClockBelieved, readProfile } from '@/lib/store';
import { renewSealsInTurn } from './seal-rows';
import { unattended } from './unattended';

const alarm = 'forget-old';

/**
 * What is past its retention goes when the browser starts, when the extension is installed or updated, and once a day
 * where a browser is never closed.
 */
export function forgetOld(): void {
  const forget = () => unattended(forgetAll());
  browser.runtime.onStartup.addListener(forget);
  browser.runtime.onInstalled.addListener(forget);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) forget();
  });
  void keepDailyAlarm();
}

async function forgetAll(): Promise<void> {
  const now = new Date();
  if (!(await isClockBelieved(now))) return;
  const { callbacks, encounters } = await readProfile();
  await forgetOldHistory(now, encounters.retention);
  await forgetSettledCallbacks(callbacks.retention, now);
  await renewSealsInTurn(now);
}

/** Made only where there is none: made anew at each start of the background, it would never come. */
async function keepDailyAlarm(): Promise<void> {
  if (await browser.alarms.get(alarm)) return;
  await browser.alarms.create(alarm, { periodInMinutes: 24 * 60 });
}
