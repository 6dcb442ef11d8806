import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { addressOf, addressRules, type SiteGrant, siteGrants } from '@/lib/permissions';

export interface Sites {
  grants: SiteGrant[];
  /** Addresses of open tabs that the browser tells us of and that are not permitted yet. */
  open: { origin: string; pattern: string }[];
}

/** What the browser permits, and what stands open; null until it is known. */
export function useSites(): Sites | null {
  const [sites, setSites] = useState<Sites | null>(null);
  useEffect(() => {
    let isOver = false;
    const look = () =>
      void readSites().then(
        (read) => isOver || setSites(read),
        () => isOver || setSites({ grants: [], open: [] }), // An address can still be typed.
      );
    const events = [browser.permissions.onAdded, browser.permissions.onRemoved] as {
      addListener(listener: () => void): void;
      removeListener(listener: () => void): void;
    }[];
    for (const event of events) event.addListener(look);
    window.addEventListener('focus', look);
    look();
    return () => {
      isOver = true;
      for (const event of events) event.removeListener(look);
      window.removeEventListener('focus', look);
    };
  }, []);
  return sites;
}

async function readSites(): Promise<Sites> {
  const [{ origins = [] }, tabs] = await Promise.all([browser.permissions.getAll(), browser.tabs.query({})]);
  const grants = siteGrants(origins, browser.runtime.getManifest().host_permissions ?? []);
  const open = new Map<string, { origin: string; pattern: string }>();
  for (const { url } of tabs) {
    const address = addressOf(url ?? '', addressRules);
    if (typeof address === 'string') continue;
    // Asked of the browser: a permission without a port, or a policy's with a wildcard, holds for more than one address.
    if (await browser.permissions.contains({ origins: [address.pattern] })) continue;
    open.set(address.pattern, { origin: address.origin, pattern: address.pattern });
  }
  return { grants, open: [...open.values()] };
}

/** Asks for one address. Call it in the very turn of the click, or the browser refuses. */
export function askFor(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** @returns false where the browser kept it: an administrator fixed it */
export function giveUp(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
