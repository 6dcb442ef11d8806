import { fillSentence, type Profile, type SentenceField } from '@/lib/profile';
import type { Channel } from '@/lib/standard';

/** A sentence ready to be said, and what it still lacks. */
export interface Introduction {
  text: string;
  missing: SentenceField[];
  /** What the standard has the clerk say after it, in order. */
  next: string[];
}

const customary = '{urząd}, {referat}, {imię i nazwisko}';

/**
 * How the clerk begins on each channel. Always in Polish: it is said to the client, whatever the clerk's own language.
 *
 * `desk`: sok.powitanie.1 to 3. `phone-in`: sok.odbieranie-telefonu.2. `phone-out`: sok.telefon-do-klienta.1 to 4.
 * `letter`: ke.7.2 and sok.telefon-do-klienta.4.
 */
function templatesOf(channel: Channel, self: string): [first: string, ...next: string[]] {
  switch (channel) {
    case 'desk':
      return ['Dzień dobry. W czym mogę pomóc?', 'Proszę usiąść.', 'W jakiej sprawie Pani/Pan przychodzi?'];
    case 'phone-in':
      return [`Dzień dobry, ${self}. W czym mogę pomóc?`];
    case 'phone-out':
      return [
        `${self}, dzień dobry. Dzwonię w sprawie …`,
        'Czy ma Pani/Pan coś do pisania? Chętnie poczekam.',
        'Z pytaniami proszę dzwonić pod numer {telefon}.',
      ];
    case 'letter':
      return ['Sprawę prowadzi {imię i nazwisko}, {stanowisko}, telefon {telefon}.'];
  }
}

/** @param facts of the clerk and the profile; see `sentenceFactsOf` */
export function introductionOf(
  channel: Channel,
  profile: Pick<Profile, 'introduction'>,
  facts: Partial<Record<SentenceField, string>>,
): Introduction {
  const [first, ...next] = templatesOf(channel, profile.introduction ?? customary);
  return {
    ...fillSentence(first, facts),
    // A sentence that lacks a fact is not said.
    next: next
      .map((template) => fillSentence(template, facts))
      .flatMap(({ text, missing }) => (missing.length === 0 ? [text] : [])),
  };
}
