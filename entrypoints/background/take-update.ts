import { browser } from 'wxt/browser';
import { sendToPage } from '@/lib/messaging';
import { isUpdateHeld, noteWaitingUpdate, readWaitingUpdate } from '@/lib/store';
import { whileNothingIsTold } from './remind-callbacks';
import { unattended } from './unattended';

const alarm = 'take-update';

/** A page that shows an alert answers nothing; after so long it is left as it is, in milliseconds. */
const patience = 500;

/**
 * Takes a new version once it harms nobody: no page of Obok's is open, no client is served, nothing waits to be written.
 * To listen holds it back until then; the browser's next start takes it in any case.
 */
export function takeUpdate(): void {
  browser.runtime.onUpdateAvailable.addListener(({ version }) => {
    unattended(noteWaitingUpdate(version).then(takeOrWait));
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) unattended(takeOrWait());
  });
}

async function takeOrWait(): Promise<void> {
  // An alarm that has outlived its session rings for nothing: the browser has taken the update itself.
  if ((await readWaitingUpdate()) === null) return;
  if (await isUpdateHeld()) {
    // Chromium wakes an installed extension half a minute ahead at the earliest.
    await browser.alarms.create(alarm, { delayInMinutes: 0.5 });
    return;
  }
  await leavePages();
  await whileNothingIsTold(async () => browser.runtime.reload());
}

/** What an older Obok leaves in a page can hear nobody any more, and Firefox ends it before it could go by itself. */
async function leavePages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const left = tabs.flatMap(({ id }) =>
    id === undefined
      ? []
      : [
          sendToPage(id, 'background→strip: hide', null),
          sendToPage(id, 'background→terms: hide', null),
          sendToPage(id, 'background→page: stop', null),
        ],
  );
  await Promise.race([Promise.all(left), new Promise((over) => setTimeout(over, patience))]);
}
