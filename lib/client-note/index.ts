export { hasContact, mailDraft, noteAsText, whoToRing } from './as-text';
export {
  type ClientNote,
  clerkAsContact,
  contactParts,
  draftNote,
  itemsOf,
  type NoteContact,
  type NoteField,
  noteFields,
} from './client-note';
export { dayIn, dueInWords, inPolishFigures } from './day';
export { addressOf, type NoteAddress, searchOf } from './note-address';
export { type NoteLook, paperSizes } from './note-look';
export { hoursInWords } from './opening-hours';
export { type NoteEdits, parseStoredNote, type StoredNote } from './stored-note';
export { default as noteWords } from './words.json';
