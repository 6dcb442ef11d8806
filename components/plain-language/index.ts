export { LetterCheck } from './LetterCheck';
