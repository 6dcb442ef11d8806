import type { Signal } from '@/lib/page';
import type { Pointed, PointedSignal } from './pointed';

/** A signal that could tell a system, or a place in it, and whether it would outlive another look of the page. */
export interface SignalCandidate extends PointedSignal {
  lasts: boolean;
}

type SignalGround = PointedSignal['by'];
const fragile: readonly SignalGround[] = ['content', 'id', 'class'];
export const signalLasts = (by: SignalGround) => !fragile.includes(by);

/** What a signal rests on that was written by hand, as far as its form tells. */
export function groundOf(signal: Signal): SignalGround {
  if ('host' in signal) return 'host';
  if ('path' in signal) return 'path';
  if ('in' in signal) return signal.in === 'title' || signal.in === 'label' ? signal.in : 'interface';
  if (/\[(?:aria-label|placeholder|alt)\b/.test(signal.element)) return 'caption';
  if (signal.element.includes('[')) return 'name';
  return signal.element.includes('#') ? 'id' : 'class';
}

/** A system is told by where it is and what it is called; a place in it by the words that stand there. */
const order = {
  system: ['host', 'title', 'interface', 'label', 'caption', 'name', 'path', 'content', 'id', 'class'],
  view: ['interface', 'label', 'title', 'path', 'caption', 'name', 'content', 'id', 'class', 'host'],
} as const satisfies Record<string, readonly SignalGround[]>;

/**
 * The signals that could be meant, the one to be had first. Of a place in a system the host says nothing: it is in none.
 */
export function signalCandidatesOf({ signals }: Pointed, of: 'system' | 'view'): SignalCandidate[] {
  const rank = (by: SignalGround) => (order[of] as readonly SignalGround[]).indexOf(by);
  return signals
    .filter(({ by }) => of === 'system' || by !== 'host')
    .map((one) => ({ ...one, lasts: signalLasts(one.by) }))
    .toSorted((one, other) => Number(other.lasts) - Number(one.lasts) || rank(one.by) - rank(other.by));
}
