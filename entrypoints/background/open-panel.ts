import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';
import { sendToPage } from '@/lib/messaging';

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
    if (command === 'go-to-reminder' && tab?.id !== undefined) {
      void sendToPage(tab.id, 'background→strip: focus', null);
    }
  });
}

/** Opens the panel beside a tab. Must be called in the very turn of a key or a click, or the browser refuses. */
export function openPanelBeside(windowId: number | undefined): void {
  if (import.meta.env.FIREFOX) void sidebarAction?.open().catch(() => undefined);
  else if (windowId !== undefined) void browser.sidePanel.open({ windowId }).catch(() => undefined);
}
