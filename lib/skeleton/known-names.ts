import type { System } from '@/lib/page';
import words from './interface-words.json';

/** What may stay of a page. Nothing else of it gets into a skeleton, whatever stands in it. */
export interface KnownNames {
  /** Words of interfaces, in small letters, as they are inflected there. */
  words: string[];
  /** Texts of the systems' descriptions, `*` standing for anything. */
  phrases: string[];
  /** Selectors of the systems' descriptions and of conditions: the ids, classes and names in them may stay. */
  selectors: string[];
  /** Beginnings of hosts and paths in the systems' descriptions. */
  hosts: string[];
  paths: string[];
}

/**
 * The names that a skeleton may keep: the shipped words of interfaces, what the systems' descriptions say, and the labels
 * and selectors that a profile's conditions ask of a page – all of them written before the page was looked at.
 */
export function knownNames(
  systems: readonly System[],
  asked: { labels: readonly string[]; elements: readonly string[] },
): KnownNames {
  const signals = systems.flatMap((one) => [
    ...one.signals,
    ...one.views.flatMap((view) => [...view.signals, ...(view.not ?? [])]),
  ]);
  const phrases = signals.flatMap((signal) => ('text' in signal ? signal.text : []));
  const inPhrases = [...phrases, ...asked.labels].flatMap(wordsIn);
  const beginnings = (key: 'host' | 'path') => [
    ...new Set(
      signals.flatMap((signal) => (key in signal ? (signal as Record<typeof key, string>)[key] : [])),
    ),
  ];
  return {
    hosts: beginnings('host'),
    paths: beginnings('path'),
    words: [...new Set([...words, ...inPhrases])],
    phrases: [...new Set([...phrases, ...asked.labels])],
    selectors: [
      ...new Set([
        ...signals.flatMap((signal) => ('element' in signal ? signal.element : [])),
        ...asked.elements,
      ]),
    ],
  };
}

/** The words of a text, in small letters. */
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];
