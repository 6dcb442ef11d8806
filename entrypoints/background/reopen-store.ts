import { browser } from 'wxt/browser';
import { reopenStore, storeState, watchStoreState } from '@/lib/store';
import { profileChanged } from './profile-changed';
import { lookAtCallbacks } from './remind-callbacks';
import { unattended } from './unattended';

const alarm = 'reopen-store';

/**
 * Keeps trying where the store cannot be opened: by itself while the background runs, woken by an alarm where the browser
 * has ended it. Once it is open, what had to wait is done: promises are looked at, readers are told of the profile.
 */
export function reopenWhereFailed(): void {
  watchStoreState(() => unattended(heed()));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) unattended(reopenStore());
  });
}

async function heed(): Promise<void> {
  const { kind } = storeState();
  if (kind === 'opening') return;
  if (kind === 'failed') {
    await browser.alarms.create(alarm, { periodInMinutes: 1 });
    return;
  }
  // The alarm is what says that it had failed: a background that failed may have been ended since.
  if (!(await browser.alarms.clear(alarm))) return;
  await lookAtCallbacks();
  await profileChanged();
}
