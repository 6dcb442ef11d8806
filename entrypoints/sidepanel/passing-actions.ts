import type { Notice } from '@/components/notice';
import type { PromisedByPassing, Target } from '@/components/passing';
import type { Callback } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { addCallback, removeCallback } from '@/lib/store';
import {
  addContact,
  addFact,
  type EncounterFact,
  type GivenContact,
  removeContact,
  removeFact,
} from './encounter-facts';

const undone = (): Notice => ({ text: t('panel:answered.undone') });

/**
 * Notes what becomes known of a service that runs; without one there is nothing to know it of.
 *
 * @returns what takes it back
 */
async function note(encounterId: string | null, fact: EncounterFact): Promise<() => Promise<void>> {
  const isNew = encounterId !== null && (await addFact(encounterId, fact));
  return async () => {
    if (isNew) await removeFact(encounterId, fact);
  };
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

export async function copyText(text: string): Promise<Notice> {
  return { text: (await copy(text)) ? t('passing:copied') : t('panel:failed.copy') };
}

/** The number goes to the client as it is copied: into the chat, onto a slip, read aloud. */
export async function copyNumber(phone: string, encounterId: string | null): Promise<Notice> {
  if (!(await copy(phone))) return { text: t('panel:failed.copy') };
  await note(encounterId, 'number-given');
  return { text: t('passing:copiedNumber') };
}

/** Copies the sentence with number and time, and keeps both for the client's note. */
export async function giveNumber(
  target: Target,
  when: string,
  sentence: string,
  encounterId: string | null,
): Promise<Notice> {
  const isCopied = await copy(sentence);
  if (encounterId === null) return { text: isCopied ? t('passing:copied') : t('panel:failed.copy') };
  const { person, position, phone = '' } = target;
  const contact: GivenContact = { person, phone, when, ...(position === undefined ? {} : { position }) };
  await addContact(encounterId, contact);
  const forget = await note(encounterId, 'number-given');
  return {
    text: isCopied ? t('passing:numberGiven.remembered') : t('passing:numberGiven.notCopied'),
    undo: async () => {
      await removeContact(encounterId, contact);
      await forget();
      return undone();
    },
  };
}

export interface Promised {
  callback: Callback;
  notice: Notice;
}

/**
 * Stores a call to make or a message for a colleague (sok.przelaczanie-rozmow.4 and 5).
 *
 * @param due when it is due, in milliseconds since the epoch
 */
export async function promise(
  promised: PromisedByPassing,
  { encounterId, now, due }: { encounterId: string | null; now: Date; due: Date },
  onUndone: () => void,
): Promise<Promised> {
  const callback: Callback = {
    ...promised,
    id: crypto.randomUUID(),
    state: 'open',
    reason: 'colleague-absent',
    promisedAt: now.getTime(),
    due: due.getTime(),
    ...(encounterId === null ? {} : { encounterId }),
    attempts: [],
  };
  await addCallback(callback);
  const isCall = callback.kind === 'call';
  const forget = isCall ? await note(encounterId, 'callback-promised') : null;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const isToday = due.toDateString() === now.toDateString();
  const by = due.toLocaleString('pl-PL', isToday ? time : { weekday: 'long', ...time });
  return {
    callback,
    notice: {
      text: isCall ? t('passing:callBack.saved', { due: by }) : t('passing:message.saved'),
      undo: async () => {
        await removeCallback(callback.id);
        await forget?.();
        onUndone();
        return undone();
      },
    },
  };
}

/** Prints the message that stands ready, and nothing else of the panel. */
export function printMessage(): void {
  const { classList } = document.documentElement;
  window.addEventListener('afterprint', () => classList.remove('prints-message'), { once: true });
  classList.add('prints-message');
  window.print();
}
