import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Protocol } from '@/lib/messaging';
import type { PageContext } from '@/lib/page';
import { eraseEverything } from '@/lib/store';

interface SmallTab {
  url: string;
  active: boolean;
  /** Error pages and the PDF viewer of the browser let no script in. */
  letsScriptsIn: boolean;
}

type Told = [tabId: number, name: string];
/** What a page answers to a message; undefined where no script of ours handles it. */
type Page = (name: string, data: unknown) => unknown;

/** As much of a browser as the background's jobs touch: tabs, permissions, registered scripts, pages that answer. */
export interface SmallBrowser {
  permitted: Set<string>;
  tabs: Map<number, SmallTab>;
  pages: Map<number, Page>;
  /** What was sent to pages, in order. */
  told: Told[];
  /** Scripts run in pages. */
  run: [tabId: number, file: string][];
  /** Runs as a script is loaded into a page; the browser waits for what it returns. */
  onRun: (tabId: number, file: string) => Promise<void>;
  /** Tabs into whose pages a rule of ours was inserted, and not removed. */
  ruled: Set<number>;
  registered: Map<string, { id: string; matches: string[]; js: string[] }>;
  /** How often scripts were registered, updated or unregistered. */
  registrations: number;
  permit(pattern: string): Promise<void>;
  takeBack(pattern: string): Promise<void>;
  navigate(tabId: number, status: 'loading' | 'complete', url: string): Promise<void>;
  close(tabId: number): Promise<void>;
  activate(tabId: number): Promise<void>;
  /** A message as it comes from a page or, without a tab, from the panel. */
  arrive<N extends keyof Protocol>(
    name: N,
    data: Protocol[N]['data'],
    tabId?: number,
  ): Promise<Protocol[N]['answer']>;
  /** Resolves once every job that an event started has come to rest. */
  atRest(): Promise<void>;
}

interface SmallEvent<Arguments extends unknown[]> {
  addListener(listener: (...given: Arguments) => void): void;
  trigger(...given: Arguments): void;
}

function event<Arguments extends unknown[]>(): SmallEvent<Arguments> {
  const listeners: ((...given: Arguments) => void)[] = [];
  return {
    addListener: (listener) => void listeners.push(listener),
    trigger: (...given) => {
      for (const listener of listeners) listener(...given);
    },
  };
}

const covers = (pattern: string, url: string) => url.startsWith(pattern.replace(/\*$/, ''));

/** A browser fresh from the start, with an empty store, on a Tuesday at ten. */
export async function startSmallBrowser(): Promise<SmallBrowser> {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T10:00:00+01:00') });
  await eraseEverything();
  await fakeBrowser.storage.session.clear();

  const added = event<[{ origins: string[] }]>();
  const removed = event<[{ origins: string[] }]>();
  const updated = event<[number, { status?: string; url?: string }]>();
  const closed = event<[number]>();
  const activated = event<[{ tabId: number }]>();

  let loading = 0;
  const atRest = async () => {
    for (let quiet = 0; quiet < 20; quiet += 1) {
      await new Promise((turn) => setImmediate(turn));
      const { held = [], pending = [] } = await navigator.locks.query();
      if (held.length + pending.length + loading > 0) quiet = 0;
    }
  };
  const small: SmallBrowser = {
    permitted: new Set(),
    tabs: new Map(),
    pages: new Map(),
    told: [],
    run: [],
    onRun: async () => {},
    ruled: new Set(),
    registered: new Map(),
    registrations: 0,
    permit: async (pattern) => {
      small.permitted.add(pattern);
      added.trigger({ origins: [pattern] });
      await atRest();
    },
    takeBack: async (pattern) => {
      small.permitted.delete(pattern);
      removed.trigger({ origins: [pattern] });
      await atRest();
    },
    navigate: async (tabId, status, url) => {
      small.tabs.set(tabId, { active: true, letsScriptsIn: true, ...small.tabs.get(tabId), url });
      updated.trigger(tabId, { status });
      await atRest();
    },
    close: async (tabId) => {
      small.tabs.delete(tabId);
      closed.trigger(tabId);
      await atRest();
    },
    activate: async (tabId) => {
      for (const [id, tab] of small.tabs) tab.active = id === tabId;
      activated.trigger({ tabId });
      await atRest();
    },
    arrive: async (name, data, tabId) => {
      const sender =
        tabId === undefined
          ? { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/sidepanel.html' as '/') }
          : {
              id: fakeBrowser.runtime.id,
              url: small.tabs.get(tabId)?.url,
              frameId: 0,
              tab: { id: tabId, windowId: 7 },
            };
      const incoming = fakeBrowser.runtime.onMessage as unknown as {
        trigger(message: unknown, sender: object): Promise<unknown[]>;
      };
      const answers = await incoming.trigger({ obok: name, data }, sender);
      return answers.find((answer) => answer !== undefined) as Protocol[typeof name]['answer'];
    },
    atRest,
  };

  const isPermitted = (url: string) => [...small.permitted].some((pattern) => covers(pattern, url));
  const asSeen = ([id, { url, active }]: [number, SmallTab]) => ({
    id,
    active,
    ...(isPermitted(url) ? { url } : {}),
  });
  Object.assign(fakeBrowser, {
    permissions: {
      onAdded: added,
      onRemoved: removed,
      getAll: async () => ({ origins: [...small.permitted] }),
      contains: async ({ origins }: { origins: string[] }) => {
        await new Promise((turn) => setImmediate(turn));
        return origins.every((origin) => isPermitted(origin.replace('*', '')));
      },
    },
    scripting: {
      getRegisteredContentScripts: async () => [...small.registered.values()],
      registerContentScripts: async ([script]: { id: string; matches: string[]; js: string[] }[]) => {
        await new Promise((turn) => setImmediate(turn));
        if (!script || small.registered.has(script.id)) throw new Error('Duplicate script ID');
        small.registrations += 1;
        small.registered.set(script.id, script);
      },
      updateContentScripts: async ([script]: { id: string; matches: string[]; js: string[] }[]) => {
        if (!script || !small.registered.has(script.id)) throw new Error('Nonexistent script ID');
        small.registrations += 1;
        await new Promise((turn) => setImmediate(turn));
        small.registered.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        small.registrations += 1;
        for (const id of ids) if (!small.registered.delete(id)) throw new Error('Nonexistent script ID');
      },
      insertCSS: async ({ target }: { target: { tabId: number } }) => void small.ruled.add(target.tabId),
      removeCSS: async ({ target }: { target: { tabId: number } }) => void small.ruled.delete(target.tabId),
      executeScript: async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
        const tab = small.tabs.get(target.tabId);
        if (!tab?.letsScriptsIn || !isPermitted(tab.url))
          throw new Error('Cannot access contents of the page.');
        for (const file of files ?? []) {
          small.run.push([target.tabId, file]);
          loading += 1;
          await small.onRun(target.tabId, file).finally(() => {
            loading -= 1;
          });
        }
        return [{ result: null }];
      },
    },
  });
  Object.assign(fakeBrowser.tabs, {
    onUpdated: updated,
    onRemoved: closed,
    onActivated: activated,
    get: async (tabId: number) => {
      const tab = small.tabs.get(tabId);
      if (!tab) throw new Error(`No tab with id: ${tabId}.`);
      return asSeen([tabId, tab]);
    },
    query: async ({ active, url }: { active?: boolean; url?: string[] }) =>
      [...small.tabs]
        .map(asSeen)
        .filter((tab) => active === undefined || tab.active === active)
        .filter((tab) => !url || url.some((pattern) => tab.url && covers(pattern, tab.url))),
    sendMessage: async (tabId: number, { obok, data }: { obok: string; data: unknown }) => {
      small.told.push([tabId, obok]);
      return small.pages.get(tabId)?.(obok, data);
    },
  });
  return small;
}

/** What a reader says of a case in EZD RP, unless told otherwise. */
export function contextAt(address: string, parts: Partial<PageContext> = {}): PageContext {
  return {
    system: 'ezd-rp',
    view: 'case',
    caseSigns: [],
    caseInHand: { raw: 'FN.3123.11.2026', cell: 'FN', jrwa: '3123', number: 11, year: 2026 },
    fields: {},
    terms: [],
    elements: [],
    address,
    evidence: [],
    ...parts,
  };
}
