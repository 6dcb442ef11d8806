import type { Callback } from '@/lib/callbacks';
import { beginsService, type Encounter } from '@/lib/encounter';
import type { Profile, Reminder, SentenceField } from '@/lib/profile';
import type { ReminderEvent } from '@/lib/reminders';

type List = Profile['checklists'][number];

/** What Obok can know without being told; an item names it in `knownBy`. */
export type ItemFact = NonNullable<List['items'][number]['knownBy']>;

/** What is known of one service before anybody ticks anything. */
export interface EndingFacts {
  known: ReadonlySet<ItemFact>;
  /** Texts of items that stand among the callbacks, as promised in this service. */
  promised: ReadonlySet<string>;
}

export const nothingKnown: EndingFacts = { known: new Set(), promised: new Set() };

export interface FactsInput {
  encounter: Encounter | null;
  profile: Pick<Profile, 'reminders'>;
  history: readonly ReminderEvent[];
  /** Promises; those of other services are passed over. */
  callbacks: readonly Callback[];
  /** What was seen on the screen and stands in no store: a number copied, a note made. */
  noted: ReadonlySet<ItemFact>;
}

/** Puts together what the store and the screen tell of a service. Without one, nothing is known. */
export function endingFacts({ encounter, profile, history, callbacks, noted }: FactsInput): EndingFacts {
  if (encounter === null) return nothingKnown;
  const { id } = encounter;
  const introductions = new Set(profile.reminders.filter(isIntroduction).map((reminder) => reminder.id));
  const isIntroduced = history.some(
    ({ encounterId, kind, reminderId }) =>
      encounterId === id && kind === 'done' && introductions.has(reminderId),
  );
  const promises = callbacks.filter(({ encounterId, state }) => encounterId === id && state !== 'withdrawn');
  return {
    known: new Set<ItemFact>([
      ...noted,
      ...(isIntroduced ? (['introduced'] as const) : []),
      ...(promises.some(({ kind }) => kind === 'call') ? (['callback-promised'] as const) : []),
    ]),
    promised: new Set(promises.flatMap(({ reason, subject }) => (reason === 'unfinished' && subject) || [])),
  };
}

const ownName = `{${'imię i nazwisko' satisfies SentenceField}}`;

/** One that has the clerk say her name as the service begins (sok.odbieranie-telefonu.2, sok.telefon-do-klienta.1, ke.7.2). */
function isIntroduction({ moment, say }: Reminder): boolean {
  return beginsService(moment) && (say ?? '').includes(ownName);
}

/** True where a text that was copied holds the clerk's number, however either is spaced. */
export function tellsNumber(text: string, phone: string): boolean {
  const number = digitsOf(phone);
  return number !== '' && digitsOf(text).includes(number);
}

function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}
