import { type Callback, isPending } from '@/lib/callbacks';
import type { Encounter } from '@/lib/encounter';
import type { PageContext } from '@/lib/page';
import { type Profile, sentenceFactsOf } from '@/lib/profile';
import { dayAndHour, today } from './day';
import { hoursInWords } from './opening-hours';
import words from './words.json';

/** What stands on the client's note, in the order of the page. */
export const noteFields = [
  'office',
  'date',
  'matter',
  'caseSign',
  'agreed',
  'toBring',
  'due',
  'person',
  'position',
  'phone',
  'when',
  'hours',
] as const;
export type NoteField = (typeof noteFields)[number];

/**
 * One page that the client takes home (sok.jezyk.3): texts as the clerk sees them in the fields, empty where there is
 * nothing to say. `agreed` and `toBring` hold one item a line; `due` is a date in figures, or words.
 */
export type ClientNote = Record<NoteField, string>;

/** Whom the client may ring, beside the clerk: a colleague to whom the client was passed on. */
export interface NoteContact {
  person: string;
  position?: string | undefined;
  phone?: string | undefined;
  /** When to ring, as the clerk put it; empty for the office's hours. */
  when?: string | undefined;
}

export interface NoteInput {
  clerk: Parameters<typeof sentenceFactsOf>[1];
  profile: Pick<Profile, 'office' | 'referat' | 'callbacks'>;
  /** The service that the note belongs to; null where none runs. */
  encounter: Pick<Encounter, 'id'> | null;
  /** The page beside; null where none is read. */
  context: Pick<PageContext, 'caseInHand'> | null;
  /** The colleagues whose numbers the client was given, the latest last. */
  contacts: readonly NoteContact[];
  /** Promises of any service; those of this one that still stand are written down. */
  promised: readonly Callback[];
  now: Date;
}

/**
 * The note as far as it can be written without asking: the matter, what to bring and by when are the clerk's to fill
 * in. Whoever was named to the client last is the one to ring.
 */
export function draftNote({
  clerk,
  profile,
  encounter,
  context,
  contacts,
  promised,
  now,
}: NoteInput): ClientNote {
  const facts = sentenceFactsOf(profile, clerk);
  return {
    office: [facts.urząd, facts.referat].filter(Boolean).join(', '),
    date: today(now),
    matter: '',
    caseSign: context?.caseInHand?.raw ?? '',
    agreed: promisesIn(promised, encounter).join('\n'),
    toBring: '',
    due: '',
    ...contactParts(contacts.at(-1) ?? clerkAsContact(profile, clerk)),
    hours: hoursInWords(profile.callbacks.hours),
  };
}

/** The clerk as one to ring, the number being the profile's where the clerk gave none. */
export function clerkAsContact(profile: NoteInput['profile'], clerk: NoteInput['clerk']): NoteContact {
  const facts = sentenceFactsOf(profile, clerk);
  return { person: facts['imię i nazwisko'] ?? '', position: facts.stanowisko, phone: facts.telefon };
}

/** The fields of the note that say whom to ring. */
export function contactParts({
  person,
  position = '',
  phone = '',
  when = '',
}: NoteContact): Pick<ClientNote, 'person' | 'position' | 'phone' | 'when'> {
  return { person, position, phone, when };
}

/** The items of a field that holds one a line, without the dashes that people put before them. */
export function itemsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–—•*]\s+/u, '').trim())
    .filter((line) => line !== '');
}

function promisesIn(promised: readonly Callback[], encounter: NoteInput['encounter']): string[] {
  if (encounter === null) return [];
  return promised
    .filter((promise) => promise.encounterId === encounter.id && isPending(promise))
    .flatMap((promise) => {
      const { kind, colleague = '', due } = promise;
      if (kind === 'message')
        return colleague === '' ? [] : [words.messagePassed.replace('{kto}', colleague)];
      const sentence = colleague === '' ? words.weCall : words.colleagueCalls.replace('{kto}', colleague);
      return [sentence.replace('{kiedy}', dayAndHour(new Date(due)))];
    });
}
