export { NoteBar } from './NoteBar';
export { NoteButton } from './NoteButton';
export { NoteForm } from './NoteForm';
export { NoteOver } from './NoteOver';
export { NoteSheet } from './NoteSheet';
