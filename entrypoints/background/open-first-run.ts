import { browser } from 'wxt/browser';
import { isFirstRunDone } from '@/lib/store';
import { unattended } from './unattended';

/** A fresh install opens the three steps of first run, once. */
export function openFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') unattended(openWhereNotDone());
  });
}

async function openWhereNotDone(): Promise<void> {
  if (await isFirstRunDone()) return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#start` });
}
