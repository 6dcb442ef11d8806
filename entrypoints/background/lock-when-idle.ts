import { browser } from 'wxt/browser';
import { lockWhereIdle, watchLock } from '@/lib/store';
import { unattended } from './unattended';

const alarm = 'lock';

/** Locks where nobody has touched Obok for a while: while it is open, an alarm asks each minute. */
export function lockWhenIdle(): void {
  const look = () => unattended(lookAtClock());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) look();
  });
  watchLock(look, new AbortController().signal);
  look();
}

async function lookAtClock(): Promise<void> {
  if (!(await lockWhereIdle(new Date()))) await browser.alarms.clear(alarm);
  else if (!(await browser.alarms.get(alarm))) await browser.alarms.create(alarm, { periodInMinutes: 1 });
}
