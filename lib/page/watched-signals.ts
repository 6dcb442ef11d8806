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
  /** The selectors of the systems, as often as they stand there. */
  elements: string[];
  /** Finds the watched text of a signal. */
  textOf(signal: Signal): WatchedText | undefined;
}

export function watchSignals(systems: System[], askedLabels: string[]): WatchedSignals {
  const index = new PhraseIndex<Found>();
  const texts: WatchedText[] = [];
  const elements: string[] = [];
  const bySignal = new Map<Signal, WatchedText>();
  const byWriting = new Map<string, { phrase: Phrase; meanings: Found[] | null; texts: WatchedText[] }>();

  const watch = (signal: Signal) => {
    if ('element' in signal) elements.push(signal.element);
    if (!('in' in signal)) return;
    const { in: place, text: written } = signal;
    let known = byWriting.get(written);
    if (known === undefined) {
      known = { phrase: phraseOf(written), meanings: null, texts: [] };
      byWriting.set(written, known);
    }
    const { phrase } = known;
    if (phrase.text === '' || phrase.text === ' ') return;
    let text = known.texts.find((other) => other.place === place);
    if (text === undefined) {
      text = { id: texts.length, place, phrase, written };
      texts.push(text);
      known.texts.push(text);
      // A page has one title and few dialogs: those are compared one by one, not looked for in its texts.
      if (place !== 'title' && place !== 'dialog') {
        known.meanings ??= index.add(phrase);
        known.meanings.push({ text });
      }
    }
    bySignal.set(signal, text);
  };
  for (const { signals, views } of systems) {
    signals.forEach(watch);
    for (const view of views) {
      view.signals.forEach(watch);
      view.not?.forEach(watch);
    }
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
    index.add({ text: name, openStart: false, openEnd: false }).push({ label });
    // „Znak sprawy: FN.3123.11.2026” in one text.
    index.add({ text: `${name}:`, openStart: false, openEnd: true }).push({ label });
  }
  for (const text of busyTexts) index.add(phraseOf(text)).push({ busy: true });

  return {
    index,
    texts,
    elements,
    labels: [...labels.values()],
    textOf: (signal) => bySignal.get(signal),
  };
}
