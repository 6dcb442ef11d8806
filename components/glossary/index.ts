export { GlossaryTab, type GlossaryTabProps, type Opening } from './GlossaryTab';
export type { TakenLetter } from './PastedText';
