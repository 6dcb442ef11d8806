import { browser } from 'wxt/browser';
import {
  currentEncounter,
  encountersSetAside,
  forgetNotesOfEnded,
  forgetNotesOfTab,
  watchStore,
} from '@/lib/store';
import { unattended } from './unattended';

const openServices = () => Promise.all([currentEncounter(), encountersSetAside()]);

/**
 * A client's note goes with the client's service, wherever that was ended: the panel's word of it wakes the worker,
 * which looks as it starts. One that belongs to no service goes with its tab.
 */
export function forgetNotes(): void {
  const { signal } = new AbortController();
  // A store that fails is told in the panel, which asks it too.
  watchStore(
    openServices,
    () => unattended(forgetNotesOfEnded()),
    () => null,
    signal,
  );
  browser.tabs.onRemoved.addListener((tabId) => unattended(forgetNotesOfTab(tabId)));
}
