export { LetterCheck } from './LetterCheck';
export { NoteHints } from './NoteHints';
