import { comparable } from './comparable';
import type { Signal, SignalPlace, System } from './page-context';
import { type Phrase, PhraseIndex, phraseOf } from './phrase';

/** One text to look for, whatever it tells: many systems name the same heading. */
interface WatchedText {
  id: number;
  place: SignalPlace;
  phrase: Phrase;
  /** As the system's description writes it. */
  written: string;
}

/** A label whose value is wanted. `sign`: its value names the case in hand. */
interface WatchedLabel {
  id: number;
  label: string;
  isAsked: boolean;
  isSign: boolean;
}

export type Found = { text: WatchedText } | { label: WatchedLabel } | { busy: true };

/** Labels of the case in hand, in the words that the systems share (facts: „Znak sprawy”, „Znak:”, „Nr sprawy”). */
const signLabels = ['Znak sprawy', 'Znak', 'Nasz znak', 'Nr sprawy', 'Numer sprawy', 'Sygnatura sprawy'];

/** What systems show while they fetch. */
const busyTexts = [
  'Trwa ładowanie*',
  'Ładowanie*',
  'Wczytywanie*',
  'Proszę czekać*',
  'Trwa generowanie*',
  'Trwa przetwarzanie*',
];

/** The texts of all systems and labels, made ready for one pass over a page. */
export interface WatchedSignals {
  index: PhraseIndex<Found>;
  texts: WatchedText[];
  labels: WatchedLabel[];
  /** Finds the watched text of a signal. */
  textOf(signal: Signal): WatchedText | undefined;
}

export function watchSignals(systems: System[], askedLabels: string[]): WatchedSignals {
  const index = new PhraseIndex<Found>();
  const texts = new Map<string, WatchedText>();
  const bySignal = new Map<Signal, WatchedText>();

  const phrases = new Map<string, Phrase>();
  const watch = (signal: Signal) => {
    if (!('in' in signal)) return;
    const key = `${signal.in} ${signal.text}`;
    const known = texts.get(key);
    if (known) {
      bySignal.set(signal, known);
      return;
    }
    const phrase = phrases.get(signal.text) ?? phraseOf(signal.text);
    phrases.set(signal.text, phrase);
    if (phrase.text.trim() === '') return;
    const text = { id: texts.size, place: signal.in, phrase, written: signal.text };
    texts.set(key, text);
    bySignal.set(signal, text);
    // A page has one title and few dialogs: those are compared one by one, not looked for in its texts.
    if (signal.in !== 'title' && signal.in !== 'dialog') index.add(phrase, { text });
  };
  for (const { signals, views } of systems) {
    signals.forEach(watch);
    for (const view of views) [...view.signals, ...(view.not ?? [])].forEach(watch);
  }

  const labels = new Map<string, WatchedLabel>();
  for (const label of [...askedLabels, ...signLabels]) {
    const name = comparable(label);
    if (name === '' || labels.has(name)) continue;
    labels.set(name, {
      id: labels.size,
      label,
      isAsked: askedLabels.includes(label),
      isSign: signLabels.some((own) => comparable(own) === name),
    });
  }
  for (const [name, label] of labels) {
    index.add({ text: name, openStart: false, openEnd: false }, { label });
    // „Znak sprawy: FN.3123.11.2026” in one text.
    index.add({ text: `${name}:`, openStart: false, openEnd: true }, { label });
  }
  for (const text of busyTexts) index.add(phraseOf(text), { busy: true });

  return {
    index,
    texts: [...texts.values()],
    labels: [...labels.values()],
    textOf: (signal) => bySignal.get(signal),
  };
}
