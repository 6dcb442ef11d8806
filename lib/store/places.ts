import type { SingleRow } from './database';

/** What becomes of one place in which something is kept. A place that is not named here fails a test. */
export interface Place {
  /** In a copy: whether it goes into it. */
  copy: 'goes' | 'stays';
  /**
   * When one person is looked for. `told`: it is the clerk's own or the office's, and stays; `passed-over`: nobody can
   * stand in it, or it mirrors an open page and would be read again.
   */
  person: 'looked-through' | 'told' | 'passed-over';
  /** When everything is erased. `stays`: the background takes it out of the open page, or nothing of anybody stands in it. */
  all: 'erased' | 'stays';
  /** How it comes to its end by itself. */
  kept: Keeping;
}

type Keeping =
  | 'until-erased'
  | 'by-profile'
  | '400-days'
  | '53-weeks'
  | '90-days'
  | 'two-months'
  | 'a-year-of-ids'
  | 'service'
  | 'page'
  | 'browser'
  | 'until-removed';

const rows = { copy: 'goes', person: 'looked-through', all: 'erased' } as const;
const clerks = { copy: 'goes', person: 'passed-over', all: 'erased', kept: 'until-erased' } as const;
const machines = { copy: 'stays', person: 'passed-over', all: 'erased', kept: 'until-erased' } as const;

/** IndexedDB: the tables besides `singles`. */
export const tablePlaces = {
  encounters: { ...rows, kept: 'by-profile' },
  history: { ...rows, kept: '400-days' },
  callbacks: { ...rows, kept: 'by-profile' },
  // Without its rows a key is nothing; those of a copy are sealed anew.
  keys: { copy: 'stays', person: 'passed-over', all: 'erased', kept: 'two-months' },
} as const satisfies Record<string, Place>;

/** IndexedDB: each row of `singles`. */
export const singlePlaces = {
  schema: machines,
  clerk: { ...clerks, person: 'told' },
  switches: clerks,
  // It cannot be read out.
  'case-key': machines,
  'first-run-done': clerks,
  underlining: clerks,
  'clerk-glossary': { ...clerks, person: 'looked-through' },
  profiles: { ...clerks, person: 'told' },
  'callback-view': clerks,
  figures: { ...clerks, kept: '53-weeks' },
  // What the administrator says comes from the administrator again.
  policy: machines,
  // Nothing without the browser's permission for it.
  'profile-address': machines,
  'profile-draft': clerks,
  'signing-key': clerks,
  backup: machines,
  ageing: { ...machines, kept: '90-days' },
  gone: { ...clerks, kept: 'a-year-of-ids' },
  // Of this computer's clock.
  'seen-days': machines,
} as const satisfies Record<SingleRow['name'], Place>;

const ofService = { copy: 'stays', person: 'looked-through', all: 'erased', kept: 'service' } as const;
const ofPage = { copy: 'stays', person: 'passed-over', all: 'stays', kept: 'page' } as const;
const ofBrowser = { copy: 'stays', person: 'looked-through', all: 'erased', kept: 'browser' } as const;

/** `storage.session`: keys, and with a colon at their end what keys begin with. */
export const memoryPlaces = {
  'note:': ofService,
  'facts:': ofService,
  'signs:': ofService,
  // Erased, it is read again where its page is still open.
  'tab:': { ...ofPage, all: 'erased' },
  'strip:': ofPage,
  'tabs-to-read': { ...ofPage, kept: 'browser' },
  'waiting-update': { ...ofPage, kept: 'browser' },
  'strip-turn': { ...ofPage, person: 'looked-through', kept: 'browser' },
  'calls-strip': { ...ofPage, person: 'looked-through' },
  'underlining:': { ...ofPage, person: 'looked-through' },
  'callback-entry': ofBrowser,
  'callbacks-offered': ofBrowser,
  'asked-place': ofBrowser,
  'look-of-note': ofBrowser,
  'reminding-trial': ofBrowser,
  // A key: digits in it are nobody's number.
  lock: { ...ofBrowser, person: 'passed-over' },
} as const satisfies Record<string, Place>;

/** `storage.local`: that a store stood here, and nothing else. */
export const localPlaces = {
  store: { copy: 'stays', person: 'passed-over', all: 'stays', kept: 'until-removed' },
} as const satisfies Record<string, Place>;

/** @returns what becomes of a table; null for `singles`, of which each row has a place of its own */
export function tablePlace(name: string): Place | null {
  return (tablePlaces as Record<string, Place>)[name] ?? null;
}

/** @returns what becomes of a key in memory; null where nobody said */
export function memoryPlace(key: string): Place | null {
  const name = Object.keys(memoryPlaces).find((one) =>
    one.endsWith(':') ? key.startsWith(one) : key === one,
  );
  return name === undefined ? null : memoryPlaces[name as keyof typeof memoryPlaces];
}

/** The names of the singles of which it is so. */
export const singlesWhere = <Part extends keyof Place>(part: Part, value: Place[Part]): SingleRow['name'][] =>
  (Object.keys(singlePlaces) as SingleRow['name'][]).filter(
    (name) => (singlePlaces[name] as Place)[part] === value,
  );
