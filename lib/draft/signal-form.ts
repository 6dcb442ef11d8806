import { type Signal, type SignalPlace, signalPlaces } from '@/lib/page';

/** What a signal is of, in the order in which a person looks for it. */
export const signalKinds = ['host', 'path', ...signalPlaces, 'element'] as const;
type SignalKind = (typeof signalKinds)[number];

export const signalVerbs = ['is', 'begins', 'ends', 'contains'] as const;
export type SignalVerb = (typeof signalVerbs)[number];

/** A signal as menus show it: no stars. Addresses have but one verb, and an element has none. */
export interface SignalForm {
  kind: SignalKind;
  verb: SignalVerb;
  value: string;
}

/** Takes a signal apart for menus. */
export function signalFormOf(signal: Signal): SignalForm {
  if ('host' in signal) return { kind: 'host', verb: 'begins', value: signal.host };
  if ('path' in signal) return { kind: 'path', verb: 'begins', value: signal.path };
  if ('element' in signal) return { kind: 'element', verb: 'is', value: signal.element };
  const { text } = signal;
  const start = /^\* ?/.exec(text)?.[0].length ?? 0;
  const end = text.length > 1 ? (/ ?\*$/.exec(text)?.[0].length ?? 0) : 0;
  const verb = start > 0 ? (end > 0 ? 'contains' : 'ends') : end > 0 ? 'begins' : 'is';
  return { kind: signal.in, verb, value: text.slice(start, Math.max(start, text.length - end)) };
}

/**
 * Puts a signal together again. A word stands for itself and not for the beginning of a longer one: „Sprawa *” is not
 * „Sprawami”. What is empty is written empty, so that it is told as a mistake.
 */
export function signalOf({ kind, verb, value }: SignalForm): Signal {
  if (kind === 'host') return { host: hostIn(value) };
  if (kind === 'path') return { path: pathIn(value) };
  if (kind === 'element') return { element: value };
  const text =
    value === ''
      ? ''
      : `${/ends|contains/.test(verb) ? '* ' : ''}${value}${/begins|contains/.test(verb) ? ' *' : ''}`;
  return { in: kind satisfies SignalPlace, text };
}

/** What was pasted from the browser's bar, as far as it names the server. */
function hostIn(text: string): string {
  const pasted = addressIn(text);
  return pasted ? pasted.host : text.trim().toLowerCase();
}

function pathIn(text: string): string {
  const pasted = addressIn(text);
  if (pasted) return pasted.pathname;
  const path = text.trim();
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

function addressIn(text: string): URL | null {
  const typed = text.trim();
  return /^https?:\/\//i.test(typed) && URL.canParse(typed) ? new URL(typed) : null;
}
