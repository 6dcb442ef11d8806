import { browser } from 'wxt/browser';
import { forgetOldHistory } from '@/lib/store';
import { unattended } from './unattended';

/** What is past its retention goes when the browser starts and when the extension is installed or updated. */
export function forgetOld(): void {
  const forget = () => unattended(forgetOldHistory(new Date()));
  browser.runtime.onStartup.addListener(forget);
  browser.runtime.onInstalled.addListener(forget);
}
