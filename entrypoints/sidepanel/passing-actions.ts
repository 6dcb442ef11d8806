import type { Notice } from '@/components/notice';
import type { PromisedByPassing, Target } from '@/components/passing';
import { whenSaid } from '@/lib/calendar';
import { type Callback, newCallback } from '@/lib/callbacks';
import type { NoteContact } from '@/lib/client-note';
import { translate as t } from '@/lib/i18n';
import {
  addCallback,
  addServiceFact,
  changeNote,
  removeCallback,
  removeServiceFact,
  type ServiceFact,
} from '@/lib/store';
import { undone } from './actions';

/**
 * Notes what becomes known of a service that runs; without one there is nothing to know it of.
 *
 * @returns what takes it back
 */
async function note(encounterId: string | null, fact: ServiceFact): Promise<() => Promise<void>> {
  const isNew = encounterId !== null && (await addServiceFact(encounterId, fact));
  return async () => {
    if (isNew) await removeServiceFact(encounterId, fact);
  };
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** @param told what is said once it is copied */
export async function copyText(text: string, told = t('passing:copied')): Promise<Notice> {
  return { text: (await copy(text)) ? told : t('panel:failed.copy') };
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
  const contact: NoteContact = { person, phone, when, ...(position === undefined ? {} : { position }) };
  await changeNote(encounterId, (note) => ({ ...note, contacts: [...note.contacts, contact] }));
  const forget = await note(encounterId, 'number-given');
  return {
    text: isCopied ? t('passing:numberGiven.remembered') : t('passing:numberGiven.notCopied'),
    undo: async () => {
      await changeNote(encounterId, (note) => {
        const at = note.contacts.findLastIndex((one) => one.phone === phone && one.when === when);
        return { ...note, contacts: note.contacts.filter((_, index) => index !== at) };
      });
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
export async function promiseByPassing(
  promised: PromisedByPassing,
  { encounterId, now, due }: { encounterId: string | null; now: Date; due: Date },
  onUndone: () => void,
): Promise<Promised> {
  const callback = newCallback(
    crypto.randomUUID(),
    {
      ...promised,
      reason: 'colleague-absent',
      due: due.getTime(),
    },
    now,
    encounterId ?? undefined,
  );
  await addCallback(callback);
  const isCall = callback.kind === 'call';
  const forget = isCall ? await note(encounterId, 'callback-promised') : null;
  return {
    callback,
    notice: {
      text: isCall ? t('passing:callBack.saved', { due: whenSaid(due, now) }) : t('passing:message.saved'),
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
