import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { sendToPage } from '@/lib/messaging';
import { askForPlace } from '@/lib/store';
import { unattended } from './unattended';

/** Firefox has a sidebar where Chromium has a side panel; WXT's types describe Chromium. */
const { sidebarAction }: { sidebarAction?: SidebarAction.Static } = browser as typeof browser & {
  sidebarAction?: SidebarAction.Static;
};

/** The toolbar button and its key open the side panel; another key goes to the strip in the page. */
export function openPanelFromToolbar(): void {
  if (import.meta.env.FIREFOX) {
    // Must be called in the very turn of the click, or Firefox refuses it.
    browser.action.onClicked.addListener(() => void sidebarAction?.open());
  } else {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
  }
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'quick-callback') {
      openPanelIn(tab?.windowId);
      unattended(askForPlace('quick-entry'));
    }
    if (command === 'go-to-reminder' && tab?.id !== undefined) {
      void sendToPage(tab.id, 'background→strip: focus', null);
      // Where no reminder stands, the card that explains a word takes it.
      void sendToPage(tab.id, 'background→terms: focus', null);
    }
  });
}

/**
 * Opens the panel of a window; to be called in the very turn of the key or click. Where the browser refuses, as Firefox
 * does after a click on a notification, the panel comes in a tab of its own.
 */
export function openPanelIn(windowId: number | undefined): void {
  void askForPanelIn(windowId).then((isOpen) => (isOpen ? undefined : openPanelInTab()));
}

/** @returns whether the browser opened it: without a click or a key of a person's it does not */
export function askForPanelIn(windowId: number | undefined): Promise<boolean> {
  const opened: Promise<void> | undefined = import.meta.env.FIREFOX
    ? sidebarAction?.open()
    : windowId === undefined
      ? undefined
      : browser.sidePanel.open({ windowId });
  return (opened ?? Promise.reject(new Error('No window to open a panel in.'))).then(
    () => true,
    () => false,
  );
}

export async function openPanelInTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') });
}
