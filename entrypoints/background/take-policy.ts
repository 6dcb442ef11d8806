import { browser } from 'wxt/browser';
import { onMessage } from '@/lib/messaging';
import { keepPolicy, noteTaking, type PolicyRow, takeProfile } from '@/lib/store';
import { followPolicyAddress } from './fetch-profile';
import { profileChanged } from './profile-changed';
import { unattended } from './unattended';

/**
 * When to ask again after an installation, in milliseconds: at its first start Chromium hands over an empty policy, and
 * tells of the real one some five seconds later (uBlockOrigin/uBlock-issues#1547, w3c/webextensions#547).
 */
const belt = [1_000, 5_000, 15_000];

/** Follows the administrator's policy: the profiles, the address, the keys and the clerk's facts that it gives. */
export function takePolicy(): void {
  const look = () => unattended(lookAtPolicy());
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') look();
  });
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(() => {
    look();
    for (const wait of belt) setTimeout(look, wait);
  });
  onMessage('panel→background: look-at-policy', async () => {
    await lookAtPolicy();
    return null;
  });
}

/** One look after another: the events of a start come in bursts. */
function lookAtPolicy(): Promise<void> {
  return navigator.locks.request('policy', async () => {
    // Firefox, and Chromium without a schema, reject where there is no policy.
    const raw: unknown = await browser.storage.managed.get(null).catch(() => null);
    const { row, toTake } = await keepPolicy(raw, new Date());
    let isChanged = false;
    for (const { layer, file } of toTake) {
      const taking = await takeProfile(layer, file, { kind: 'policy' }, new Date());
      if (taking.ok) isChanged = true;
      await noteTaking(layer, taking.ok ? null : taking);
    }
    if (isChanged) await profileChanged();
    await followPolicyAddress(addressOf(row));
  });
}

function addressOf({ policy, readAt }: PolicyRow): string | null | undefined {
  // Nothing was ever said: the clerk's own address is left alone.
  return readAt === null ? undefined : (policy.profileUrl ?? null);
}
