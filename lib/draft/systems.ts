import { type PageLook, type Signal, type System, shippedSystems, type View } from '@/lib/page';
import type { Condition, ProfileSource, ReadProfile } from '@/lib/profile';
import { newId, remindersOf } from './reminders';

/** A place in a system, with what it is told by. */
export type DraftView = System['views'][number];

/** How many systems, places and signals a profile holds (`profile-format.md`). */
export const mostDescribed = { systems: 40, views: 60, signals: 80 } as const;

export const systemsOf = (draft: ProfileSource): readonly System[] => draft.systems ?? [];

/** Adds a system that nothing is known of yet. No shipped one has an id with a number, so none is put out of place. */
export function addSystem(draft: ProfileSource): { draft: ProfileSource; id: string } {
  const systems = systemsOf(draft);
  const id = newId(draft, systems);
  return { draft: { ...draft, systems: [...systems, { id, name: '', signals: [], views: [] }] }, id };
}

/** Two signals that say the same are one, whatever the order in which their words were written. */
export function signalKey(signal: Signal): string {
  if ('in' in signal) return `${signal.in} ${signal.text.trim().toLowerCase()}`;
  if ('element' in signal) return `element ${signal.element.trim()}`;
  return 'host' in signal ? `host ${signal.host.trim().toLowerCase()}` : `path ${signal.path.trim()}`;
}

/** Whether a signal says anything: an empty beginning of an address would fit every page. */
export function isWritten(signal: Signal): boolean {
  if ('in' in signal) return /[^*\s]/u.test(signal.text);
  const value = 'element' in signal ? signal.element : 'host' in signal ? signal.host : signal.path;
  return value.trim() !== '';
}

/**
 * The systems as a reader would be given them with this draft in force: the draft's over those below, before the shipped
 * ones. Signals that are still being written are left out.
 */
export function systemsInForce(draft: ProfileSource, below: readonly ReadProfile[]): System[] {
  const described = new Map<string, System>();
  for (const { profile } of below) for (const one of profile.systems) described.set(one.id, one);
  for (const one of systemsOf(draft)) described.set(one.id, written(one));
  return [...described.values(), ...shippedSystems];
}

const written = (system: System): System => ({
  ...system,
  signals: system.signals.filter(isWritten),
  views: system.views.map((view) => ({
    ...view,
    signals: view.signals.filter(isWritten),
    ...(view.not ? { not: view.not.filter(isWritten) } : {}),
  })),
  ...(system.leaveAlone ? { leaveAlone: system.leaveAlone.filter((path) => path.trim() !== '') } : {}),
});

/** What a page is for a system that is being described. */
export type Verdict =
  /** Obok reads nothing there. */
  | { is: 'left-alone' }
  /** `also`: places of the system of which the page shows a signal, too, but a weaker one. */
  | { is: 'recognised'; view: View; by: Signal[]; also: View[] }
  /** Signals of it are there, but those of another system weigh more. */
  | { is: 'outweighed'; system: string; by: Signal[] }
  | { is: 'not-recognised' };

export function verdictOn(system: System, look: PageLook): Verdict {
  if (look.isLeftAlone) return { is: 'left-alone' };
  const met = new Set(look.met.map(signalKey));
  const metOf = (signals: readonly Signal[]) => signals.filter((one) => met.has(signalKey(one)));
  const own = metOf(system.signals);
  if (look.system !== system.id) {
    return own.length > 0 && look.system !== null
      ? { is: 'outweighed', system: look.system, by: own }
      : { is: 'not-recognised' };
  }
  const shown = system.views.filter(
    ({ signals, not = [] }) => metOf(signals).length > 0 && metOf(not).length === 0,
  );
  const ofView = shown.filter(({ view }) => view === look.view).flatMap(({ signals }) => metOf(signals));
  return {
    is: 'recognised',
    view: look.view,
    by: [...own, ...ofView],
    also: [...new Set(shown.map(({ view }) => view))].filter((view) => view !== look.view),
  };
}

/** A signal that stands for two things at once: the page cannot tell which is meant. */
export interface Clash {
  signal: Signal;
  /** Another place of the same system, or another system, by its name. */
  with: { view: View } | { system: string };
}

/** @param others the other systems that are in force: described ones and shipped ones */
export function clashesOf(system: System, others: readonly System[]): Clash[] {
  const found: Clash[] = [];
  for (const signal of system.signals.filter(isWritten)) {
    const other = others.find(
      (one) => one.id !== system.id && one.signals.some((theirs) => signalKey(theirs) === signalKey(signal)),
    );
    if (other) found.push({ signal, with: { system: other.name } });
  }
  system.views.forEach(({ view, signals }, index) => {
    for (const signal of signals.filter(isWritten)) {
      const other = system.views.find(
        (one, at) =>
          at < index &&
          one.view !== view &&
          one.signals.some((theirs) => signalKey(theirs) === signalKey(signal)),
      );
      if (other) found.push({ signal, with: { view: other.view } });
    }
  });
  return found;
}

/** How many reminders and lists of the draft ask about a system: they would match nothing without it. */
export function askersOf(draft: ProfileSource, id: string): number {
  return [...remindersOf(draft), ...(draft.checklists ?? [])].filter(
    ({ when }) => when !== undefined && namesSystem(when, id),
  ).length;
}

function namesSystem(condition: Condition, id: string): boolean {
  if ('all' in condition) return condition.all.some((one) => namesSystem(one, id));
  if ('any' in condition) return condition.any.some((one) => namesSystem(one, id));
  if ('not' in condition) return namesSystem(condition.not, id);
  if (!('system' in condition)) return false;
  return Array.isArray(condition.system) ? condition.system.includes(id) : condition.system === id;
}
