import { type ClientNote, type NoteContact, noteFields } from './client-note';

/** What the clerk has written over the draft; everything else follows the facts. */
export type NoteEdits = Partial<ClientNote>;

/** The note of one service as `storage.session` holds it, and no disk. */
export interface StoredNote {
  /** Added by whoever gives the client a colleague's number. */
  contacts: NoteContact[];
  edits: NoteEdits;
  /** The tab in which a note without a service is written: it goes with the tab. */
  tabId?: number | undefined;
}

/** What stands in storage, whoever wrote it; a part that is none of ours counts as empty, and what others keep beside it stays. */
export function parseStoredNote(value: unknown): StoredNote {
  const { contacts, edits, tabId, ...others } = partsOf(value);
  return {
    ...others,
    contacts: Array.isArray(contacts) && contacts.every(isContact) ? contacts : [],
    edits: isEdits(edits) ? edits : {},
    ...(typeof tabId === 'number' ? { tabId } : {}),
  };
}

// By hand and not by a schema: the background reads notes, too, and carries no zod.
function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function isContact(value: unknown): value is NoteContact {
  const { person, position, phone, when } = partsOf(value);
  return typeof person === 'string' && person !== '' && [position, phone, when].every(isTextOrAbsent);
}

function isEdits(value: unknown): value is NoteEdits {
  const fields: readonly string[] = noteFields;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([field, text]) => fields.includes(field) && isTextOrAbsent(text))
  );
}

const isTextOrAbsent = (value: unknown) => value === undefined || typeof value === 'string';
