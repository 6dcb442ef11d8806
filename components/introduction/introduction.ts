import { fillSentence, type Profile, type SentenceField } from '@/lib/profile';
import type { Channel } from '@/lib/standard';

/** A sentence ready to be said, and what it still lacks. */
export interface Introduction {
  text: string;
  missing: SentenceField[];
}

const customary = '{urząd}, {referat}, {imię i nazwisko}';

/**
 * How the clerk begins on each channel. Always in Polish: it is said to the client, whatever the clerk's own language.
 *
 * `desk`: sok.powitanie.1 and 3. `phone-in`: sok.odbieranie-telefonu.2. `phone-out`: sok.telefon-do-klienta.1 and 2.
 * `letter`: ke.7.2 and sok.telefon-do-klienta.4.
 */
function templateOf(channel: Channel, self: string): string {
  switch (channel) {
    case 'desk':
      return 'Dzień dobry. W czym mogę pomóc?';
    case 'phone-in':
      return `Dzień dobry, ${self}. W czym mogę pomóc?`;
    case 'phone-out':
      return `${self}, dzień dobry. Dzwonię w sprawie …`;
    case 'letter':
      return 'Sprawę prowadzi {imię i nazwisko}, {stanowisko}, telefon {telefon}.';
  }
}

/** @param facts of the clerk and the profile; see `sentenceFactsOf` */
export function introductionOf(
  channel: Channel,
  profile: Pick<Profile, 'introduction'>,
  facts: Partial<Record<SentenceField, string>>,
): Introduction {
  return fillSentence(templateOf(channel, profile.introduction ?? customary), facts);
}
