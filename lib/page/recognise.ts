import type { Signal, SignalPlace, System, View } from './page-context';
import { fits } from './phrase';
import type { WatchedSignals } from './watched-signals';

/** What of a page tells the place, as it is now. */
export interface Evidence {
  title: string;
  /** Names of the visible dialogs, the one opened last at the end. */
  dialogs: string[];
  /** `location.host`, lower case. */
  host: string;
  path: string;
  /** How strongly a watched text stands in its place: 0 for not at all. */
  strengthOf(textId: number): number;
  hasElement(selector: string): boolean;
}

/** Text before ids before the address: what a clerk reads is what systems change last (facts: two of five never change their address). */
const strengths: Record<SignalPlace, number> = {
  dialog: 100,
  heading: 80,
  breadcrumb: 60,
  menu: 50,
  caption: 45,
  title: 40,
  label: 30,
  button: 25,
};
const elementStrength = 20;
const addressStrength = 10;

/** The strength of a text found in `place`; `level` is that of its heading, `inFrame` for a frame within the page. */
export function strengthIn(place: SignalPlace, level: number | null, inFrame: boolean): number {
  return strengths[place] - (level === null ? 0 : (level - 1) * 6) - (inFrame ? 12 : 0);
}

/** The system that is meant where no particular one is known. */
const genericId = 'generic';

/** What a system's own word for a place is worth more than the shared one. */
const ownWords = 5;

export interface Recognised {
  system: string | null;
  view: View;
  evidence: string[];
}

/**
 * Tells system and view. The system with the strongest evidence wins, the generic one only where there is no other. The
 * view is the strongest of those that the system and the shared vocabulary name.
 */
export function recognise(systems: System[], signals: WatchedSignals, evidence: Evidence): Recognised {
  const weigh = (signal: Signal) => strengthOf(signal, signals, evidence);
  let best: { system: System; strength: number } | null = null;
  for (const system of systems) {
    if (system.id === genericId) continue;
    const strength = system.signals.reduce((sum, signal) => sum + weigh(signal), 0);
    if (strength > (best?.strength ?? 0)) best = { system, strength };
  }
  const generic = systems.find(({ id }) => id === genericId);
  const known = best?.system ?? null;
  const own = known && viewIn(known, weigh);
  const shared = generic ? viewIn(generic, weigh) : null;
  const view = own && outweighs(own, shared) ? own : shared;
  const system =
    known ?? (view || generic?.signals.some((signal) => weigh(signal) > 0) ? (generic ?? null) : null);
  const decisive = known?.signals.filter((signal) => weigh(signal) > 0) ?? [];
  return {
    system: system?.id ?? null,
    view: view?.view ?? 'other',
    evidence: [...decisive, ...(view ? [view.signal] : [])].map(inWords),
  };
}

/** Every signal of the systems that the page shows, as it is written; what one of them says, the next may say, too. */
export function metSignals(systems: System[], signals: WatchedSignals, evidence: Evidence): Signal[] {
  const written = systems.flatMap((system) => [
    ...system.signals,
    ...system.views.flatMap((view) => [...view.signals, ...(view.not ?? [])]),
  ]);
  return written.filter((signal) => strengthOf(signal, signals, evidence) > 0);
}

type Found = NonNullable<ReturnType<typeof viewIn>>;

/**
 * A shared word in a menu names a module („Sprawy”), in which the system's own form or table tells what is open: DOKUS
 * keeps „Sprawy” active over the list and over a case.
 */
function outweighs(own: Found, shared: Found | null): boolean {
  if (!shared || own.strength + ownWords >= shared.strength) return true;
  return own.strength >= elementStrength && 'in' in shared.signal && shared.signal.in === 'menu';
}

function viewIn(system: System, weigh: (signal: Signal) => number) {
  let best: { view: View; signal: Signal; strength: number } | null = null;
  for (const { view, signals, not = [] } of system.views) {
    let strongest: Signal | null = null;
    let strength = 0;
    let others = 0;
    for (const signal of signals) {
      const weight = weigh(signal);
      if (weight > 0) others += 1;
      if (weight <= strength) continue;
      strongest = signal;
      strength = weight;
    }
    if (!strongest || not.some((signal) => weigh(signal) > 0)) continue;
    // Of two equally strong ones, that with more to speak for it.
    strength += Math.min(others, 5) / 10;
    if (strength > (best?.strength ?? 0)) best = { view, signal: strongest, strength };
  }
  return best;
}

function strengthOf(signal: Signal, signals: WatchedSignals, evidence: Evidence): number {
  if ('element' in signal) return evidence.hasElement(signal.element) ? elementStrength : 0;
  if ('host' in signal) return evidence.host.startsWith(signal.host.toLowerCase()) ? addressStrength : 0;
  if ('path' in signal) return evidence.path.startsWith(signal.path) ? addressStrength : 0;
  const text = signals.textOf(signal);
  if (!text) return 0;
  if (signal.in === 'title') return fits(text.phrase, evidence.title) ? strengths.title : 0;
  if (signal.in === 'dialog') {
    const at = evidence.dialogs.findLastIndex((name) => fits(text.phrase, name));
    return at < 0 ? 0 : strengths.dialog + at / 100;
  }
  return evidence.strengthOf(text.id);
}

/** A signal as the system's description names it: `heading: Sprawa *`. Never a text of the page. */
function inWords(signal: Signal): string {
  if ('in' in signal) return `${signal.in}: ${signal.text}`;
  if ('element' in signal) return `element: ${signal.element}`;
  return 'host' in signal ? `host: ${signal.host}` : `path: ${signal.path}`;
}
