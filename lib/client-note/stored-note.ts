import { z } from 'zod';
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

const contactSchema = z.object({
  person: z.string().min(1),
  position: z.string().optional(),
  phone: z.string().optional(),
  when: z.string().optional(),
});
const editsSchema = z.partialRecord(z.enum(noteFields), z.string());
const storedSchema = z.object({
  contacts: z.array(contactSchema).catch([]),
  edits: editsSchema.catch({}),
  tabId: z.number().optional().catch(undefined),
});

/** What stands in storage, whoever wrote it; a part that is none of ours counts as empty. */
export function parseStoredNote(value: unknown): StoredNote {
  return storedSchema.catch({ contacts: [], edits: {} }).parse(value);
}
