import { browser } from 'wxt/browser';
import { countDamaged } from '@/lib/backup';
import { warsawMinute } from '@/lib/calendar';
import { type Facts, originsIn } from '@/lib/health';
import { countSetAside, readKept, readKeptFacts, storeState } from '@/lib/store';

/** In milliseconds. */
const patience = 10_000;

/** What a browser does not tell is null, and the rest is found all the same. Never rejects. */
export async function findFacts(now: Date): Promise<Facts> {
  // Before the state of the store is asked for: it is known once something was read.
  const kept = await Promise.race([
    told(() => readKeptFacts(countBad, now)),
    // A database that a browser holds back may never answer at all.
    new Promise<null>((resolve) => setTimeout(() => resolve(null), patience)),
  ]);
  const [room, waking, notifications, addresses, keys, isInPrivate, versions] = await Promise.all([
    told(roomOnDisk),
    told(findWaking),
    told(notificationLevel),
    told(findAddresses),
    told(findKeys),
    told(() => browser.extension.isAllowedIncognitoAccess()),
    told(findVersions),
  ]);
  return {
    at: now.getTime(),
    versions: versions ?? { obok: '?', browser: '?', system: '?' },
    store: storeState(),
    kept,
    room,
    waking,
    notifications: notifications ?? 'not-told',
    hasPanel: 'sidePanel' in browser || 'sidebarAction' in browser,
    addresses,
    keys,
    isInPrivate,
    clock: findClock(now),
  };
}

/** Rows that open and say nothing that can be read, and rows that do not open, which are known once all was read. */
async function countBad(): Promise<number> {
  const damaged = countDamaged(await readKept());
  return damaged + (await countSetAside());
}

async function told<Value>(ask: () => Promise<Value>): Promise<Value | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}

async function findWaking(): Promise<Facts['waking']> {
  const [callbacks, daily] = await Promise.all([
    browser.alarms.get('callbacks'),
    browser.alarms.get('forget-old'),
  ]);
  return { next: callbacks?.scheduledTime ?? null, isDailySet: daily !== undefined };
}

async function roomOnDisk(): Promise<Facts['room']> {
  const [{ usage, quota }, isPersisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return usage === undefined || quota === undefined ? null : { taken: usage, all: quota, isPersisted };
}

/** Firefox does not tell. */
async function notificationLevel(): Promise<Facts['notifications']> {
  const { getPermissionLevel } = browser.notifications as { getPermissionLevel?(): Promise<string> };
  const level = await getPermissionLevel?.();
  return level === 'granted' ? 'allowed' : level === 'denied' ? 'denied' : 'not-told';
}

async function findAddresses(): Promise<Facts['addresses']> {
  const [{ origins = [] }, [reader]] = await Promise.all([
    browser.permissions.getAll(),
    browser.scripting.getRegisteredContentScripts({ ids: ['reader'] }),
  ]);
  const permitted = origins.filter((one) => one === '<all_urls>' || /^(?:https?|\*):/.test(one));
  const fixed: string[] = browser.runtime.getManifest().host_permissions ?? [];
  const isGiven = await Promise.all(fixed.map((one) => browser.permissions.contains({ origins: [one] })));
  const read = new Set(reader?.matches);
  return {
    permitted: originsIn(permitted),
    missing: originsIn(fixed.filter((_, index) => !isGiven[index])),
    unread: originsIn(permitted.filter((one) => !read.has(one))),
  };
}

async function findKeys(): Promise<Facts['keys']> {
  const proposed = browser.runtime.getManifest().commands ?? {};
  const commands = await browser.commands.getAll();
  return commands.flatMap(({ name = '', shortcut = '' }) => {
    const key = proposed[name]?.suggested_key;
    const wanted = typeof key === 'object' ? key.default : key;
    return wanted === undefined ? [] : [{ name: wanted, given: shortcut === '' ? null : shortcut }];
  });
}

async function findVersions(): Promise<Facts['versions']> {
  const { os, arch } = await browser.runtime.getPlatformInfo();
  const named = navigator.userAgent.match(/(?:Firefox|Edg|OPR|Chrome)\/[\d.]+/g)?.at(-1);
  return {
    obok: browser.runtime.getManifest().version,
    browser: named ?? '?',
    system: `${os} ${arch}`,
  };
}

function findClock(now: Date): Facts['clock'] {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const universal = now.getUTCHours() * 60 + now.getUTCMinutes();
  const ahead = (minutes: number) => ((minutes - universal + 36 * 60) % (24 * 60)) - 12 * 60;
  return { zone: timeZone, offset: -now.getTimezoneOffset(), warsawOffset: ahead(warsawMinute(now)) };
}
